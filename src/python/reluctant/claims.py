"""What the notebooks settle."""

import json

from nbformat import NotebookNode

MIME = "application/vnd.reluctant.claim+json"
FIELDS = ("id", "notebook", "claim", "measured", "interval", "verdict", "expected")


def read(data) -> dict | None:
    """What an output says that calls itself a claim, or None where it says none."""
    try:
        told = json.loads(data) if isinstance(data, str) else data
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or not all(isinstance(told.get(field), str) for field in ("id", "claim", "verdict")):
        return None
    return told if all(isinstance(told.get(field), str | None) for field in ("measured", "expected", "thread")) else None


def kind(verdict: str) -> str:
    """The class of a verdict: true, false or partly."""
    return verdict if verdict in ("true", "false") else "partly"


def shown(claim: dict) -> dict:
    """A claim with what a page shows of it: its kind, and the verdict that was expected if it is another one."""
    expected = claim.get("expected")
    return claim | {"kind": kind(claim["verdict"]), "instead": expected if expected not in (None, "", claim["verdict"]) else None}


def of(name: str, executed: NotebookNode) -> list[dict]:
    """The claims of one executed notebook, in order, each with the notebook's name."""
    outputs = [output for cell in executed.cells for output in cell.get("outputs", [])]
    found = [read(output["data"][MIME]) for output in outputs if MIME in output.get("data", {})]
    return [{field: claim.get(field) for field in FIELDS} | {"notebook": name} for claim in found if claim]


def broken(claims: list[dict]) -> list[str]:
    """A sentence each for the claims whose verdict is not the expected one. A reader's own claim may expect none."""
    return [
        f"{claim['id']} in {claim['notebook']} is {claim['verdict']}, not {claim['expected']} (measured: {claim['measured']})"
        for claim in claims
        if shown(claim)["instead"]
    ]
