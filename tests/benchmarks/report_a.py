"""How long is an epoch of Report A's part 3, beside the same epoch with the convolution as a Toeplitz matrix?

Run ``python -m tests.benchmarks.report_a``; see README.md here. It prints ratios and asserts nothing: timings belong to
a machine and a moment. Both ways are the same network in the same training loop, all but its convolutional layer.
"""

import os

if __name__ == "__main__":  # the libraries read it once, when they are first imported
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"

import argparse
from collections.abc import Callable
from statistics import median

import numpy as np

from labkit import nn
from labkit.experiments import report_a
from labkit.nn import functional
from tests.benchmarks import mlp
from tests.benchmarks.conv import images

RATE, TRAINING_IMAGES, TEST_IMAGES = 1e-3, 5_000, 1_000


class ToeplitzConv(nn.Conv2D):
    """The layer as the report has it: y = T x, and the gradient of the weights through the places that T gives them.

    T is made anew when the weights have changed, which is at every training image; the test images share one.
    """

    _made_of: np.ndarray | None = None

    def apply(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Pre-activations, T x + b."""
        if self._made_of is None or not np.array_equal(self._made_of, self.W):
            self._T = functional.toeplitz_matrix(self.W, x.shape[2:], self.stride, self.padding)
            self._made_of = self.W.copy()
        z = (x.reshape(len(x), -1) @ self._T.T).reshape(self.output_shape(x.shape))
        if self.bias:
            z += self.b[:, None, None]
        if out is None:
            return z
        np.copyto(out, z)
        return out

    def forward(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Compute the output and keep the images."""
        self.input, self.output = x, self.apply(x, out)
        return self.output

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Write dW and db; return the gradient at the images, T^T delta."""
        self.write_gradients(upstream)
        dx = (upstream.reshape(len(upstream), -1) @ self._T).reshape(self.input.shape)
        if out is None:
            return dx
        np.copyto(out, dx)
        return out

    def write_gradients(self, upstream: np.ndarray) -> None:
        """Write dW, the sum of dE/dT over all places where a weight stands, and db."""
        x, delta = self.input, upstream.reshape(len(upstream), -1)
        dT = delta.T @ x.reshape(len(x), -1)
        entries, weights = self._structure(x.shape[2:])
        self.dW[...] = np.bincount(weights, dT.ravel()[entries], self.dW.size).reshape(self.dW.shape)
        if self.bias:
            self.db[...] = upstream.sum(axis=(0, 2, 3))

    def _structure(self, image_size: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
        """Which entries of T, flattened, are weights, and which weight each of them is; asked for once."""
        if getattr(self, "_places", None) is None:
            numbers = np.arange(1, self.W.size + 1).reshape(self.W.shape)
            T = functional.toeplitz_matrix(numbers, image_size, self.stride, self.padding).ravel()
            entries = np.flatnonzero(T)
            self._places = entries, T[entries] - 1
        return self._places


def network(architecture: str, conv: type[nn.Conv2D], dtype: type = np.float32) -> nn.Sequential:
    """Part 3's ReLU network with its first layer in one of the two ways, and the same weights either way."""
    given = report_a.part_3(0, architecture, report_a.activations("ReLU", {"A": 2, "B": 3}[architecture]))
    kept = given.parameters.copy()
    layers = [conv(1, 16, 7), *given.copy().layers[1:]]
    for layer in layers:
        layer.network = None
    net = nn.Sequential(layers, dtype=dtype)
    net.parameters = kept
    return net


def parts(net: nn.Sequential, training: int, testing: int) -> tuple[Callable[[], None], Callable[[], None]]:
    """The two parts of an epoch: training on single images, and testing."""
    x, t = images(training)
    x_test, t_test = images(testing)
    return lambda: report_a.train(net, x, t, RATE, 1), lambda: nn.evaluate(net, x_test, t_test, nn.SquaredError("sum"))


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--architecture", choices=["A", "B"], nargs="+", default=["A", "B"])
    parser.add_argument("--images", type=int, default=100, help="training images of a round, of the epoch's 5,000")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    print(f"An epoch of Report A's part 3: {TRAINING_IMAGES:,} images one by one, then {TEST_IMAGES:,} test images;")
    print(f"float32, one thread. Training is timed on {options.images} images a round and scaled, testing is whole.")
    for architecture in options.architecture:
        nets = {"labkit": network(architecture, nn.Conv2D), "Toeplitz": network(architecture, ToeplitzConv)}
        updates = {}
        for way, net in nets.items():
            train, test = parts(net, options.images, TEST_IMAGES)
            updates |= {f"{way} train": train, f"{way} test": test}
        times = {name: median(seconds) for name, seconds in mlp.take_turns(updates, options.rounds).items()}
        epochs = {}
        for way in nets:
            train = times[f"{way} train"] * TRAINING_IMAGES / options.images
            epochs[way] = train + times[f"{way} test"]
            print(f"{architecture}, {way}: {epochs[way]:.2f} s ({train:.2f} training, {times[f'{way} test']:.2f} test)")
        print(f"{architecture}: the Toeplitz epoch takes {epochs['Toeplitz'] / epochs['labkit']:.1f} x as long")


if __name__ == "__main__":
    main()
