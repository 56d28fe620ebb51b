"""Report B's network, learning rates and way of training, once, for every experiment that repeats the report.

A 784-256-128-10 net of sigmoids without biases, weights uniform on [-1, 1], squared error, full-batch updates on the
gradient *summed* over 60,000 images. On fewer images the same step needs a rate that is larger by the same factor.
"""

import warnings
from collections.abc import Callable

import numpy as np

from labkit import nn
from labkit.data import Dataset

IMAGES = 60_000
SIZES = (784, 256, 128, 10)
INITIALIZERS = {"uniform": nn.Uniform(-1, 1), "1/sqrt n": nn.FanInNormal(), "He": nn.He()}  # the report's three
RTOL = 1e-2  # of a repeated run: other machines round differently, and training amplifies it
ATOL = {"": 0.03, "favourite": 9}  # near a tie, rounding decides which digit is the favourite


def network(
    seed: int,
    init: Callable | None = None,
    activation: Callable[[], nn.Layer] = nn.Sigmoid,
    dtype: type = np.float32,
    last: Callable[[], nn.Layer] | None = None,
    bias: bool = False,
) -> nn.Sequential:
    """Report B's network, freshly drawn.

    Parameters
    ----------
    seed : int
        Seed of the weights.
    init : initializer, optional
        How the weights are drawn; uniform on [-1, 1] as in the report if left out.
    activation : function
        Makes the layer after each Dense layer: ``nn.Sigmoid`` or ``lambda: nn.Sigmoid(k=2)``.
    dtype : type
        float32 for training, float64 for exact comparisons.
    last : function, optional
        Makes the layer on top where it is another one, such as ``nn.Softmax``.
    bias : bool
        Whether the units have biases, which start at zero. The report has none.
    """
    layers: list[nn.Layer] = []
    for n_inputs, n_outputs in zip(SIZES, SIZES[1:], strict=False):
        layers += [nn.Dense(n_inputs, n_outputs, init=init or INITIALIZERS["uniform"], bias=bias), activation()]
    if last is not None:
        layers[-1] = last()
    return nn.Sequential(layers, seed=seed, dtype=dtype)


def rate(reported: float, n_images: int) -> float:
    """The report's rate for a summed gradient, carried over from 60,000 images to `n_images`."""
    return reported * IMAGES / n_images


def train(
    net: nn.Sequential,
    images: Dataset,
    rate: float,
    updates: int,
    loss: nn.Loss | None = None,
    log_every: int | None = None,
    callbacks: tuple[nn.Callback, ...] = (),
) -> nn.History:
    """Full-batch updates as in Report B, on the gradient summed over the training images.

    Parameters
    ----------
    net : Sequential
    images : Dataset
    rate : float
        For the summed gradient of so many images: see :func:`rate`.
    updates : int
    loss : Loss
        Squared error if left out, with the 1/2, so that its gradient is the report's, y - t.
    log_every : int, optional
        Updates between two rows of the history; by default there is one row, at the end.
    callbacks : tuple of Callback
    """
    return nn.fit(
        net,
        images.x_train,
        images.t_train,
        loss=loss or nn.SquaredError("sum"),
        optimizer=nn.SGD(rate),
        epochs=updates,
        log_every=log_every or updates,
        callbacks=callbacks,
        progress=False,
    )


def log(
    net: nn.Sequential,
    images: Dataset,
    rate: float,
    updates: int,
    look: Callable[[nn.Sequential, Dataset], dict],
    loss: nn.Loss | None = None,
    every: int = 10,
) -> list[dict]:
    """Train, and write down what ``look(net, images)`` sees before the first update and after each ``every`` updates.

    A run whose numbers overflow keeps the weights from before that update, and its rows end there.

    Returns
    -------
    list of dict
        Rows with ``iteration`` and what was seen.
    """
    rows = [{"iteration": 0} | look(net, images)]
    for iteration in range(every, updates + 1, every):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", nn.TrainingStopped)
            if train(net, images, rate, every, loss).stopped:
                break
        rows.append({"iteration": iteration} | look(net, images))
    return rows


def answers(net: nn.Sequential, images: Dataset, loss: nn.Loss | None = None) -> dict:
    """How well the network answers on the training images: ``accuracy``, ``loss`` per image, and its favourite digit.

    ``favourite_share`` is the share of images that get the commonest answer.
    """
    value, accuracy = nn.evaluate(net, images.x_train, images.t_train, loss or nn.SquaredError("sum"))
    votes = np.bincount(net.predict(images.x_train).argmax(axis=1), minlength=10)
    return {
        "accuracy": accuracy,
        "loss": value / len(images.x_train),
        "favourite": int(votes.argmax()),
        "favourite_share": votes.max() / votes.sum(),
    }


def scales(net: nn.Sequential, images: Dataset) -> dict:
    """How large the numbers inside are, layer by layer from 1: activations, weights, and the last update's gradient.

    ``activation_mean_1`` and ``activation_std_1`` are over all units and images; ``weight_std_1`` over the weights;
    ``gradient_rms_1`` is the root mean square of the weights' gradient in the last update (0 before the first).
    An update is that gradient times the rate.
    """
    measured = {}
    gradients = [views["W"] for views in net.views(net.gradients) if views]
    layers = zip(net.units(images.x_train), net.dense, gradients, strict=True)
    for number, (activations, layer, gradient) in enumerate(layers, start=1):
        measured |= {
            f"activation_mean_{number}": float(activations.mean()),
            f"activation_std_{number}": float(activations.std()),
            f"weight_std_{number}": float(layer.W.std()),
            f"gradient_rms_{number}": float(np.sqrt(np.mean(np.square(gradient, dtype=np.float64)))),
        }
    return measured


def look(net: nn.Sequential, images: Dataset, loss: nn.Loss | None = None) -> dict:
    """Both of the above: how well the network answers, and how large the numbers inside are."""
    return answers(net, images, loss) | scales(net, images)
