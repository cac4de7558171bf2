"""What the notebooks settle."""

import csv
import io
import json

from nbformat import NotebookNode

from . import told

MIME = "application/vnd.reluctant.claim+json"
VERSION = 2  # of claims.json, which other pages read
SIGNS = {"yes": "\u2714", "no": "\u2718", "undecided": "\u25d0"}
TEXTS = ("id", "claim", "verdict")
MAYBE = ("measured", "criterion", "expected", "thread", "source")
FIELDS = ("id", "notebook", "claim", "said", "criterion", "measured", "interval", "count", "trials", "lines", "source", "verdict", "expected", "axes")
COLUMNS = ("notebook", "claim", "axis", "setting", "measured", "low", "high", "count", "trials", "source", "answer", "lines")


def read(data) -> dict | None:
    """What an output says that calls itself a claim, or None where it says none."""
    claim = told.fields(data, TEXTS)
    if claim is None:
        return None
    if not all(isinstance(claim.get(field), str | None) for field in MAYBE):
        return None
    return {**claim, "said": list(filter(_is_said, _items(claim.get("said")))), "axes": [_axis(each) for each in _items(claim.get("axes")) if _is_axis(each)]}


def _items(value) -> list[dict]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _is_said(said: dict) -> bool:
    return all(isinstance(said.get(field), str) for field in ("speaker", "post", "thread")) and said["thread"].startswith("https://")


def _is_axis(axis: dict) -> bool:
    return all(isinstance(axis.get(field), str) for field in ("axis", "reason"))


def _axis(axis: dict) -> dict:
    fields = ("setting", "measured", "source", "answer")
    return axis | {"attacks": [each for each in _items(axis.get("attacks")) if all(isinstance(each.get(field), str) for field in fields)]}


def kind(verdict: str) -> str:
    """The class of a verdict: true, false or partly."""
    return verdict if verdict in ("true", "false") else "partly"


def shown(claim: dict) -> dict:
    """A claim with what a page shows of it: its kind, what it rests on, and the verdict that was expected if it is another one."""
    expected, count = claim.get("expected"), sum(len(axis["attacks"]) for axis in claim["axes"])
    return claim | {
        "kind": kind(claim["verdict"]),
        "instead": expected if expected not in (None, "", claim["verdict"]) else None,
        "summary": f"Attacked {count} time{'s' if count > 1 else ''}" if count else "What it rests on",
        "left": _left(claim["axes"]),
        "signs": SIGNS,
        "said": list({(each["speaker"], each["post"]): each for each in claim["said"]}.values()),
    }


def _left(axes: list[dict]) -> dict[str, str]:
    """Why axes were not attacked, and which."""
    left: dict[str, list[str]] = {}
    for axis in axes:
        if not axis["attacks"]:
            left.setdefault(axis["reason"] or "not attacked", []).append(axis["axis"])
    return {reason: ", ".join(names) for reason, names in left.items()}


def of(name: str, executed: NotebookNode) -> list[dict]:
    """The claims of one executed notebook, in order, each with the notebook's name."""
    found = map(read, told.of(executed, MIME))
    return [{field: claim.get(field) for field in FIELDS} | {"notebook": name} for claim in found if claim]


def document(settled: list[dict]) -> str:
    """All claims as claims.json holds them."""
    return json.dumps({"version": VERSION, "claims": settled}, indent=1, ensure_ascii=False) + "\n"


def rates(settled: list[dict]) -> str:
    """Every rate that a claim rests on, a row each: what was counted, its interval, and the lines that replay it."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(COLUMNS)
    for claim in settled:
        page = claim | {"setting": "the page", "source": claim.get("source") or "page", "answer": claim["verdict"]}
        attacks = [(axis["axis"], attack) for axis in claim["axes"] for attack in axis["attacks"]]
        rows.writerows(_row(claim, axis, each) for axis, each in [("", page), *attacks] if each.get("trials"))
    return file.getvalue()


def _row(claim: dict, axis: str, finding: dict) -> list:
    interval, lines = finding.get("interval"), finding.get("lines")
    low, high = interval if isinstance(interval, list) and len(interval) == 2 else ("", "")
    replayed = " | ".join(map(str, lines)) if isinstance(lines, list) else ""
    return [claim["notebook"], claim["id"], axis, *(finding[each] for each in ("setting", "measured")), low, high, finding.get("count"), finding["trials"], finding["source"], finding["answer"], replayed]


def broken(claims: list[dict]) -> list[str]:
    """A sentence each for the claims whose verdict is not the expected one. A reader's own claim may expect none."""
    return [
        f"{claim['id']} in {claim['notebook']} is {claim['verdict']}, not {claim['expected']} (measured: {claim['measured']})"
        for claim in claims
        if shown(claim)["instead"]
    ]
