"""A slice of a loss: a line through trained weights, along the direction in which the loss bends most.

That direction is the top eigenvector of the Hessian, and its eigenvalue the curvature of the slice.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.sparse.linalg import LinearOperator, eigsh

from labkit import nn

Gradient = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Slice:
    """A loss along a line through trained weights: ``loss(s)``, ``slope(s)`` = dE/ds, and its curvature at s = 0."""

    loss: Callable[[float], float]
    slope: Callable[[float], float]
    curvature: float

    @property
    def limit(self) -> float:
        """Largest stable learning rate on a parabola of this curvature."""
        return 2 / self.curvature


def steepest_slice(x: np.ndarray, t: np.ndarray, n_hidden: int, updates: int, seed: int, view: float = 3.0) -> Slice:
    """Train a sigmoid network with one hidden layer and slice its mean squared error along its sharpest direction.

    Parameters
    ----------
    x, t : ndarray, shapes (samples, n_inputs), (samples, n_outputs)
        Inputs and targets.
    n_hidden : int
        Hidden units.
    updates : int
        Full-batch updates, at rate 1, before the loss is sliced.
    seed : int
        Of the first weights.
    view : float
        The direction is turned so that the loss is higher this far to the right than to the left.

    Returns
    -------
    Slice
    """
    net = nn.Sequential(
        [
            nn.Dense(x.shape[1], n_hidden, init=nn.FanInNormal(), bias=False),
            nn.Sigmoid(),
            nn.Dense(n_hidden, t.shape[1], init=nn.FanInNormal(), bias=False),
            nn.Sigmoid(),
        ],
        seed=seed,
        dtype=np.float64,
    )
    error = nn.SquaredError("mean")
    nn.fit(net, x, t, loss=error, optimizer=nn.SGD(1.0), epochs=updates, progress=False)
    trained = net.parameters.copy()

    def loss(theta: np.ndarray) -> float:
        net.parameters = theta
        return error.value(net.forward(x), t)

    def gradient(theta: np.ndarray) -> np.ndarray:
        net.parameters = theta
        net.backward(error.gradient(net.forward(x), t))
        return net.gradients.copy()

    curvature, v = top_eigenvector(gradient, trained, np.random.default_rng(seed))
    if loss(trained + view * v) < loss(trained - view * v):
        v = -v  # an eigenvector has no sign of its own: put the steep side on the right
    return Slice(
        loss=lambda s: loss(trained + s * v),
        slope=lambda s: float(gradient(trained + s * v) @ v),
        curvature=curvature,
    )


def top_eigenvector(
    gradient: Gradient, theta: np.ndarray, rng: np.random.Generator, epsilon: float = 1e-4
) -> tuple[float, np.ndarray]:
    """Find the largest eigenvalue of a Hessian without ever forming the Hessian.

    Its product with a vector is the change of the gradient along that vector,
    ``H v = (gradient(theta + epsilon v) - gradient(theta - epsilon v)) / (2 epsilon)``, and Lanczos' method, the faster
    relative of power iteration, needs nothing but such products.

    Parameters
    ----------
    gradient : callable
        Maps weights (n,) to the gradient (n,).
    theta : ndarray, shape (n,)
        Where the Hessian is taken.
    rng : numpy.random.Generator
        Draws the first vector.
    epsilon : float
        Length of the step.

    Returns
    -------
    eigenvalue : float
    v : ndarray, shape (n,)
        Its direction, of length 1.
    """

    def product(v: np.ndarray) -> np.ndarray:
        return (gradient(theta + epsilon * v) - gradient(theta - epsilon * v)) / (2 * epsilon)

    hessian = LinearOperator((theta.size, theta.size), matvec=product, dtype=float)
    values, vectors = eigsh(hessian, k=1, which="LA", v0=rng.standard_normal(theta.size), tol=1e-6)
    return float(values[0]), vectors[:, 0]
