"""How wrong a numerical gradient is, against the size of its step: it falls, reaches a valley, and rises again."""

from collections.abc import Mapping
from itertools import cycle

import numpy as np

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture


@style.styled
def gradient_error(
    epsilons: np.ndarray,
    errors: Mapping[str, np.ndarray],
    *,
    title: str | None = None,
    width: float = 7.0,
    height: float = 4.4,
) -> Picture:
    """Draw relative errors on logarithmic axes: the geometric mean over nets, and the band from best to worst.

    Parameters
    ----------
    epsilons : ndarray, shape (steps,)
        Sizes of the step.
    errors : mapping of str to ndarray, shape (nets, steps)
        Relative errors for each way of taking differences, above 0.
    title : str, optional
        Figure title.
    width, height : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When there are no errors, an array does not have one column for each epsilon, or a number is not above 0.
    """
    epsilons = np.asarray(epsilons, dtype=float)
    if not isinstance(errors, Mapping) or not errors:
        raise LabkitError("gradient_error needs a mapping of ways to errors, such as {'central': array (nets, steps)}.")
    figure = style.new_figure(width, height, title)
    axes = figure.subplots()
    words = []
    looks = zip(errors.items(), style.colours(list(errors)), cycle(style.DASHES), strict=False)
    for (way, values), colour, dashes in looks:
        values = np.asarray(values, dtype=float)
        if values.ndim != 2 or values.shape[1] != len(epsilons):
            raise LabkitError(
                f"gradient_error got errors of shape {values.shape} for {way!r}: (nets, {len(epsilons)}) was expected, "
                "one column for each epsilon."
            )
        if not (values > 0).all() or not (epsilons > 0).all() or not values.size:
            raise LabkitError(f"gradient_error needs numbers above 0 for its logarithmic axes; {way!r} has others.")
        mean = np.exp(np.log(values).mean(axis=0))
        axes.plot(epsilons, mean, color=colour, linestyle=dashes, marker="o", markersize=3.5, label=way)
        axes.fill_between(epsilons, values.min(axis=0), values.max(axis=0), color=colour, alpha=0.18, linewidth=0)
        best = int(mean.argmin())
        words.append(
            f"{way}: error {mean[0]:.0e} at epsilon {epsilons[0]:.0e}, smallest {mean[best]:.0e} at "
            f"{epsilons[best]:.0e}, {mean[-1]:.0e} at {epsilons[-1]:.0e}"
        )
    axes.set(xscale="log", yscale="log", xlabel="epsilon", ylabel="relative error of the gradient")
    axes.invert_xaxis()
    style.gridlines(axes, "both")
    figure.legend(loc="outside lower center", ncols=len(errors))
    return Picture(
        figure, alt_text.sentences(title or "", "relative error of numerical gradients against epsilon", *words)
    )
