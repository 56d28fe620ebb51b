"""What layers with weights share: the weights W and the bias b, as views into the network's flat vectors."""

import numpy as np

from labkit.errors import LabkitError
from labkit.nn import initializers
from labkit.nn.layers.layer import Layer


class Weighted(Layer):
    """Base of layers with weights; a subclass sets ``fan_in`` and ``fan_out``, and gives ``weight_shape``.

    Parameters
    ----------
    init : initialiser or None
        Called as ``init(fan_in, fan_out, rng)``; Glorot's for None.
    bias : bool

    Attributes
    ----------
    fan_in, fan_out : int
        How many inputs each output adds up, and over how many kinds of output.
    W, dW : array
        Weights and their gradient. ``layer.W = x`` writes in place.
    b, db : array (fan_out,), or None without a bias
    """

    fan_in: int
    fan_out: int

    def __init__(self, init, bias: bool) -> None:
        self.init = initializers.Glorot() if init is None else init
        if not callable(self.init) or isinstance(self.init, type):  # nn.He is the kind, nn.He() is one of them
            raise LabkitError(
                f"{type(self).__name__}: init must be an initialiser such as nn.He(), or a function "
                f"(n_inputs, n_outputs, rng) -> array, not {init!r}."
            )
        self.bias = bool(bias)
        self._parameters: dict[str, np.ndarray] = {}
        self._gradients: dict[str, np.ndarray] = {}

    @property
    def weight_shape(self) -> tuple[int, ...]:
        """Shape of W."""
        raise NotImplementedError

    def parameter_shapes(self) -> dict[str, tuple[int, ...]]:
        """W first, then b."""
        return {"W": self.weight_shape} | ({"b": (self.fan_out,)} if self.bias else {})

    def bind(self, parameters: dict[str, np.ndarray], gradients: dict[str, np.ndarray]) -> None:
        """Receive the views that hold W and b, and their gradients."""
        self._parameters, self._gradients = parameters, gradients

    def drawn(self, rng: np.random.Generator) -> np.ndarray:
        """Weights (fan_in, fan_out), as the initialiser returned them."""
        weights, expected = np.asarray(self.init(self.fan_in, self.fan_out, rng)), (self.fan_in, self.fan_out)
        if weights.shape != expected or not np.issubdtype(weights.dtype, np.number):
            raise LabkitError(
                f"The initialiser of {self} returned "
                f"{'nothing' if weights.dtype == object else f'an array of shape {weights.shape}'}: "
                f"return numbers of shape (n_inputs, n_outputs) = {expected}."
            )
        return weights

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

    def __getstate__(self) -> dict:
        """Settings only: the views belong to the network."""
        return super().__getstate__() | {"_parameters": {}, "_gradients": {}}
