"""The layer between images and dense layers: every sample becomes one row of numbers."""

import math

import numpy as np

from labkit.nn.layers.layer import Layer


class Flatten(Layer):
    """Samples of any shape as rows, (samples, channels, height, width) to (samples, channels * height * width).

    The order is that of ``x.reshape(len(x), -1)``: channel by channel, row by row. Without ``out`` no number is
    copied where the samples are last in memory, as above a convolution: the rows are a view. So nobody may write over
    them, which is what ``backward_reads_output`` says here.
    """

    backward_reads_output = True
    keeps_units = False

    def output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        """Shape (samples, numbers per sample) for a batch of ``input_shape``."""
        return (input_shape[0], math.prod(input_shape[1:]))

    def apply(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """The batch with one row per sample."""
        samples_last = x.transpose(*range(1, x.ndim), 0)
        return _returned(samples_last.reshape(self.output_shape(x.shape)[::-1]).T, out)

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """The gradient in the shape of the input."""
        n, *sample = self.input.shape
        samples_last = upstream.T.reshape(*sample, n)
        return _returned(samples_last.transpose(-1, *range(len(sample))), out)


def _returned(array: np.ndarray, out: np.ndarray | None) -> np.ndarray:
    if out is None:
        return array
    np.copyto(out, array)
    return out
