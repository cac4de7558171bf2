"""The public cases that the notebooks settle, and the symptoms by which a reader finds them."""

import json

from nbformat import NotebookNode

MIME = "application/vnd.reluctant.case+json"
TEXTS = ("id", "title", "address", "at", "asks", "setup", "untold", "cause")
LISTS = ("symptoms", "reported")


def read(data) -> dict | None:
    """What an output says that calls itself a case, or None where it says none."""
    try:
        told = json.loads(data) if isinstance(data, str) else data
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or not all(isinstance(told.get(field), str) for field in TEXTS):
        return None
    lists = [told.get(field) for field in LISTS]
    if not all(isinstance(each, list) and all(isinstance(one, str) for one in each) for each in lists):
        return None
    return {field: told[field] for field in (*TEXTS, *LISTS)} if told["address"].startswith("https://") else None


def of(name: str, executed: NotebookNode) -> list[dict]:
    """The cases of one executed notebook, in order, each with the notebook's name."""
    outputs = [output for cell in executed.cells for output in cell.get("outputs", [])]
    found = [read(output["data"][MIME]) for output in outputs if MIME in output.get("data", {})]
    return [case | {"notebook": name} for case in found if case]


def symptoms(cases: list[dict]) -> list[str]:
    """All symptoms, each once, as a reader may look for them."""
    return sorted({symptom for case in cases for symptom in case["symptoms"]}, key=str.lower)

