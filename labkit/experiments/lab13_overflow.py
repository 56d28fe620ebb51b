"""At which rate do Report A's networks overflow? By pixels, first weights and architecture; foretold by one image."""

import warnings

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.data.normalise import normalise
from labkit.experiments import report_a
from labkit.experiments.experiment import experiment
from labkit.experiments.lab13_cnn_part_3 import HALVES, PER_CLASS, named_network
from labkit.metrics import accuracy


def prepared(kind: str, images: Dataset) -> HALVES:
    """Training and test images, their pixels prepared in one of several ways."""
    if kind == "normalised":
        return report_a.normalised(images)
    x = {
        "0 to 1": lambda: (images.x_train, images.x_test),
        "0 to 255": lambda: (255 * images.x_train, 255 * images.x_test),
        "each pixel": lambda: normalise(images.x_train, images.x_test),
    }[kind]()
    x_train, x_test = (half.reshape(-1, *report_a.IMAGE) for half in x)
    return x_train, images.t_train, x_test, images.t_test


INITIALIZERS = {
    "1/sqrt n": nn.FanInNormal(),
    "He": nn.He(),
    "N(0, 0.1)": nn.Normal(0.1),
    "N(0, 1)": nn.Normal(1.0),
    "uniform": nn.Uniform(),
}


@experiment(
    "13.overflow",
    grid=[
        {"pixels": ["normalised"], "rate": [1e-3, 5e-3, 1e-2, 2e-2, 3e-2, 5e-2]},
        {"pixels": ["each pixel"], "rate": [1e-3, 5e-3, 1e-2, 2e-2, 3e-2]},
        {"pixels": ["0 to 1"], "rate": [5e-3, 5e-2, 0.1, 0.2, 0.3]},
        {"pixels": ["0 to 255"], "rate": [1e-7, 1e-6, 3e-6, 1e-5, 5e-3]},
        {"pixels": ["normalised"], "init": ["He"], "rate": [1e-3, 5e-3, 1e-2, 2e-2, 3e-2]},
        {"pixels": ["normalised"], "init": ["N(0, 0.1)"], "rate": [5e-4, 1e-3, 2e-3, 5e-3, 1e-2]},
        {"pixels": ["normalised"], "init": ["N(0, 1)"], "rate": [1e-6, 1e-5, 1e-4, 5e-3]},
        {"pixels": ["normalised"], "init": ["uniform"], "rate": [1e-5, 1e-4, 1e-3, 5e-3]},
        {"pixels": ["normalised"], "architecture": ["B"], "rate": [5e-3, 1e-2, 2e-2, 3e-2, 5e-2]},
    ],
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample={"pixels": "0 to 255", "init": "1/sqrt n", "architecture": "A", "rate": 5e-3, "seed": 0},
    rtol=0.1,
    atol=0.1,
)
def overflow(
    pixels: str,
    rate: float,
    seed: int,
    data: Dataset,
    init: str = "1/sqrt n",
    architecture: str = "A",
    epochs: int = 3,
) -> dict:
    """Where leaky ReLUs overflow within 3 epochs, by rate, pixels and first weights; 100 images of each digit.

    ``overflow`` is 1 where the run had to stop, ``epochs_done`` says when, ``limit`` is the median over 30 images of
    :func:`stable_rate` before training.
    """
    pictures = prepared(pixels, data.take(PER_CLASS))
    net = named_network(architecture, "ReLU", seed, INITIALIZERS[init])
    few = np.random.default_rng(seed).permutation(len(pictures[0]))[:30]
    limit = float(np.median([stable_rate(net, image[None]) for image in pictures[0][few]]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nn.TrainingStopped)
        warnings.simplefilter("ignore", RuntimeWarning)
        history = report_a.train(net, *pictures[:2], rate, epochs, seed)
        test = accuracy(net.predict(pictures[2]), pictures[3])
    stopped = history.stopped is not None
    done = int(history.stopped.split("iteration ")[1].split(",")[0]) - 1 if stopped else epochs * len(pictures[0])
    return {
        "overflow": float(stopped),
        "epochs_done": done / len(pictures[0]),
        "limit": limit,
        "test_accuracy": test,
    }


def stable_rate(net: nn.Sequential, image: np.ndarray) -> float:
    r"""Largest rate at which one image's update does not overshoot: 2 over the curvature of its loss.

    .. math:: \lambda_{\max}(J J^T), \qquad J_{k\theta} = \frac{\partial y_k}{\partial \theta}

    is the curvature of 1/2 sum (d - y)^2 in its steepest direction, as long as the outputs are nearly linear in the
    parameters.

    Parameters
    ----------
    image : array (1, channels, height, width)
    """
    net = net.copy()
    n_outputs = net.forward(net.as_batch(image)).shape[1]
    J = []
    for k in range(n_outputs):
        gradient = np.eye(n_outputs, dtype=net.parameters.dtype)[k][None]
        for layer in reversed(net.layers):
            gradient = layer.backward(gradient)
        J.append(net.gradients.astype(np.float64))
    return 2 / float(np.linalg.eigvalsh(np.array(J) @ np.array(J).T)[-1])
