#!/usr/bin/env python3
"""Put into a folder what record_params.py wants in its bucket.

usage: furnish_bucket.py DIR
"""
import json, os, struct, sys, zlib


def png(width, height, gray):
    """A picture of one shade."""
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([gray]) * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def put(key, content):
    path = os.path.join(sys.argv[1], key)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


for place, key in enumerate(("a.png", "b/c.png", "b/d.png", *(f"images_with_manifest/{n}.png" for n in (1, 2, 3)))):
    put(key, png(64, 48, 40 * place))
lines = [{"version": "1.1"}, {"type": "images"}]
lines += [{"name": str(n), "extension": ".png", "width": 64, "height": 48, "meta": {}} for n in (1, 2, 3)]
put("images_with_manifest/manifest.jsonl", "".join(json.dumps(line) + "\n" for line in lines).encode())
