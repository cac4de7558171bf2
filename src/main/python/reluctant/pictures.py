"""Figures as PNG, drawn by an installed Chrome or Chromium through kaleido."""

import asyncio
import copy
import logging
from collections.abc import Sequence

import kaleido
from choreographer.errors import BrowserFailedError, ChromeNotFoundError

from .failures import Refusal
from .machine import browser

# JupyterLab shows a stored picture dot by dot until its figure is drawn: a wider one would be cut off.
WIDTH, HEIGHT = 720, 420
PAPER = "#ffffff"


def height_of(figure: dict) -> int:
    """How high a figure wants to be."""
    return figure.get("layout", {}).get("height", HEIGHT)


def draw(figures: Sequence[dict], width: int = WIDTH, height: int | None = None) -> list[bytes]:
    """A picture of each figure, on white paper as GitHub's preview needs it, as high as the figure if no height is given."""
    if not figures:
        return []
    program = browser("pictures need")
    logging.disable(logging.WARNING)
    try:
        return asyncio.run(_draw(figures, program, width, height))
    except (ChromeNotFoundError, BrowserFailedError, TimeoutError) as error:
        told = next(iter(str(error).splitlines()), type(error).__name__)
        raise Refusal(f"the browser {program} could not draw the pictures ({told}): name another one in BROWSER_PATH.") from None
    finally:
        logging.disable(logging.NOTSET)


async def _draw(figures: Sequence[dict], program: str, width: int, height: int | None) -> list[bytes]:
    options = [{"format": "png", "width": width, "height": height or height_of(figure)} for figure in figures]
    async with kaleido.Kaleido(path=program, mathjax=False) as drawing:
        return [await drawing.calc_fig(_on_paper(figure), opts=opts) for figure, opts in zip(figures, options, strict=True)]


def _on_paper(figure: dict) -> dict:
    made = {"data": copy.deepcopy(figure.get("data", [])), "layout": copy.deepcopy(figure.get("layout", {}))}
    made["layout"] |= {"paper_bgcolor": PAPER, "plot_bgcolor": PAPER}
    made["layout"].setdefault("font", {"family": "sans-serif", "color": "#1f2328"})
    return made
