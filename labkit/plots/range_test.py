"""A range test as a picture: the loss after each step, against the rate of that step on a logarithmic axis."""

from collections.abc import Sequence

import numpy as np

from labkit.errors import LabkitError
from labkit.plots import style
from labkit.plots.picture import Picture


@style.styled
def range_test(
    rates: np.ndarray,
    losses: Sequence[np.ndarray],
    *,
    mark: float | None = None,
    mark_label: str = "best of the five rates",
    title: str = "A range test: raise the rate at every step",
    width: float = 7.0,
) -> Picture:
    """Draw one curve for each seed, and the rate to compare with.

    Parameters
    ----------
    rates : ndarray, shape (steps,)
        Rising learning rates, above 0.
    losses : sequence of ndarray
        One array of losses for each seed, at most ``steps`` long: a run that diverges is shorter.
    mark : float, optional
        A rate to mark by a dashed line.
    mark_label : str
        What that rate is.
    title : str
        Figure title.
    width : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When there is no curve, one has more losses than there are rates, or none that is finite.
    """
    rates = np.asarray(rates, dtype=float)
    losses = [np.asarray(curve, dtype=float) for curve in losses]
    if not losses or any(len(curve) > len(rates) for curve in losses):
        raise LabkitError(
            f"range_test needs at least one curve of losses, none longer than its {len(rates)} rates; "
            f"it was given lengths {[len(curve) for curve in losses]}."
        )
    if not all(np.isfinite(curve).any() for curve in losses):
        raise LabkitError("range_test found a curve without a finite loss: begin at a lower rate.")
    figure = style.new_figure(width, 0.55 * width, title)
    axes = figure.subplots()
    for seed, curve in enumerate(losses):
        axes.plot(rates[: len(curve)], curve, color=style.CYCLE[seed % len(style.CYCLE)], label=f"seed {seed}")
    axes.set(
        xscale="log",
        xlabel="learning rate of the step (mean gradient)",
        ylabel="loss after the step, mean over images",
    )
    if mark is not None:
        axes.axvline(mark, color=style.INK, linestyle="--", linewidth=1.5, label=mark_label)
    axes.legend()
    lowest = [rates[int(np.nanargmin(curve))] for curve in losses]
    start, best = np.mean([curve[0] for curve in losses]), np.mean([np.nanmin(curve) for curve in losses])
    alt = (
        f"Loss against a rate that rises from {rates[0]:.2g} to {rates[-1]:.2g}, {len(losses)} seeds. "
        f"The loss is lowest at rates between {min(lowest):.2g} and {max(lowest):.2g}, "
        f"where it has fallen from {start:.2f} to {best:.2f}."
    )
    if mark is not None:
        alt += f" The {mark_label}, {mark:.2g}, is marked."
    return Picture(figure, alt)
