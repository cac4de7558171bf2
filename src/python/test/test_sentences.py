"""The list of what the three threads say, and the cards that judge it."""

import json
from collections import Counter

import nbformat
import pytest

from reluctant import claims, places
from reluctant.notebooks import all_notebooks

LIST = places.ROOT / "src" / "book" / "resources" / "reluctant" / "claim" / "sentences.json"
CASES = LIST.parents[1] / "cases" / "cases.json"
AXES = {"budget", "scale of the data", "width", "learning rate", "optimizer", "start", "precision", "cut", "base seed", "batch"}
SENTENCES = json.loads(LIST.read_text(encoding="utf-8"))
TESTABLE = [sentence for sentence in SENTENCES if sentence["testable"]]


@pytest.fixture(scope="module")
def cards():
    """The cards of the committed chapters."""
    return {claim["id"] for notebook in all_notebooks() for claim in claims.of(notebook.name, nbformat.read(notebook.path, as_version=4))}


def test_each_sentence_has_a_name_of_its_own_its_post_and_its_speaker():
    assert [name for name, count in Counter(sentence["id"] for sentence in SENTENCES).items() if count > 1] == []
    assert all(sentence[field] for sentence in SENTENCES for field in ("thread", "post", "speaker", "says"))


def test_one_that_repeats_another_names_it():
    names = {sentence["id"] for sentence in SENTENCES}
    assert [sentence["id"] for sentence in SENTENCES if sentence.get("same", sentence["id"]) not in names] == []


def test_what_cannot_be_tested_says_why():
    assert [sentence["id"] for sentence in SENTENCES if not sentence["testable"] and not sentence.get("reason")] == []


def test_what_can_be_tested_has_a_card_or_the_plan_of_one():
    assert [sentence["id"] for sentence in TESTABLE if not (sentence["cards"] or sentence.get("proposed") or sentence.get("reason"))] == []
    assert [sentence["id"] for sentence in TESTABLE if not sentence["needs"] or not AXES.issuperset(sentence["axes"])] == []


def test_the_list_and_the_cases_name_all_cards_and_no_others(cards):
    of_cases = [sentence for case in json.loads(CASES.read_text(encoding="utf-8")) if not case.get("unsettled") for sentence in case["sentences"]]
    assert {card for sentence in [*SENTENCES, *of_cases] for card in sentence.get("cards", [])} == cards


def test_what_is_planned_is_not_there_yet(cards):
    assert cards.isdisjoint(sentence["proposed"] for sentence in TESTABLE if "proposed" in sentence)
