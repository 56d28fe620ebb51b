"""Is a gradient right? Wiggle each parameter a little and see how much the loss moves.

dE/dtheta_i is about [E(theta_i + epsilon) - E(theta_i - epsilon)] / (2 epsilon). The error of this central
difference falls as epsilon^2, until epsilon is so small that the difference of the two losses drowns in
rounding: in float64 the best epsilon is near 1e-5.

A kink can spoil an entry without any mistake. Where the steps to both sides lead across one (a ReLU whose
pre-activation is within reach of 0, a ReLU6 near 6, an absolute error near y = t), the difference mixes the slopes of
its two sides, while the gradient is that of one side. Such an entry disagrees at one epsilon and agrees at a smaller
one, or at other samples; a wrong derivative disagrees wherever it is used.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.losses import Loss, SquaredError
from labkit.nn.network import Sequential
from labkit.nn.training.batch_gradient import BatchGradient
from labkit.nn.training.evaluate import evaluate

FLOOR = 1e-8  # gradients below this count as zero when errors are taken relative to them


@dataclass(frozen=True)
class GradientCheck:
    """What a gradient check found.

    Attributes
    ----------
    max_relative_error : float
        Largest |analytic - numerical| / max(|analytic| + |numerical|, 1e-8). With float64 and smooth
        activations, 1e-7 is good, 1e-4 is suspicious and 1e-2 is a mistake. With a ReLU, one bad entry
        may be a kink: look whether a smaller epsilon cures it.
    max_absolute_error : float
    worst : str
        The parameter with the largest relative error, such as "layer 2, Dense(256, 10), W[17, 3]".
    analytic, numerical : arrays
        The gradients that were compared, in the same order.
    """

    max_relative_error: float
    max_absolute_error: float
    worst: str
    analytic: np.ndarray
    numerical: np.ndarray

    def __repr__(self) -> str:
        return (
            f"GradientCheck({self.analytic.size:,} parameters, largest relative error {self.max_relative_error:.1e}, "
            f"absolute {self.max_absolute_error:.1e}, at {self.worst})"
        )


def numerical_gradient(
    function: Callable[[np.ndarray], float],
    theta: np.ndarray,
    epsilon: float = 1e-5,
    indices: np.ndarray | None = None,
) -> np.ndarray:
    """Gradient of ``function`` at ``theta`` by central differences.

    Parameters
    ----------
    function : callable
        Array of theta's shape -> number.
    theta : array of any shape
        Left as it is; the function is given a float64 copy.
    epsilon : float
        Half the width of the difference.
    indices : integer array, optional
        Positions in the flattened theta; all of them by default.

    Returns
    -------
    float64 array
        Of theta's shape; with ``indices``, one number for each.
    """
    if not epsilon > 0:
        raise LabkitError(f"numerical_gradient: epsilon must be above 0, not {epsilon!r}.")
    moved = np.array(theta, dtype=np.float64)
    flat = moved.reshape(-1)
    positions = range(flat.size) if indices is None else indices
    gradient = np.empty(len(positions))
    for i, position in enumerate(positions):
        value = flat[position]
        flat[position] = value + epsilon
        above = float(function(moved))
        flat[position] = value - epsilon
        below = float(function(moved))
        flat[position] = value
        gradient[i] = (above - below) / (2 * epsilon)
    return gradient.reshape(moved.shape) if indices is None else gradient


def gradient_check(
    net: Sequential | Callable,
    x: np.ndarray,
    t: np.ndarray,
    loss: Loss | None = None,
    epsilon: float = 1e-5,
    n_parameters: int | None = 200,
    seed: int = 0,
) -> GradientCheck:
    """Compare analytic gradients with central differences, in float64.

    Parameters
    ----------
    net : Sequential
        Left as it is; a float64 copy is checked. Or any function of an array: then ``x`` is the point
        theta, ``t`` the analytic gradient to be checked, and ``loss`` is not used.
    x, t : array (samples, ...)
        A few samples and their targets.
    loss : Loss
        ``SquaredError("sum")`` by default.
    epsilon : float
        Half the width of the difference; smaller than the distance to the next kink, where there are any.
    n_parameters : int or None
        How many parameters to check, drawn at random; None for every one.
    seed : int

    Returns
    -------
    GradientCheck
    """
    if not isinstance(net, Sequential):
        theta, gradient = np.asarray(x, np.float64), np.asarray(t, np.float64)
        if theta.shape != gradient.shape:
            raise LabkitError(
                f"gradient_check: the gradient has shape {gradient.shape} and the point {theta.shape}; they must agree."
            )
        indices = _chosen(theta.size, n_parameters, seed)
        names = [f"entry {tuple(map(int, np.unravel_index(i, theta.shape)))}" for i in indices]
        return _compared(gradient.ravel()[indices], numerical_gradient(net, theta, epsilon, indices), names)

    net, loss = net.astype(np.float64), loss or SquaredError("sum")
    x, t = net.as_batch(x), net.as_batch(t)

    def value(theta: np.ndarray) -> float:
        net.parameters = theta
        return evaluate(net, x, t, loss)[0]

    BatchGradient(net, loss).compute([(x, t)], len(x), measure=False)
    indices = _chosen(net.n_parameters, n_parameters, seed)
    analytic = net.gradients[indices]
    numerical = numerical_gradient(value, net.parameters, epsilon, indices)
    return _compared(analytic, numerical, [_name(net, int(i)) for i in indices])


def _chosen(size: int, count: int | None, seed: int) -> np.ndarray:
    if count is None or count >= size:
        return np.arange(size)
    return np.sort(np.random.default_rng(seed).choice(size, count, replace=False))


def _compared(analytic: np.ndarray, numerical: np.ndarray, names: list[str]) -> GradientCheck:
    if not names:
        raise LabkitError("gradient_check has no parameter to check: it needs at least one, and n_parameters above 0.")
    absolute = np.abs(analytic - numerical)
    relative = absolute / np.maximum(np.abs(analytic) + np.abs(numerical), FLOOR)
    relative[np.isnan(relative)] = np.inf
    worst = int(relative.argmax())
    return GradientCheck(float(relative[worst]), float(absolute.max()), names[worst], analytic, numerical)


def _name(net: Sequential, position: int) -> str:
    """Where in the network the parameter at ``position`` of the flat vector stands."""
    start = 0
    for number, layer in enumerate(net.layers, 1):
        for name, shape in layer.parameter_shapes().items():
            size = int(np.prod(shape))
            if position < start + size:
                index = ", ".join(str(int(i)) for i in np.unravel_index(position - start, shape))
                return f"layer {number}, {layer!r}, {name}[{index}]"
            start += size
    return f"parameter {position}"
