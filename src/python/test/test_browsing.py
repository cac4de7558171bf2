"""A browser that hangs is ended, and the reader is told what it was to do."""

import re

import psutil
import pytest

from conftest import eventually, interrupted, plain_environment
from reluctant import browsing, pictures, printing
from reluctant.failures import INTERRUPTED, Refusal


@pytest.fixture
def hanging(tmp_path):
    """A browser that never answers."""
    program = tmp_path / "browser"
    program.write_text("#!/bin/sh\necho >> \"$0.started\"\nsleep 3600\n")
    program.chmod(0o755)
    return program


def named(program):
    """The processes that were started from a program, and what they wait for."""
    found = [each for each in psutil.process_iter(["cmdline"]) if str(program) in " ".join(each.info["cmdline"] or [])]
    return found + [child for each in found for child in each.children(recursive=True)]


WORK = {
    "drawing 1 picture": lambda page: pictures.draw([{"data": []}]),
    "printing 1 page": lambda page: printing.print_pages([page]),
}


@pytest.mark.parametrize("doing", WORK)
def test_a_browser_that_hangs_is_ended_at_the_bound(hanging, tmp_path, monkeypatch, capsys, doing):
    monkeypatch.setenv("BROWSER_PATH", str(hanging))
    monkeypatch.setattr(browsing, "PATIENCE", 8)
    with pytest.raises(Refusal) as refused:
        WORK[doing](tmp_path / "page.html")
    assert str(refused.value) == (
        f"the browser {hanging} was of no use in {doing} (it did nothing for 8 s): name another one in BROWSER_PATH."
    )
    assert capsys.readouterr().out == f"{doing.capitalize()} in {hanging} ..\n"
    assert named(hanging) == []


def test_a_browser_that_ends_at_once_is_told(hanging, monkeypatch):
    hanging.write_text("#!/bin/sh\nexit 3\n")
    monkeypatch.setenv("BROWSER_PATH", str(hanging))
    for work in WORK.values():
        with pytest.raises(Refusal, match=r"^the browser \S+ was of no use in [^\n]*: name another one in BROWSER_PATH\.$"):
            work(hanging)


@pytest.mark.long
def test_an_interrupt_ends_a_bake_whose_browser_hangs(ready_clone, hanging):
    stored = (ready_clone.notebooks / "00-bend.ipynb").read_bytes()
    (ready_clone.notebooks / "00-bend.ipynb").write_bytes(stored.replace(b"rangeClosed(-points", b"rangeClosed(1-points"))
    try:
        workbook = ready_clone.start("bake", "00", env=plain_environment() | {"BROWSER_PATH": str(hanging)})
        eventually(hanging.with_name("browser.started").exists)
        code, said, left = interrupted(workbook)
    finally:
        (ready_clone.notebooks / "00-bend.ipynb").write_bytes(stored)
    assert (code, left, named(hanging)) == (INTERRUPTED, [], []), said
    assert re.search(rf"Drawing 2 pictures in {re.escape(str(hanging))} \.\.\n", said) and "Traceback" not in said
