"""A dense layer: every output is a weighted sum of every input, plus a bias.

``Dense(784, 256)`` states both sizes, so its weights exist as soon as the network does and can be looked at
before training. The equations are in :mod:`labkit.nn.functional.dense`.
"""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import functional, initializers
from labkit.nn.layers.layer import Layer


class Dense(Layer):
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
        for name, size in (("n_inputs", n_inputs), ("n_outputs", n_outputs)):
            if isinstance(size, bool) or not isinstance(size, int | np.integer) or size < 1:
                raise LabkitError(f"Dense: {name} must be a whole number of at least 1, not {size!r}.")
        self.init = initializers.Glorot() if init is None else init
        if not callable(self.init):
            raise LabkitError(
                "Dense: init must be an initialiser such as nn.He(), or a function (n_inputs, n_outputs, rng) "
                f"-> array, not {init!r}."
            )
        self.n_inputs, self.n_outputs, self.bias = int(n_inputs), int(n_outputs), bool(bias)
        self._parameters: dict[str, np.ndarray] = {}
        self._gradients: dict[str, np.ndarray] = {}

    def __repr__(self) -> str:
        return f"Dense({self.n_inputs}, {self.n_outputs}{'' if self.bias else ', bias=False'})"

    def parameter_shapes(self) -> dict[str, tuple[int, ...]]:
        """W first, then b."""
        shapes: dict[str, tuple[int, ...]] = {"W": (self.n_inputs, self.n_outputs)}
        if self.bias:
            shapes["b"] = (self.n_outputs,)
        return shapes

    def bind(self, parameters: dict[str, np.ndarray], gradients: dict[str, np.ndarray]) -> None:
        """Receive the views that hold W and b, and their gradients."""
        self._parameters, self._gradients = parameters, gradients

    def initialize(self, rng: np.random.Generator) -> None:
        """Draw W with the initialiser and set b to zero."""
        weights = np.asarray(self.init(self.n_inputs, self.n_outputs, rng))
        expected = (self.n_inputs, self.n_outputs)
        if weights.shape != expected or not np.issubdtype(weights.dtype, np.number):
            raise LabkitError(
                f"The initialiser of {self} returned "
                f"{'nothing' if weights.dtype == object else f'an array of shape {weights.shape}'}: "
                f"return numbers of shape (n_inputs, n_outputs) = {expected}."
            )
        self.W = weights
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

    @property
    def W(self) -> np.ndarray:  # noqa: D102  described in the class
        return self._view(self._parameters, "W")

    @W.setter
    def W(self, value) -> None:
        self._write("W", value)

    @property
    def b(self) -> np.ndarray | None:  # noqa: D102
        return self._view(self._parameters, "b") if self.bias else None

    @b.setter
    def b(self, value) -> None:
        if not self.bias:
            raise LabkitError(f"{self} has no bias to set: make it with bias=True.")
        self._write("b", value)

    @property
    def dW(self) -> np.ndarray:  # noqa: D102
        return self._view(self._gradients, "W")

    @property
    def db(self) -> np.ndarray | None:  # noqa: D102
        return self._view(self._gradients, "b") if self.bias else None

    def _view(self, views: dict[str, np.ndarray], name: str) -> np.ndarray:
        try:
            return views[name]
        except KeyError:
            raise LabkitError(
                f"{self} has no weights yet: they are drawn when it joins a network, nn.Sequential([...])."
            ) from None

    def _write(self, name: str, value) -> None:
        view, value = self._view(self._parameters, name), np.asarray(value)
        if value.shape not in ((), view.shape):
            raise LabkitError(f"{self}: {name} has shape {view.shape} and was given an array of shape {value.shape}.")
        view[...] = value

    def _refuse(self, shape: tuple[int, ...]) -> None:
        expected = f"{self} expects a batch of shape (samples, {self.n_inputs}) and was given {shape}"
        if len(shape) > 2 and np.prod(shape[1:]) == self.n_inputs:
            raise LabkitError(f"{expected}: flatten every sample first, x.reshape(len(x), {self.n_inputs}).")
        if shape == (self.n_inputs,):
            raise LabkitError(f"{expected}: for a single sample, pass x.reshape(1, {self.n_inputs}).")
        if len(shape) == 2 and shape[0] == self.n_inputs:
            raise LabkitError(f"{expected}: rows are samples here, so transpose it, x.T.")
        raise LabkitError(f"{expected}.")

    def __getstate__(self) -> dict:
        """Settings only: the views belong to the network."""
        return super().__getstate__() | {"_parameters": {}, "_gradients": {}}
