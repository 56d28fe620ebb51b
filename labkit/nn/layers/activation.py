"""An activation made from two plain functions, such as a student's own: the function and its derivative."""

from collections.abc import Callable

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.layers.layer import Layer


class Activation(Layer):
    """Any function of one number, applied to every unit.

    Parameters
    ----------
    function : callable
        ``function(x, **arguments)`` for an array x (samples, units); returns an array of the same shape.
    derivative : callable
        ``derivative(x, **arguments)``, f' at the input; with ``from_output`` it is given y = f(x) instead.
    from_output : bool
        Whether the derivative is written in terms of the output.
    **arguments
        Passed on to both functions, such as the slope ``k=2.0``.

    Examples
    --------
    >>> def relu(x): return np.maximum(x, 0)
    >>> def relu_derivative(x): return (x > 0) * 1.0
    >>> layer = Activation(relu, relu_derivative)
    """

    in_place = True

    def __init__(self, function: Callable, derivative: Callable, from_output: bool = False, **arguments) -> None:
        for role, given in (("function", function), ("derivative", derivative)):
            if not callable(given):
                raise LabkitError(f"Activation: the {role} must be a function of an array, not {given!r}.")
        self.function, self.derivative, self.arguments = function, derivative, arguments
        self.from_output = from_output
        self.backward_reads_input = not from_output

    def __repr__(self) -> str:
        arguments = "".join(f", {name}={value!r}" for name, value in self.arguments.items())
        return f"Activation({_name(self.function)}{arguments})"

    def apply(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """f(x), in the network's dtype."""
        return self._fitted(self.function(x, **self.arguments), x, out, self.function)

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Gradient at the input: dE/dx = dE/dy * f'."""
        given = self.output if self.from_output else self.input
        slope = self._fitted(self.derivative(given, **self.arguments), given, None, self.derivative)
        return np.multiply(upstream, slope, out=out)

    def _fitted(self, result, given: np.ndarray, out: np.ndarray | None, function: Callable) -> np.ndarray:
        """Check what the plain function returned and bring it into the network's dtype."""
        if result is None:
            raise LabkitError(f"{_name(function)} returned None: does it end with a return statement?")
        result = np.asarray(result)
        if result.shape != given.shape:
            raise LabkitError(
                f"{_name(function)} was given an array of shape {given.shape} and returned one of shape "
                f"{result.shape}: an activation works unit by unit and keeps the shape."
            )
        if out is None:
            return result.astype(given.dtype, copy=False)
        np.copyto(out, result, casting="unsafe")
        return out


def _name(function: Callable) -> str:
    return getattr(function, "__name__", repr(function))
