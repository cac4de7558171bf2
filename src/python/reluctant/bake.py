"""./workbook bake: fresh outputs and pictures in the committed notebooks, the same bytes on every run.

Also the check that what is committed still fits its code, which the tests use.
"""

import base64
import hashlib
import json
import sys

import nbformat
from nbformat import NotebookNode

from . import claims, places, reading
from .commands import parser
from .failures import Refusal, guarded, unexpected
from .notebooks import Notebook, chosen
from .outputs import FIGURE
from .pictures import WIDTH, draw, height_of
from .running import run, shows, stop_kernels
from .streams import joined

PNG = "image/png"
MARK = "figure"
LARGEST = 1_000_000
KERNEL = {"display_name": "Java", "language": "java", "name": "java"}
LANGUAGE = {
    "codemirror_mode": "java",
    "file_extension": ".jshell",
    "mimetype": "text/x-java-source",
    "name": "java",
    "pygments_lexer": "java",
}
KEPT_OF_CELLS = ("tags", "jupyter", "slideshow", "editable", "deletable")
KEPT_OF_NOTEBOOKS = ("title", "authors")


def main() -> int:
    """Bakes what was named, or all. Nothing is written unless the whole notebook ran and its claims hold."""
    options = parser().parse_args()
    try:
        for notebook in sorted(chosen(options.notebooks), key=_lists_claims):
            _baked(notebook)
    finally:
        stop_kernels()
    return 0


def _baked(notebook: Notebook) -> None:
    try:
        _bake(notebook)
    except (Refusal, OSError):
        raise
    except Exception as error:
        raise unexpected(notebook.name, error) from None


def _lists_claims(notebook: Notebook) -> bool:
    """Whether it shows what the others settle, as 00 does: it is baked after them."""
    return notebook.name.startswith("00-")


def _bake(notebook: Notebook) -> None:
    stored = read(notebook)
    executed = run(notebook)
    if wrong := claims.broken(claims.of(notebook.name, executed)):
        raise Refusal("\n          ".join(wrong))
    fresh = cleaned(stored, executed)
    illustrate(fresh, stored)
    baked = (nbformat.writes(fresh) + "\n").encode()
    if len(baked) > LARGEST:
        raise Refusal(f"{notebook.name} would have {len(baked):,} bytes, more than {LARGEST:,}: let its figures hold fewer points.")
    if baked == notebook.path.read_bytes():
        print(f"{notebook.path.name} is as it was")
        return
    places.write_whole(notebook.path, baked)
    print(f"{notebook.path.name} is baked")


def read(notebook: Notebook) -> NotebookNode:
    """What is committed."""
    return reading.read(notebook.path)


def cleaned(stored: NotebookNode, executed: NotebookNode) -> NotebookNode:
    """The stored cells with the executed outputs, without anything that changes from run to run."""
    outputs = {cell.id: cell for cell in executed.cells}
    cells = [_cleaned_cell(cell, outputs[cell.id]) for cell in stored.cells]
    metadata = {key: stored.metadata[key] for key in KEPT_OF_NOTEBOOKS if key in stored.metadata}
    metadata |= {"kernelspec": dict(KERNEL), "language_info": dict(LANGUAGE)}
    return nbformat.from_dict({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def _cleaned_cell(cell: NotebookNode, executed: NotebookNode) -> dict:
    metadata = {key: cell.metadata[key] for key in KEPT_OF_CELLS if cell.metadata.get(key)}
    made = {"cell_type": cell.cell_type, "id": cell.id, "metadata": metadata, "source": cell.source.rstrip()}
    if cell.get("attachments"):
        made["attachments"] = cell.attachments
    if cell.cell_type == "code":
        made |= {"execution_count": executed.execution_count, "outputs": _joined(executed.outputs)}
    return made


def _joined(outputs: list[NotebookNode]) -> list[dict]:
    """The outputs in one piece each: how what was printed is cut is chance, and so is where a progress bar has been."""
    return [{key: value for key, value in output.items() if key != "transient"} for output in joined(list(filter(shows, outputs)))]


def illustrate(fresh: NotebookNode, stored: NotebookNode) -> None:
    """Puts a picture beside each figure: the stored one when the figure is the same, else a new one."""
    known = {output["metadata"][PNG][MARK]: output["data"][PNG] for output in figures(stored) if _mark(output)}
    missing = [output for output in figures(fresh) if digest(output) not in known]
    drawn = draw([output["data"][FIGURE] for output in missing])
    known |= {digest(output): base64.b64encode(png).decode() for output, png in zip(missing, drawn, strict=True)}
    for output in figures(fresh):
        output["data"][PNG] = known[digest(output)]
        output["metadata"] = {PNG: {MARK: digest(output), "width": WIDTH, "height": height_of(output["data"][FIGURE])}}


def figures(notebook: NotebookNode) -> list[NotebookNode]:
    """The outputs that hold a figure."""
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", []))
    return [output for output in outputs if FIGURE in output.get("data", {})]


def digest(output: NotebookNode) -> str:
    """What tells one figure from another."""
    return hashlib.sha256(json.dumps(output["data"][FIGURE], sort_keys=True).encode()).hexdigest()[:16]


def _mark(output: NotebookNode) -> str | None:
    return output.get("metadata", {}).get(PNG, {}).get(MARK) if PNG in output["data"] else None


def misfits(name: str, stored: NotebookNode, executed: NotebookNode) -> list[str]:
    """A sentence for each cell whose stored outputs are not those of its code, or whose pictures are not of its figures."""
    told = []
    for number, (cell, fresh) in enumerate(zip(stored.cells, cleaned(stored, executed).cells, strict=True)):
        if cell.cell_type == "code":
            line = next(iter(cell.source.splitlines()), "")
            if cell.execution_count != fresh.execution_count or _without_pictures(cell) != _without_pictures(fresh):
                told.append(f"{name}, cell {number}, `{line}`: its stored outputs no longer fit its code. Run `./workbook bake`.")
            elif any(_mark(output) != digest(output) for output in cell.outputs if FIGURE in output.get("data", {})):
                told.append(f"{name}, cell {number}, `{line}`: its picture is missing or of another figure. Run `./workbook bake`.")
    return told


def _without_pictures(cell: NotebookNode) -> list[dict]:
    return [
        {
            key: {mime: part for mime, part in value.items() if mime != PNG} if key in ("data", "metadata") else value
            for key, value in output.items()
        }
        for output in filter(shows, cell.outputs)
    ]


if __name__ == "__main__":
    sys.exit(guarded(main))
