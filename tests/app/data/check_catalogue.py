"""Compares a catalogue with the messages in the sources: none missing, none unused, none empty, the same gaps in each form.
usage: check_catalogue.py SOURCES.pot CATALOGUE.po
"""
import re
import sys


def strings(block, key):
    found = re.search(rf'^{key} ((?:"(?:[^"\\]|\\.)*"\s*)+)', block, re.M)
    if not found:
        return None
    text = "".join(part[1:-1] for part in re.findall(r'"(?:[^"\\]|\\.)*"', found.group(1)))
    return text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def messages(path):
    out = {}
    for block in open(path, encoding="utf-8").read().strip().split("\n\n"):
        if "msgid" not in block or block.lstrip().startswith("#~"):
            continue
        name = strings(block, "msgid")
        forms = [strings(block, "msgstr")] if "msgid_plural" not in block else []
        for n in re.findall(r"^msgstr\[(\d)\]", block, re.M):
            forms.append(strings(block, rf"msgstr\[{n}\]"))
        out[name] = (strings(block, "msgid_plural"), forms, re.search(r"^#,.*fuzzy", block, re.M) is not None)
    return out


def gaps(text):
    number, found = 0, set()
    for gap in re.findall(r"\{(\d*)(?::[^}]*)?\}", text):
        found.add(int(gap) if gap else number)
        number += 0 if gap else 1
    return found


sources, catalogue = messages(sys.argv[1]), messages(sys.argv[2])
header = catalogue.pop("")[1][0]
sources.pop("", None)
plurals = int(re.search(r"nplurals=(\d)", header).group(1))
problems = []
for name in sorted(sources.keys() - catalogue.keys()):
    problems.append(f"missing: {name}")
for name in sorted(catalogue.keys() - sources.keys()):
    problems.append(f"not used: {name}")
for name, (plural, forms, fuzzy) in sorted(catalogue.items()):
    if fuzzy or not forms or not all(forms):
        problems.append(f"not translated: {name}")
    if plural and len(forms) != plurals:
        problems.append(f"{len(forms)} plural forms instead of {plurals}: {name}")
    for form in forms:
        if form and gaps(form) != gaps(plural or name):
            problems.append(f"other gaps: {name} | {form}")
        if re.search(r"\{(:|\})", form) and re.search(r"\{\d", form):
            problems.append(f"gaps with and without a number: {name} | {form}")
print("\n".join(problems))
sys.exit(1 if problems else 0)
