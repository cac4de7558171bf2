"""Figures as PNG, drawn by an installed Chrome or Chromium through kaleido."""

import asyncio
import copy
import logging
import struct
import zlib
from collections.abc import Sequence

import kaleido
from choreographer.errors import BrowserFailedError, ChromeNotFoundError

from .failures import Refusal
from .machine import browser

# JupyterLab shows a stored picture dot by dot until its figure is drawn: a larger one would be cut off.
WIDTH, HEIGHT = 720, 420
PAPER = "#ffffff"


def draw(figures: Sequence[dict], width: int = WIDTH, height: int = HEIGHT) -> list[bytes]:
    """A picture of each figure, on white paper as GitHub's preview needs it."""
    if not figures:
        return []
    program = browser("pictures need")
    logging.disable(logging.WARNING)
    try:
        return [packed(png) for png in asyncio.run(_draw(figures, program, width, height))]
    except (ChromeNotFoundError, BrowserFailedError, TimeoutError) as error:
        told = next(iter(str(error).splitlines()), type(error).__name__)
        raise Refusal(f"the browser {program} could not draw the pictures ({told}): name another one in BROWSER_PATH.") from None
    finally:
        logging.disable(logging.NOTSET)


async def _draw(figures: Sequence[dict], program: str, width: int, height: int) -> list[bytes]:
    options = {"format": "png", "width": width, "height": height}
    async with kaleido.Kaleido(path=program, mathjax=False) as drawing:
        return [await drawing.calc_fig(_on_paper(figure), opts=options) for figure in figures]


def _on_paper(figure: dict) -> dict:
    made = {"data": copy.deepcopy(figure.get("data", [])), "layout": copy.deepcopy(figure.get("layout", {}))}
    made["layout"] |= {"paper_bgcolor": PAPER, "plot_bgcolor": PAPER}
    made["layout"].setdefault("font", {"family": "sans-serif", "color": "#1f2328"})
    return made


def packed(png: bytes) -> bytes:
    """The same opaque picture in about half the bytes: no alpha, no filters, the strongest compression.

    A browser's PNG is RGBA, 8 bits deep, each line stored as its difference from the one above (filter 2). Any other stays as it is.
    """
    chunks = _chunks(png)
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    lines = zlib.decompress(chunks[b"IDAT"])
    length = 4 * width + 1
    if (depth, colour) != (8, 6) or set(lines[::length]) != {2}:
        return png
    above, made = bytes(length - 1), []
    for start in range(0, height * length, length):
        above = bytes((a + b) & 255 for a, b in zip(above, lines[start + 1 : start + length]))
        line = bytearray(3 * width)
        for channel in range(3):
            line[channel::3] = above[channel::4]
        made.append(b"\0" + line)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = {b"IHDR": header, b"IDAT": zlib.compress(b"".join(made), 9), b"IEND": b""}
    return png[:8] + b"".join(_chunk(name, data) for name, data in body.items())


def _chunks(png: bytes) -> dict[bytes, bytes]:
    made, place = {}, 8
    while place < len(png):
        (length,) = struct.unpack_from(">I", png, place)
        name = png[place + 4 : place + 8]
        made[name] = made.get(name, b"") + png[place + 8 : place + 8 + length]
        place += 12 + length
    return made


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
