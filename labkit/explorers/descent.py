"""Descent: one learning rate, on a parabola and on a real loss, while the rate crosses the limit 2 / lambda_max.

The network is a small one, trained for a while on real digits. Its loss is looked at along one straight line through
its weights: the direction v in which the loss bends most, the top eigenvector of the Hessian, found by power
iteration. Along it the loss is close to the parabola E0 + 1/2 lambda_max s^2, and gradient descent multiplies s by
(1 - rate x lambda_max): it converges while the rate is below 2 / lambda_max. Beyond, the parabola throws every step
farther out; the real loss does so too, until its bends give out and the flat sides of the sigmoid take over.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from labkit import data
from labkit.explorers.explorer import Explorer
from labkit.nn.functional import (
    dense_forward,
    dense_input_gradient,
    dense_weight_gradient,
    sigmoid,
    sigmoid_derivative_from_output,
    squared_error,
    squared_error_gradient,
)
from labkit.plots import Picture, alt_text, descend, style

#: Rates to try, as multiples of the limit 2 / lambda_max; half the limit is Newton's step for the parabola.
MULTIPLES = (0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98, 1, 1.02, 1.1, 1.25, 1.5, 2)
START, STEPS, VIEW = 0.6, 30, 3.0

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


def descent(
    x: np.ndarray | None = None,
    t: np.ndarray | None = None,
    n_hidden: int = 12,
    updates: int = 400,
    multiples: Sequence[float] = MULTIPLES,
    seed: int = 0,
) -> Explorer:
    """Move the learning rate across 2 / lambda_max and watch a parabola and a real loss.

    Parameters
    ----------
    x, t : ndarray, shapes (samples, n_inputs), (samples, n_outputs), optional
        Inputs and targets; 200 images of the embedded MNIST subset by default.
    n_hidden : int
        Hidden units of the network.
    updates : int
        Full-batch updates, at rate 1 on the mean squared error, before its loss is looked at.
    multiples : sequence of float
        Learning rates as multiples of the limit.
    seed : int
        Of the first weights.

    Returns
    -------
    Explorer
        One slider, ``rate``.
    """
    if x is None or t is None:
        digits = data.load("mnist-subset").take(train=20)
        x, t = digits.x_train, digits.t_train
    line = steepest_slice(np.asarray(x, float), np.asarray(t, float), n_hidden, updates, seed)
    rates = {f"{alt_text.number(m * line.limit)} = {m:g} × limit": m * line.limit for m in multiples}
    start = next((rate for label, rate in rates.items() if label.endswith("= 0.25 × limit")), None)
    sides = np.linspace(-VIEW, VIEW, 121)
    losses = np.array([line.loss(s) for s in sides])
    return Explorer(
        lambda rate: draw(rate, line, sides, losses),
        "Across the stability limit",
        {"rate": rates},
        labels={"rate": "Learning rate"},
        start=None if start is None else {"rate": start},
    )


def steepest_slice(x: np.ndarray, t: np.ndarray, n_hidden: int, updates: int, seed: int) -> Slice:
    """Train a sigmoid network with one hidden layer and slice its mean squared error along its sharpest direction."""
    rng = np.random.default_rng(seed)
    shapes = [(x.shape[1], n_hidden), (n_hidden, t.shape[1])]
    cut = shapes[0][0] * n_hidden

    def loss_and_gradient(theta: np.ndarray) -> tuple[float, np.ndarray]:
        W1, W2 = theta[:cut].reshape(shapes[0]), theta[cut:].reshape(shapes[1])
        h = sigmoid(dense_forward(x, W1))
        y = sigmoid(dense_forward(h, W2))
        d2 = squared_error_gradient(y, t, "mean") * sigmoid_derivative_from_output(y)
        d1 = dense_input_gradient(d2, W2) * sigmoid_derivative_from_output(h)
        gradients = (dense_weight_gradient(x, d1), dense_weight_gradient(h, d2))
        return squared_error(y, t, "mean"), np.concatenate([g.ravel() for g in gradients])

    theta = np.concatenate([(rng.standard_normal(s) / np.sqrt(s[0])).ravel() for s in shapes])
    for _ in range(updates):
        theta = theta - loss_and_gradient(theta)[1]
    curvature, v = top_eigenvector(lambda at: loss_and_gradient(at)[1], theta, rng)
    return Slice(
        loss=lambda s: loss_and_gradient(theta + s * v)[0],
        slope=lambda s: float(loss_and_gradient(theta + s * v)[1] @ v),
        curvature=curvature,
    )


def top_eigenvector(
    gradient: Gradient, theta: np.ndarray, rng: np.random.Generator, iterations: int = 60, epsilon: float = 1e-4
) -> tuple[float, np.ndarray]:
    """Find the largest eigenvalue of a Hessian by power iteration, without ever forming the Hessian.

    Its product with a vector is the change of the gradient along that vector,
    ``H v = (gradient(theta + epsilon v) - gradient(theta - epsilon v)) / (2 epsilon)``.

    Parameters
    ----------
    gradient : callable
        Maps weights (n,) to the gradient (n,).
    theta : ndarray, shape (n,)
        Where the Hessian is taken.
    rng : numpy.random.Generator
        Draws the first vector.
    iterations : int
        Products to take.
    epsilon : float
        Length of the step.

    Returns
    -------
    eigenvalue : float
        Largest in size; at trained weights that is the sharpest upward bend.
    v : ndarray, shape (n,)
        Its direction, of length 1.
    """
    v = rng.standard_normal(theta.size)
    v /= np.linalg.norm(v)
    for _ in range(iterations):
        product = (gradient(theta + epsilon * v) - gradient(theta - epsilon * v)) / (2 * epsilon)
        eigenvalue = float(v @ product)
        v = product / np.linalg.norm(product)
    return eigenvalue, v


@style.styled
def draw(rate: float, line: Slice, sides: np.ndarray, losses: np.ndarray) -> Picture:
    """Draw both descents, where the rate stands against the limit, and both losses over the steps."""
    curvature, limit = line.curvature, line.limit
    bottom = line.loss(0.0)

    def bowl(s):
        return bottom + curvature * np.square(s) / 2

    on_bowl = descend(lambda s: curvature * s, np.array([START]), rate, STEPS)[:, 0]
    on_real = descend(lambda s: np.array([line.slope(s[0])]), np.array([START]), rate, STEPS)[:, 0]
    real = np.array([line.loss(s) for s in on_real])

    figure = style.new_figure(7.2, 5.6)
    (left, right), (gauge, course) = figure.subplots(2, 2, height_ratios=[1.25, 1])
    top = 1.05 * max(losses.max(), bowl(START))
    for axes, curve, path, heights, name, colour in (
        (left, bowl(sides), on_bowl, bowl(on_bowl), "a parabola as sharp as the loss", style.PURPLE),
        (right, losses, on_real, real, "the real loss along v", style.BLUE),
    ):
        axes.plot(sides, curve, color=colour)
        axes.plot(path, heights, color=style.INK, linewidth=0.9, marker="o", markersize=4.5, alpha=0.75)
        axes.plot(path[0], heights[0], "o", markersize=10, markerfacecolor="white", markeredgecolor=style.INK,
                  markeredgewidth=2)
        axes.set(xlim=(-VIEW, VIEW), ylim=(0, top), title=name, xlabel="distance s along v")
        style.gridlines(axes)
    left.set_ylabel("loss E")
    _gauge(gauge, rate, curvature, limit)
    _course(course, bowl(on_bowl), real, top)

    fate = "equal to" if np.isclose(rate, limit) else "below" if rate < limit else "above"
    return Picture(figure, alt_text.sentences(
        f"learning rate {alt_text.number(rate)}, {fate} the limit 2 / lambda_max = {alt_text.number(limit)}",
        f"each step multiplies the distance on the parabola by {alt_text.number(1 - rate * curvature)}: {_fate(on_bowl)}",
        f"on the real loss the distance goes from {alt_text.number(START)} to {alt_text.number(on_real[-1])} in "
        f"{len(on_real) - 1} steps, and the loss {alt_text.trend(real)}",
    ))  # fmt: skip


def _gauge(axes, rate: float, curvature: float, limit: float) -> None:
    """Show the factor by which a step multiplies the distance, against the rate; above 1 it grows."""
    rates = np.linspace(0, 2.1 * limit, 211)
    factor = np.abs(1 - rates * curvature)
    ink = style.VERMILION if rate > limit else style.GREEN
    axes.plot(rates, factor, color=style.GREY)
    axes.axvspan(limit, rates[-1], color=style.VERMILION, alpha=0.12, linewidth=0)
    axes.axvline(limit, color=style.VERMILION, linewidth=1.5, linestyle="--")
    axes.text(limit * 1.03, 0.1, r"$2\,/\,\lambda_{\max}$" + f" = {alt_text.number(limit)}", color=style.VERMILION)
    axes.plot(rate, abs(1 - rate * curvature), "o", markersize=11, color=ink)
    axes.set(xlim=(0, rates[-1]), ylim=(0, 3.3), xlabel="learning rate", title="factor of one step, $|1 - $rate$\\,\\lambda|$")
    style.gridlines(axes)


def _course(axes, bowl: np.ndarray, real: np.ndarray, top: float) -> None:
    ends = []
    for values, name, colour in ((bowl, "parabola", style.PURPLE), (real, "real", style.BLUE)):
        axes.plot(values, color=colour, marker="o", markersize=3)
        ends.append((min(values[-1], top), name, colour))
    axes.set(xlim=(0, STEPS), ylim=(0, top), xlabel="step", title="loss after each step")
    style.gridlines(axes)
    style.label_line_ends(axes, ends)


def _fate(path: np.ndarray) -> str:
    first, last = abs(path[0]), abs(path[-1])
    if last > 1.5 * first:
        return f"it grows to {alt_text.number(last)} in {len(path) - 1} steps, it diverges"
    if last > 0.99 * first:
        return "it swings from side to side and never settles"
    return f"it shrinks to {alt_text.number(last)} in {len(path) - 1} steps"
