"""The tables and the picture of benchmarks."""

import sys

import pytest

from reluctant.bench import table, thread_counts
from reluctant.commands import parser
from reluctant.failures import Refusal
from reluctant.peers import comparison
from reluctant.scaling import figure


def measured(name, score, error, unit, allocated, **more):
    return {
        "benchmark": f"reluctant.bench.{name}",
        "jmhVersion": "1.37",
        "vmName": "OpenJDK 64-Bit Server VM",
        "jdkVersion": "17.0.1",
        "primaryMetric": {"score": score, "scoreError": error, "scoreUnit": unit},
        "secondaryMetrics": {"gc.alloc.rate.norm": {"score": allocated, "scoreUnit": "B/op"}},
    } | more


def results(*benchmarks, quick=False):
    return {"processor": "A Processor", "cores": 2, "quick": quick, "benchmarks": list(benchmarks)}


def test_the_table_has_a_row_for_each_benchmark_and_names_the_machine():
    fit = measured("FitBenchmark.absoluteValue", 21.4242, 0.6071, "ms/op", 41624.08)
    step = measured("StepBenchmark.reluctant", 2.0, "NaN", "us/op", 0.0017, params={"units": "3", "batch": "64"})
    assert table(results(fit, step)).splitlines() == [
        "Measured, on A Processor with 2 cores, OpenJDK 64-Bit Server VM 17.0.1, JMH 1.37."
        " The error is half of the 99.9 % confidence interval, the allocation that of one operation."
        " An operation named net is a training within a sweep over 1024 seeds, seeds and units are whole sweeps.",
        "",
        "| benchmark                                   | score | error   | unit  | allocation |",
        "|---------------------------------------------|-------|---------|-------|------------|",
        "| FitBenchmark.absoluteValue                  | 21.4  | 0.607   | ms/op | 41,624 B   |",
        "| StepBenchmark.reluctant (units 3, batch 64) | 2.00  | unknown | us/op | 0 B        |",
    ]


def test_a_short_run_says_so():
    assert table(results(measured("A.b", 1.0, 0.1, "us/op", 0), quick=True)).startswith("A short run, good for a first look only, on A")


def test_threads_are_doubled_up_to_all_cores():
    assert [thread_counts(cores) for cores in (1, 2, 6, 8)] == [[1], [1, 2], [1, 2, 4, 6], [1, 2, 4, 8]]


def timed(name, *times, **params):
    metric = {"score": sum(times) / len(times), "rawData": [list(times)]}
    return {"benchmark": f"reluctant.bench.{name}", "primaryMetric": metric, "params": params}


def test_the_picture_shows_the_time_of_a_net_by_seeds_threads_and_units():
    drawn = figure(
        results(
            timed("ScalingBenchmark.seeds", 64.0, 128.0, seeds="64", threads="1"),
            timed("ScalingBenchmark.seeds", 256.0, seeds="256", threads="1"),
            timed("ScalingBenchmark.units", 2048.0, units="3", threads="2"),
            timed("VectorLanesBenchmark.net", 0.5, job="ABSOLUTE_1_2_1", threads="1"),
            timed("VectorLanesBenchmark.net", 0.9, job="ABSOLUTE_1_3_1", threads="1"),
            timed("ScalarLanesBenchmark.net", 2.0, job="ABSOLUTE_1_2_1", threads="1"),
            timed("ScalarLanesBenchmark.net", 1.0, job="ABSOLUTE_1_2_1", threads="2"),
        )
    )
    lines = {(trace["xaxis"], trace["name"]): (trace["x"], trace["y"]) for trace in drawn["data"]}
    assert lines[("x1", "1 thread")] == ([64, 256], [1.5, 1.0])
    assert lines[("x3", "2 threads")] == ([3], [2.0])
    assert lines[("x2", "vector lanes")] == ([1], [2000.0])
    assert lines[("x2", "plain Java")] == ([1, 2], [500.0, 1000.0])
    assert drawn["data"][0]["error_y"]["array"] == [0.5, 0.0]
    titles = [drawn["layout"][f"{axis}axis{panel}"]["title"]["text"] for panel in (1, 2, 3) for axis in "xy"]
    assert titles == ["seeds (2 ReLUs)", "ms a net", "threads (2 ReLUs)", "nets a second", "ReLUs (1024 seeds)", "ms a net"]


def peer(name, threads, nets, seconds, both, epochs=1000, **more):
    return {"name": name, "threads": threads, "epochs": epochs, "nets": nets, "seconds": seconds, "both": both} | more


def compared(*others):
    ours = [peer("Reluctant", 1, 1000, 0.5, 281), peer("Reluctant", 2, 1000, 0.25, 281)]
    return {"processor": "A Processor", "cores": 2, "jdk": "17.0.1", "quick": False, "peers": [*ours, *others]}


def test_peers_are_compared_with_ours_on_as_many_threads():
    slow = peer("Slow", 1, 20, 1.0, 5)
    part = peer("Part", 2, 100, 1.0, 2, epochs=20)
    keras = peer("Keras", 2, 10, 2.5, 4, foretold=10)
    lines = comparison.table(compared(slow, part, keras)).splitlines()
    assert lines[0].startswith("Measured, on A Processor with 2 cores, JDK 17.0.1: two ReLUs on |x|")
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[4:9]]
    assert cells == [
        ["Reluctant", "1", "0.500", "", "1,000", "28.1 % [25.4, 31.0]", ""],
        ["Reluctant", "2", "0.250", "", "1,000", "28.1 % [25.4, 31.0]", ""],
        ["Slow", "1", "50.0", "100", "20", "25.0 % [11.2, 46.9]", "yes"],
        ["Part", "2", "500", "2,000", "100", "not trained to the end", ""],
        ["Keras", "2", "250", "1,000", "10", "40.0 % [16.8, 68.7]", "yes"],
    ]
    assert lines[10:] == [
        "Part: the time of 20 epochs, times 50.",
        "",
        "Keras: 10 of 10 learnt what their first weights foretell, which says more than so few nets' rate.",
    ]


def test_another_rate_is_noticed():
    other = peer("Other", 2, 1000, 1.0, 400)
    assert comparison.agrees(other, compared()["peers"]) is False
    assert "| no " in comparison.table(compared(other))


def test_each_peer_has_ours_to_stand_beside():
    for cores in (1, 2, 16):
        measured = comparison.peers(True, cores)
        ours = {each.threads for each in measured if each.name == comparison.OURS}
        assert {each.threads for each in measured} == ours == {1, cores}
    assert all(each.epochs == comparison.EPOCHS for each in comparison.peers(False, 2))


def test_peers_are_an_option_of_bench():
    options = parser().parse_args(["bench", "--peers", "--quick"])
    assert options.peers and options.quick
    assert not parser().parse_args(["bench"]).peers


def test_peers_need_a_newer_python(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(Refusal, match=r"^JAX needs Python 3.11 or newer: .* Received: Python 3.10$"):
        comparison.compare(False, False)
