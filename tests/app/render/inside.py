"""Prints everything that a file holds: its bytes, the members of a ZIP archive, the streams of a PDF and its text."""
import re
import subprocess
import sys
import zipfile
import zlib

path = sys.argv[1]
raw = open(path, "rb").read()
parts = [raw]
if raw[:2] == b"PK":
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            body = archive.read(name)
            parts.append(name.encode())
            parts.append(body)
            # Words may be split over runs.
            parts.append(re.sub(rb"<[^>]*>", b" ", body))
if raw[:5] == b"%PDF-":
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", raw, re.S):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            parts.append(stream)
    for hexadecimal in re.findall(rb"<([0-9A-Fa-f]{8,})>", b"\n".join(parts)):
        if hexadecimal[:4].upper() == b"FEFF":
            parts.append(bytes.fromhex(hexadecimal.decode()[4:]).decode("utf-16-be", "ignore").encode())
    parts.append(subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout)
sys.stdout.buffer.write(b"\n".join(parts))
