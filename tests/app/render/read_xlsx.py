"""Prints what openpyxl finds in a workbook: each sheet, its filter, its frozen rows, its cells with their types."""
import sys
import openpyxl

w = openpyxl.load_workbook(sys.argv[1])
print("title:", w.properties.title)
print("created:", w.properties.created.isoformat())
for s in w.worksheets:
    print(f"sheet: {s.title}, filter {s.auto_filter.ref}, frozen {s.freeze_panes}, conditions {sum(len(r.rules) for r in s.conditional_formatting)}")
    for row in s.iter_rows():
        for c in row:
            if c.value is not None:
                print(f"{c.coordinate} {c.data_type} {type(c.value).__name__} {c.value}")
