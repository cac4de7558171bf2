"""What cells say in a kind of output of the book's own, as JSON that a notebook may have changed."""

import json
from collections.abc import Iterator

from nbformat import NotebookNode


def fields(data, texts: tuple[str, ...]) -> dict | None:
    """The fields of such an output, or None where it is no object or one of these is no text."""
    try:
        told = json.loads(data) if isinstance(data, str) else data
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) and all(isinstance(told.get(field), str) for field in texts) else None


def of(executed: NotebookNode, mime: str) -> Iterator:
    """The data of all outputs of this kind, in order."""
    outputs = (output for cell in executed.cells for output in cell.get("outputs", []))
    return (output["data"][mime] for output in outputs if mime in output.get("data", {}))
