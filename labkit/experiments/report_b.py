"""Report B's network and learning rates, once, for every experiment that repeats the report.

A 784-256-128-10 net of sigmoids without biases, weights uniform on [-1, 1], squared error, full-batch updates on the
gradient *summed* over 60,000 images. On fewer images the same step needs a rate that is larger by the same factor.
"""

from collections.abc import Callable

import numpy as np

from labkit import nn

IMAGES = 60_000
SIZES = (784, 256, 128, 10)


def network(
    seed: int,
    init: Callable | None = None,
    activation: Callable[[], nn.Layer] = nn.Sigmoid,
    dtype: type = np.float32,
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
    """
    layers: list[nn.Layer] = []
    for n_inputs, n_outputs in zip(SIZES, SIZES[1:], strict=False):
        layers += [nn.Dense(n_inputs, n_outputs, init=init or nn.Uniform(-1, 1), bias=False), activation()]
    return nn.Sequential(layers, seed=seed, dtype=dtype)


def rate(reported: float, n_images: int) -> float:
    """The report's rate for a summed gradient, carried over from 60,000 images to `n_images`."""
    return reported * IMAGES / n_images
