#!/usr/bin/env bash
# Collects what the program says to people from the sources.
# usage: packaging/messages.sh OUT.pot     writes the template of a catalogue
#        packaging/messages.sh --merge     brings the catalogues of app/data/translations up to it
set -euo pipefail
cd "$(dirname "$0")/.."

# What records and their fields are called, as messages.
labels() {
  cat core/model/*.cpp | tr '\n' ' ' |
    grep -oP '(field<[^>]*>\(\s*"[^"]+",\s*"\K[^"]+)|(make_type<\w+>\("[^"]+",\s*"[^"]+",\s*"\K[^"]+)' | LC_ALL=C sort -u | sed 's/.*/t("&");/'
}

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

collect() {
  labels >"$scratch/labels-of-records.cpp"
  { find core app -name '*.cpp' -o -name '*.hpp' | LC_ALL=C sort; echo labels-of-records.cpp; } |
    xgettext --files-from=- --directory=. --directory="$scratch" --from-code=UTF-8 --language=C++ --keyword --keyword=t --keyword=plural:1,2 --keyword=message --keyword=say --keyword=say_plural:1,2 \
      --add-location=file --omit-header --sort-output --no-wrap --output="$1"
  sed -i '/^#, c-format$/d' "$1"  # a per cent sign is one
}

case "${1:-}" in
  --merge)
    template="$scratch/accord.pot"
    collect "$template"
    for catalogue in app/data/translations/*.po; do
      msgmerge --quiet --update --backup=none --no-fuzzy-matching --add-location=file --sort-output --no-wrap "$catalogue" "$template"
    done
    ;;
  ?*) collect "$1" ;;
  *) echo "usage: packaging/messages.sh OUT.pot | --merge" >&2; exit 2 ;;
esac
