#!/usr/bin/env bash
# Installs the Debian packages that Accord needs and that are missing. Needs root, or sudo.
# usage: packaging/install.sh [build|test]…
set -euo pipefail

build=(build-essential cmake ninja-build pkg-config
  libsqlitecpp-dev libsqlite3-dev libssl-dev libhowardhinnant-date-dev
  libboost-dev libboost-program-options-dev libboost-locale-dev gettext libboost-math-dev librandom123-dev
  libfmt-dev libpugixml-dev nlohmann-json3-dev libwxgtk3.2-dev libgtk-3-dev
  libpango1.0-dev libcairo2-dev libzip-dev libxlsxwriter-dev fonts-liberation2 fonts-dejavu-core)
tests=(doctest-dev librapidcheck-dev libbenchmark-dev sqlite3 python3 xvfb xauth libxtst-dev libxi-dev
  poppler-utils python3-docx python3-openpyxl libreoffice-writer-nogui libreoffice-calc-nogui)

wanted=("${build[@]}")
for set in "$@"; do
  case "$set" in
    build) ;;
    test) wanted+=("${tests[@]}") ;;
    *) echo "usage: packaging/install.sh [build|test]..." >&2; exit 2 ;;
  esac
done

missing=()
for package in "${wanted[@]}"; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "These packages are missing: ${missing[*]}. Install them as root, then try again." >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
