"""Two ReLUs on |x| in Keras, one net after the other, as the threads train them.

python -m reluctant.peers.keras_nets NETS EPOCHS SECONDS prints what was measured as JSON. No net is begun after that many
seconds. The first epochs of each net, which compile it, are trained but not timed.
"""

import json
import sys
import time

import keras
import numpy as np

SAMPLES, LIMIT, BATCH, UNITS = 400, 1000.0, 32, 2
LARGEST_SHARE_OF_ERROR = 0.01
COMPILING = 2

X = np.linspace(-LIMIT, LIMIT, SAMPLES)[:, None]
Y = np.abs(X)


def train(seed: int, epochs: int) -> tuple[keras.Model, bool, float]:
    """A trained net, whether its first weights foretell that it learns both halves, and the seconds of the timed epochs."""
    keras.utils.set_random_seed(seed)
    hidden, output = keras.layers.Dense(UNITS, activation="relu"), keras.layers.Dense(1)
    model = keras.Sequential([keras.Input((1,)), hidden, output])
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.001), loss="mse")
    foretold = foretells(np.ravel(hidden.get_weights()[0]), np.ravel(output.get_weights()[0]))
    model.fit(X, Y, epochs=COMPILING, batch_size=BATCH, verbose=0)
    begin = time.perf_counter()
    model.fit(X, Y, initial_epoch=COMPILING, epochs=epochs, batch_size=BATCH, verbose=0)
    return model, foretold, time.perf_counter() - begin


def foretells(w: np.ndarray, v: np.ndarray) -> bool:
    """Whether both halves have a unit that lives: see Reluctant's Halves.foretold."""
    lives = (v > 0) | (-v < np.abs(w))
    return bool((lives & (w > 0)).any() and (lives & (w < 0)).any())


def learnt(model: keras.Model) -> bool:
    """Whether a net learnt both halves, as Reluctant's Halves has it."""
    error = (model.predict(X, batch_size=SAMPLES, verbose=0) - Y) ** 2
    return all(error[side].sum() < LARGEST_SHARE_OF_ERROR * (Y[side] ** 2).sum() for side in (X > 0, X < 0))


def main(nets: int, epochs: int, limit: float) -> dict:
    """Trains nets until there are enough, or the time is over, and counts those that learnt both halves."""
    told = {"nets": 0, "epochs": epochs, "seconds": 0.0, "both": 0, "foretold": 0}
    begin = time.perf_counter()
    while told["nets"] < nets and (not told["nets"] or time.perf_counter() - begin < limit):
        model, foretold, seconds = train(told["nets"], epochs)
        both = learnt(model)
        told["nets"] += 1
        told["seconds"] += seconds * epochs / (epochs - COMPILING)
        told["both"] += both
        told["foretold"] += both == foretold
    return told


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))))
