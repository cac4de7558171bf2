"""The table of benchmarks."""

from reluctant.bench import table


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
        " The error is half of the 99.9 % confidence interval, the allocation that of one operation.",
        "",
        "| benchmark                                   | score | error   | unit  | allocation |",
        "|---------------------------------------------|-------|---------|-------|------------|",
        "| FitBenchmark.absoluteValue                  | 21.4  | 0.607   | ms/op | 41,624 B   |",
        "| StepBenchmark.reluctant (units 3, batch 64) | 2.00  | unknown | us/op | 0 B        |",
    ]


def test_a_short_run_says_so():
    assert table(results(measured("A.b", 1.0, 0.1, "us/op", 0), quick=True)).startswith("A short run, good for a first look only, on A")
