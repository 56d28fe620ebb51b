"""A dense layer: every output is a weighted sum of every input, plus a bias.

``Dense(784, 256)`` states both sizes, so its weights exist as soon as the network does and can be looked at
before training. The equations are in :mod:`labkit.nn.functional.dense`.
"""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import functional
from labkit.nn.counts import check_counts
from labkit.nn.layers.weighted import Weighted


class Dense(Weighted):
    """Fully connected layer, z = xW + b.

    Parameters
    ----------
    n_inputs, n_outputs : int
    init : initialiser, optional
        Draws the weights: one of :mod:`labkit.nn.initializers`, or any function
        ``init(n_inputs, n_outputs, rng)`` that returns an array (n_inputs, n_outputs). Glorot's by default.
    bias : bool
        Whether to add a bias; it starts at zero.

    Attributes
    ----------
    W, dW : array (n_inputs, n_outputs)
        Weights and their gradient, views into the network's flat vectors. ``layer.W = x`` writes in place.
    b, db : array (n_outputs,), or None without a bias
    """

    backward_reads_output = False

    def __init__(self, n_inputs: int, n_outputs: int, init=None, bias: bool = True) -> None:
        check_counts("Dense", n_inputs=n_inputs, n_outputs=n_outputs)
        self.n_inputs, self.n_outputs = self.fan_in, self.fan_out = int(n_inputs), int(n_outputs)
        super().__init__(init, bias)

    def __repr__(self) -> str:
        return f"Dense({self.n_inputs}, {self.n_outputs}{'' if self.bias else ', bias=False'})"

    @property
    def weight_shape(self) -> tuple[int, ...]:
        """Shape of W."""
        return (self.n_inputs, self.n_outputs)

    def initialize(self, rng: np.random.Generator) -> None:
        """Draw W with the initialiser and set b to zero."""
        self.W = self.drawn(rng)
        if self.bias:
            self.b = 0.0

    def apply(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Pre-activations xW + b, array (samples, n_outputs)."""
        if x.ndim != 2 or x.shape[1] != self.n_inputs:
            self._refuse(x.shape)
        return functional.dense_forward(x, self.W, self.b, out)

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Write dW and db; return dE/dx, array (samples, n_inputs)."""
        self.write_gradients(upstream)
        return functional.dense_input_gradient(upstream, self.W, out)

    def write_gradients(self, upstream: np.ndarray) -> None:
        """Write dW and db."""
        functional.dense_weight_gradient(self.input, upstream, self.dW)
        if self.bias:
            functional.dense_bias_gradient(upstream, self.db)

    def _refuse(self, shape: tuple[int, ...]) -> None:
        expected = f"{self} expects a batch of shape (samples, {self.n_inputs}) and was given {shape}"
        if len(shape) > 2 and np.prod(shape[1:]) == self.n_inputs:
            raise LabkitError(f"{expected}: flatten every sample first, x.reshape(len(x), {self.n_inputs}).")
        if shape == (self.n_inputs,):
            raise LabkitError(f"{expected}: for a single sample, pass x.reshape(1, {self.n_inputs}).")
        if len(shape) == 2 and shape[0] == self.n_inputs:
            raise LabkitError(f"{expected}: rows are samples here, so transpose it, x.T.")
        raise LabkitError(f"{expected}.")
