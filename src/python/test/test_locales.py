"""The language and the encoding of the machine change nothing that a reader sees. The run that all tests share is Turkish."""

import os
import subprocess
import sys

import pytest

import samples
from conftest import Clone, one_in, plain_environment
from reluctant import bake, places
from reluctant.notebooks import all_notebooks
from reluctant.running import run

CHAPTERS = all_notebooks()
LANGUAGES = ("az", "lt", "ar -Duser.country=EG", "hi -Duser.country=IN", "de")  # each chapter in one of them
TURNS = one_in(6, range(len(CHAPTERS)))
ONLY_ASCII = {"PYTHONIOENCODING": "ascii"}
if str(places.ROOT).isascii():  # in another folder a .venv's Python needs a locale that can name it
    ONLY_ASCII |= {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
TURKISH = {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"}
SQUARE = 'System.out.println("|x|² is a square"); "½ of it"'


def test_a_terminal_that_knows_ascii_alone_is_told_all_the_same():
    say = r"from reluctant.failures import guarded; guarded(lambda: print('The pages are in Gr\xf6\xdfe'))"
    env = os.environ | ONLY_ASCII | {"PYTHONPATH": str(places.SOURCES)}
    said = subprocess.run([sys.executable, "-c", say], env=env, capture_output=True, text=True)
    assert (said.returncode, said.stdout, said.stderr) == (0, "The pages are in Gr\\xf6\\xdfe\n", "")


@pytest.mark.long
@pytest.mark.parametrize("machine", [ONLY_ASCII, TURKISH], ids=["ASCII alone", "Turkish"])
def test_a_page_is_the_same_on_another_machine(tmp_path, machine):
    clone = Clone(tmp_path / "clone").borrow()
    samples.write(clone.notebooks, square=samples.plain(SQUARE))
    pages = []
    for env in (plain_environment(), plain_environment() | machine):
        code, said = clone.run("report", env=env)
        assert code == 0, said
        pages.append((clone.reports / "00-square.html").read_bytes())
    assert pages[0] == pages[1] and "|x|² is a square".encode() in pages[0] and "½ of it".encode() in pages[0]


@pytest.mark.long
@pytest.mark.parametrize("number", TURNS, ids=lambda number: CHAPTERS[number].name)
def test_a_chapter_shows_the_same_in_another_language(number, monkeypatch):
    chapter, language = CHAPTERS[number], LANGUAGES[number % len(LANGUAGES)]
    monkeypatch.setenv("JDK_JAVA_OPTIONS", f"{os.environ.get('JDK_JAVA_OPTIONS', '')} -Xmx256m -Duser.language={language}".strip())
    assert bake.misfits(chapter.name, bake.read(chapter), run(chapter)) == []
