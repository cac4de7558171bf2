"""Any rung of the ladder in JAX: a call trains all its nets by vmap, compiled as a whole, samples from left to right.

The nets are spread over as many devices of the processor as there are cores, as in jax_nets. A step is Keras' own. Kernels lie
as (inputs x units) or turned; data are one set for all nets, or each net draws its own in the call, as our sweeps do.
"""

import time
from collections.abc import Callable
from functools import partial

import jax
import jax.numpy as jnp
from jax.sharding import NamedSharding, PartitionSpec

from .forms import LAYOUTS, Form
from .rungs import BATCH, Row, Rung

ACTIVATIONS = {"relu": jax.nn.relu, "tanh": jnp.tanh, "sigmoid": jax.nn.sigmoid}
DTYPES = {32: jnp.float32, 64: jnp.float64}


def set_up(devices: int) -> None:
    """Once, before anything is computed. The numbers' types are said wherever they are made."""
    jax.config.update("jax_num_cpu_devices", devices)
    jax.config.update("jax_enable_x64", True)


def usual(layers, activation, x):
    """(samples x units), as it is usually written."""
    for kernel, bias in layers[:-1]:
        x = activation(x @ kernel + bias)
    kernel, bias = layers[-1]
    return x @ kernel + bias


def turned(layers, activation, x):
    """(units x samples): the long side last."""
    for kernel, bias in layers[:-1]:
        x = activation(kernel @ x + bias[:, None])
    kernel, bias = layers[-1]
    return kernel @ x + bias[:, None]


PREDICT = dict(zip(LAYOUTS, (turned, usual)))


def adam(step, g, m, v):
    """The way down and the new moments of one array."""
    m = m + (g - m) * (1 - 0.9)
    v = v + (g * g - v) * (1 - 0.999)
    rate = 0.001 * jnp.sqrt(1 - 0.999**step) / (1 - 0.9**step)
    return m * rate / (jnp.sqrt(v) + 1e-7), m, v


def rmsprop(_, g, v):
    """The same of RMSprop."""
    v = 0.9 * v + (1 - 0.9) * (g * g)
    return 0.001 * g / jnp.sqrt(v + 1e-7), v


def sgd(_, g):
    """The same of gradient descent, which has no moments."""
    return (0.01 * g,)


OPTIMIZERS = {"adam": (adam, 2), "rmsprop": (rmsprop, 1), "sgd": (sgd, 0)}


def initial(rung: Rung, layout: str, dtype, key) -> list:
    """Glorot uniform kernels and zero biases."""
    layers = []
    for (inputs, units), each in zip(rung.layers, jax.random.split(key, len(rung.layers))):
        limit = (6 / (inputs + units)) ** 0.5
        shape = (units, inputs) if PREDICT[layout] is turned else (inputs, units)
        layers.append((jax.random.uniform(each, shape, dtype, -limit, limit), jnp.zeros(units, dtype)))
    return layers


def distances(rung: Rung, dtype, key):
    """Normal points and, in each output, their distance from the origin."""
    x = jax.random.normal(key, (rung.samples, rung.widths[0]), dtype)
    return x, jnp.tile(jnp.sqrt(jnp.sum(x * x, axis=1, keepdims=True)), rung.widths[-1])


def step(row: Row, predict: Callable, state, batch):
    """Down the gradient of the mean squared error."""
    layers, moments, steps = state
    x, y = batch
    gradient = jax.grad(lambda layers: jnp.mean((predict(layers, ACTIVATIONS[row.activation], x) - y) ** 2))(layers)
    update, _ = OPTIMIZERS[row.optimizer]
    steps += 1
    leaves, tree = jax.tree.flatten(gradient)
    updated = [update(steps, *each) for each in zip(leaves, *moments)]
    down, *moments = zip(*updated)
    layers = jax.tree.map(jnp.subtract, layers, jax.tree.unflatten(tree, down))
    return (layers, [list(each) for each in moments], steps), None


def train(row: Row, layout: str, dtype, shared, key):
    """One net, all its epochs."""
    parameters, data = jax.random.split(key)
    layers = initial(row.rung, layout, dtype, parameters)
    moments = [[jnp.zeros_like(leaf) for leaf in jax.tree.leaves(layers)] for _ in range(OPTIMIZERS[row.optimizer][1])]
    whole, rest = _batches(layout, *(shared or distances(row.rung, dtype, data)))
    take = partial(step, row, PREDICT[layout])

    def epoch(state, _):
        state, _ = jax.lax.scan(take, state, whole)
        return (take(state, rest)[0] if row.rung.samples % BATCH else state), None

    state, _ = jax.lax.scan(epoch, (layers, moments, jnp.zeros((), dtype)), length=row.rung.epochs)
    return state[0]


def _batches(layout: str, *data):
    """All whole batches, and what is left."""
    whole = len(data[0]) // BATCH * BATCH
    stacked = [each[:whole].reshape(-1, BATCH, each.shape[1]) for each in data]
    left = [each[whole:] for each in data]
    if PREDICT[layout] is turned:
        return [each.swapaxes(1, 2) for each in stacked], [each.T for each in left]
    return stacked, left


class Call:
    """A compiled training of many nets."""

    def __init__(self, row: Row, form: Form, bits: int, own: bool, devices: int):
        self.nets = form.nets * devices
        dtype = DTYPES[bits]
        shared = None if own else distances(row.rung, dtype, jax.random.key(1))
        mesh, spec = jax.make_mesh((devices,), ("nets",)), PartitionSpec("nets")
        self._keys = jax.device_put(jax.random.split(jax.random.key(0), self.nets), NamedSharding(mesh, spec))
        nets = jax.vmap(partial(train, row, form.layout, dtype, shared))
        spread = jax.shard_map(nets, mesh=mesh, in_specs=spec, out_specs=spec, check_vma=False)
        self._compiled = jax.jit(spread).lower(self._keys).compile()
        self.trained()

    def trained(self) -> list:
        """The parameters of all nets."""
        return jax.block_until_ready(self._compiled(self._keys))

    def seconds(self, calls: int) -> tuple[float, float]:
        """How long so many calls take, and the time of all cores. The first call was another one."""
        begin, cpu = time.perf_counter(), time.process_time()
        for _ in range(calls):
            self.trained()
        return time.perf_counter() - begin, time.process_time() - cpu
