"""The headline rates, trained once more by somebody else: Keras on JAX, with its own generator and in its own float32.

python -m reluctant.peers.outside SEEDS [NAME ..] keeps what was counted, of all rates or of those named. Keras draws the first weights and makes the steps; JAX trains the
networks of a case side by side (vmap). Each network has data, first weights and orders of its samples of its own.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

os.environ.setdefault("KERAS_BACKEND", "jax")

import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras import layers  # noqa: E402

from .. import places  # noqa: E402

AT_ONCE = 100


@dataclass(frozen=True)
class Case:
    """One rate: the network, its data, how it is trained, and when it has learnt them."""

    what: str
    model: Callable[[], keras.Sequential]
    data: Callable
    optimizer: Callable[[], keras.optimizers.Optimizer]
    epochs: int
    batch: int
    learnt: Callable


def mlp(inputs: int, *units: int, first=None, start="glorot_uniform", activation="relu") -> keras.Sequential:
    """Hidden units and a linear output."""
    *hidden, outputs = units
    inner = [layers.Dense(each, activation=activation, kernel_initializer=start) for each in hidden]
    model = keras.Sequential([keras.Input((inputs,)), *inner, layers.Dense(outputs, kernel_initializer=start)])
    if first is not None:
        inner[0].set_weights([np.array([first]), np.zeros(len(first))])
    return model


def single() -> keras.Sequential:
    """One ReLU and nothing else."""
    return keras.Sequential([keras.Input((1,)), layers.Dense(1, activation="relu")])


def line(_):
    """The 400 points of |x| from -1000 to 1000."""
    x = jnp.linspace(-1000, 1000, 400)[:, None]
    return x, jnp.abs(x)


def distance(key):
    """1000 points of the plane and their distance from its middle."""
    x = jax.random.normal(key, (1000, 2))
    return x, jnp.linalg.norm(x, axis=1, keepdims=True)


def spectrum(key):
    """400 signals of 8 numbers and their amplitude spectra."""
    x = jax.random.normal(key, (400, 8))
    return x, jnp.abs(jnp.fft.rfft(x)) / jnp.sqrt(8)


def one_relu(_):
    """21 points of a single ReLU."""
    x = jnp.linspace(-1, 1, 21)[:, None]
    return x, jax.nn.relu(x)


def xor(_):
    """The four corners."""
    x = jnp.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return x, jnp.array([[0.0], [1.0], [1.0], [0.0]])


def halves(x, y, predicted, sides=(True, True)):
    """Whether just these halves of |x| are learnt, the right one first: an error below 1 % of their mean square."""
    found = [jnp.sum(jnp.where(side * x > 0, (predicted - y) ** 2, 0)) < 0.01 * jnp.sum(jnp.where(side * x > 0, y**2, 0)) for side in (1, -1)]
    return (found[0] == sides[0]) & (found[1] == sides[1])


def unexplained(limit, _, y, predicted):
    """Whether less of the targets' variance is left."""
    return jnp.mean((predicted - y) ** 2) < limit * jnp.mean((y - jnp.mean(y, axis=0)) ** 2)


def adam(rate):
    """Keras' Adam at a learning rate."""
    return partial(keras.optimizers.Adam, rate)


def absolute(what: str, units: int, learnt=halves, first=None) -> Case:
    """A case on |x|, trained as the asker did."""
    return Case(what, partial(mlp, 1, units, 1, first=first), line, adam(0.001), 1000, 32, learnt)


def deep_xor(depth: int, activation: str) -> Case:
    """XOR by hidden layers of 8 units from He's start."""
    model = partial(mlp, 2, *[8] * depth, 1, start="he_uniform", activation=activation)
    what = f"{depth} layers of {activation} learn XOR in"
    return Case(what, model, xor, partial(keras.optimizers.SGD, 0.03), 1000, 4, partial(unexplained, 0.01))


CASES = {
    "abs.two-units": absolute("both halves learnt in", 2),
    "abs.three-units": absolute("both halves learnt in", 3),
    "abs.good-init": absolute("from weights 1 and -1, both halves in", 2, first=[1.0, -1.0]),
    "abs.bad-init": absolute("from weights 1 and 1, just the right half in", 2, partial(halves, sides=(True, False)), [1.0, 1.0]),
    "distance.pyramid": Case("pyramids in", partial(mlp, 2, 3, 1), distance, adam(0.001), 500, 32, partial(unexplained, 0.02)),
    "distance.one-relu": Case("learnt in", single, one_relu, partial(keras.optimizers.SGD, 0.1), 1000, 21, partial(unexplained, 0.01)),
    "distance.spectrum": Case("spectrum learnt in", partial(mlp, 8, 13, 5), spectrum, adam(0.02), 100, 32, partial(unexplained, 0.0075)),
    **{f"vanish.xor-{depth}-{name}": deep_xor(depth, name) for depth, name in ((5, "relu"), (20, "relu"), (20, "tanh"))},
}


def trainer(case: Case, model: keras.Sequential):
    """What trains one network of a case from its first weights."""
    optimizer = case.optimizer()
    optimizer.build(model.trainable_variables)
    unmade = [variable.value for variable in optimizer.variables]

    def predict(weights, x):
        return model.stateless_call(weights, [], x)[0]

    def step(state, batch):
        weights, slots = state
        x, y = batch
        gradient = jax.grad(lambda weights: jnp.mean((predict(weights, x) - y) ** 2))(weights)
        return optimizer.stateless_apply(slots, gradient, weights), None

    def epoch(x, y, state, key):
        order = jax.random.permutation(key, len(x))
        whole = len(x) // case.batch * case.batch
        batches = [each[order[:whole]].reshape(-1, case.batch, each.shape[1]) for each in (x, y)]
        state, _ = jax.lax.scan(step, state, tuple(batches))
        return (step(state, (x[order[whole:]], y[order[whole:]]))[0] if whole < len(x) else state), None

    def train(key, weights):
        own, orders = jax.random.split(key)
        x, y = case.data(own)
        state, _ = jax.lax.scan(partial(epoch, x, y), (weights, unmade), jax.random.split(orders, case.epochs))
        return case.learnt(x, y, predict(state[0], x))

    return jax.jit(jax.vmap(train))


def first_weights(case: Case, seed: int) -> list:
    """What Keras draws for one seed."""
    keras.utils.set_random_seed(seed)
    return [variable.value for variable in case.model().trainable_variables]


def counted(name: str, case: Case, seeds: int) -> dict:
    """How many networks learnt their data."""
    train, count = trainer(case, case.model()), 0
    for start in range(0, seeds, AT_ONCE):
        some = range(start, min(start + AT_ONCE, seeds))
        weights = [jnp.stack(each) for each in zip(*(first_weights(case, seed) for seed in some), strict=True)]
        count += int(train(jax.random.split(jax.random.key(start), len(some)), weights).sum())
    print(f"{name}: {case.what} {count} of {seeds}", file=sys.stderr, flush=True)
    return {"what": case.what, "count": count, "trials": seeds}


def main(seeds: int, *names: str) -> None:
    """Counts the rates and keeps them, with what trained them."""
    kept = json.loads(places.read(places.OUTSIDE) or "{}").get("rates", {})
    for name in names or CASES:
        kept[name] = counted(name, CASES[name], seeds)
    trainer = f"Keras {keras.__version__} on JAX {jax.__version__}, float32"
    told = {"trainer": trainer, "rates": {name: kept[name] for name in CASES if name in kept}}
    places.write_whole(places.OUTSIDE, (json.dumps(told, indent=1) + "\n").encode())


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
