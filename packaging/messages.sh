#!/usr/bin/env bash
# Collects what the program says to people from the sources.
# usage: packaging/messages.sh OUT.pot     writes the template of a catalogue
#        packaging/messages.sh --merge     brings the catalogues of app/data/translations up to it
set -euo pipefail
cd "$(dirname "$0")/.."

collect() {
  find core app -name '*.cpp' -o -name '*.hpp' | LC_ALL=C sort |
    xgettext --files-from=- --from-code=UTF-8 --language=C++ --keyword --keyword=t --keyword=plural:1,2 --keyword=message \
      --add-location=file --omit-header --sort-output --output="$1"
  sed -i '/^#, c-format$/d' "$1"  # a per cent sign is one
}

case "${1:-}" in
  --merge)
    template="$(mktemp)"
    trap 'rm -f "$template"' EXIT
    collect "$template"
    for catalogue in app/data/translations/*.po; do
      msgmerge --quiet --update --backup=none --no-fuzzy-matching --add-location=file --sort-output "$catalogue" "$template"
    done
    ;;
  ?*) collect "$1" ;;
  *) echo "usage: packaging/messages.sh OUT.pot | --merge" >&2; exit 2 ;;
esac
