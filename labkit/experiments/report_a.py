"""Report A's convolutional networks, images and way of training, once, for every experiment that repeats the report.

One sample per update, loss 1/2 sum (d - y)^2 on one-hot targets, an activation after every layer of weights, the
outputs included. Part 2 shows two filters as large as the image the digits 1 and 3. Part 3 shows sixteen 7 by 7
filters all ten digits, with normalised inputs and weights of standard deviation 1/sqrt(fan-in): architecture A goes
from the filters straight to the ten outputs, B through 128 hidden units.
"""

from collections.abc import Callable, Sequence

import numpy as np

from labkit import nn
from labkit.data import Dataset, one_hot
from labkit.experiments.logbook import Logbook
from labkit.metrics import accuracy

LEAK, IMAGE = 0.01, (1, 28, 28)
CLASSES = (1, 3)  # of part 2
RTOL = 2e-2  # of a repeated run: thousands of single-sample updates amplify the last digit
ATOL = {"": 0.03}

Activations = Sequence[Callable[[], nn.Layer]]  # one for each layer of weights, from the input up


def activations(name: str, layers: int, leak: float = LEAK) -> Activations:
    """The report's activation functions, one for each of so many layers of weights, with part 3's slopes.

    Parameters
    ----------
    name : "ReLU", "tanh" or "sigmoid"
        ReLU is leaky, tanh has slope .5, and the sigmoid .05 on the outputs and .7 below them.
    layers : int
    leak : float
        Of the ReLU.
    """
    if name == "sigmoid":
        return [lambda: nn.Sigmoid(0.7)] * (layers - 1) + [lambda: nn.Sigmoid(0.05)]
    return [{"ReLU": lambda: nn.LeakyReLU(leak), "tanh": lambda: nn.Tanh(0.5)}[name]] * layers


def part_2(seed: int, activation: Callable[[], nn.Layer], spread: float = 1.0) -> nn.Sequential:
    """Two 28 by 28 filters, a number each, and two outputs; weights from N(0, spread)."""
    init = nn.Normal(spread)
    layers = [nn.Conv2D(1, 2, 28, init=init), activation(), nn.Flatten(), nn.Dense(2, 2, init=init), activation()]
    return nn.Sequential(layers, seed=seed, dtype=np.float32)


def part_3(seed: int, architecture: str, activations: Activations, init: Callable | None = None) -> nn.Sequential:
    """Sixteen 7 by 7 filters, then ten outputs (architecture "A") or 128 hidden units and ten outputs ("B")."""
    init, sizes = init or nn.FanInNormal(), [16 * 22 * 22, *{"A": [10], "B": [128, 10]}[architecture]]
    layers: list[nn.Layer] = [nn.Conv2D(1, 16, 7, init=init), activations[0](), nn.Flatten()]
    for n_inputs, n_outputs, activation in zip(sizes, sizes[1:], activations[1:], strict=False):
        layers += [nn.Dense(n_inputs, n_outputs, init=init), activation()]
    return nn.Sequential(layers, seed=seed, dtype=np.float32)


def of_classes(images: Dataset, classes: Sequence[int] = CLASSES) -> tuple[np.ndarray, ...]:
    """Images (samples, 1, 28, 28) and one-hot targets of some classes only: x_train, t_train, x_test, t_test."""
    found = []
    for x, y in ((images.x_train, images.y_train), (images.x_test, images.y_test)):
        kept = np.isin(y, classes)
        found += [x[kept].reshape(-1, *IMAGE), one_hot(np.searchsorted(classes, y[kept]), len(classes))]
    return tuple(found)


def normalised(images: Dataset) -> tuple[np.ndarray, ...]:
    """Images (samples, 1, 28, 28) less the mean pixel, over the standard deviation, and targets.

    Both are single numbers, over all pixels of the training images: x_train, t_train, x_test, t_test.
    """
    mean, spread = images.x_train.mean(), images.x_train.std()
    x_train, x_test = (((x - mean) / spread).reshape(-1, *IMAGE) for x in (images.x_train, images.x_test))
    return x_train, images.t_train, x_test, images.t_test


def train(
    net: nn.Sequential,
    x: np.ndarray,
    t: np.ndarray,
    rate: float,
    epochs: int,
    seed: int | np.random.Generator = 0,
    shuffle: bool = True,
    callbacks: tuple[nn.Callback, ...] = (),
) -> nn.History:
    """One sample per update, in a new random order each epoch unless ``shuffle`` is off.

    The report's update adds alpha times delta y, which is one step against the gradient of 1/2 sum (d - y)^2.
    """
    return nn.fit(
        net,
        x,
        t,
        loss=nn.SquaredError("sum"),
        optimizer=nn.SGD(rate),
        epochs=epochs,
        batch_size=1,
        shuffle=shuffle,
        seed=seed,
        callbacks=callbacks,
        progress=False,
    )


def log(
    net: nn.Sequential,
    pictures: tuple[np.ndarray, ...],
    rate: float,
    epochs: int,
    seed: int = 0,
    shuffle: bool = True,
    every: int = 1,
    look: Callable[[nn.Sequential, tuple[np.ndarray, ...]], dict] | None = None,
) -> list[dict]:
    """Train on the first half of ``pictures`` and write a row every so many epochs, before the first update too.

    Parameters
    ----------
    pictures : x_train, t_train, x_test, t_test
    seed : int
        Of the order of the images.
    look : function
        What is seen, a dict: :func:`answers` by default.

    Returns
    -------
    list of dict
        ``epoch`` and what was seen. A run whose numbers overflow stops before that update, and its rows end there.
    """
    x, t = pictures[:2]
    logbook = Logbook(lambda net: (look or answers)(net, pictures), every=every * len(x))
    train(net, x, t, rate, epochs, seed, shuffle, callbacks=(logbook,))
    rows = [dict(row) for row in logbook.rows]
    return [
        {"epoch": row.pop("iteration") // len(x)} | {k: v for k, v in row.items() if k != "seconds"} for row in rows
    ]


def answers(net: nn.Sequential, pictures: tuple[np.ndarray, ...]) -> dict:
    """Accuracy and mean squared error on both halves.

    The error is the mean of (d_k - y_k)^2 over images and outputs; the report does not say how it scales its own.
    """
    x_train, t_train, x_test, t_test = pictures
    seen = {}
    for half, x, t in (("train", x_train, t_train), ("test", x_test, t_test)):
        y = net.predict(x)
        seen |= {f"{half}_accuracy": accuracy(y, t), f"{half}_mse": float(np.mean((y - t) ** 2, dtype=np.float64))}
    return seen
