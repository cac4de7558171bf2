"""What the notebooks settle."""

import json

from nbformat import NotebookNode

MIME = "application/vnd.reluctant.claim+json"
FIELDS = ("id", "notebook", "claim", "measured", "interval", "verdict", "expected")


def of(name: str, executed: NotebookNode) -> list[dict]:
    """The claims of one executed notebook, in order, each with the notebook's name."""
    outputs = [output for cell in executed.cells for output in cell.get("outputs", [])]
    found = [output["data"][MIME] for output in outputs if MIME in output.get("data", {})]
    claims = [json.loads(claim) if isinstance(claim, str) else claim for claim in found]
    return [{field: claim.get(field) for field in FIELDS} | {"notebook": name} for claim in claims]


def broken(claims: list[dict]) -> list[str]:
    """A sentence each for the claims whose verdict is not the expected one."""
    return [
        f"{claim['id']} in {claim['notebook']} is {claim['verdict']}, not {claim['expected']} (measured: {claim['measured']})"
        for claim in claims
        if claim["verdict"] != claim["expected"]
    ]
