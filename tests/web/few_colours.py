"""A picture in at most 256 colours: a page of words and rules loses nothing by it, and is a third as large."""

from __future__ import annotations

import base64
import struct
import zlib
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST = 256
Colour = tuple[int, int, int]

PIXELS = """async shot => {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + shot)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const {data, width} = pen.getImageData(0, 0, image.width, image.height);
  let bytes = "";
  for (let at = 0; at < data.length; at += 8192) bytes += String.fromCharCode(...data.subarray(at, at + 8192));
  return [width, btoa(bytes)];
}"""
"""Width of a PNG, and its pixels, four bytes each, in base64."""


def in_few_colours(page: Page, shot: bytes) -> bytes:
    """A PNG with a palette of a PNG without; a page of the browser, on which script runs, takes it apart."""
    width, packed = page.evaluate(PIXELS, base64.b64encode(shot).decode("ascii"))
    raw = base64.b64decode(packed)
    pixels: list[Colour] = list(zip(raw[0::4], raw[1::4], raw[2::4], strict=True))
    palette = [colour for colour, _ in Counter(pixels).most_common(MOST)]

    @cache
    def place(colour: Colour) -> int:
        """The place of the nearest colour of the palette."""
        return min(
            range(len(palette)), key=lambda at: sum((a - b) ** 2 for a, b in zip(palette[at], colour, strict=True))
        )

    rows = (bytes(map(place, pixels[start : start + width])) for start in range(0, len(pixels), width))
    size = struct.pack(">IIBBBBB", width, len(pixels) // width, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", size),
        (b"PLTE", bytes(value for colour in palette for value in colour)),
        (b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, held) for name, held in chunks)


def _chunk(name: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))
