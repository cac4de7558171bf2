"""./workbook bench: how fast the library trains on this machine (JMH)."""

import json
import os
import shutil

from . import children, places
from .failures import Refusal
from .machine import EXE, Jdk, cores, find_jdk, find_maven, processor
from .setup import quietly, ready

BENCH = places.TARGET / "bench"
RESULTS = BENCH / "results.json"
TABLE = BENCH / "table.md"
MEASURED = BENCH / "jmh.json"
CLASSES = BENCH / "classes"
CLASSPATH = BENCH / "classpath"
COLUMNS = ("benchmark", "score", "error", "unit", "allocation")

JMH = ("-foe", "true", "-prof", "gc", "-rf", "json", "-rff", MEASURED)
QUICK = ("-f", "1", "-wi", "3", "-i", "3")


def measure(quick: bool) -> int:
    """Measures every benchmark and leaves the results and a table of them. Cut off, it leaves those of the last time."""
    with ready(alone=True) as env:
        jdk = find_jdk()
        _build(jdk)
        _run(jdk, env, quick)
        results = {"processor": processor(), "cores": cores(), "quick": quick, "benchmarks": json.loads(MEASURED.read_bytes())}
        text = table(results)
        places.write_whole(RESULTS, (json.dumps(results, indent=2) + "\n").encode())
        places.write_whole(TABLE, text.encode())
    print(f"\n{text}\nThe table is in {TABLE}, all that was measured in {RESULTS}")
    return 0


def _build(jdk: Jdk) -> None:
    shutil.rmtree(CLASSES, ignore_errors=True)
    maven = [find_maven(jdk), "-q", "-B", "-Dquick", "-Pbench", "process-test-classes"]
    quietly(maven, os.environ | {"JAVA_HOME": str(jdk.home)}, "building the benchmarks")


def _run(jdk: Jdk, env: dict[str, str], quick: bool) -> None:
    classpath = os.pathsep.join([str(CLASSES), str(places.TARGET / "classes"), CLASSPATH.read_text(encoding="utf-8").strip()])
    java = [jdk.home / "bin" / f"java{EXE}", "-cp", classpath, "org.openjdk.jmh.Main", *JMH]
    code, _ = children.run([*java, *(QUICK if quick else ())], env, places.ROOT)
    if code:
        raise Refusal("a benchmark failed: see JMH's lines above.")


def table(results: dict) -> str:
    """The results as Markdown, with the machine that they hold for."""
    measured = results["benchmarks"]
    rows = [COLUMNS, *map(_row, measured)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    first, *others = ["| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in rows]
    ruler = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([_machine(results, measured[0]), "", first, ruler, *others]) + "\n"


def _machine(results: dict, one: dict) -> str:
    kind = "A short run, good for a first look only" if results["quick"] else "Measured"
    return (
        f"{kind}, on {results['processor']} with {results['cores']} cores, {one['vmName']} {one['jdkVersion']}, JMH {one['jmhVersion']}."
        " The error is half of the 99.9 % confidence interval, the allocation that of one operation."
    )


def _row(result: dict) -> tuple[str, ...]:
    metric = result["primaryMetric"]
    allocated = result["secondaryMetrics"]["gc.alloc.rate.norm"]
    settings = ", ".join(f"{name} {value}" for name, value in result.get("params", {}).items())
    name = ".".join(result["benchmark"].split(".")[-2:]) + (f" ({settings})" if settings else "")
    return (name, _number(metric["score"]), _number(metric["scoreError"]), metric["scoreUnit"], f"{allocated['score']:,.0f} B")


def _number(value: float | str) -> str:
    """Three digits or all of them. JMH writes "NaN" for the error of too few iterations."""
    if value == "NaN":
        return "unknown"
    return f"{value:,.0f}" if value >= 1000 else f"{value:#.3g}".rstrip(".")
