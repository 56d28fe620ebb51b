"""The sign of one unit's weight gradients, update by update: do all its weights want the same way?

The gradient of weight i of a unit is delta x_i. Where all inputs x_i are positive, every sample therefore asks all
weights of the unit to grow, or all to shrink. A step that should raise one weight and lower another has to be made by
turns: the path zig-zags (LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp", section 4.3).
"""

import numpy as np
from matplotlib.colors import BoundaryNorm, ListedColormap
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture

#: Negative, zero, positive: three hues that stay three shades when printed in grey.
NEGATIVE, ZERO, POSITIVE = style.BLUE, "#FFFFFF", style.ORANGE
#: More weights than this are thinned out: they would be narrower than a pixel.
MOST_ROWS = 300


def agreement(gradients: np.ndarray) -> np.ndarray:
    """Share of a unit's weights whose gradient has the sign of the majority, at each update.

    Parameters
    ----------
    gradients : ndarray, shape (updates, inputs)
        Gradient of each weight at each update.

    Returns
    -------
    ndarray, shape (updates,)
        Between 1/2 and 1. Gradients of exactly zero have no sign and do not count; nan where all are zero.
    """
    positive = (gradients > 0).sum(axis=1)
    signed = (gradients != 0).sum(axis=1)
    with np.errstate(invalid="ignore"):
        return np.where(signed > 0, np.maximum(positive, signed - positive) / signed, np.nan)


@style.styled
def sign_map(gradients: np.ndarray, *, title: str | None = None, width: float = 7.0, height: float = 4.6) -> Picture:
    """Draw the sign of every weight gradient of one unit over the updates, and how far the signs agree.

    Parameters
    ----------
    gradients : ndarray, shape (updates, inputs)
        Gradient of the weights of one unit: one row for each update, one column for each input.
    title : str, optional
        Figure title.
    width, height : float
        Inches.

    Returns
    -------
    Picture
        The signs, one row for each weight; below them, the share of the weights that agree with the majority.

    Raises
    ------
    LabkitError
        When ``gradients`` is no table of finite numbers, or zero throughout.
    """
    gradients = np.asarray(gradients, dtype=float)
    if gradients.ndim != 2 or not gradients.size:
        raise LabkitError(
            "sign_map needs the gradients of one unit as an array (updates, inputs); "
            f"it got shape {gradients.shape}. Choose the unit: history[:, :, unit]."
        )
    if not np.isfinite(gradients).all():
        raise LabkitError("sign_map found gradients that are not finite: has the training diverged?")
    if not gradients.any():
        raise LabkitError("sign_map got gradients that are all zero: this unit learns nothing, so there is no sign.")
    updates, inputs = gradients.shape
    shares = agreement(gradients)
    every = -(-inputs // MOST_ROWS)

    figure = style.new_figure(width, height + (0.3 if title else 0), title)
    upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=[2.4, 1])
    upper.imshow(
        np.sign(gradients[:, ::every]).T,
        cmap=ListedColormap([NEGATIVE, ZERO, POSITIVE]),
        norm=BoundaryNorm([-1.5, -0.5, 0.5, 1.5], 3),
        aspect="auto",
        interpolation="nearest",
        extent=(0.5, updates + 0.5, inputs + 0.5, 0.5),
    )
    upper.set_ylabel("weight" if every == 1 else f"weight (1 in {every} shown)")
    upper.tick_params(bottom=False, labelbottom=False)
    upper.spines[["top", "right"]].set_visible(True)
    kinds = [("gradient > 0", POSITIVE), ("gradient < 0", NEGATIVE)]
    kinds += [("exactly 0", ZERO)] if (gradients == 0).any() else []
    handles = [Patch(facecolor=colour, edgecolor=style.GREY, label=label) for label, colour in kinds]
    upper.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=3, borderaxespad=0.3)

    steps = np.arange(1, updates + 1)
    lower.plot(steps, 100 * shares, color=style.INK, linewidth=1.6, marker="o" if updates <= 40 else "", markersize=4)
    lower.axhline(100, color=style.GREY, linewidth=1, linestyle="--", zorder=1)
    lower.set(ylim=(48, 104), yticks=[50, 75, 100], xlabel="update", ylabel="same sign (%)")
    lower.set_xlim(0.5, updates + 0.5)
    lower.xaxis.set_major_locator(MaxNLocator(8, integer=True, min_n_ticks=1))
    style.gridlines(lower)
    return Picture(figure, _words(gradients, shares, title))


def _words(gradients: np.ndarray, shares: np.ndarray, title: str | None) -> str:
    known = np.flatnonzero(np.isfinite(shares))
    low, high = (known[pick(shares[known])] for pick in (np.argmin, np.argmax))
    split = [np.mean(gradients > 0), np.mean(gradients < 0), np.mean(gradients == 0)]
    kinds = [
        f"{alt_text.percent(s, 0)} {name}" for s, name in zip(split, ("positive", "negative", "zero"), strict=True)
    ]
    silent, updates = len(shares) - len(known), alt_text.counted(len(shares), "update")
    even = shares[low] == shares[high] and not silent
    ends = (
        f"least at update {low + 1} ({alt_text.percent(shares[low])}), "
        f"most at update {high + 1} ({alt_text.percent(shares[high])})"
    )
    return alt_text.sentences(
        title or "",
        f"sign of the gradient of {gradients.shape[1]} weights of one unit at {updates}: " + alt_text.listed(kinds),
        f"{'at every update' if even else 'on average'} {alt_text.percent(shares[known].mean())} of the weights with a "
        "gradient share one sign" + ("" if even else f": {ends}"),
        f"all have the same sign at {(shares == 1).sum()} of {updates}",
        f"at {alt_text.counted(silent, 'update')} all gradients are zero" if silent else "",
    )
