"""./workbook bench: how fast the library trains on this machine (JMH)."""

import json
import os
import shutil
from pathlib import Path

from . import children, places
from .failures import Refusal
from .machine import EXE, VECTORS, Jdk, cores, find_jdk, find_maven, processor
from .setup import quietly, ready
from .tables import markdown

LIBRARY = places.ROOT / "src" / "library"
BENCH = places.TARGET / "bench"
RESULTS = BENCH / "results.json"
TABLE = BENCH / "table.md"
PICTURE = BENCH / "scaling.html"
MEASURED = BENCH / "jmh.json"
CLASSES = BENCH / "classes"
CLASSPATH = BENCH / "classpath"
COLUMNS = ("benchmark", "score", "error", "unit", "allocation")

JMH = ("-foe", "true", "-prof", "gc", "-rf", "json", "-rff", MEASURED)
QUICK = ("-f", "1", "-wi", "3", "-i", "3", "-p", "seeds=64,256,1024")


def measure(quick: bool) -> int:
    """Measures every benchmark and leaves the results and a table of them. Cut off, it leaves those of the last time."""
    jdk = find_jdk()
    if not jdk.vectors:
        raise Refusal(f"the benchmarks need a JDK with the module {VECTORS}. Received: {jdk.home}")
    with ready(alone=True) as env:
        build(jdk)
        _run(jdk, env, quick)
        results = {"processor": processor(), "cores": cores(), "quick": quick, "benchmarks": json.loads(MEASURED.read_bytes())}
        text = table(results)
        places.write_whole(RESULTS, (json.dumps(results, indent=2) + "\n").encode())
        places.write_whole(TABLE, text.encode())
        quietly([places.VENV_PYTHON, "-m", "reluctant.scaling"], env, "drawing how the time grows")
    print(f"\n{text}\nThe table is in {TABLE}, the picture in {PICTURE}, all that was measured in {RESULTS}")
    return 0


def build(jdk: Jdk) -> None:
    """Compiles the benchmarks."""
    shutil.rmtree(CLASSES, ignore_errors=True)
    maven = [find_maven(jdk), "-q", "-B", "-Dquick", "-Pbench", "-f", LIBRARY / "pom.xml", "process-test-classes"]
    quietly(maven, os.environ | {"JAVA_HOME": str(jdk.home)}, "building the benchmarks")


def java(jdk: Jdk, *arguments: str | Path) -> list[str | Path]:
    """The command that starts a Java program with the benchmarks on its classpath."""
    classpath = os.pathsep.join([str(CLASSES), str(LIBRARY / "target" / "classes"), CLASSPATH.read_text(encoding="utf-8").strip()])
    return [jdk.home / "bin" / f"java{EXE}", "-cp", classpath, *arguments]


def _run(jdk: Jdk, env: dict[str, str], quick: bool) -> None:
    # The benchmarks choose their JVMs' options, vector instructions among them.
    env = {name: value for name, value in env.items() if name != "JDK_JAVA_OPTIONS"}
    threads = "threads=" + ",".join(map(str, thread_counts(cores())))
    code, _ = children.run(java(jdk, "org.openjdk.jmh.Main", *JMH, "-p", threads, *(QUICK if quick else ())), env, places.ROOT)
    if code:
        raise Refusal("a benchmark failed: see JMH's lines above.")


def thread_counts(cores: int) -> list[int]:
    """1, 2, 4 and so on, up to all cores."""
    return sorted({min(2**power, cores) for power in range(cores.bit_length() + 1)})


def table(results: dict) -> str:
    """The results as Markdown, with the machine that they hold for."""
    measured = results["benchmarks"]
    return f"{_machine(results, measured[0])}\n\n{markdown([COLUMNS, *map(_row, measured)])}"


def _machine(results: dict, one: dict) -> str:
    kind = "A short run, good for a first look only" if results["quick"] else "Measured"
    return (
        f"{kind}, on {results['processor']} with {results['cores']} cores,"
        f" {one['vmName']} {one['jdkVersion']}, JMH {one['jmhVersion']}."
        " The error is half of the 99.9 % confidence interval, the allocation that of one operation."
        " An operation named net is a training within a sweep over 1024 seeds, seeds and units are whole sweeps."
    )


def _row(result: dict) -> tuple[str, ...]:
    metric = result["primaryMetric"]
    allocated = result["secondaryMetrics"]["gc.alloc.rate.norm"]
    settings = ", ".join(f"{name} {value}" for name, value in result.get("params", {}).items())
    name = ".".join(result["benchmark"].split(".")[-2:]) + (f" ({settings})" if settings else "")
    return (name, number(metric["score"]), number(metric["scoreError"]), metric["scoreUnit"], f"{allocated['score']:,.0f} B")


def number(value: float | str) -> str:
    """Three digits or all of them. JMH writes "NaN" for the error of too few iterations."""
    if value == "NaN":
        return "unknown"
    return f"{value:,.0f}" if value >= 1000 else f"{value:#.3g}".rstrip(".")
