"""./workbook attack: what it keeps, and what a page shows of it."""

import csv
import json

import pytest

import samples
from conftest import Clone

NONE_KEPT = "no attack is kept for these parameters"


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A clone with one notebook, whose attacks have been run."""
    clone = Clone(tmp_path_factory.mktemp("attacked") / "clone").borrow()
    samples.write(clone.notebooks, own=samples.attacked())
    code, said = clone.run("attack", "00")
    assert code == 0 and "What its attacks gave is kept in notebooks/attacks/00-own.json" in said, said
    return clone


def kept(clone):
    return json.loads((clone.notebooks / "attacks" / "00-own.json").read_text(encoding="utf-8"))


def axes(clone, *settings):
    code, said = clone.run("report", "00", *settings)
    assert code == 0, said
    (claim,) = json.loads((clone.reports / "claims.json").read_text(encoding="utf-8"))["claims"]
    return claim, {axis["axis"]: axis for axis in claim["axes"]}


def test_what_is_kept_says_what_was_trained(clone):
    budget, width = kept(clone)["attacks"]
    assert kept(clone)["arithmetic"] == 3
    assert "MSE, 50, 8" in budget["trials"][0] and "new Dense(3, RELU)" in width["trials"][0]
    assert all(each["rule"] == "Halves::of" and each["seeds"] == sum(each["counts"].values()) == 256 for each in (budget, width))
    assert not (clone.root / "target" / "attacks" / "00-own.json").exists()


def test_a_page_shows_what_is_kept_for_its_own_parameters(clone):
    claim, by_axis = axes(clone)
    assert [each["source"] for each in by_axis["budget"]["attacks"]] == ["kept"]
    assert by_axis["batch"]["reason"] == "of eight" and by_axis["cut"]["reason"] == ""
    page = (clone.reports / "00-own.html").read_text(encoding="utf-8")
    assert "Attacked 2 times" in page and "of eight" in page
    rows = list(csv.DictReader((clone.reports / "rates.csv").open(encoding="utf-8")))
    assert [row["axis"] for row in rows] == ["", "budget", "width"]
    assert all(row["trials"] == "256" and float(row["low"]) <= int(row["count"]) / 256 <= float(row["high"]) and "new Trial(" in row["lines"] for row in rows)
    code, said = clone.run("report", "00", "--set", "epochs=6")
    assert code == 0, said
    (other,) = clone.reports.glob("00-own--*.html")
    assert NONE_KEPT in other.read_text(encoding="utf-8")
    other.unlink()


def test_a_second_attack_trains_nothing_again_and_writes_the_same(clone):
    before = kept(clone)
    code, said = clone.run("attack", "00")
    assert code == 0 and kept(clone) == before, said


def test_a_kept_number_that_was_changed_is_refused_in_words(clone):
    file = clone.notebooks / "attacks" / "00-own.json"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace('"firstSeed":0', '"firstSeed":1', 1), encoding="utf-8")
    code, said = clone.run("report", "00")
    assert code != 0 and "00-own.json must hold kept attacks, run ./workbook attack again." in said
    code, said = clone.run("attack", "00")
    assert code == 0 and file.read_text(encoding="utf-8") == whole, said


def test_keras_is_asked_for_all_rates_at_once(clone):
    code, said = clone.run("attack", "00", "--outside")
    assert code == 1 and said == "workbook: --outside trains all headline rates: name no notebook with it.\n"
