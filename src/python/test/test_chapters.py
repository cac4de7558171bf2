"""The chapters as readers use them: a value of the parameters cell is edited, and that cell and all below run again.

Each chapter has one kernel of 256 MB of memory for all that is tried, and two chapters run at once.
"""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import nbformat
import pytest
from jupyter_client.manager import KernelManager

from conftest import PATIENCE, by_turns
from editing import edited, outside, ranges
from reluctant import bake, claims, places
from reluctant.notebooks import Notebook, all_notebooks
from reluctant.running import message

CHAPTERS = {notebook.name: notebook for notebook in all_notebooks()}
STORED = {name: [claim["id"] for claim in claims.of(name, bake.read(chapter))] for name, chapter in CHAPTERS.items()}
SEEDS = ("100_000", "-777_777")
COUNTS = {"trials", "perCell", "nets"}
SMALL = "all small"
LARGE = {
    "many seeds": lambda name: name in COUNTS,
    "large trainings": lambda name: name not in COUNTS,
}
TURNS = by_turns(CHAPTERS, [*SEEDS, *LARGE, *["small alone"] * 8])
MEMORY = "-Xmx256m"
QUICK = "00-start-here"


def each(names):
    """These chapters, of which the default run takes one."""
    return [pytest.param(name, marks=[] if name == QUICK else pytest.mark.long) for name in names]


@pytest.fixture(scope="module")
def tried(request):
    """By chapter, what became of each thing that the chosen tests ask for."""
    chosen = [item.callspec.params for item in request.session.items if item.module is request.module]
    asked = {name: {SMALL}.union(*(each.values() for each in chosen if each["name"] == name)) for name in CHAPTERS if any(each["name"] == name for each in chosen)}
    with ThreadPoolExecutor(2) as pool:
        yield {name: pool.submit(outcomes, CHAPTERS[name], what) for name, what in asked.items()}
        pool.shutdown(cancel_futures=True)


@pytest.mark.long
@pytest.mark.parametrize("name, seed", [(name, seed) for name, seed in TURNS if seed in SEEDS and STORED[name]])
def test_another_first_seed_gives_the_same_verdicts(tried, name, seed):
    found = tried[name].result()[seed]
    assert claims.broken(found) == []
    assert [claim["id"] for claim in found] == STORED[name]


@pytest.mark.parametrize("name", each(CHAPTERS))
def test_the_smallest_values_run(tried, name):
    assert [claim["id"] for claim in tried[name].result()[SMALL]] == STORED[name]


@pytest.mark.long
@pytest.mark.parametrize("name, setting", [(name, setting) for name, setting in TURNS if setting in LARGE])
def test_the_largest_values_run(tried, name, setting):
    assert [claim["id"] for claim in tried[name].result()[setting]] == STORED[name]


@pytest.mark.parametrize("name", each(CHAPTERS))
def test_a_value_outside_its_range_is_refused_in_one_sentence(tried, name):
    refused = tried[name].result()["refused"]
    assert len(refused) == 2 * len(ranges(CHAPTERS[name])) > 0
    assert [told for told, expected in refused if told != expected] == []


def outcomes(chapter: Notebook, asked: set[str]) -> dict[str, list]:
    """What becomes of values outside their ranges, and of the settings and first seeds that are asked for."""
    limits = ranges(chapter)
    with kernel(chapter) as opened:
        made = {"refused": [opened.refusal(name, value, text) for name, (text, *ends) in limits.items() for value in outside(*ends)]}
        for setting, is_large in {SMALL: lambda name: False, **LARGE}.items():
            if setting in asked:
                made[setting] = opened.run({name: high if is_large(name) else low for name, (_, low, high) in limits.items()})
        for seed in SEEDS:
            if seed in asked:
                made[seed] = opened.run({"firstSeed": seed})
    return made


class Stopped(AssertionError):
    """A cell threw: what its exception says, and how long the stack trace is that a reader sees."""

    def __init__(self, source: str, error: dict):
        self.said = message(error["ename"], error["evalue"], error["traceback"])
        self.lines = len("\n".join(error["traceback"]).splitlines())
        super().__init__(f"{source}\n{self.said}")


class Kernel:
    """A chapter in a running kernel."""

    def __init__(self, client, chapter: Notebook):
        self.client = client
        cells = [cell for cell in chapter.cells() if cell["cell_type"] == "code"]
        (edited,) = (number for number, cell in enumerate(cells) if "parameters" in cell["metadata"].get("tags", []))
        sources = ["".join(cell["source"]) for cell in cells]
        self.parameters, self.below = sources[edited], sources[edited + 1 :]
        for source in sources[:edited]:
            self._run(source)

    def run(self, values: dict[str, str]) -> list[dict]:
        """Edits the parameters, runs that cell and all below, and gives the claims."""
        cells = [{"outputs": self._run(source)} for source in (edited(self.parameters, values), *self.below)]
        unseen = " || ".join(f"{name} != {value}" for name, value in values.items())
        self._run(f'if ({unseen}) throw new IllegalStateException("The cells below saw other parameters.");')
        return claims.of("", nbformat.from_dict({"cells": cells}))

    def refusal(self, name: str, value: str, limits: str) -> tuple[str, str]:
        """What a reader is told who edits a parameter so, and what should be told."""
        with pytest.raises(Stopped) as stopped:
            self._run(edited(self.parameters, {name: value}))
        assert stopped.value.lines < 10
        return re.sub(r" Received: .*", "", stopped.value.said), f"{name} must be {limits}."

    def _run(self, source: str) -> list[dict]:
        """Runs a cell and gives what it shows."""
        shown = []
        self.client.execute_interactive(source, output_hook=shown.append, timeout=2 * PATIENCE, store_history=False)
        for error in (each["content"] for each in shown if each["msg_type"] == "error"):
            raise Stopped(source, error)
        return [each["content"] for each in shown]


@contextmanager
def kernel(chapter: Notebook):
    """A new kernel that has run what stands above the parameters."""
    manager = KernelManager(kernel_name="java")
    options = os.environ.get("JDK_JAVA_OPTIONS", "")
    manager.start_kernel(env=os.environ | {"JDK_JAVA_OPTIONS": f"{options} {MEMORY}".strip()}, cwd=str(places.NOTEBOOKS))
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=PATIENCE)
        yield Kernel(client, chapter)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
