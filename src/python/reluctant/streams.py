"""What a cell prints: in one piece, and no more than can be read."""

from itertools import groupby

from nbformat import NotebookNode

MOST_LINES, MOST_LETTERS = 1000, 60_000
KEPT_LINES, KEPT_LETTERS = 400, 25_000  # of the beginning, and again of the end
MOST_PIECES = 100


def joined(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """The outputs, with what was printed in one piece and bounded: how a kernel cuts it is chance."""
    made = []
    for name, group in groupby(outputs, key=_printed_to):
        made += group if name is None else [_one(list(group))]
    printed = [output for output in made if _printed_to(output) is not None]
    if len(printed) <= MOST_PIECES:
        return made
    names = dict.fromkeys(output["name"] for output in printed)  # they alternate without end
    return [_one([output for output in printed if output["name"] == name]) for name in names] + [
        output for output in made if _printed_to(output) is None
    ]


def _printed_to(output: NotebookNode) -> str | None:
    return output["name"] if output["output_type"] == "stream" else None


def _one(pieces: list[NotebookNode]) -> NotebookNode:
    return NotebookNode({**pieces[0], "text": bounded("".join(piece["text"] for piece in pieces))})


def bounded(text: str) -> str:
    """A text, or its beginning and its end around a line that says what was cut."""
    lines = text.count("\n") + 1
    if lines <= MOST_LINES and len(text) <= MOST_LETTERS:
        return text
    first, last = _beginning(text), _beginning(text[::-1])[::-1]
    cut = len(text) - len(first) - len(last)
    told = f"… {cut:,} of {len(text):,} characters in {lines:,} lines are left out here: print less, or write it to a file …"
    return f"{first.rstrip()}\n{told}\n{last.lstrip()}"


def _beginning(text: str) -> str:
    return "\n".join(text[:KEPT_LETTERS].split("\n", KEPT_LINES)[:KEPT_LINES])
