"""No number stands in Markdown without a cell or a reason behind it."""

import random

import nbformat
import pytest

from reluctant import bake, numbers
from reluctant.notebooks import all_notebooks

TIED = {notebook.name: notebook for notebook in all_notebooks() if (numbers.LISTS / f"{notebook.name}.json").exists()}


@pytest.mark.parametrize("name", TIED)
def test_each_number_in_markdown_has_a_cell_or_a_reason(name):
    assert numbers.unfounded(name, bake.read(TIED[name])) == []


def places_of(name):
    return [(name, index, number) for index, cell in enumerate(bake.read(TIED[name]).cells) if cell.cell_type == "markdown" for number in numbers.numbers(cell.source)]


@pytest.mark.parametrize("name", TIED)
def test_numbers_that_are_falsified_are_found(name):
    drawn = random.Random(name).sample(found := places_of(name), min(10, len(found)))
    for _, index, number in drawn:
        notebook = bake.read(TIED[name])
        cell = notebook.cells[index]
        digit = str((int(number[0].lstrip("-")[0]) + 4) % 9 + 1)
        at = number.start() + number[0].startswith("-")
        cell.source = cell.source[:at] + digit + cell.source[at + 1 :]
        assert numbers.unfounded(name, notebook), f"{number[0]} in cell {index}"


def test_what_a_number_may_be(monkeypatch):
    monkeypatch.setattr(numbers, "phrases", lambda _: {"1000 epochs": "the thread's"})
    cell = nbformat.v4.new_markdown_cell("[04](04-x.ipynb) has 27 % in 1000 epochs, and $x_2$, -1 and 5.", metadata={"tags": ["numbers:a"]})
    code = nbformat.v4.new_code_cell("", id="a", outputs=[nbformat.v4.new_output("execute_result", {"text/plain": "26.95 % of 2 and -1"}, execution_count=1)])
    told = numbers.unfounded("04", nbformat.v4.new_notebook(cells=[cell, code]))
    assert [each.split(" stands behind ")[1].split()[0] for each in told] == ["5"]
    assert numbers.unfounded("04", nbformat.v4.new_notebook(cells=[])) == ['04: no cell says "1000 epochs"']
