"""Each public case: its section stands in one chapter, with its card, trial, claims and numbers; readers find it by its symptoms."""

import json
import re
import subprocess

import nbformat
import pytest

from conftest import eventually
from reluctant import cases, claims, page, places
from reluctant.notebooks import all_notebooks
from test_accessibility import assert_accessible
from test_pages import opened

FILE = places.ROOT / "src" / "book" / "resources" / "reluctant" / "cases" / "cases.json"
ALL = json.loads(FILE.read_text(encoding="utf-8"))
SETTLED = [pytest.param(case, id=case["id"]) for case in ALL if not case.get("unsettled")]
ASKED = re.compile(r'Case\.of\("([a-z0-9-]+)"\)')
TRIAL = re.compile(r"^new Trial\(.*\)$", re.MULTILINE)
CHAPTERS = {notebook.name: nbformat.read(notebook.path, as_version=4) for notebook in all_notebooks()}
HELD = {"id": "a-case", "title": "<b>A case</b>", "address": "https://example.org", "at": "there", "asks": "Why?", "setup": "One ReLU.", "untold": "",
        "cause": "It is dead.", "symptoms": ["NaN", "works sometimes"], "reported": ["learnt: 3 of 4"]}  # fmt: skip


def chapter(case: dict) -> str:
    return next((name for name in CHAPTERS if name.startswith(case["chapter"])), "none")


def texts(cells) -> list[str]:
    return ["".join(output["data"].get("text/plain", "")) for cell in cells for output in cell.get("outputs", []) if "data" in output]


def section(case: dict) -> list:
    """The cells from a case's own to the next case's."""
    cells = CHAPTERS[chapter(case)].cells
    starts = [at for at, cell in enumerate(cells) if cell.cell_type == "code" and ASKED.search(cell.source)]
    begin = next(at for at in starts if f'"{case["id"]}"' in cells[at].source)
    return cells[begin : next((at for at in starts if at > begin), len(cells))]


def test_each_case_that_a_chapter_asks_for_is_in_the_file():
    asked = [found for made in CHAPTERS.values() for cell in made.cells if cell.cell_type == "code" for found in ASKED.findall(cell.source)]
    assert sorted(asked) == sorted(case["id"] for case in ALL if not case.get("unsettled"))


@pytest.mark.parametrize("case", SETTLED)
def test_a_case_stands_in_its_chapter_with_its_card(case):
    cells = section(case)
    shown = cases.of("", nbformat.v4.new_notebook(cells=cells))
    assert [(each["id"], each["address"]) for each in shown] == [(case["id"], case["address"])]


@pytest.mark.parametrize("case", SETTLED)
def test_the_claims_of_a_case_stand_in_its_chapter(case):
    cards = {claim["id"] for claim in claims.of("", CHAPTERS[chapter(case)])}
    assert cards.issuperset(card for sentence in case["sentences"] for card in sentence.get("cards", []))


@pytest.mark.parametrize("case", SETTLED)
def test_each_published_number_of_a_case_has_ours_beside_it(case):
    rows = [line for text in texts(CHAPTERS[chapter(case)].cells) for line in text.splitlines()]
    for number in case["reported"]:
        beside = [row for row in rows if row.startswith(f"{case['id']}, {number['name']}: published ")]
        assert beside, number["name"]
        assert [row for row in beside if re.search(r"; differs( \([^)]*\))?$", row)] == []


def test_the_trials_of_all_cases_are_read_again(tmp_path):
    lines = {case["id"]: [line for text in texts(section(case)) for line in TRIAL.findall(text)] for case in (each.values[0] for each in SETTLED)}
    assert [name for name, found in lines.items() if not found] == []
    code = "public class Lines { public static void main(String[] lines) { for (String line : lines) if (!reluctant.train.Trial.parse(line).line().equals(line)) System.out.println(line); } }"
    (tmp_path / "Lines.java").write_text(code, encoding="utf-8")
    run = subprocess.run(["java", "-cp", f"{places.LIBRARY}/*", tmp_path / "Lines.java", *(line for found in lines.values() for line in found)], capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (0, ""), run.stderr


@pytest.mark.parametrize("odd", [None, 3, "{", "[]", [], {}, HELD | {"asks": 1}, HELD | {"symptoms": "NaN"}, HELD | {"reported": [1]}, HELD | {"address": "javascript:alert(1)"}])
def test_what_is_no_case_is_none(odd):
    assert cases.read(odd) is None
    assert cases.read(json.dumps(HELD)) == HELD


def test_symptoms_lead_to_the_case(browser, tmp_path):
    other = HELD | {"id": "b-case", "title": "Another", "symptoms": ["stops at 0.25"], "cause": "The rate is too large."}
    rows = [case | {"href": f"13-x.html#{case['id']}"} for case in (HELD, other)]
    (tmp_path / "index.html").write_text(page.overview(notebooks=[], claims=[], cases=rows, symptoms=cases.symptoms(rows)), encoding="utf-8")
    with opened(browser, tmp_path / "index.html", 390) as shown:
        assert shown.locator(".cases a").all_inner_texts() == ["<b>A case</b>", "Another"]
        assert shown.locator("datalist option").count() == 3
        for words, left in (("nan", ["a-case"]), ("rate stops", ["b-case"]), ("xyz", []), ("", ["a-case", "b-case"])):
            shown.locator("#symptom").fill(words)
            eventually(lambda: [link.get_attribute("href").split("#")[1] for link in shown.locator(".cases a:visible").all()] == left)
        shown.locator("#symptom").fill("nan")
        assert shown.locator("#found").inner_text() == "1 of 2 cases"
        assert_accessible(shown)
        assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
    html = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<p class="look" hidden>' in html  # without scripts the table is all there is
