"""Numbers that stand in a notebook's prose, and where they come from.

A number of the run stands in a cell that prints it. One that stands in Markdown is either compared with the outputs of the cells that a tag
names, as in `numbers:two-units`, or stands on the chapter's list in notebooks/numbers, within a phrase that has its reason.
"""

import json
import re

from nbformat import NotebookNode

from . import claims, places

LISTS = places.NOTEBOOKS / "numbers"
TAG = "numbers:"
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:,\d{3})*(?:\.\d+)?(?:e-?\d+)?|(?<=[a-zA-Z_^{(])\d+(?:\.\d+)?")
CHAPTER_LINK = re.compile(r"\[[^\]\d]*(\d\d)[^\]]*\]\((\d\d)-[a-z0-9-]+\.ipynb[^)]*\)")
ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+")


def phrases(name: str) -> dict[str, str]:
    """The phrases of a chapter that may hold numbers, with the reason of each."""
    return json.loads((LISTS / f"{name}.json").read_text(encoding="utf-8"))


def unfounded(name: str, notebook: NotebookNode) -> list[str]:
    """A sentence for each number in Markdown that no cell and no reason stands behind, and for each reason without a number."""
    told, unused = [], set(listed := phrases(name))
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            spans = [(match.start(), match.end(), phrase) for phrase in listed for match in re.finditer(re.escape(phrase), cell.source)]
            unused -= {phrase for *_, phrase in spans}
            free = [number for number in numbers(cell.source) if not any(start <= number.start() and number.end() <= end for start, end, _ in spans)]
            told += [f"{name}, cell {index}: nothing stands behind {each[0]} in \"{_around(cell.source, each)}\"" for each in differing(cell, free, notebook)]
    return told + [f"{name}: no cell says \"{phrase}\"" for phrase in sorted(unused)]


def numbers(source: str) -> list[re.Match]:
    """The numbers of a text, without those of addresses and of links to the chapter that they name."""
    held = [match.span() for match in CHAPTER_LINK.finditer(source) if match[1] == match[2]]
    held += [match.span() for match in ADDRESS.finditer(source)]
    return [number for number in NUMBER.finditer(source) if not any(start <= number.start() < end for start, end in held)]


def differing(cell: NotebookNode, found: list[re.Match], notebook: NotebookNode) -> list[re.Match]:
    """Those of a cell's numbers that stand in no output of the cells that its tags name."""
    named = {tag.removeprefix(TAG) for tag in cell.metadata.get("tags", []) if tag.startswith(TAG)}
    said = [value for other in notebook.cells if other.get("id") in named for value in _values(other)]
    return [number for number in found if not any(_rounds(value, number[0]) for value in said)]


def _values(cell: NotebookNode) -> list[float]:
    data = [output.get("data", {}) for output in cell.get("outputs", [])]
    texts = [str(each.get("text/plain", "")) + str((each.get(claims.MIME) or {}).get("measured", "")) for each in data]
    return [float(number[0].replace(",", "")) for text in texts for number in NUMBER.finditer(text)]


def _rounds(value: float, written: str) -> bool:
    """Whether a number is what another one is when it is rounded to as many digits."""
    told = float(written.replace(",", ""))
    if "e" in written:
        return f"{value:.{len(written.split('e')[0].split('.')[-1]) if '.' in written else 0}e}" == f"{told:.{len(written.split('e')[0].split('.')[-1]) if '.' in written else 0}e}"
    decimals = len(written.split(".")[1]) if "." in written else 0
    return abs(value - told) <= 0.5000001 * 10**-decimals


def _around(source: str, number: re.Match) -> str:
    return " ".join(source[max(0, number.start() - 30) : number.end() + 30].split())
