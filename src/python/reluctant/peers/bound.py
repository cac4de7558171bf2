"""The arithmetic bound: how long the operations of a training take alone, at the rates at which independent ones issue.

Counted are the + - * / and square roots of forward and backward pass, of the loss and of the optimizer, as their formulas have
them. What moves numbers or compares them is not, nor are the gradient's norm and whatever else a sweep does beside its steps.
"""

from dataclasses import dataclass

from .rungs import Row, Rung

# Sum of squares, residual, and the slope of the mean: of each output of each sample.
LOSS = 4


@dataclass(frozen=True)
class Operations:
    """How many there are; additions stand for subtractions too, and for multiplications, which issue at the same rate."""

    additions: int = 0
    divisions: int = 0
    roots: int = 0

    def __add__(self, other: "Operations") -> "Operations":
        return Operations(self.additions + other.additions, self.divisions + other.divisions, self.roots + other.roots)

    def __mul__(self, times: int) -> "Operations":
        return Operations(self.additions * times, self.divisions * times, self.roots * times)


# Of a unit and sample, forward and backward: as reluctant.arithmetic computes them. A ReLU only compares.
ACTIVATIONS = {"relu": Operations(), "tanh": Operations(60 + 3, 1), "sigmoid": Operations(62 + 3, 1)}
# Of a parameter.
OPTIMIZERS = {"adam": Operations(10, 1, 1), "rmsprop": Operations(7, 1, 1), "sgd": Operations(2)}


def of_sample(rung: Rung, activation: str) -> Operations:
    """Forward and backward through all layers, and the loss."""
    inputs, outputs = rung.widths[0], rung.widths[-1]
    forward = sum(2 * inputs * units for inputs, units in rung.layers)
    gradient = sum(2 * inputs * units + units for inputs, units in rung.layers)
    back = sum(inputs * (2 * units - 1) for inputs, units in rung.layers[1:])
    hidden = sum(rung.widths) - inputs - outputs
    return Operations(forward + gradient + back + LOSS * outputs) + ACTIVATIONS[activation] * hidden


def of_training(row: Row) -> Operations:
    """All steps of one network."""
    rung = row.rung
    samples = of_sample(rung, row.activation) * rung.samples
    steps = OPTIMIZERS[row.optimizer] * rung.parameters * len(rung.batches)
    return (samples + steps) * rung.epochs


def milliseconds(row: Row, rates: dict) -> float:
    """Of one network among many, on all cores: rates are nanoseconds of an operation on a vector of lanes, on each core."""
    counted = of_training(row)
    nanos = sum(getattr(counted, kind) * rates[kind] for kind in ("additions", "divisions", "roots"))
    return nanos / rates["lanes"] / rates["threads"] / 1e6
