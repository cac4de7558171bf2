"""The ladder: the shapes that are measured, from two units to two layers of 128, and what learns on each."""

from dataclasses import dataclass

BATCH = 32
ACTIVATIONS = ("relu", "tanh", "sigmoid")
OPTIMIZERS = ("adam", "rmsprop", "sgd")


@dataclass(frozen=True)
class Rung:
    """A network's widths, inputs first, and how long it is trained: a call takes milliseconds a net on every rung."""

    widths: tuple[int, ...]
    samples: int
    epochs: int

    @property
    def name(self) -> str:
        """Its widths, as in 2-3-1."""
        return "-".join(map(str, self.widths))

    @property
    def layers(self) -> list[tuple[int, int]]:
        """Inputs and units of each layer."""
        return list(zip(self.widths, self.widths[1:]))

    @property
    def parameters(self) -> int:
        """Kernels and biases."""
        return sum((inputs + 1) * units for inputs, units in self.layers)

    @property
    def batches(self) -> list[int]:
        """The sizes of an epoch's batches, the last of which has what is left."""
        whole, left = divmod(self.samples, BATCH)
        return [BATCH] * whole + [left] * (left > 0)


@dataclass(frozen=True)
class Row:
    """What is measured: a rung with an activation of its hidden layers and an optimizer."""

    rung: Rung
    activation: str = "relu"
    optimizer: str = "adam"

    @property
    def words(self) -> list[str]:
        """What the programs that train it are told."""
        return [self.rung.name, self.activation, self.optimizer, str(self.rung.samples), str(self.rung.epochs)]


RUNGS = (
    Rung((1, 2, 1), 400, 200),
    Rung((2, 3, 1), 1000, 50),
    Rung((2, 12, 1), 1000, 50),
    Rung((2, 32, 1), 1000, 20),
    Rung((8, 20, 5), 1000, 20),
    Rung((2, 32, 32, 1), 1000, 10),
    Rung((2, 64, 64, 1), 1000, 5),
    Rung((2, 128, 128, 1), 1000, 2),
    Rung((1, *[2] * 9, 1), 400, 50),
    Rung((32, 32, 32, 32, 1), 500, 5),
)
EACH_OPTIMIZER = ("2-3-1", "8-20-5", "2-64-64-1")
IN_SHORT = (*(Row(RUNGS[number]) for number in (1, 2, 4, 6, 8)), Row(RUNGS[1], "tanh"), Row(RUNGS[9], "sigmoid"))


def rows(quick: bool, whole: bool = False) -> list[Row]:
    """All rungs and activations with Adam, and the other optimizers on a few rungs or on the whole ladder; in short a few of them."""
    if quick:
        return list(IN_SHORT)
    with_adam = [Row(rung, activation) for activation in ACTIVATIONS for rung in RUNGS]
    others = [Row(row.rung, row.activation, optimizer) for optimizer in OPTIMIZERS[1:] for row in with_adam]
    few = [row for row in others if row.activation == "relu" and row.rung.name in EACH_OPTIMIZER]
    return with_adam + (others if whole else few)
