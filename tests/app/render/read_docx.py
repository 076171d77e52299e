"""Prints what python-docx finds in a Word file, a line per paragraph and table row."""
import sys
import docx

d = docx.Document(sys.argv[1])
print("title:", d.core_properties.title)
print("created:", d.core_properties.created.isoformat())
for p in d.paragraphs:
    print(f"[{p.style.name}] {p.text}")
for t in d.tables:
    print(f"table: {t.style.name}, {len(t.columns)} columns, header {bool(t.rows[0]._tr.xpath('./w:trPr/w:tblHeader'))}")
    for r in t.rows:
        print(" | ".join(c.text for c in r.cells))
for s in d.inline_shapes:
    print(f"picture: {s.width.pt:.0f} x {s.height.pt:.0f} {s._inline.docPr.get('descr')}")
