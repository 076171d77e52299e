#!/usr/bin/env bash
# Collects what the program says to people from the sources.
# usage: packaging/messages.sh OUT.pot     writes the template of a catalogue
#        packaging/messages.sh --merge     brings the catalogues of app/data/translations up to it
set -euo pipefail
cd "$(dirname "$0")/.."

# What records, one and many, their fields and their choices are called, and what the fields hint at, as messages.
labels() {
  cat core/model/*.cpp core/model/*.hpp | tr '\n' ' ' | python3 -c '
import re, sys
source, text = sys.stdin.read(), r"""("(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*)"""
found = {m for m in re.findall(r"make_type<\w+>\(\s*\"[^\"]+\",\s*\"[^\"]+\",\s*" + text, source)}
found |= {name.replace("_", " ") for pair in re.findall(r"make_type<\w+>\(\s*(\"[^\"]+\"),\s*(\"[^\"]+\")", source) for name in pair}
for label, hint in re.findall(r"field<[^>]*>\(\s*\"[^\"]+\",\s*" + text + r"(?:,\s*" + text + ")?", source):
    found |= {label} | ({hint} if re.search("[a-z]{2,} [a-z]{2,}", hint) else set())
for choices in re.findall(r"Choice list\[\] = \{(.*?)\};", source):
    found |= set(re.findall(r"\{\s*\"[^\"]*\",\s*" + text + r"\s*\}", choices))
for message in sorted(found):
    print(f"t({message});")'
}

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

collect() {
  labels >"$scratch/labels-of-records.cpp"
  { find core db app -name '*.cpp' -o -name '*.hpp' | LC_ALL=C sort; echo labels-of-records.cpp; } |
    xgettext --files-from=- --directory=. --directory="$scratch" --from-code=UTF-8 --language=C++ --keyword --keyword=t --keyword=plural:1,2 --keyword=message --keyword=say --keyword=say_plural:1,2 \
      --add-location=file --sort-output --no-wrap --output="$scratch/messages.pot"
  # Its header tells the hour, and what is said without a word is no message.
  { printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    awk 'BEGIN { RS = ""; ORS = "\n\n" } NR > 1 && !/msgid "(\\n)?"\nmsgstr/' "$scratch/messages.pot"; } >"$1"
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
