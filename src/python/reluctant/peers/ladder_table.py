"""The ladder's table: ratios with intervals, and how far from the bound."""

from math import exp, log, sqrt
from statistics import fmean, median, stdev

from ..bench import number
from ..tables import markdown
from .bound import milliseconds
from .rungs import Row, Rung

# Student's t, 97.5 %, by degrees of freedom.
STUDENT = {2: 4.302653, 6: 2.446912}
BUSY = 0.9
COLUMNS = (
    "rung",
    "activation",
    "optimizer",
    "ours, ms a net",
    "JAX float64",
    "its form",
    "times ours",
    "JAX float32",
    "times ours",
    "ours, own data",
    "JAX, own data",
    "times ours",
    "bound",
    "ours / bound",
    "PyTorch",
)


def table(told: dict) -> str:
    """The results as Markdown, with the machine that they hold for."""
    rates = typical_rates(told)
    rows = [_row(row, rates) for row in told["rows"]]
    notes = [_rates(rates), _busy(told), *_torch(told)]
    return "\n\n".join([_head(told), markdown([COLUMNS, *rows]).rstrip(), *filter(None, notes)]) + "\n"


def _head(told: dict) -> str:
    kind = "A short run, good for a first look only" if told["quick"] else "Measured"
    return (
        f"{kind}, on {told['processor']} with {told['cores']} cores, JDK {told['jdk']}, JAX {told['jax']}:"
        " milliseconds a net among many on all cores, mean squared error in batches of 32, samples from left to right;"
        " ours in float64 with all that a sweep keeps, JAX as vmap in the fastest form found, compilation not counted."
        " Both by turns: times ours is JAX's time over ours, with Student's 95 % interval of its logarithm."
        " float32 has the form of float64. Own data: each net draws its own, JAX in its fastest form for that; otherwise all learn one set."
    )


def of_words(words: list[str]) -> Row:
    """What a row was measured of."""
    widths, activation, optimizer, samples, epochs = words
    return Row(Rung(tuple(map(int, widths.split("-"))), int(samples), int(epochs)), activation, optimizer)


def short(rung: Rung) -> str:
    """A rung's name, equal layers counted: 1-2(x9)-1."""
    hidden = rung.widths[1:-1]
    if len(hidden) > 3 and len(set(hidden)) == 1:
        return f"{rung.widths[0]}-{hidden[0]}(x{len(hidden)})-{rung.widths[-1]}"
    return rung.name


def ratio(theirs: list[float], ours: list[float]) -> tuple[float, float, float]:
    """How many times ours they take, round by round, and the ends of its interval."""
    logs = [log(a / b) for a, b in zip(theirs, ours, strict=True)]
    half = STUDENT[len(logs) - 1] * stdev(logs) / sqrt(len(logs))
    return exp(fmean(logs)), exp(fmean(logs) - half), exp(fmean(logs) + half)


def typical_rates(told: dict) -> dict:
    """The rates of the run: the median of what was measured beside each row."""
    measured = [row["rates"] for row in told["rows"]]
    return {name: median(rates[name] for rates in measured) for name in measured[0]}


def _row(told: dict, rates: dict) -> tuple[str, ...]:
    row = of_words(told["row"])
    ms = told["ms"]
    ours = median(ms["ours"])
    bound = milliseconds(row, rates)
    return (
        short(row.rung),
        row.activation,
        row.optimizer,
        number(ours),
        number(median(ms["float64"])),
        told["forms"]["float64"],
        _told(ms["float64"], ms["ours"]),
        number(median(ms["float32"])),
        _told(ms["float32"], ms["ours"]),
        number(median(ms["ours, own"])),
        number(median(ms["own"])),
        _told(ms["own"], ms["ours, own"]),
        number(bound),
        number(ours / bound),
        number(told["torch"]["ms"]) if told["torch"] else "",
    )


def _told(theirs: list[float], ours: list[float]) -> str:
    middle, low, high = ratio(theirs, ours)
    return f"{middle:.2f} [{low:.2f}, {high:.2f}]"


def _rates(rates: dict) -> str:
    return (
        f"Bound: the additions, multiplications, divisions and square roots of a training, {rates['lanes']:.0f} at once on each core, at"
        f" {rates['additions']:.3f} ns an addition or multiplication, {rates['divisions']:.2f} ns a division and {rates['roots']:.2f} ns a"
        " square root, as loops of independent ones took in the same run."
    )


def _busy(told: dict) -> str | None:
    shares = [cpu / ms / told["cores"] for row in told["rows"] for cpu, ms in zip(row["cpu"]["ours"], row["ms"]["ours"], strict=True)]
    if (share := median(shares)) >= BUSY:
        return None
    return (
        f"**The machine was busy with other work**: ours had {share:.0%} of it. The milliseconds are too many and the intervals wide."
    ).replace("%", " %", 1)


def _torch(told: dict) -> list[str]:
    if any(row["torch"] for row in told["rows"]):
        return ["PyTorch: torch.func.vmap in float64, one set of data, a step at a time; some steps stand for all."]
    return ["PyTorch is not in .venv-peers, so it was not measured: `.venv-peers/bin/python -m pip install torch` puts it there."]
