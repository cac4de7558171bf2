"""What is committed: the same bytes on every bake, and found when it no longer fits."""

import base64
import copy
import json

import nbformat
import pytest
from nbformat.v4 import new_output

import samples
from conftest import chapters, plain_environment
from reluctant import bake, claims, pictures, places, running
from reluctant.failures import Refusal
from reluctant.notebooks import Notebook, all_notebooks
from reluctant.outputs import FIGURE

NO_BROWSER = {"BROWSER_PATH": "no-such-browser"}
COMMITTED = all_notebooks()
SIZE = pictures.WIDTH, pictures.HEIGHT


def size(png):
    """Width and height, from a PNG's header."""
    raw = base64.b64decode(png)
    assert raw.startswith(b"\x89PNG")
    return int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big")


@pytest.fixture(scope="module")
def baked(tmp_path_factory, ready_clone, browser):
    """A clone with the sample baked in it, and what was stored."""
    code, said = ready_clone.run("bake", "00")
    assert code == 0 and "00-bend.ipynb is baked" in said, said
    return Notebook(ready_clone.notebooks / "00-bend.ipynb")


def executed(clone, name):
    return nbformat.read(clone.root / "target" / "notebooks" / f"{name}.ipynb", as_version=4)


def test_a_second_bake_changes_nothing_and_needs_no_browser(ready_clone, baked):
    before = baked.path.read_bytes()
    code, said = ready_clone.run("bake", "00", env=plain_environment() | NO_BROWSER)
    assert code == 0 and "00-bend.ipynb is as it was" in said
    assert baked.path.read_bytes() == before


def test_every_figure_has_its_picture(ready_clone, baked):
    stored = bake.read(baked)
    assert len(bake.figures(stored)) == 2
    assert {size(output.data[bake.PNG]) for output in bake.figures(stored)} == {SIZE}
    assert bake.misfits("00-bend", stored, executed(ready_clone, "00-bend")) == []


def test_nothing_of_the_run_itself_is_stored(baked):
    text = baked.path.read_text(encoding="utf-8")
    assert "papermill" not in text and "iopub" not in text and '"version"' not in text
    cell_ids = [cell["id"] for cell in json.loads(text)["cells"]]
    assert cell_ids == [cell.id for cell in samples.bend().cells]


@pytest.mark.parametrize(
    "harm, told",
    [
        (lambda made: made.cells[-1].outputs[0].data.update({"text/plain": "41"}), "cell 11, `points * 2`: its stored outputs"),
        (lambda made: made.cells[-1].outputs.clear(), "cell 11, `points * 2`: its stored outputs"),
        (lambda made: made.cells[-2].outputs[0].update(text="20 points"), "cell 10, `System.out.println"),
        (lambda made: made.cells[5].outputs[0].data.pop(bake.PNG), "cell 5, `var xs = "),
        (lambda made: made.cells[5].outputs[0].metadata[bake.PNG].update({bake.MARK: "0"}), "its picture is missing or of another figure"),
        (lambda made: made.cells[5].outputs[0].data[bake.FIGURE].update({"data": []}), "cell 5, `var xs = "),
    ],
)
def test_what_no_longer_fits_is_found(ready_clone, baked, harm, told):
    stored = copy.deepcopy(bake.read(baked))
    harm(stored)
    (misfit,) = bake.misfits("00-bend", stored, executed(ready_clone, "00-bend"))
    assert told in misfit


def test_a_changed_verdict_is_not_baked(ready_clone, baked, monkeypatch):
    before = baked.path.read_bytes()
    changed = executed(ready_clone, "00-bend")
    (told,) = (output for cell in changed.cells for output in cell.get("outputs", []) if claims.MIME in output.get("data", {}))
    told["data"][claims.MIME]["verdict"] = "false"
    monkeypatch.setattr(bake, "run", lambda _: changed)
    with pytest.raises(Refusal, match="sample.bend in 00-bend is false, not true"):
        bake._bake(baked)
    assert baked.path.read_bytes() == before


def test_pictures_need_a_browser(monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", NO_BROWSER["BROWSER_PATH"])
    with pytest.raises(Refusal, match="pictures need a Chrome or Chromium: install one, or name it in BROWSER_PATH"):
        pictures.draw([{"data": [], "layout": {}}])


@pytest.mark.parametrize("notebook", chapters())
def test_committed_outputs_fit_their_code(notebook, reports):
    again = nbformat.read(places.EXECUTED / f"{notebook.name}.ipynb", as_version=4)
    assert bake.misfits(notebook.name, bake.read(notebook), again) == []
    assert all(running.shows(output) for cell in again.cells for output in cell.get("outputs", []))


@pytest.mark.parametrize("notebook", COMMITTED, ids=lambda notebook: notebook.name)
def test_committed_notebooks_are_as_bake_leaves_them(notebook):
    stored = bake.read(notebook)
    nbformat.validate(stored)
    assert notebook.path.stat().st_size <= bake.LARGEST
    for output in bake.figures(stored):
        assert size(output.data[bake.PNG]) == (pictures.WIDTH, pictures.height_of(output.data[FIGURE]))
    fresh = bake.cleaned(stored, stored)
    bake.illustrate(fresh, stored)
    assert (nbformat.writes(fresh) + "\n").encode() == notebook.path.read_bytes()
    html = ["".join(output.data["text/html"]) for cell in stored.cells for output in cell.get("outputs", []) if "text/html" in output.get("data", {})]
    assert not [text for text in html if "<script" in text.lower()]


def test_there_are_notebooks():
    assert COMMITTED


def test_where_a_progress_bar_has_been_is_not_stored():
    gone, kept = (new_output("display_data", {"text/plain": text}) for text in ("", "a table"))
    with_both, with_one = samples.plain(), samples.plain()
    with_both.cells[1].outputs, with_one.cells[1].outputs = [gone, kept], [kept]
    assert [output["data"] for output in bake.cleaned(with_both, with_both).cells[1].outputs] == [kept.data]
    assert bake.misfits("sum", with_both, with_one) == bake.misfits("sum", with_one, with_both) == []
