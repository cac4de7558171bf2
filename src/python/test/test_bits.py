"""The library in a page gives what it gives in the JVM: the same text of the same questions, to the bit."""

import html
import json
import os
import re
import struct
import subprocess

import pytest

from conftest import PATIENCE, ROOT, one_in, places
from reluctant import laboratory as made
from reluctant.laboratory import MODULE, NAME, carried, laboratory
from reluctant.machine import EXE, find_jdk
from reluctant.notebooks import all_notebooks
from reluctant.wasm import imports
from test_pages import opened, until

BEGINNING = "new Trial("
SMOOTH = "new Trial(Sequential.of(1, new Dense(3, TANH), new Dense(1, SIGMOID)), formula(\"sin(3 x)\", grid(-3, 3, 20)), new Fit(new Adam(0.01), MSE, 30, 8), 5L)"
EPOCHS = ".epochs(4)"  # of each line, so that all of them take a minute or two
RANDOM = 300
LEAST = 500
NUMBER = re.compile(r"(?<![\w.])-?\d+\.\d+(?:[eE][-+]?\d+)?(?![\w.])")
# What a page opens no file for, and denormal numbers, of which the compiler's library prints other digits.
LEFT_OUT = re.compile(r'csv\("|E-3(0[89]|[12]\d)')
COEFFICIENT = 0.6931471805598903  # LN2_HIGH, the larger part of ln 2 in e^x
SOME, MANY = 10, 3  # one line in so many: what the default run takes, and the long one
CLASSES = ("src/page/target/test-classes", "src/library/target/test-classes")
ASK = "async (questions) => { const { ask } = await startThread(); return Promise.all(questions.map((question) => ask(question))); }"


def java(program: str, *arguments: str, given: str = "") -> list[str]:
    """What a program among the tests' classes prints, line by line."""
    path = os.pathsep.join(str(ROOT / each) for each in (*CLASSES, "target/page/*", "target/lib/*"))
    command = [find_jdk().home / "bin" / f"java{EXE}", "-XX:TieredStopAtLevel=1", "-cp", path, f"reluctant.page.{program}", *arguments]
    run = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", timeout=3 * PATIENCE)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def shown(node) -> list[str]:
    """All texts of a notebook's outputs; a list of lines is one."""
    if isinstance(node, str):
        return [html.unescape(node)]
    if isinstance(node, list) and node and all(isinstance(each, str) for each in node):
        return [html.unescape("".join(node))]
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [text for each in inner for text in shown(each)]


def trials(text: str) -> list[str]:
    """The lines of trials in a text, each up to the bracket that closes it."""
    found = []
    for part in text.split(BEGINNING)[1:]:
        depth = 1
        for at, character in enumerate(part):
            depth += (character == "(") - (character == ")")
            if not depth:
                found.append(BEGINNING + part[: at + 1])
                break
    return found


def lines() -> list[str]:
    """The golden runs, what the chapters show, and random ones."""
    outputs = [cell.get("outputs") for each in all_notebooks() for cell in json.loads(each.path.read_text(encoding="utf-8"))["cells"]]
    of_chapters = [line for text in shown(outputs) for line in trials(text)]
    return [line for line in dict.fromkeys([*java("Lines", str(RANDOM)), *of_chapters]) if not LEFT_OUT.search(line)]


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    """The page that trains, opened from disk under its own policy."""
    path = tmp_path_factory.mktemp("bits") / NAME
    path.write_bytes(laboratory())
    with opened(browser, path) as page:
        until(page, "document.documentElement.dataset.ready")
        yield page


def by_value(text: str) -> str:
    """A text whose numbers are written in one way: before version 19 the JDK has digits that a number does not need."""
    return NUMBER.sub(lambda number: repr(float(number[0])), text)


def altered(module: bytes) -> bytes:
    """A module in which one bit is another: the last one of a coefficient of the exponential function."""
    coefficient = struct.pack("<d", COEFFICIENT)
    assert module.count(coefficient) >= 1
    return module.replace(coefficient, bytes([coefficient[0] ^ 1]) + coefficient[1:])


def both(page, questions: list[str]) -> list[tuple[str, str, str]]:
    """Each question, what the page answers, and what the JVM does."""
    given = "\n".join(question.replace("\n", "\\n") for question in questions) + "\n"
    ours = [answer.replace("\\n", "\n") for answer in java("Reports", given=given)]
    theirs = [answer["text"] for answer in page.evaluate(ASK, questions)]
    assert len(ours) == len(theirs) == len(questions)
    return list(zip(questions, map(by_value, theirs), map(by_value, ours)))


@pytest.mark.parametrize("every", [SOME, pytest.param(MANY, marks=pytest.mark.long)])
def test_the_page_reports_what_the_jvm_does(page, every):
    asked = one_in(every, lines())
    assert len(asked) >= LEAST * MANY / every
    questions = [f"report\n{line}{EPOCHS}" for line in asked]
    different = [(question, theirs, ours) for question, theirs, ours in both(page, questions) if theirs != ours]
    assert not different, f"{len(different)} of {len(questions)}, first {different[0]}"


def test_one_bit_that_is_another_shows(browser, tmp_path, monkeypatch):
    bent = tmp_path / "bent.wasm"
    bent.write_bytes(altered(MODULE.read_bytes()))
    monkeypatch.setattr(made, "MODULE", bent)
    carried.cache_clear()
    try:
        (tmp_path / NAME).write_bytes(laboratory())
    finally:
        carried.cache_clear()
    with opened(browser, tmp_path / NAME) as page:
        until(page, "document.documentElement.dataset.ready")
        ((_, theirs, ours),) = both(page, [f"report\n{SMOOTH}"])
        assert theirs.splitlines()[0] == ours.splitlines()[0] and theirs != ours


def test_a_page_is_told_what_the_jvm_is(page):
    asked = ["begin\nnew Trial(", f"begin\n{SMOOTH}", "advance\n7", "units", "diagnose", "advance\n0", "keras", "rules", "none", "rate\n3\n10", f"count\nSuccess::of\n60\n4\n{SMOOTH}"]
    for question, theirs, ours in both(page, asked):
        assert theirs == ours, question


def test_a_module_asks_for_nothing_of_math_that_is_not_exact_or_thrown():
    asked = {name for place, name, _ in imports(MODULE.read_bytes()) if place == "teavmMath"}
    assert asked <= {"sqrt", "floor", "ceil", "pow", "sin", "cos", "log"}  # the last three of EJML's eigenvectors, which throw in a page
