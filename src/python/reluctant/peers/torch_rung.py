"""A rung of the ladder in PyTorch: torch.func.vmap over the nets, a step at a time, in float64.

python -m reluctant.peers.torch_rung THREADS answers each line WIDTHS ACTIVATION OPTIMIZER SAMPLES EPOCHS with the milliseconds of a
net as JSON, of the fastest number of nets. A few steps are timed and stand for all: each is the same work.
"""

import json
import sys
import time

import torch

from .rungs import BATCH, Row, Rung

ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid}
NETS = (64, 256, 1024)
WARM_UP, STEPS = 3, 20


def loss(layers, x, y, activation):
    """The mean squared error of one net."""
    for kernel, bias in layers[:-1]:
        x = activation(torch.addmm(bias, x, kernel))
    kernel, bias = layers[-1]
    return torch.nn.functional.mse_loss(torch.addmm(bias, x, kernel), y)


def adam(step, p, g, m, v):
    """Moves one array of all nets."""
    m.add_(g - m, alpha=1 - 0.9)
    v.add_(g * g - v, alpha=1 - 0.999)
    rate = 0.001 * (1 - 0.999**step) ** 0.5 / (1 - 0.9**step)
    p.addcdiv_(m, v.sqrt().add_(1e-7), value=-rate)


def rmsprop(_, p, g, v):
    """The same of RMSprop."""
    v.mul_(0.9).addcmul_(g, g, value=1 - 0.9)
    p.addcdiv_(g, (v + 1e-7).sqrt_(), value=-0.001)


def sgd(_, p, g):
    """The same of gradient descent."""
    p.add_(g, alpha=-0.01)


OPTIMIZERS = {"adam": (adam, 2), "rmsprop": (rmsprop, 1), "sgd": (sgd, 0)}


def milliseconds(row: Row, nets: int) -> float:
    """Of all steps of one net among so many."""
    rung = row.rung
    layers = []
    for inputs, units in rung.layers:
        limit = (6 / (inputs + units)) ** 0.5
        kernel = torch.empty(nets, inputs, units, dtype=torch.float64).uniform_(-limit, limit)
        layers.append((kernel, torch.zeros(nets, units, dtype=torch.float64)))
    x = torch.randn(BATCH, rung.widths[0], dtype=torch.float64)
    y = x.norm(dim=1, keepdim=True).repeat(1, rung.widths[-1])
    gradient = torch.func.vmap(torch.func.grad(loss), in_dims=(0, None, None, None))
    update, moments = OPTIMIZERS[row.optimizer]
    arrays = [array for layer in layers for array in layer]
    state = [[torch.zeros_like(array) for array in arrays] for _ in range(moments)]
    for step in range(1, WARM_UP + STEPS + 1):
        if step == WARM_UP + 1:
            begin = time.perf_counter()
        slopes = [slope for layer in gradient(layers, x, y, ACTIVATIONS[row.activation]) for slope in layer]
        for one in zip(arrays, slopes, *state):
            update(step, *one)
    of_step = (time.perf_counter() - begin) / STEPS
    return 1000 * of_step * len(rung.batches) * rung.epochs / nets


def fastest(widths: str, activation: str, optimizer: str, samples: str, epochs: str) -> dict:
    """Times more and more nets, while that is faster."""
    row = Row(Rung(tuple(map(int, widths.split("-"))), int(samples), int(epochs)), activation, optimizer)
    best = {"ms": float("inf")}
    for nets in NETS:
        if (ms := milliseconds(row, nets)) > best["ms"]:
            break
        best = {"ms": ms, "nets": nets}
    return best


def main(threads: str) -> None:
    """Answers until there are no more questions."""
    torch.set_num_threads(int(threads))
    for line in sys.stdin:
        print(json.dumps(fastest(*line.split())), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
