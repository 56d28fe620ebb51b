"""A max-pooling layer: of every window of an image only the largest number goes on."""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import functional
from labkit.nn.functional.pairs import Pair, as_pair
from labkit.nn.layers.layer import Layer


class MaxPool2D(Layer):
    """Max pooling of images (samples, channels, height, width); see :mod:`labkit.nn.functional.max_pool`.

    Where several numbers of a window are equally large, the gradient goes to the first of them. Rows and columns that
    fill no whole window are left out.

    Parameters
    ----------
    size : int or (int, int)
        Height and width of a window.
    stride : int or (int, int), optional
        From window to window; ``size`` by default, side by side.
    """

    keeps_units = False

    def __init__(self, size: Pair = 2, stride: Pair | None = None) -> None:
        self.size = as_pair(size, "MaxPool2D: size")
        self.stride = self.size if stride is None else as_pair(stride, "MaxPool2D: stride")

    def __repr__(self) -> str:
        size, stride = (pair[0] if pair[0] == pair[1] else pair for pair in (self.size, self.stride))
        return f"MaxPool2D({size}{'' if self.stride == self.size else f', stride={stride}'})"

    def output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        """Shape (samples, channels, windows down, windows across) for a batch of images of ``input_shape``."""
        if len(input_shape) != 4:
            raise LabkitError(
                f"{self} expects images of shape (samples, channels, height, width) and was given {input_shape}: "
                "it belongs before Flatten, and flat rows must be reshaped."
            )
        return (*input_shape[:2], *functional.places(input_shape[2:], self.size, self.stride))

    def apply(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Largest number of every window, array (samples, channels, windows down, windows across)."""
        self.output_shape(x.shape)  # for its sentence
        return functional.max_pool(x, self.size, self.stride, out)

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient at the images: what reaches a window goes to its winner."""
        return functional.max_pool_backward(self.input, self.output, upstream, self.size, self.stride, out)
