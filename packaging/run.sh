#!/usr/bin/env bash
# Installs what is missing, builds Accord and shows it on the sample dossier.
# usage: packaging/run.sh [--build-only]
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p build
packaging/install.sh build
cmake -G Ninja -C packaging/presets/release.cmake -DACCORD_TESTS=OFF -DACCORD_BENCH=OFF -S . -B build/release >build/release.log 2>&1 || { cat build/release.log >&2; exit 1; }
cmake --build build/release
[ "${1:-}" = --build-only ] && exit 0

accord=build/release/bin/accord
sample=build/sample.accord
[ -f "$sample" ] || "$accord" sample "$sample"
if [ -x build/release/bin/accord-desktop ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec build/release/bin/accord-desktop "$sample"
fi
"$accord" status "$sample"
"$accord" report "$sample" -o build/brief.html
