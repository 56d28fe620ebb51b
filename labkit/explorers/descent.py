"""Descent: one learning rate, on a parabola and on a real loss, while the rate crosses the limit 2 / lambda_max.

The network is a small one, trained for a while on real digits. Its loss is looked at along one straight line through
its weights: the direction v in which the loss bends most, the top eigenvector of the Hessian. Close to the middle it
is a parabola, E0 + 1/2 lambda_max s^2, on which one step of gradient descent multiplies s by (1 - rate x lambda_max):
it converges while the rate is below 2 / lambda_max. Beyond, the parabola throws every step farther out; on the real
loss the steps swing wider too, until its sides bend over and it catches them.
"""

from collections.abc import Sequence

import numpy as np

from labkit.explorers.digits import given_or_digits
from labkit.explorers.explorer import Explorer
from labkit.explorers.slices import Slice, steepest_slice
from labkit.plots import Picture, alt_text, descend, style

#: Rates to try, as multiples of the limit 2 / lambda_max; half the limit is Newton's step for the parabola.
MULTIPLES = (0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98, 1, 1.02, 1.1, 1.25, 1.5, 2)
START, STEPS, VIEW = 0.6, 30, 3.0


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
    x, t = given_or_digits(x, t, "descent")
    line = steepest_slice(np.asarray(x, float), np.asarray(t, float), n_hidden, updates, seed, VIEW)
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

    figure = style.new_figure(
        7.2, 5.6, margins={"left": 0.09, "right": 0.885, "top": 0.94, "bottom": 0.09, "hspace": 0.45, "wspace": 0.25}
    )
    (left, right), (gauge, course) = figure.subplots(2, 2, height_ratios=[1.25, 1])
    top = 1.05 * max(losses.max(), bowl(START))
    for axes, curve, path, heights, name, colour in (
        (left, bowl(sides), on_bowl, bowl(on_bowl), "a parabola as sharp as the loss", style.PURPLE),
        (right, losses, on_real, real, "the real loss along v", style.BLUE),
    ):
        axes.plot(sides, curve, color=colour)
        axes.plot(path, heights, color=style.INK, linewidth=0.9, marker="o", markersize=4.5, alpha=0.75)
        axes.plot(path[0], heights[0], **style.ring(style.INK))
        axes.set(xlim=(-VIEW, VIEW), ylim=(0, top), title=name, xlabel="distance s along v")
        style.gridlines(axes)
    left.set_ylabel("loss E")
    _gauge(gauge, rate, curvature, limit)
    _course(course, bowl(on_bowl), real, top)

    fate = "equal to" if np.isclose(rate, limit) else "below" if rate < limit else "above"
    return Picture(figure, alt_text.sentences(
        f"learning rate {alt_text.number(rate)}, {fate} the limit 2 / lambda_max = {alt_text.number(limit)}",
        f"each step multiplies the distance on the parabola by {alt_text.number(1 - rate * curvature)}",
        _fate(on_bowl),
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
    axes.text(limit * 1.03, 0.1, f"2 / λₘₐₓ = {alt_text.number(limit)}", color=style.VERMILION)
    axes.plot(rate, abs(1 - rate * curvature), "o", markersize=11, color=ink, clip_on=False, zorder=5)
    axes.set(xlim=(0, rates[-1]), ylim=(0, 3.3), xlabel="learning rate", title="factor of one step, |1 − rate × λ|")
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
        return f"there it grows to {alt_text.number(last)} in {len(path) - 1} steps: it diverges"
    if last > 0.99 * first:
        return "there it swings from side to side and never settles"
    return f"there it shrinks to {alt_text.number(last)} in {len(path) - 1} steps"
