"""What a cell prints: joined, bounded with a line that says what was cut, heard to its end."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from queue import Empty
from random import Random
from types import SimpleNamespace

import nbformat
import pytest
from nbconvert import MarkdownExporter
from nbformat.v4 import new_code_cell, new_output
from traitlets.config import Config

import samples
from reluctant import page, streams
from reluctant.exports import CONFIG
from reluctant.listening import Listener

CUT = "characters in 2,001 lines are left out here: print less, or write it to a file …"


def stream(text, name="stdout"):
    return new_output("stream", name=name, text=text)


def printed(count, *names):
    return [stream(f"{number}\n", names[number % len(names)]) for number in range(count)]


def test_a_page_of_many_printed_lines_is_small_and_says_what_is_left_out():
    table = new_output("display_data", {"text/plain": "a table"})
    cell = new_code_cell("1", execution_count=1, outputs=[*printed(2000, "stdout"), table, stream("the end")])
    made = page.page("x", samples.notebook(cell))
    assert len(made) < 60_000 and made.count(CUT) == 1
    assert made.count('<div class="jp-RenderedText') == 3 and made.index(CUT) < made.index("a table") < made.index("the end")
    for kept in ("\n399\n", "\n1999\n"):
        assert kept in made
    assert "\n1000\n" not in made


def test_markdown_is_bounded_too():
    cell = new_code_cell("1", execution_count=1, outputs=printed(2000, "stdout"))
    text, _ = MarkdownExporter(config=Config(CONFIG)).from_notebook_node(samples.notebook(cell))
    assert CUT in text and "    1999\n" in text and "    1000\n" not in text


def test_what_alternates_without_end_is_joined_by_its_name():
    made = streams.joined(printed(1000, "stdout", "stderr"))
    assert [output.name for output in made] == ["stdout", "stderr"]
    assert len(streams.joined(printed(20, "stdout", "stderr"))) == 20


@pytest.mark.parametrize("seed", range(20))
def test_a_bounded_text_stays_as_it_is(seed):
    random = Random(seed)
    text = "".join(random.choice(("\n", "word ", "x" * random.randrange(3000))) for _ in range(random.randrange(20_000)))
    made = streams.bounded(text)
    assert streams.bounded(made) == made and len(made) <= streams.MOST_LETTERS and made.count("\n") <= streams.MOST_LINES
    assert made == text or made[:9] == text[:9].rstrip()[:9] or text[:9].isspace()


class Channel:
    """Messages of a kernel that drops the last one of a cell and answers what it is asked later."""

    def __init__(self, client):
        self.client, self.messages = client, [message("a", "stream", name="stdout", text="said\n")]

    def get_msg(self, timeout):
        if self.messages:
            return self.messages.pop()
        raise Empty

    def ask(self):
        self.messages.append(message("b", "status", execution_state="busy"))
        return "b"


def message(about, kind, **content):
    return {"parent_header": {"msg_id": about}, "header": {"msg_type": kind}, "msg_type": kind, "content": content, "metadata": {}}


def test_a_lost_end_of_a_cell_is_told_and_waited_for_no_longer():
    cell = new_code_cell("1")
    made = SimpleNamespace(nb=samples.notebook(cell), autosave_cell=lambda: None)
    client = Listener(made)
    client.record_timing, client.clear_before_next_output = False, False
    channel = Channel(client)
    client.kc = SimpleNamespace(iopub_channel=channel, kernel_info=channel.ask)
    with ThreadPoolExecutor(1) as apart:  # from Playwright's loop, which may run in this thread
        apart.submit(asyncio.run, client._async_poll_output_msg("a", cell, 0)).result()
    assert [output.text for output in cell.outputs][0] == "said\n"
    assert "some of what this cell showed was lost on the way" in cell.outputs[1].text


@pytest.mark.long
def test_forty_thousand_printed_lines_are_reported(clone):
    clone.borrow()
    samples.write(clone.notebooks, flood=samples.plain("for (int i = 0; i < 40_000; i++) System.out.println(i);"))
    code, said = clone.run("report")
    assert code == 0, said
    (printed,) = nbformat.read(clone.root / "target" / "notebooks" / "00-flood.ipynb", as_version=4).cells[1].outputs
    assert len(printed.text) < streams.MOST_LETTERS and printed.text.endswith("\n39999\n")
    assert "are left out here: print less" in (clone.reports / "00-flood.html").read_text(encoding="utf-8")
