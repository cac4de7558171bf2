"""What a chapter looks like to its reader: short cells, and more prose than code."""

import re

import pytest

from reluctant.notebooks import Notebook, all_notebooks

LINES, WIDTH = 4, 88
METHOD = re.compile(r"(?m)^\w[^=;(]* (\w+)\([^;]*\) ?\{")
FREE = ("%classpath", "import ")
BY_LANGUAGE = re.compile(r"\.formatted\(|to(Lower|Upper)Case\b(?!\(Locale)|(format|printf)\((?!Locale)|new (Scanner|DecimalFormat)\b|(getInstance|getDefault)\(\)")


def source(cell) -> str:
    return "".join(cell["source"])


def tagged(cell) -> bool:
    return "parameters" in cell["metadata"].get("tags", [])

BY_MACHINE = re.compile(r"vectors of \d+|on \d+ threads?\b")


def steps(notebook: Notebook) -> list[str]:
    """The code that a reader steps through: not the start, the imports and the parameters."""
    code = [cell for cell in notebook.cells() if cell["cell_type"] == "code" and not tagged(cell)]
    return [source(cell) for cell in code if not source(cell).startswith(FREE)]


def too_large(cells: list[str]) -> list[str]:
    """Cells of more lines than one idea needs, or lines that a narrow page cuts."""
    return [cell for cell in cells if cell.count("\n") >= LINES or max(map(len, cell.split("\n"))) > WIDTH]


@pytest.mark.parametrize("notebook", all_notebooks(), ids=lambda notebook: notebook.name)
def test_a_cell_holds_one_idea(notebook):
    assert too_large(steps(notebook)) == []


def overloaded(cells: list[str]) -> list[str]:
    """Names that two methods have: after those JJava keeps old values when cells run again."""
    names = [name for cell in cells for name in METHOD.findall(cell)]
    return sorted({name for name in names if names.count(name) > 1})


@pytest.mark.parametrize("notebook", all_notebooks(), ids=lambda notebook: notebook.name)
def test_methods_of_cells_are_not_overloaded(notebook):
    assert overloaded(steps(notebook)) == []


def by_language(cells: list[str]) -> list[str]:
    """Calls whose text depends on the language of the machine: 0,5 in Turkish, other digits in Arabic."""
    return [found.group() for cell in cells for found in BY_LANGUAGE.finditer(cell)]


@pytest.mark.parametrize("notebook", all_notebooks(), ids=lambda notebook: notebook.name)
def test_no_text_depends_on_the_language_of_the_machine(notebook):
    assert by_language(steps(notebook)) == []


def by_machine(text: str) -> list[str]:
    """What an engine says of itself, which another processor changes."""
    return [found.group() for found in BY_MACHINE.finditer(text)]


@pytest.mark.parametrize("notebook", all_notebooks(), ids=lambda notebook: notebook.name)
def test_no_stored_output_depends_on_the_processor(notebook):
    assert by_machine(notebook.path.read_text(encoding="utf-8")) == []


def test_an_output_of_one_processor_is_found():
    assert len(by_machine("side by side in vectors of 4, on 16 threads, or in plain Java, on 1 thread")) == 3


@pytest.mark.parametrize("notebook", all_notebooks(), ids=lambda notebook: notebook.name)
def test_there_is_more_prose_than_code(notebook):
    prose = [source(cell) for cell in notebook.cells() if cell["cell_type"] == "markdown"]
    assert len(" ".join(prose).split()) > len(" ".join(steps(notebook)).split())


def test_a_cell_of_two_ideas_is_found():
    assert too_large(["a;\nb;\nc;\nd;", "x" * 88]) == []
    assert len(too_large(["a;\nb;\nc;\nd;\ne;", "x" * 89])) == 2


def test_an_overloaded_method_is_found():
    assert overloaded(["Rate two(double x) {\n    return one(x); }", "Rate one(double x) {\n    return null; }", "var c = one(3);"]) == []
    assert overloaded(["Rate one(double x) {\n    return null; }", "List<Rate> one(\n    int x, Layer... y) {\n    return null; }"]) == ["one"]


def test_a_call_without_a_locale_is_found():
    assert by_language(['String.format(Locale.ROOT, "%d", 1) + name.toLowerCase(Locale.ROOT); out.printf(Locale.ROOT, "%d", 1);']) == []
    careless = ['"%d".formatted(1)', 'String.format("%d", 1)', 'out.printf("%d", 1);', "a.toLowerCase()", "names.map(String::toUpperCase)", "new Scanner(a)"]
    assert len(by_language(careless)) == len(careless)
