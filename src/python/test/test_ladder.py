"""The ladder of shapes: what is measured, the table, the picture and the bound, without JAX."""

import random
import sys
from math import exp, log

import pytest

from reluctant import bench, setup
from reluctant.commands import parser
from reluctant.failures import Refusal
from reluctant.machine import find_jdk
from reluctant.peers import bound, ladder_table
from reluctant.peers.asking import Program
from reluctant.peers.forms import FEWEST, LAYOUTS, MOST, Form, Search, both
from reluctant.peers.rungs import ACTIVATIONS, OPTIMIZERS, RUNGS, Row, Rung, rows

RATES = {"lanes": 8, "threads": 2, "additions": 1 / 7.35, "divisions": 2.45, "roots": 4.35}
ANSWERING = "import sys\nfor line in sys.stdin: print('a word'); print('{\"told\": %s}' % line.strip(), flush=True)"


def test_the_whole_ladder_has_each_rung_with_each_activation_and_optimizer():
    whole = rows(quick=False, whole=True)
    assert len(set(whole)) == len(whole) == len(RUNGS) * len(ACTIVATIONS) * len(OPTIMIZERS)
    usual, short = rows(quick=False), rows(quick=True)
    assert {(row.rung, row.activation) for row in usual if row.optimizer == "adam"} == {(row.rung, row.activation) for row in whole}
    assert {row.optimizer for row in usual} == set(OPTIMIZERS)
    assert set(short) < set(usual) < set(whole)


def test_what_programs_are_told_says_all_of_a_row():
    assert Row(RUNGS[4], "tanh", "sgd").words == ["8-20-5", "tanh", "sgd", "1000", "20"]
    assert all(ladder_table.of_words(row.words) == row for row in rows(False, True))
    assert [ladder_table.short(RUNGS[number]) for number in (1, 8)] == ["2-3-1", "1-2(x9)-1"]


class Counted:
    """A number that counts the operations on it."""

    count = 0

    def _counted(self, _):
        Counted.count += 1
        return self

    __add__ = __sub__ = __mul__ = _counted


def total(numbers):
    first, *others = numbers
    for other in others:
        first = first + other
    return first


def operations_of_a_sample(widths):
    """Trains on one sample as the formulas say, with sums of gradients that have begun."""
    number = Counted()
    Counted.count = 0
    layers = list(zip(widths, widths[1:]))
    for inputs, units in layers:
        for _ in range(units):
            total([number] + [number * number for _ in range(inputs)])
    for _ in range(widths[-1]):
        residual = number - number
        number + residual * residual
        residual * number
    for position, (inputs, units) in reversed(list(enumerate(layers))):
        for _ in range(units):
            number + number
            for _ in range(inputs):
                number + number * number
        for _ in range(inputs if position else 0):
            total([number * number for _ in range(units)])
    return Counted.count


@pytest.mark.parametrize("seed", range(20))
def test_the_bound_counts_the_operations_of_a_step(seed):
    random.seed(seed)
    widths = tuple(random.randint(1, 9) for _ in range(random.randint(2, 6)))
    assert bound.of_sample(Rung(widths, 1, 1), "relu") == bound.Operations(operations_of_a_sample(widths))


def test_the_bound_is_that_of_the_prototypes():
    """What was counted by hand when the ladder was first measured, in milliseconds, at the rates of that machine."""
    known = {"2-3-1": 0.030, "2-12-1": 0.116, "2-32-1": 0.123, "8-20-5": 0.298, "2-32-32-1": 0.735, "2-64-64-1": 1.40, "2-128-128-1": 2.18}
    found = {rung.name: bound.milliseconds(Row(rung), RATES) for rung in RUNGS if rung.name in known}
    assert found == pytest.approx(known, rel=0.1)


def test_smooth_activations_and_optimizers_cost_their_divisions_and_roots():
    rung = Rung((3, 4, 2), samples=33, epochs=2)
    assert bound.of_training(Row(rung, "tanh", "sgd")).divisions == 2 * 33 * 4
    adam = bound.of_training(Row(rung, "relu", "adam"))
    assert adam.divisions == adam.roots == 2 * 2 * (4 * 4 + 5 * 2)


@pytest.mark.parametrize("seed", range(20))
def test_the_search_ends_at_the_fastest_form_and_times_each_once(seed):
    random.seed(seed)
    best = Form(random.choice(LAYOUTS), random.choice((16, 64, 256, 1024)))
    timed = []

    def time(form):
        timed.append(form)
        return 0.01 * (1 + abs(log(form.nets / best.nets)) + (form.layout != best.layout) * 10)

    assert Search(time, devices=2).climb(both()) == best
    assert len(timed) == len(set(timed))
    assert all(FEWEST <= form.nets <= MOST for form in timed)


def test_the_search_makes_no_call_that_takes_long():
    timed = []
    Search(lambda form: timed.append(form.nets) or 100 / form.nets, devices=2).climb(both())
    assert max(timed) == MOST
    slow = []
    Search(lambda form: slow.append(form.nets) or 10.0, devices=2).climb(both())
    assert max(slow) == 64


def test_a_ratio_has_students_interval():
    middle, low, high = ladder_table.ratio([2.0, 8.0, 4.0], [2.0, 2.0, 2.0])
    half = 4.302653 * log(2) / 3**0.5
    assert (middle, low, high) == pytest.approx((2, 2 * exp(-half), 2 * exp(half)))


def measured(row, ours, torch=None, busy=1.0):
    ms = {"ours": [ours] * 3, "float64": [2 * ours] * 3, "float32": [ours] * 3, "ours, own": [ours] * 3, "own": [3 * ours] * 3}
    cpu = {name: [2 * busy * value for value in values] for name, values in ms.items()}
    forms = {"float64": "units x samples, 64 nets", "float32": "units x samples, 64 nets", "own": "samples x units, 16 nets"}
    return {"row": row.words, "ms": ms, "cpu": cpu, "forms": forms, "rates": RATES, "torch": torch}


def told(*measurements, quick=False):
    return {"processor": "A Processor", "cores": 2, "jdk": "17.0.1", "jax": "0.10", "quick": quick, "rows": list(measurements)}


def test_the_table_has_ratios_and_the_bound():
    lines = ladder_table.table(told(measured(Row(RUNGS[1]), 0.09), measured(Row(RUNGS[8], "tanh", "sgd"), 1.5))).splitlines()
    assert lines[0].startswith("Measured, on A Processor with 2 cores, JDK 17.0.1, JAX 0.10: milliseconds a net")
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:6]]
    assert tuple(cells[0]) == ladder_table.COLUMNS
    twice, same, thrice = "2.00 [2.00, 2.00]", "1.00 [1.00, 1.00]", "3.00 [3.00, 3.00]"
    form = "units x samples, 64 nets"
    assert cells[2][:12] == ["2-3-1", "relu", "adam", "0.0900", "0.180", form, twice, "0.0900", same, "0.0900", "0.270", thrice]
    assert float(cells[2][13]) == pytest.approx(0.09 / float(cells[2][12]), rel=0.01)
    assert cells[3][:3] == ["1-2(x9)-1", "tanh", "sgd"]
    assert lines[7].startswith("Bound: ") and "8 at once" in lines[7] and "0.136 ns an addition" in lines[7]
    assert lines[9].startswith("PyTorch is not in .venv-peers")
    assert len(lines) == 10


def test_the_table_says_what_spoils_it_and_what_pytorch_did():
    text = ladder_table.table(told(measured(Row(RUNGS[1]), 0.09, {"ms": 12.3, "nets": 256}, busy=0.5), quick=True))
    assert text.startswith("A short run, good for a first look only, on A Processor")
    assert "**The machine was busy with other work**: ours had 50 % of it." in text
    assert "| 12.3 " in text
    assert "PyTorch: torch.func.vmap" in text


def test_the_picture_has_a_mark_for_each_row_in_each_panel():
    pytest.importorskip("plotly")
    from reluctant.peers.ladder_picture import figure

    drawn = figure(told(measured(Row(RUNGS[1]), 0.09), measured(Row(RUNGS[2]), 0.5), measured(Row(RUNGS[1], "tanh"), 0.2)))
    marks = {(trace["name"], trace["xaxis"]): (trace["x"], trace["y"]) for trace in drawn["data"]}
    assert len(marks) == 8
    assert marks["relu adam", "x1"][0] == pytest.approx([2, 2])
    assert marks["tanh adam", "x3"][0] == pytest.approx([3])
    bounds = [bound.milliseconds(Row(rung), RATES) for rung in RUNGS[1:3]]
    assert marks["relu adam", "x4"][0] == pytest.approx([0.09 / bounds[0], 0.5 / bounds[1]])
    assert drawn["layout"]["yaxis1"]["ticktext"] == ["2-3-1", "2-12-1"]
    assert [round(height) for height in marks["relu adam", "x1"][1]] == [0, 1]
    assert round(marks["tanh adam", "x1"][1][0]) == 0


def test_a_program_answers_until_it_is_closed():
    with Program("It", [sys.executable, "-u", "-c", ANSWERING]) as program:
        assert [program.ask(str(number)) for number in (1, 2)] == [{"told": 1}, {"told": 2}]


def test_a_program_that_ends_is_refused_with_its_last_words():
    with Program("It", [sys.executable, "-c", "print('no such rung')"]) as program:
        with pytest.raises(Refusal, match=r"^It ended when asked 'shared 64', with\nno such rung$"):
            program.ask("shared 64")


def test_all_goes_with_peers_alone():
    for words in (["bench", "--all"], ["bench", "--peers", "--all", "--quick"]):
        options = parser().parse_args(words)
        with pytest.raises(Refusal, match=r"^--all is for `./workbook bench --peers`, without --quick.$"):
            options.run(options, [])


@pytest.mark.long
def test_the_java_programs_answer():
    jdk = find_jdk()
    bench.build(jdk)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDK_JAVA_OPTIONS", setup.environment(jdk)["JDK_JAVA_OPTIONS"])
        for row in (Row(Rung((2, 3, 1), 100, 2)), Row(Rung((4, 3, 3, 2), 70, 1), "sigmoid", "rmsprop"), Row(Rung((1, 2, 1), 50, 2), "tanh", "sgd")):
            with Program("Ladder", bench.java(jdk, "reluctant.bench.Ladder", *row.words, "2")) as program:
                for data in ("shared", "own"):
                    answer = program.ask(f"{data} 65")
                    assert answer["nets"] == answer["finite"] == 65
                    assert answer["seconds"] > 0
        with Program("Rates", bench.java(jdk, "reluctant.bench.Rates", "2")) as program:
            rates = program.ask("rates")
    assert rates["lanes"] in (2, 4, 8) and rates["threads"] == 2
    assert 0 < rates["additions"] < min(rates["divisions"], rates["roots"])
