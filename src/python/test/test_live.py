"""A real kernel at work, as a front end talks to it: bars, growing curves, interrupts, help."""

import re
import time
from queue import Empty

import pytest
from jupyter_client import KernelManager

from conftest import PATIENCE, eventually
from reluctant import places

START = """\
%classpath ../target/lib/*.jar
reluctant.kernel.Notebook.start()"""

WORDS = """\
import reluctant.nn.*; import reluctant.optimizers.*; import reluctant.train.*; import reluctant.sweep.*;
import reluctant.diagnose.*; import reluctant.kernel.*;
import static reluctant.nn.Activation.*; import static reluctant.train.Loss.*; import static reluctant.data.Problems.*;
var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
var trial = new Trial(model, absoluteValue(40, 10), new Fit(new Adam(0.001), MSE, 100, 8), 3);
record Same() implements Layer {
    public int outputs(int inputs) { return inputs; }
    public List<Variable> variables(int inputs) { return List.of(); }
    public LayerPass pass(int inputs, int batchSize) { return new Dropout(0).pass(inputs, batchSize); }
}
var own = trial.model(Sequential.of(1, new Dense(2, RELU), new Same(), new Dense(1)));
var sweep = Sweep.of(trial).seeds(0, 100_000_000);
var endless = 3_000_000;"""

PAUSE = "java.util.concurrent.locks.LockSupport.parkNanos(1_000_000)"
THREADS = 'Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("reluctant")).toList()'


class Cell:
    """What a cell sent, and when."""

    def __init__(self):
        self.began = time.monotonic()
        self.shown = []
        self.idle = self.interrupted = None
        self.traceback = ""

    def take(self, message):
        kind, content = message["msg_type"], message["content"]
        if kind == "status" and content["execution_state"] == "idle":
            self.idle = time.monotonic()
        elif kind in ("display_data", "update_display_data", "execute_result"):
            self.shown.append((kind, content["data"]["text/plain"], content.get("transient", {}).get("display_id")))
        elif kind in ("stream", "error"):
            self.shown.append((kind, content.get("text") or content.get("evalue"), None))
            self.traceback += "\n".join(content.get("traceback", []))

    def texts(self, *kinds):
        return [text for kind, text, _ in self.shown if kind in kinds]

    def bars(self):
        return [text for text in self.texts("display_data", "update_display_data") if "░" in text or "█" in text]


class Kernel:
    """JJava or another Java kernel, with cells run in it."""

    def __init__(self, name="java"):
        self.manager = KernelManager(kernel_name=name)
        self.manager.start_kernel(cwd=str(places.NOTEBOOKS))
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(PATIENCE)

    def run(self, code, interrupt_when=None, until=lambda cell: True):
        """Runs a cell and listens until its end, and further until a condition holds. A kernel that does not come to rest is ended."""
        cell, request = Cell(), self.client.execute(code)
        while time.monotonic() < cell.began + PATIENCE and not (cell.idle and until(cell)):
            if interrupt_when and not cell.interrupted and interrupt_when(cell):
                cell.interrupted = time.monotonic()
                self.client.control_channel.send(self.client.session.msg("interrupt_request", {}))
            try:
                message = self.client.get_iopub_msg(timeout=0.02)
            except Empty:
                continue
            if message["parent_header"].get("msg_id") == request:
                cell.take(message)
        if not cell.idle:
            self.end()
            raise AssertionError(f"not idle within {PATIENCE} s: {code}")
        return cell

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def said(self, code):
        """What a cell's last expression shows as."""
        return "".join(self.run(code).texts("execute_result", "error", "stream"))

    def queue(self, *cells, interrupt_when=None):
        """Sends cells at once, as Run All does: each one's status, and what was said of errors."""
        requests = [self.client.execute(code) for code in cells]
        interrupted, replies, end = False, {}, time.monotonic() + PATIENCE
        while len(replies) < len(requests) and time.monotonic() < end:
            try:
                reply = self.client.get_shell_msg(timeout=0.02)
                if (request := reply["parent_header"].get("msg_id")) in requests:
                    replies[request] = reply["content"]
            except Empty:
                pass
            if interrupt_when and not interrupted and (interrupted := interrupt_when()):
                self.client.control_channel.send(self.client.session.msg("interrupt_request", {}))
        if len(replies) < len(requests):
            self.end()
            raise AssertionError(f"no reply to each cell within {PATIENCE} s: {cells}")
        return [(replies[request]["status"], replies[request].get("evalue", "")) for request in requests]

    def ask(self, kind, code, at):
        """What the kernel answers to Tab (complete) or Shift-Tab (inspect)."""
        request = getattr(self.client, kind)(code, at)
        while (reply := self.client.get_shell_msg(timeout=PATIENCE))["parent_header"].get("msg_id") != request:
            pass
        return reply["content"]


def started(name="java"):
    kernel = Kernel(name)
    try:
        for code in (START, WORDS):
            assert kernel.run(code).shown == []
    except BaseException:
        kernel.end()
        raise
    return kernel


@pytest.fixture(scope="module")
def kernels():
    """One kernel for all tests, in a list: who finds that it has ended puts another one there."""
    running = [started()]
    yield running
    running[0].end()


@pytest.fixture
def kernel(kernels):
    if not kernels[0].manager.is_alive():
        kernels[0] = started()
    return kernels[0]


def test_a_fit_of_more_than_a_second_shows_how_long_it_will_take(kernel):
    cell = kernel.run(f"var longer = trial.epochs(2000).run(epoch -> {PAUSE});")
    bars = cell.bars()
    assert len(bars) > 3 and all(re.fullmatch(r"2,000 epochs  [█░]{30}  \d+ %(, (\d+ min )?\d+ s left)?", bar) for bar in bars)
    assert any("left" in bar for bar in bars)
    assert len(bars) <= 5 * (cell.idle - cell.began) + 1
    assert cell.shown[-1][:2] == ("update_display_data", "")
    assert len({display for _, _, display in cell.shown}) == 1


def test_a_short_fit_shows_nothing(kernel):
    assert kernel.run("var shorter = trial.run();").shown == []


FAR = r"\b[1-9]\d* %"  # some thousands of trainings
# What runs, what its bar shows when it is interrupted, and what must hold of what was reached then.
LONG = {
    "a fit": ("trial.epochs(endless).run()", "left", "reached.history().end()", "INTERRUPTED"),
    "a growing curve": ("trial.epochs(endless).run(LiveCurve.open())", "left", "reached.history().epochs() > 0", "true"),
    "a sweep": ("sweep.seeds(0, 1_000_000).outcomes(Success::of).run()", FAR, "reached.isPartial() && reached.rate(Success.LEARNT).trials() > 63", "true"),
    "a sweep of a long trial": (
        "Sweep.of(trial.epochs(200_000)).seeds(0, 10_000).outcomes(Success::of).run()",
        "0 %",
        "reached.isPartial()",
        "true",
    ),
    "a sweep that keeps its runs": ("Sweep.of(trial).seeds(0, 500_000).runs()", FAR, "reached.size() > 63", "true"),
    "a sweep one by one": ("Sweep.of(own).seeds(0, 100_000).outcomes(Success::of).run()", FAR, "reached.trials() > 0", "true"),
    "a grid": (
        'sweep.seeds(0, 500_000).over("epochs", List.of(100, 200), Trial::epochs).outcomes(Success::of).run()',
        FAR,
        "reached.isPartial() && reached.cell(0, 0).trials() > 63",
        "true",
    ),
}
EARLY = """\
var told = new java.util.concurrent.atomic.AtomicBoolean();
var early = sweep.outcomes(run -> {
    if (told.compareAndSet(false, true)) System.out.println("One has run.");
    return Success.of(run);
}).run();"""


def told_of_the_interrupt(cell):
    return any("interrupted" in bar for bar in cell.bars())


@pytest.mark.parametrize("work", LONG)
def test_interrupted_work_stops_keeps_what_it_reached_and_says_so(kernel, work):
    code, shown, question, answer = LONG[work]
    cell = kernel.run(f"var reached = {code};", interrupt_when=lambda cell: any(re.search(shown, bar) for bar in cell.bars()), until=told_of_the_interrupt)
    assert cell.bars()[-1].endswith(", interrupted: what was reached is in the cell's variable")
    assert len([text for text in cell.texts("update_display_data") if "interrupted" in text]) == 1
    assert "interrupted" in cell.texts("error")[0]
    assert kernel.said(question) == answer
    eventually(lambda: kernel.said(THREADS) == "[]")


def test_work_that_is_interrupted_before_its_bar_shows_says_so(kernel):
    cell = kernel.run(EARLY, interrupt_when=lambda cell: cell.texts("stream"), until=told_of_the_interrupt)
    assert [bar.split(", ")[-1] for bar in cell.bars() if "interrupted" in bar] == ["interrupted: what was reached is in the cell's variable"]


def test_a_growing_curve_is_one_figure_that_stays(kernel):
    cell = kernel.run("var curve = trial.epochs(20_000).run(LiveCurve.open());")
    figures = [(kind, text, display) for kind, text, display in cell.shown if text.startswith("Loss against epoch")]
    assert [kind for kind, _, _ in figures] == ["display_data"] + ["update_display_data"] * (len(figures) - 1)
    assert len({display for _, _, display in figures}) == 1
    assert 1 < len(figures) <= 5 * (cell.idle - cell.began) + 2
    assert "over 20000 epochs" in figures[-1][1]


@pytest.mark.parametrize(
    ("code", "at", "sentence"),
    [
        ("new Dense(2, RELU)", 6, "A layer as Keras makes it: Glorot uniform kernel, zero bias."),
        ("Dense layer;", 3, "A fully connected layer: H = f(X K + b)"),
        ("trial.epochs(5)", 9, "Returns this trial with another number of epochs"),
        ("absoluteValue(400, 1000)", 3, "The absolute value: x evenly spaced from -limit to limit"),
        ("var f = RELU;", 10, "f(z) = max(0, z), with slope 0 at z = 0"),
    ],
)
def test_help_shows_our_javadoc(kernel, code, at, sentence):
    assert sentence in kernel.ask("inspect", code, at)["data"]["text/plain"]


def test_completion_offers_our_methods(kernel):
    assert {"epochs(", "line()", "seed("} <= set(kernel.ask("complete", "trial.", 6)["matches"])


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("Mathh.abs(3)", "Nothing is named Mathh here: correct the name, import it, or run the cell that declares it."),
        ("double unmet(double z) { return Mathh.abs(z); }\nunmet(1)", "unmet(..) uses Mathh, which nothing declares: "),
        ("trial.run(3,\n  4", "This cell is not finished:\nnothing closes the ( in `trial.run(3,`, so close it."),
        ("sweep.outcomes(r -> r.network().predict(3))", "Outcomes must be of one type that can be compared, "),
        ("int deep(int n) { return deep(n + 1) + 1; }\ndeep(1)", "The stack is full: "),
    ],
)
def test_an_error_begins_with_the_cure_and_has_the_colour_of_the_page(kernel, code, said):
    traceback = kernel.run(code).traceback
    assert re.sub(r"\x1b\[[0-9;]*m", "", traceback).startswith(said)
    assert set(re.findall(r"\x1b\[([0-9;]*)m", traceback)) <= {"0", "1", "1;4"}  # bold and underlined, no colour


def test_arrays_show_their_numbers(kernel):
    assert kernel.said("new double[][] {{1, 2.5}, {3, 4}}") == "1  2.5\n3    4\nArray of 2 x 2."
    assert kernel.said("trial.run().network().predict(-3)").endswith("Array of 1.")


PLOT = """\
import tech.tablesaw.plotly.Plot;
var lines = tech.tablesaw.api.Table.create("t", tech.tablesaw.api.DoubleColumn.create("x", 1, 2));
Plot.show(tech.tablesaw.plotly.api.LinePlot.create("Two points", lines, "x", "x"));"""


def test_tablesaws_plot_shows_in_the_cell(kernel):
    (kind, text, _) = kernel.run(PLOT).shown[0]
    assert kind == "display_data" and text.startswith("Two points. Figure with lines")
    assert not (places.NOTEBOOKS / "testoutput").exists()
