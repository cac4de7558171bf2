"""Measures the ladder: ours and JAX by turns on every rung, each in its fastest form, and the bound of this machine's arithmetic.

python -m reluctant.peers.ladder [--quick] [--all], with .venv-peers' Python, leaves ladder.json and ladder.md in target/bench.
"""

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial

from .. import places
from ..bench import BENCH, java
from ..failures import guarded
from ..machine import Jdk, cores, find_jdk, processor
from ..setup import tell
from .asking import Program
from .forms import FIRST, FEWEST, Form, Search, both
from .ladder_table import table
from .rungs import Row, rows

RESULTS = BENCH / "ladder.json"
TABLE = BENCH / "ladder.md"
BLOCK = 64
ROUNDS, ROUNDS_IN_SHORT = 7, 3
TURN = 0.25  # seconds
WARM_UP = 2.0
OF_FORM = 0.15
WIDE = 500  # parameters, from which few nets a call are faster
KINDS = {"float64": (64, False), "float32": (32, False), "own": (64, True)}  # the bits of a number, and whether each net draws its own data

Measure = Callable[[], tuple[float, float]]  # milliseconds of a net, by the clock and of all cores' time


class Jax:
    """The compiled calls of a row."""

    def __init__(self, row: Row, devices: int):
        self._row = row
        self._devices = devices
        self._calls = {}

    def prepare(self, kind: str, forms: list[Form]) -> None:
        """Compiles several at once."""
        from .jax_rung import Call

        bits, own = KINDS[kind]
        with ThreadPoolExecutor(self._devices) as pool:
            made = pool.map(lambda form: Call(self._row, form, bits, own, self._devices), forms)
            self._calls |= {(kind, form): call for form, call in zip(forms, made, strict=True)}

    def time(self, kind: str, form: Form) -> float:
        """The fastest of some calls, in milliseconds of a net, by the cores' time: other work on the machine changes that less."""
        call = self._calls[kind, form]
        begin, times = time.perf_counter(), []
        while not times or time.perf_counter() - begin < OF_FORM:
            times.append(call.seconds(1)[1])
        return 1000 * min(times) / self._devices / call.nets

    def measure(self, kind: str, form: Form, ms: float) -> tuple[float, float]:
        """One turn, of as many calls as fill it at so many milliseconds a net."""
        call = self._calls[kind, form]
        calls = max(1, round(1000 * TURN / ms / call.nets))
        return tuple(1000 * seconds / calls / call.nets for seconds in call.seconds(calls))

    def fastest(self, kind: str, begin: list[Form], search: bool) -> tuple[Form, Measure]:
        """The fastest form from these on, or of these alone, and how to measure it."""
        found = Search(partial(self.time, kind), self._devices, partial(self.prepare, kind))
        form = found.climb(begin) if search else found.fastest(begin)
        return form, partial(self.measure, kind, form, found.times[form])


def ours(program: Program, data: str, threads: int) -> Measure:
    """A warm program's sweeps, of as many nets as fill a turn."""

    def sweep(nets: int) -> tuple[float, float]:
        told = program.ask(f"{data} {nets}")
        return 1000 * told["seconds"] / nets, 1000 * told["cpu"] / nets

    fewest = BLOCK * threads
    begin, times = time.perf_counter(), []
    while len(times) < 3 or time.perf_counter() - begin < WARM_UP:
        times.append(sweep(fewest)[0])
    nets = fewest * max(1, round(1000 * TURN / times[-1] / fewest))
    return partial(sweep, nets)


def by_turns(contestants: dict[str, Measure], rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Each one's measurements, a round after the other, every second one backwards."""
    measured = {name: [] for name in contestants}
    for number in range(rounds):
        for name in list(contestants)[:: -1 if number % 2 else 1]:
            measured[name].append(contestants[name]())
    return measured


class Ladder:
    """The programs that stay for all rungs, and the forms that were the fastest."""

    def __init__(self, jdk: Jdk, quick: bool, stack: ExitStack):
        self._jdk = jdk
        self._quick = quick
        self._threads = cores()
        self._forms: dict[tuple, dict[str, Form]] = {}
        self._rates = stack.enter_context(Program("Rates", java(jdk, "reluctant.bench.Rates", str(self._threads))))
        self._torch = None
        if importlib.util.find_spec("torch"):
            command = [sys.executable, "-m", "reluctant.peers.torch_rung", str(self._threads)]
            self._torch = stack.enter_context(Program("PyTorch", command))

    def measure(self, row: Row) -> dict:
        """All that is told of a row."""
        jax = Jax(row, self._threads)
        contestants = self._of_jax(jax, row)
        forms = self._forms[row.rung, row.activation]
        command = java(self._jdk, "reluctant.bench.Ladder", *row.words, str(self._threads))
        with Program(f"Reluctant on {' '.join(row.words)}", command) as program:
            contestants |= {"ours": ours(program, "shared", self._threads), "ours, own": ours(program, "own", self._threads)}
            measured = by_turns(contestants, ROUNDS_IN_SHORT if self._quick else ROUNDS)
        return {
            "row": row.words,
            "ms": {name: [ms for ms, _ in each] for name, each in measured.items()},
            "cpu": {name: [cpu for _, cpu in each] for name, each in measured.items()},
            "forms": {kind: str(form) for kind, form in forms.items()},
            "rates": self._rates.ask("rates"),
            "torch": self._torch and self._torch.ask(" ".join(row.words)),
        }

    def _of_jax(self, jax: Jax, row: Row) -> dict[str, Measure]:
        """The forms found with another optimizer are taken over, and float32 takes that of float64, where own data begin."""
        known = self._forms.setdefault((row.rung, row.activation), {})
        contestants = {}
        for kind in KINDS:
            begin = [known[kind]] if kind in known else self._candidates(kind, row, known.get("float64"))
            search = kind not in known and kind != "float32" and not self._quick
            known[kind], contestants[kind] = jax.fastest(kind, begin, search)
        return contestants

    def _candidates(self, kind: str, row: Row, found: Form | None) -> list[Form]:
        if found is None:
            return both(FEWEST if self._quick and row.rung.parameters >= WIDE else FIRST)
        return both(found.nets) if kind == "own" else [found]


def main(quick: bool, whole: bool) -> int:
    """Measures all rows. Cut off, it leaves the results of the last time."""
    import jax

    from .jax_rung import set_up

    set_up(cores())
    jdk = find_jdk()
    told = {"processor": processor(), "cores": cores(), "jdk": jdk.version, "jax": jax.__version__, "quick": quick, "rows": []}
    chosen = rows(quick, whole)
    with ExitStack() as stack:
        ladder = Ladder(jdk, quick, stack)
        for number, row in enumerate(chosen, 1):
            tell(f"measuring the ladder, {number} of {len(chosen)}: {' '.join(row.words[:3])} ..")
            told["rows"].append(ladder.measure(row))
            jax.clear_caches()
    places.write_whole(RESULTS, (json.dumps(told, indent=2) + "\n").encode())
    places.write_whole(TABLE, table(told).encode())
    print(f"\n{table(told)}\nThe table is in {TABLE}, all that was measured in {RESULTS}")
    return 0


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--quick", action="store_true")
    options.add_argument("--all", action="store_true")
    chosen = options.parse_args()
    sys.exit(guarded(lambda: main(chosen.quick, chosen.all)))
