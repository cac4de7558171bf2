"""./workbook new: a notebook of one's own, which runs as it is."""

import json
import re

import nbformat
import pytest

import samples
from reluctant import new, places
from reluctant.failures import Refusal
from reluctant.notebooks import Notebook
from test_cells import steps, too_large


@pytest.fixture
def notebooks(tmp_path, monkeypatch):
    """A folder of two notebooks."""
    monkeypatch.setattr(places, "NOTEBOOKS", tmp_path)
    samples.write(tmp_path, sum=samples.plain(), other=samples.plain())
    return tmp_path


def test_it_has_the_next_number_and_its_name_in_title_and_claim(notebooks):
    made = nbformat.read(new.make_notebook("my-own-data"), as_version=4)
    nbformat.validate(made)
    assert (notebooks / "02-my-own-data.ipynb").exists()
    assert made.cells[0].source.startswith("# My own data\n")
    assert 'Claim.of("my-own-data"' in made.cells[-1].source
    assert "y-question" not in nbformat.writes(made)
    (notebooks / "10-far.ipynb").write_text("{}")
    assert new.make_notebook("next").name == "11-next.ipynb"


@pytest.mark.parametrize("name", ["", "My-question", "a b", "a/b", "../a", "-a", "a-", "a--b", "ä", "٣", "1st", "a\n", "a" * 61, "\x1b[31m"])
def test_an_odd_name_is_refused(notebooks, name):
    with pytest.raises(Refusal, match="^a notebook's name must be of lower case letters") as refusal:
        new.make_notebook(name)
    assert "\x1b" not in str(refusal.value)
    assert len(list(notebooks.iterdir())) == 2


def test_what_is_there_is_never_overwritten(notebooks, monkeypatch):
    with pytest.raises(Refusal, match="there is notebooks/00-sum.ipynb already: choose another name."):
        new.make_notebook("sum")
    monkeypatch.setattr(new, "all_notebooks", lambda: [])  # as if another one were made at the same moment
    before = (notebooks / "00-sum.ipynb").write_text("mine")
    (notebooks / "01-sum.ipynb").write_text("mine")
    with pytest.raises(FileExistsError):
        new.make_notebook("sum")
    assert before and (notebooks / "01-sum.ipynb").read_text() == "mine"
    monkeypatch.setattr(new, "all_notebooks", lambda: [Notebook(notebooks / "99-last.ipynb")])
    with pytest.raises(Refusal, match="99 is taken"):
        new.make_notebook("one-more")


def test_the_template_is_a_chapter_in_small():
    template = Notebook(new.TEMPLATE)
    assert too_large(steps(template)) == []
    assert {each.name for each in template.parameters()} == {"trials", "units", "firstSeed"}
    assert all(cell["outputs"] == [] for cell in template.cells() if cell["cell_type"] == "code")
    imports = next("".join(cell["source"]) for cell in template.cells() if "import " in "".join(cell["source"]))
    assert {"tech.tablesaw.api.*", "org.ejml.simple.SimpleMatrix", "reluctant.data.*"} <= set(re.findall(r"import ([\w.*]+);", imports))


@pytest.mark.parametrize("settings", [[], pytest.param(["--set", "trials=200"], marks=pytest.mark.long)])
def test_a_new_notebook_runs(ready_clone, settings):
    code, said = ready_clone.run("new", "my-question")
    assert (code, said) == (0, "notebooks/03-my-question.ipynb is made; open it with `./workbook lab`, or run it with `./workbook report 03`\n")
    try:
        code, said = ready_clone.run("report", "03", *settings)
        assert code == 0, said
        assert settings or [claim["id"] for claim in json.loads((ready_clone.reports / "claims.json").read_text())["claims"]] == ["sample.bend", "my-question"]
    finally:
        (ready_clone.notebooks / "03-my-question.ipynb").unlink()
        ready_clone.run("report", "01")
