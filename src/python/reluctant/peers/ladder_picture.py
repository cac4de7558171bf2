"""The ladder's picture: how many times ours JAX takes on each rung, and how far ours is from the bound."""

import itertools
import json
import sys
from statistics import median

import plotly.io

from .. import places
from ..bench import BENCH
from ..failures import guarded
from ..machine import find_browser
from ..pictures import draw
from .bound import milliseconds
from .ladder_table import of_words, ratio, short, typical_rates

RESULTS = BENCH / "ladder.json"
PICTURE = BENCH / "ladder.html"
WIDTH, HEIGHT = 1260, 900
PANELS = (
    ("JAX float64 / ours", "float64", "ours"),
    ("JAX float32 / ours", "float32", "ours"),
    ("own data: JAX / ours", "own", "ours, own"),
)
BOUND = "ours / bound"
BAND = 0.8  # of a rung, for all its kinds
TICKS = [digit * 10.0**power for power in range(-2, 4) for digit in (1, 2, 5)]


def main() -> int:
    """Draws what was measured last: a page that needs nothing else and, with a browser, a PNG of it."""
    drawn = figure(json.loads(RESULTS.read_bytes()))
    page = plotly.io.to_html(drawn, include_plotlyjs=True, validate=False, config={"responsive": True})
    places.write_whole(PICTURE, page.encode())
    if find_browser():
        places.write_whole(PICTURE.with_suffix(".png"), draw([drawn], WIDTH, HEIGHT)[0])
    return 0


def figure(told: dict) -> dict:
    """Four panels side by side over the same rungs, as Plotly has them. The bars are the intervals; right of 1, ours is faster."""
    style = json.loads(places.STYLE.read_bytes())
    colors = itertools.cycle(style["layout"]["colorway"])
    rungs = list(dict.fromkeys(_rung(row) for row in told["rows"]))
    kinds = list(dict.fromkeys(_kind(row) for row in told["rows"]))
    rates = typical_rates(told)
    traces = []
    for number, kind in enumerate(kinds):
        rows = [row for row in told["rows"] if _kind(row) == kind]
        # Each kind has a line of its own within a rung's band.
        offset = (number - (len(kinds) - 1) / 2) * BAND / len(kinds)
        traces += _traces(rows, [rungs.index(_rung(row)) + offset for row in rows], kind, next(colors), rates)
    return {"data": traces, "layout": {"template": style} | _layout(told, rungs)}


def _rung(row: dict) -> str:
    return short(of_words(row["row"]).rung)


def _kind(row: dict) -> str:
    """Its activation and optimizer."""
    return " ".join(row["row"][1:3])


def _layout(told: dict, rungs: list[str]) -> dict:
    run = ", short run" if told["quick"] else ""
    layout = {
        "title": {"text": f"The ladder of shapes, {told['processor']} with {told['cores']} cores{run}"},
        "grid": {"rows": 1, "columns": len(PANELS) + 1, "pattern": "independent"},
        "margin": {"t": 60, "r": 20, "b": 110},
        "shapes": [_one(panel) for panel in range(1, len(PANELS) + 2)],
    }
    for panel, (title, *_) in enumerate([*PANELS, (BOUND,)], 1):
        layout[f"xaxis{panel}"] = {"title": {"text": title, "standoff": 8}, "type": "log", "tickvals": TICKS, "tickformat": "~g"}
        ticks = {"tickvals": list(range(len(rungs))), "ticktext": rungs, "showticklabels": panel == 1}
        layout[f"yaxis{panel}"] = {"autorange": "reversed", "zeroline": False} | ticks
    return layout


def _traces(rows: list[dict], heights: list[float], label: str, color: str, rates: dict) -> list[dict]:
    """A kind's marks in all panels."""
    marks = {"type": "scatter", "mode": "markers", "name": label, "legendgroup": label, "y": heights, "marker": {"color": color}}
    marks["text"] = [_rung(row) for row in rows]
    traces = []
    for panel, (_, theirs, ours) in enumerate(PANELS, 1):
        middles, lows, highs = zip(*(ratio(row["ms"][theirs], row["ms"][ours]) for row in rows), strict=True)
        above = [high - middle for high, middle in zip(highs, middles, strict=True)]
        below = [middle - low for low, middle in zip(lows, middles, strict=True)]
        bars = {"type": "data", "symmetric": False, "array": above, "arrayminus": below, "color": color}
        traces.append(marks | _axes(panel) | {"x": list(middles), "error_x": bars, "showlegend": panel == 1})
    times = [median(row["ms"]["ours"]) / milliseconds(of_words(row["row"]), rates) for row in rows]
    return [*traces, marks | _axes(len(PANELS) + 1) | {"x": times, "showlegend": False}]


def _axes(panel: int) -> dict:
    return {"xaxis": f"x{panel}", "yaxis": f"y{panel}"}


def _one(panel: int) -> dict:
    """The line where both are as fast."""
    line = {"type": "line", "xref": f"x{panel}", "yref": f"y{panel} domain", "x0": 1, "x1": 1, "y0": 0, "y1": 1}
    return line | {"line": {"dash": "dot", "width": 1, "color": "#8C8C8C"}}


if __name__ == "__main__":
    sys.exit(guarded(main))
