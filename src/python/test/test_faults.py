"""A real kernel with cells that have faults: what they say, and what a reader's next cells see."""

import random

import pytest
from jupyter_client.kernelspec import find_kernel_specs

from conftest import eventually
from test_live import started

MISSING = "qux(..) uses Mathh, which nothing declares: correct the name, or run the cell that declares it, then this one again."
ENDLESS = "The stack is full: a method calls itself without an end, or values hold each other too deeply (StackOverflowError)."


@pytest.fixture(scope="module", params=["java", "ijava"])
def kernel(request):
    if request.param not in find_kernel_specs():
        pytest.skip(f"no kernel named {request.param} on this machine")
    running = started(request.param)
    yield running
    running.end()


def test_a_name_that_is_missing_is_told_where_it_is_declared_and_from_any_thread(kernel):
    declared = "double qux(double z) { return Mathh.abs(z); }"
    assert kernel.said(declared) == MISSING + "\n"
    calls = (
        "qux(1)",
        "sweep.seeds(0, 100).rate(run -> qux(1) > 0)",
        'sweep.over("size", List.of(1, 2), (t, size) -> t.epochs((int) qux(size))).outcomes(Success::of).run()',
        "trial.run(epoch -> qux(1))",
    )
    for call in calls:
        assert kernel.queue(call) == [("error", MISSING)]
    # JJava alone fails on this one, and says nothing.
    chained = "try { qux(1); } catch (RuntimeException e) { throw new IllegalStateException(e); }"
    assert kernel.queue(chained)[0][0] == "error"


def test_what_a_cell_throws_is_told_and_the_kernel_lives(kernel):
    endless = "int deeper(int x) { return deeper(x + 1) + 1; }"
    unseen = "class Unseen { public String toString() { throw new StackOverflowError(); } }"
    assert kernel.said(endless + "\n" + unseen) == ""
    assert kernel.queue("deeper(1)") == [("error", ENDLESS)]
    assert kernel.queue("sweep.seeds(0, 9).rate(run -> deeper(1) > 0)") == [("error", ENDLESS)]
    assert kernel.queue("new Unseen()") == [("error", "This cell's value can't be shown: java.lang.StackOverflowError")]
    assert kernel.queue("throw new IllegalStateException();") == [
        ("error", "This cell has thrown java.lang.IllegalStateException, without a message.")
    ]
    assert kernel.said("1 + 1") == "2"


def test_what_a_changed_variable_has_emptied_says_so(kernel):
    for code in ("int start = 3;", "var other = trial.seed(start);", "int start = 4;"):
        assert kernel.said(code) == ""
    empty = "other is empty: run its cell again."
    assert kernel.said("other") == empty + "\n"
    for call in ("other.run()", "List.of(other)", "sweep.seeds(0, 2).rate(run -> run.trial().seed() > other.seed())"):
        assert kernel.said(call) == empty
    assert kernel.said("Sweep.of(other)").endswith("trial is empty: run its cell again. Received: null")
    for code in ("Object nothing = null;", "nothing = null", "void quiet() {}", "quiet()", 'System.getenv("none");\nvar x = 1;'):
        assert kernel.said(code) == ""
    assert kernel.said('System.getenv("there is none")') == "The last line's value is null.\n"


def test_an_error_ends_the_cells_that_wait_and_no_later_one(kernel):
    replies = kernel.queue("Thread.sleep(1000)", "throw new RuntimeException();", "1 + 1", "2 + 2")
    assert [status for status, _ in replies] == ["ok", "error", "aborted", "aborted"]
    for _ in range(3):
        assert [status for status, _ in kernel.queue("throw new RuntimeException();") + kernel.queue("1 + 1")] == ["error", "ok"]


def test_an_interrupt_ends_the_cells_that_wait(kernel, tmp_path):
    begun = tmp_path / "begun"
    running = f'var reached = sweep.seeds(0, 10_000_000).outcomes(run -> new java.io.File("{begun}").mkdir()).run();'  # for hours
    replies = kernel.queue(running, "reached.rate(true)", "1 + 1", interrupt_when=begun.exists)
    assert [status for status, _ in replies] == ["error", "aborted", "aborted"]
    eventually(lambda: "Interrupted: " in kernel.said("reached"))  # which the cell's thread gives when its batch has ended


class Values:
    """What cells say that define and use methods of one name, and classes, which depend on one variable."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.by, self.whole, self.real, self.base = 1, 0, 0.5, 0
        self.said = []

    def cells(self, count):
        yield f"int by = {self.by};\nvar said = new ArrayList<Object>();"
        yield self.declare_whole() + "\n" + self.declare_real() + "\n" + self.declare_base()
        yield "double through(double x) { return over(x); }\nclass Derived extends Base { int twice() { return once() + by; } }"
        actions = (self.change, self.declare_whole, self.declare_real, self.declare_base, self.use)
        for _ in range(count):
            yield self.random.choice(actions)()
        yield self.use()

    def change(self):
        self.by = self.random.randrange(100)
        return f"int by = {self.by};"

    def declare_whole(self):
        self.whole = self.random.randrange(3)
        return f"int over(int x) {{ return x + by + {self.whole}; }}"

    def declare_real(self):
        self.real = self.random.randrange(3) + 0.5
        return f"double over(double x) {{ return x + by + {self.real}; }}"

    def declare_base(self):
        self.base = self.random.randrange(3)
        return f"class Base {{ int once() {{ return by + {self.base}; }} }}"

    def use(self):
        by = self.by
        self.said = [2 * by, 1 + by + self.whole, 1 + by + self.real, 2 + by + self.real, 2 * by + self.base]
        return "long doubled = by * 2L;\nList.of(doubled, over(1), over(1.0), through(2.0), new Derived().twice())"


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 16))])
def test_cells_that_run_again_see_new_values(kernel, seed):
    values = Values(seed)
    ran = []
    for cell in values.cells(12):
        ran.append(cell)
        said = kernel.said(cell)
        assert said == (f"[{', '.join(map(str, values.said))}]" if "doubled" in cell else ""), ran


def test_one_of_two_overloads_runs_again(kernel):
    for by in (1, 10, 20):
        for code in (f"int p = {by};", "int h(int a) { return a + p; }", "double h(double a) { return a + p + .5; }"):
            assert kernel.said(code) == ""
    assert kernel.said("int p = 30;") == ""
    assert kernel.said("long q = p * 2L; q") == "60"
    assert kernel.said("int h(int a) { return a - p; }") == ""
    assert kernel.said("List.of(h(1), h(1.0))") == "[-29, 31.5]"
