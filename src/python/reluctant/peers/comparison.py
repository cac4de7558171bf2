"""What is measured for ./workbook bench --peers, with how many nets, and the table."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from .. import children, places
from ..bench import BENCH, build, java, number
from ..failures import INTERRUPTED, Refusal
from ..machine import VECTORS, Jdk, cores, find_jdk, processor
from ..setup import Venv, quietly, ready, tell
from ..tables import markdown

TABLE = BENCH / "peers.md"
RESULTS = BENCH / "peers.json"
VENV = Venv(places.ROOT / ".venv-peers", Path(__file__).with_name("requirements.txt"))
OLDEST_PYTHON = (3, 11)
EPOCHS = 1000
KERAS_SECONDS = 60
COLUMNS = ("library", "threads", "ms a net", "times ours", "nets", "learnt both halves", "as often as ours")
OURS = "Reluctant"


@dataclass(frozen=True)
class Peer:
    """What is measured: the program with its arguments, and how many epochs stand for all."""

    name: str
    threads: int
    program: tuple[str, ...]
    epochs: int = EPOCHS


def peers(quick: bool, cores: int) -> list[Peer]:
    """All, ours first."""
    main = "reluctant.bench.PeerTrainings"
    few, nets_of_keras = ("32", "1") if quick else ("400", "12")
    # Sorting random numbers is what JAX takes longest for: an order for each net is measured in part in a short run.
    part = 20 if quick else EPOCHS
    many = "1024" if quick else "8192"
    return [
        *(Peer(OURS, threads, (main, "reluctant", many, str(threads))) for threads in sorted({1, cores})),
        _jax("no shuffling, in the usual form", "usual", 1),
        _jax("the same in float64", "usual", 1, bits=64),
        _jax("no shuffling, in the fastest form found: units x samples, a device a core", "turned", cores),
        _jax("that form, shuffled, 64 nets share their orders as ours do", "blocks", cores),
        _jax("that form, shuffled, each net with orders of its own", "shuffled", cores, part),
        Peer("EJML SimpleMatrix, a line for each formula", 1, (main, "simpleMatrix", few)),
        Peer("Encog StochasticGradientDescent", 1, (main, "encog", few)),
        Peer("Keras fit on JAX", 1, ("reluctant.peers.keras_nets", nets_of_keras, str(EPOCHS), str(KERAS_SECONDS))),
    ]


def _jax(form: str, name: str, devices: int, epochs: int = EPOCHS, bits: int = 32) -> Peer:
    # Some thousand nets in blocks of 64, as many on each device.
    nets = 64 * devices * max(1, 16 // devices)
    return Peer(f"JAX vmap, {form}", devices, ("reluctant.peers.jax_nets", name, str(bits), str(nets), str(epochs), str(devices)), epochs)


def outside(seeds: int) -> int:
    """Trains the headline rates with Keras and keeps what was counted."""
    with ready(alone=True) as env:
        if not VENV.fits():
            VENV.make("JAX and Keras in .venv-peers (once, some 600 MB)")
        tell(f"Keras trains {seeds} networks for each headline rate (some minutes) ..")
        code, _ = children.run([VENV.python, "-m", "reluctant.peers.outside", str(seeds)], env, places.ROOT)
        if code == INTERRUPTED:
            raise KeyboardInterrupt
        if code:
            raise Refusal("the rates could not be counted: see the lines above.")
    print(f"What Keras gave is kept in {places.OUTSIDE.relative_to(places.ROOT)}")
    return 0


def compare(quick: bool, whole: bool) -> int:
    """Measures all and leaves the tables and the ladder's picture. Cut off, it leaves those of the last time."""
    if sys.version_info < OLDEST_PYTHON:
        wanted, received = (".".join(map(str, version[:2])) for version in (OLDEST_PYTHON, sys.version_info))
        raise Refusal(f"JAX needs Python {wanted} or newer: start it with one. Received: Python {received}")
    jdk = find_jdk()
    if not jdk.vectors:
        raise Refusal(f"the benchmarks need a JDK with the module {VECTORS}. Received: {jdk.home}")
    with ready(alone=True) as env:
        if not VENV.fits():
            VENV.make("JAX and Keras in .venv-peers (once, some 600 MB)")
        build(jdk)
        told = {"processor": processor(), "cores": cores(), "jdk": jdk.version, "quick": quick}
        told["peers"] = [_measured(peer, jdk, env) for peer in peers(quick, cores())]
        places.write_whole(RESULTS, (json.dumps(told, indent=2) + "\n").encode())
        places.write_whole(TABLE, table(told).encode())
        print(f"\n{table(told)}\nThe table is in {TABLE}, all that was measured in {RESULTS}\n")
        _climb(env, quick, whole)
    if others := [peer["name"] for peer in told["peers"] if agrees(peer, told["peers"]) is False]:
        raise Refusal(f"not all learnt |x| as often as ours, so the times can't be compared: {', '.join(others)}.")
    return 0


def _climb(env: dict[str, str], quick: bool, whole: bool) -> None:
    options = [option for option, chosen in (("--quick", quick), ("--all", whole)) if chosen]
    code, _ = children.run([VENV.python, "-m", "reluctant.peers.ladder", *options], env, places.ROOT)
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    if code:
        raise Refusal("the ladder could not be measured: see the lines above.")
    quietly([places.VENV_PYTHON, "-m", "reluctant.peers.ladder_picture"], env, "drawing the ladder")


def _measured(peer: Peer, jdk: Jdk, env: dict[str, str]) -> dict:
    """Runs one. The last line that it prints is what it measured."""
    tell(f"measuring {peer.name} on {_threads(peer.threads)} ..")
    in_java = peer.program[0].startswith("reluctant.bench.")
    command = java(jdk, *peer.program) if in_java else [VENV.python, "-m", *peer.program]
    printed = quietly(command, env | {"KERAS_BACKEND": "jax", "KERAS_HOME": str(BENCH / "keras")}, f"measuring {peer.name}")
    return {"name": peer.name, "threads": peer.threads, "epochs": peer.epochs} | json.loads(printed.strip().splitlines()[-1])


def table(told: dict) -> str:
    """The results as Markdown, with the machine that they hold for."""
    kind = "A short run, good for a first look only" if told["quick"] else "Measured"
    head = (
        f"{kind}, on {told['processor']} with {told['cores']} cores, JDK {told['jdk']}:"
        f" two ReLUs on |x|, 400 samples, {EPOCHS} epochs in batches of 32, Adam; warm, compilation not counted."
        " JAX and Keras compute in float32 where nothing else is said, the others in float64. Times ours is beside Reluctant on as many threads."
        " Learnt both halves: Wilson's 95 % interval; theory says 28.1 %."
    )
    rows = [_row(peer, told["peers"]) for peer in told["peers"]]
    notes = [_note(peer) for peer in told["peers"]]
    return "\n\n".join([head, markdown([COLUMNS, *rows]).rstrip(), *filter(None, notes)]) + "\n"


def _row(peer: dict, all_peers: list[dict]) -> tuple[str, ...]:
    ours = next(each for each in all_peers if each["name"] == OURS and each["threads"] == peer["threads"])
    times = "" if peer is ours else number(time(peer) / time(ours))
    agreement = {True: "yes", False: "no", None: ""}[agrees(peer, all_peers)]
    return (peer["name"], str(peer["threads"]), number(time(peer)), times, f"{peer['nets']:,}", _rate(peer), agreement)


def time(peer: dict) -> float:
    """Milliseconds for all epochs of one net."""
    return 1000 * peer["seconds"] / peer["nets"] * EPOCHS / peer["epochs"]


def _rate(peer: dict) -> str:
    if peer["epochs"] < EPOCHS:
        return "not trained to the end"
    low, high = wilson(peer["both"], peer["nets"])
    return f"{peer['both'] / peer['nets']:.1%} [{100 * low:.1f}, {100 * high:.1f}]".replace("%", " %", 1)


def agrees(peer: dict, all_peers: list[dict]) -> bool | None:
    """Whether it may learn as often as ours, or None where that was not measured."""
    ours = all_peers[0]
    if peer["name"] == OURS or peer["epochs"] < EPOCHS:
        return None
    mine, its = wilson(ours["both"], ours["nets"]), wilson(peer["both"], peer["nets"])
    return mine[0] <= its[1] and its[0] <= mine[1]


def wilson(count: int, trials: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share (1927)."""
    z = 1.959964
    middle = (count + z * z / 2) / (trials + z * z)
    half = z / (trials + z * z) * (count * (trials - count) / trials + z * z / 4) ** 0.5
    return middle - half, middle + half


def _note(peer: dict) -> str | None:
    if peer["epochs"] < EPOCHS:
        return f"{peer['name']}: the time of {peer['epochs']} epochs, times {EPOCHS // peer['epochs']}."
    if "foretold" in peer:
        told = f"{peer['foretold']} of {peer['nets']} learnt what their first weights foretell"
        return f"{peer['name']}: {told}, which says more than so few nets' rate."
    return None


def _threads(threads: int) -> str:
    return "1 thread" if threads == 1 else f"{threads} threads"
