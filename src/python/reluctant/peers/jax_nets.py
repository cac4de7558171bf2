"""Two ReLUs on |x| in JAX: all nets at once by vmap, compiled as a whole.

python -m reluctant.peers.jax_nets FORM BITS NETS EPOCHS DEVICES prints what was measured as JSON. The nets are spread over as many
devices of the processor: loops as small as these keep one device on one core. Compilation is over when the clock starts.
"""

import json
import sys
import time
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import NamedSharding, PartitionSpec

SAMPLES, LIMIT, BATCH, UNITS = 400, 1000.0, 32, 2
LEARNING_RATE, BETA_1, BETA_2, EPSILON = 0.001, 0.9, 0.999, 1e-7
LARGEST_SHARE_OF_ERROR = 0.01
BLOCK = 64
WHOLE = SAMPLES // BATCH * BATCH

X = np.linspace(-LIMIT, LIMIT, SAMPLES)
Y = np.abs(X)


def initial(key):
    """Glorot uniform kernels and zero biases."""
    first, second = jax.random.split(key)
    limit = (6 / (1 + UNITS)) ** 0.5
    kernel = partial(jax.random.uniform, shape=(UNITS,), minval=-limit, maxval=limit)
    return {"w": kernel(first), "b": jnp.zeros(UNITS), "v": kernel(second), "c": jnp.zeros(())}


def usual(net, x):
    """(samples x units), as it is usually written."""
    return jax.nn.relu(x[:, None] @ net["w"][None, :] + net["b"]) @ net["v"] + net["c"]


def turned(net, x):
    """(units x samples): the long side last is what XLA's loops like."""
    return net["v"] @ jax.nn.relu(net["w"][:, None] * x + net["b"][:, None]) + net["c"]


def start(key):
    """A net, its moments and how many steps it has made."""
    net = initial(key)
    zeros = jax.tree.map(jnp.zeros_like, net)
    return net, zeros, zeros, 0.0


def step(predict, state, batch):
    """Adam on the mean squared error, as Keras has it."""
    net, m, v, steps = state
    x, y = batch
    gradient = jax.grad(lambda net: jnp.mean((predict(net, x) - y) ** 2))(net)
    steps += 1
    rate = LEARNING_RATE * jnp.sqrt(1 - BETA_2**steps) / (1 - BETA_1**steps)
    m = jax.tree.map(lambda m, g: BETA_1 * m + (1 - BETA_1) * g, m, gradient)
    v = jax.tree.map(lambda v, g: BETA_2 * v + (1 - BETA_2) * g * g, v, gradient)
    net = jax.tree.map(lambda p, m, v: p - rate * m / (jnp.sqrt(v) + EPSILON), net, m, v)
    return (net, m, v, steps), None


def epoch(predict, state, x, y):
    """All whole batches, then what is left."""
    batches = x[:WHOLE].reshape(-1, BATCH), y[:WHOLE].reshape(-1, BATCH)
    state, _ = jax.lax.scan(partial(step, predict), state, batches)
    return step(predict, state, (x[WHOLE:], y[WHOLE:]))[0]


def unshuffled(predict, epochs, key):
    """One net, the samples from left to right in each epoch."""
    state, _ = jax.lax.scan(lambda state, _: (epoch(predict, state, X, Y), None), start(key), length=epochs)
    return state[0]


def shuffled(epochs, key):
    """One net, an order of its own in each epoch."""

    def once(state, key):
        order = jax.random.permutation(key, SAMPLES)
        return epoch(turned, state, jnp.asarray(X)[order], jnp.asarray(Y)[order]), None

    parameters, orders = jax.random.split(key)
    state, _ = jax.lax.scan(once, start(parameters), jax.random.split(orders, epochs))
    return state[0]


def block(epochs, key):
    """As many nets as share their orders in Reluctant."""

    def once(states, key):
        order = jax.random.permutation(key, SAMPLES)
        return jax.vmap(partial(epoch, turned), (0, None, None))(states, jnp.asarray(X)[order], jnp.asarray(Y)[order]), None

    parameters, orders = jax.random.split(key)
    states = jax.vmap(start)(jax.random.split(parameters, BLOCK))
    states, _ = jax.lax.scan(once, states, jax.random.split(orders, epochs))
    return states[0]


FORMS = {
    "usual": (partial(unshuffled, usual), 1),
    "turned": (partial(unshuffled, turned), 1),
    "blocks": (block, BLOCK),
    "shuffled": (shuffled, 1),
}


def learnt(net):
    """Whether a net learnt both halves, as Reluctant's Halves has it."""
    error = (turned(net, X) - Y) ** 2
    sides = [np.float64(side * X > 0) for side in (1, -1)]
    return jnp.all(jnp.array([side @ error < LARGEST_SHARE_OF_ERROR * (side @ Y**2) for side in sides]))


def main(form: str, bits: int, nets: int, epochs: int, devices: int) -> dict:
    """Trains the nets and counts those that learnt both halves."""
    jax.config.update("jax_num_cpu_devices", devices)
    jax.config.update("jax_enable_x64", bits == 64)
    train, at_once = FORMS[form]
    mesh, spec = jax.make_mesh((devices,), ("nets",)), PartitionSpec("nets")
    keys = jax.device_put(jax.random.split(jax.random.key(0), nets // at_once), NamedSharding(mesh, spec))
    spread = jax.shard_map(jax.vmap(partial(train, epochs)), mesh=mesh, in_specs=spec, out_specs=spec, check_vma=False)
    compiled = jax.jit(spread).lower(keys).compile()
    begin = time.perf_counter()
    trained = jax.block_until_ready(compiled(keys))
    seconds = time.perf_counter() - begin
    flat = jax.tree.map(lambda leaf: np.reshape(leaf, (nets, *leaf.shape[1 + (at_once > 1) :])), trained)
    return {"nets": nets, "epochs": epochs, "seconds": seconds, "both": int(jax.vmap(learnt)(flat).sum())}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], *map(int, sys.argv[2:]))))
