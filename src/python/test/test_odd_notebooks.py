"""Odd notebooks: each fails alone, in one sentence, or becomes a page in which nothing acts; the others and the index are made."""

import os
import re
from random import Random

import nbformat
import pytest
from bs4 import BeautifulSoup

import odd
import samples
from conftest import plain_environment
from reluctant import page, places, reading, report
from reluctant.notebooks import all_notebooks

BATCH = 25
NO_PART_OF_A_PAGE = ["iframe", "object", "embed", "base", "form", "link", "video", "audio", "svg", "style", "meta"]
OWN_SCRIPTS = {"application/json", "text/plain"}


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """A project of its own, in which what is stored counts as executed, so that no kernel starts."""
    for name in ("NOTEBOOKS", "REPORTS", "EXECUTED"):
        (tmp_path / name.lower()).mkdir()
        monkeypatch.setattr(places, name, tmp_path / name.lower())
    monkeypatch.setattr(report, "run", lambda notebook, values, name: reading.read(notebook.path))
    page.assets.cache_clear()  # they hold the check sum of the script that draws
    monkeypatch.setattr(page, "plotly", lambda: ('<script type="text/plain" id="plotly"></script>', ""))  # large
    yield tmp_path
    page.assets.cache_clear()


def reported():
    """What failed, told of each notebook; all others have a page, and the index has all."""
    failures = report._all_reported(all_notebooks(), [])
    report.write_overview()
    for told in failures:
        assert "\n" not in told and len(told) < 900, told
    index = BeautifulSoup((places.REPORTS / "index.html").read_bytes(), "html.parser")
    assert len(index.select(".cards li")) == len(all_notebooks())
    return failures


def assert_only_its_own(path):
    """A page holds no script, style or frame but its own."""
    soup = BeautifulSoup(path.read_bytes(), "html.parser")
    scripts = soup.body.find_all("script")
    assert [str(script.string) for script in scripts if script.get("type") not in OWN_SCRIPTS] == [str(page.assets()["script"])]
    assert soup.body.find_all(NO_PART_OF_A_PAGE) == [] and len(soup.head.find_all("meta")) == 4
    assert soup.body.find_all(style=True) == [] and soup.find_all(lambda each: any(name.startswith("on") for name in each.attrs)) == []


def reported_of(seed):
    for number in range(BATCH):
        (places.NOTEBOOKS / f"{number:02d}-odd.ipynb").write_bytes(odd.broken(Random(seed * BATCH + number)))
    samples.write(places.NOTEBOOKS / "good", good=samples.plain())
    (places.NOTEBOOKS / "good" / "00-good.ipynb").rename(places.NOTEBOOKS / "99-good.ipynb")
    (places.NOTEBOOKS / "good").rmdir()
    failures = reported()
    failed = {told.split()[0].removesuffix(".ipynb").rstrip(":") for told in failures}
    pages = sorted(places.REPORTS.glob("[0-9]*.html"))
    told = {path.stem for path in pages} | failed
    assert told == {notebook.name for notebook in all_notebooks()}, failures
    assert "99-good" not in failed
    for path in pages:
        assert_only_its_own(path)
    return failures


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 20))])
def test_notebooks_broken_by_chance_fail_alone(folders, seed):
    assert 0 < len(reported_of(seed)) < BATCH


def test_the_whole_notebook_becomes_a_page(folders):
    """What is broken above is good before."""
    (places.NOTEBOOKS / "00-odd.ipynb").write_bytes(odd.json.dumps(odd.whole()).encode())
    assert reported() == []
    html = (places.REPORTS / "00-odd.html").read_text(encoding="utf-8")
    assert html.count("data:image/") == 6 and html.count('class="notice"') == 1 and "(text/vnd.mermaid)" in html


def oddities(folder):
    """What can lie in the folder of notebooks instead of a notebook, and what is said of it."""
    folder.mkdir(exist_ok=True)
    (folder / "01-folder.ipynb").mkdir()
    (folder / "02-nowhere.ipynb").symlink_to(folder / "none.ipynb")
    (folder / "03-circle.ipynb").symlink_to(folder / "03-circle.ipynb")
    os.mkfifo(folder / "04-pipe.ipynb")
    python = samples.plain()
    python.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(python, folder / "05-python.ipynb")
    (folder / "06-newer.ipynb").write_text('{"nbformat": 5, "nbformat_minor": 0, "metadata": {}, "cells": []}')
    (folder / "07-deep.ipynb").write_text("[" * 100_000)
    (folder / "08-latin.ipynb").write_bytes('{"ä": 1}'.encode("latin-1"))
    return [
        "01-folder.ipynb is a folder, not a notebook: ",
        "02-nowhere.ipynb is a link that leads nowhere, not a notebook: ",
        "03-circle.ipynb is a link that leads nowhere, not a notebook: ",
        "04-pipe.ipynb is no file, not a notebook: ",
        "05-python.ipynb is a notebook of python, and those of Java are run here: ",
        "06-newer.ipynb is of nbformat 5, and 1 to 4 can be read: ",
        "07-deep.ipynb is nested too deeply for a notebook: ",
        "08-latin.ipynb is not a notebook (it is not JSON: ",
    ]


def old(source="1 + 1"):
    """A notebook as IPython 2 stored it."""
    code = {"cell_type": "code", "collapsed": False, "input": [source], "language": "java", "metadata": {}, "outputs": []}
    heading = {"cell_type": "heading", "level": 1, "metadata": {}, "source": ["An old one"]}
    return {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": [heading, code], "metadata": {}}]}


def test_what_is_no_notebook_is_told_and_one_of_nbformat_3_is_converted(folders):
    told = oddities(places.NOTEBOOKS)
    (places.NOTEBOOKS / "09-old.ipynb").write_text(odd.json.dumps(old()))
    failures = reported()
    assert [line for line, start in zip(failures, told, strict=True) if not line.startswith(start)] == []
    assert "An old one" in (places.REPORTS / "09-old.html").read_text(encoding="utf-8")
    assert "05-python.ipynb is a notebook of python" in (places.REPORTS / "index.html").read_text(encoding="utf-8")


def test_names_at_the_bounds_of_a_file_system_fail_alone(folders):
    for name in ("00-" + "n" * 246, b"01-\xff".decode(errors="surrogateescape"), "02-a\nb", "03-\x1b[31m", "04-%2F?#&", "05-good"):
        nbformat.write(samples.plain(), folders / "made.ipynb")
        (folders / "made.ipynb").rename(places.NOTEBOOKS / f"{name}.ipynb")
    failures = reported()
    assert len(failures) == 2 and "00-nnn" in failures[0] and r"01-\udcff.ipynb is not Unicode" in failures[1], failures
    assert len(list(places.REPORTS.glob("0*.html"))) == 4


def test_an_error_that_nobody_foresaw_names_its_notebook(folders, monkeypatch):
    samples.write(places.NOTEBOOKS, one=samples.plain(), two=samples.plain())
    made = report.page
    monkeypatch.setattr(report, "page", lambda name, *more: made(name, *more) if name != "00-one" else 1 / 0)
    (told,) = report._all_reported(all_notebooks(), [])
    assert told.startswith("00-one could not be made into a page (ZeroDivisionError: division by zero): ")


@pytest.mark.long
def test_the_real_command_reports_the_others(clone):
    clone.borrow()
    told = oddities(clone.notebooks)
    (clone.notebooks / "09-old.ipynb").write_text(odd.json.dumps(old()))
    nbformat.write(samples.plain(), clone.notebooks / "10-good.ipynb")
    code, said = clone.run("report", env=plain_environment())
    assert code == 1 and [start for start in told if start not in said] == [], said
    for name, text in (("09-old", "An old one"), ("10-good", "A sum")):
        assert text in (clone.reports / f"{name}.html").read_text(encoding="utf-8")
    assert len(re.findall("<li>", (clone.reports / "index.html").read_text(encoding="utf-8"))) == 10
