"""The picture of ./workbook bench: how the time of a sweep grows with its seeds, threads and ReLUs."""

import itertools
import json
import sys
from statistics import fmean

import plotly.io

from . import places
from .bench import PICTURE, RESULTS
from .failures import guarded
from .machine import find_browser
from .pictures import draw

WIDTH, HEIGHT = 1260, 460
ENGINES = {"VectorLanesBenchmark": "vector lanes", "ScalarLanesBenchmark": "plain Java"}
SEEDS = 1024
PANELS = (
    ("seeds (2 ReLUs)", "ms a net", "log"),
    ("threads (2 ReLUs)", "nets a second", "linear"),
    (f"ReLUs ({SEEDS} seeds)", "ms a net", "linear"),
)


def main() -> int:
    """Draws what was measured last: a page that needs nothing else and, with a browser, a PNG of it."""
    drawn = figure(json.loads(RESULTS.read_bytes()))
    page = plotly.io.to_html(drawn, include_plotlyjs=True, validate=False, config={"responsive": True})
    places.write_whole(PICTURE, page.encode())
    if find_browser():
        places.write_whole(PICTURE.with_suffix(".png"), draw([drawn], WIDTH, HEIGHT)[0])
    return 0


def figure(results: dict) -> dict:
    """Three panels side by side, as Plotly has them. The bars go from the shortest iteration to the longest."""
    style = json.loads(places.STYLE.read_bytes())
    lines = _lines(results["benchmarks"])
    layout = {
        "template": style,
        "title": {"text": f"Trainings on |x| within a sweep, {results['processor']}{', short run' if results['quick'] else ''}"},
        "grid": {"rows": 1, "columns": len(PANELS), "pattern": "independent"},
        "margin": {"t": 60, "r": 20, "b": 90},
    }
    for number, (x, y, kind) in enumerate(PANELS, 1):
        ticks = sorted({x for (panel, _), points in lines.items() if panel == number for x, _ in points})
        layout[f"xaxis{number}"] = {"title": {"text": x, "standoff": 8}, "type": kind, "tickvals": ticks, "tickformat": ",d"}
        layout[f"yaxis{number}"] = {"title": {"text": y, "standoff": 8}, "rangemode": "tozero", "separatethousands": True}
    labels = list(dict.fromkeys(label for _, label in lines))
    colors = dict(zip(labels, itertools.cycle(style["layout"]["colorway"])))
    shown = {label: panel for panel, label in reversed(lines)}
    traces = [
        _trace(panel, label, sorted(points)) | {"line": {"color": colors[label]}, "showlegend": shown[label] == panel}
        for (panel, label), points in lines.items()
    ]
    return {"data": [*traces, *_ideal(lines, style["layout"]["colorway"][6])], "layout": layout}


def _lines(benchmarks: list[dict]) -> dict[tuple[int, str], list[tuple[int, list[float]]]]:
    """Of each panel and label, the points: x and what each iteration gave."""
    lines = {}
    for one in benchmarks:
        kind, name = one["benchmark"].split(".")[-2:]
        settings = one.get("params", {})
        times = [time for fork in one["primaryMetric"]["rawData"] for time in fork]
        if kind == "ScalingBenchmark":
            nets = int(settings.get("seeds", SEEDS))
            key = 1 if name == "seeds" else 3, f"{settings['threads']} thread" + ("" if settings["threads"] == "1" else "s")
            lines.setdefault(key, []).append((int(settings[name]), [time / nets for time in times]))
        elif settings.get("job") == "ABSOLUTE_1_2_1":
            lines.setdefault((2, ENGINES[kind]), []).append((int(settings["threads"]), [1000 / time for time in times]))
    return dict(sorted(lines.items()))


def _trace(panel: int, label: str, points: list[tuple[int, list[float]]]) -> dict:
    means = [fmean(values) for _, values in points]
    above = [max(values) - mean for (_, values), mean in zip(points, means, strict=True)]
    below = [mean - min(values) for (_, values), mean in zip(points, means, strict=True)]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": label,
        "legendgroup": label,
        "x": [x for x, _ in points],
        "y": means,
        "error_y": {"type": "data", "symmetric": False, "array": above, "arrayminus": below},
        "xaxis": f"x{panel}",
        "yaxis": f"y{panel}",
    }


def _ideal(lines: dict, colour: str) -> list[dict]:
    """What the threads would give if none took from another."""
    traces = []
    for (panel, _), points in lines.items():
        if panel == 2 and (one := dict(points).get(1)):
            threads = sorted(threads for threads, _ in points)
            trace = {"type": "scatter", "mode": "lines", "name": "one thread's, times threads", "showlegend": not traces}
            trace |= {"x": threads, "y": [fmean(one) * each for each in threads], "xaxis": f"x{panel}", "yaxis": f"y{panel}"}
            traces.append(trace | {"line": {"dash": "dot", "width": 1, "color": colour}})
    return traces


if __name__ == "__main__":
    sys.exit(guarded(main))
