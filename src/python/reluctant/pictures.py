"""Figures as PNG, drawn by an installed Chrome or Chromium through kaleido."""

import asyncio
import copy
import io
from collections.abc import Callable, Sequence

import kaleido
from PIL import Image

from .browsing import answer, ask
from .machine import browser

# JupyterLab shows a stored picture dot by dot until its figure is drawn: a wider one would be cut off.
WIDTH, HEIGHT = 720, 420
PAPER = "#ffffff"
COLOURS = 256


def height_of(figure: dict) -> int:
    """How high a figure wants to be."""
    return figure.get("layout", {}).get("height", HEIGHT)


def draw(figures: Sequence[dict], width: int = WIDTH, height: int | None = None) -> list[bytes]:
    """A picture of each figure, on white paper as GitHub's preview needs it, as high as the figure if no height is given."""
    if not figures:
        return []
    program = browser("pictures need")
    options = [{"format": "png", "width": width, "height": height or height_of(figure)} for figure in figures]
    task = {"program": program, "figures": [_on_paper(figure) for figure in figures], "options": options}
    drawn = ask(program, f"drawing {len(figures)} {'picture' if len(figures) == 1 else 'pictures'}", "reluctant.pictures", task)
    return [small(png) for png in drawn]


def small(png: bytes) -> bytes:
    """The same picture in few colours, in which lines and letters look the same and take a third of the bytes."""
    made = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


def _draw(task: dict, tell: Callable[[bytes], None]) -> None:
    asyncio.run(_drawn(tell=tell, **task))


async def _drawn(program: str, figures: list[dict], options: list[dict], tell: Callable[[bytes], None]) -> None:
    async with kaleido.Kaleido(path=program, mathjax=False) as drawing:
        for figure, options_of in zip(figures, options, strict=True):
            tell(await drawing.calc_fig(figure, opts=options_of))


def _on_paper(figure: dict) -> dict:
    made = {"data": copy.deepcopy(figure.get("data", [])), "layout": copy.deepcopy(figure.get("layout", {}))}
    made["layout"] |= {"paper_bgcolor": PAPER, "plot_bgcolor": PAPER}
    made["layout"].setdefault("font", {"family": "sans-serif", "color": "#1f2328"})
    return made


if __name__ == "__main__":
    answer(_draw)
