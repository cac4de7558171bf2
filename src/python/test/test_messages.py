"""What a reader is told of an error, and of a claim of his own."""

import pytest

from nbformat.v4 import new_code_cell, new_notebook, new_output

from reluctant import bake, claims
from reluctant.notebooks import all_notebooks
from reluctant.page import overview, page
from reluctant.running import message

OWN = {"id": "my.claim", "claim": "It works.", "measured": "it did not", "interval": None, "verdict": "false", "expected": None, "thread": None}
UNKNOWN = "Nothing is named Mathh here: correct the name, import it, or run the cell that declares it."
BOLD, MARKED, END = "\x1b[1m", "\x1b[1;4m", "\x1b[0m"


@pytest.mark.parametrize(
    ("name", "value", "traceback", "told"),
    [
        ("CompilationException", "[snippet: ..]", [f"{BOLD}{UNKNOWN}{END}", f"|   {MARKED}Mathh{END}.abs(3){END}", "cannot find symbol"], UNKNOWN),
        ("CompilationException", "", ["|   int i = \"a\";", f"{BOLD}incompatible types: String cannot be converted to int{END}", ""],
         "incompatible types: String cannot be converted to int"),
        ("IncompleteSourceException", "f(", [f"{BOLD}This cell is not finished:{END}", "nothing closes the ( in `f(`, so close it.", "|   f("],
         "This cell is not finished: nothing closes the ( in `f(`, so close it."),
        ("RuntimeException", "jdk.jshell.UnresolvedReferenceException: Attempt ..", [f"{BOLD}qux(..) uses Mathh.{END}", "|   java.lang.RuntimeException: .."],
         "qux(..) uses Mathh."),
        ("RuntimeException", "java.lang.IllegalArgumentException, units must be at least 1. Received: 0",
         ["java.lang.IllegalArgumentException: units must be at least 1. Received: 0", "\tat reluctant.Require.atLeast(Require.java:37)"],
         "units must be at least 1. Received: 0"),
        ("EvalException", "units must be at least 1. Received: 0", ["-----", "|   java.lang.IllegalArgumentException: units .."],
         "units must be at least 1. Received: 0"),
        ("RuntimeException", "java.lang.StackOverflowError, null", ["java.lang.StackOverflowError: null", "\tat .rec(#39:1)"], "java.lang.StackOverflowError"),
        ("EvalException", "null", ["-----", "|   java.lang.StackOverflowError: null"], "java.lang.StackOverflowError"),
        ("RuntimeException", "REPL.$JShell$11$Mine, null", ["REPL.$JShell$11$Mine"], "REPL.$JShell$11$Mine"),
    ],
)  # fmt: skip
def test_an_error_is_told_in_one_sentence(name, value, traceback, told):
    assert message(name, value, traceback) == told


def test_a_claim_of_ones_own_shows_its_verdict_and_breaks_nothing():
    executed = new_notebook(cells=[new_code_cell("..", execution_count=1, outputs=[new_output("display_data", {claims.MIME: OWN, "text/plain": ".."})])])
    found = claims.of("00-own", executed)
    assert claims.broken(found) == []
    rows = [claims.shown(claim) | {"href": "00-own.html", "title": "Mine"} for claim in found]
    for html in (page("00-own", executed), overview(notebooks=[], claims=rows)):
        assert "it did not" in html and "alse" in html
        assert "expected" not in html.split("<body", 1)[1].split("<script", 1)[0]


@pytest.mark.parametrize("notebook", all_notebooks(), ids=lambda notebook: notebook.name)
def test_every_claim_of_a_chapter_says_what_is_expected(notebook):
    assert [claim["id"] for claim in claims.of(notebook.name, bake.read(notebook)) if claim["expected"] is None] == []
