"""An activation and its derivative for several settings: what a slope k does to the sigmoid, and to its gradient."""

from collections.abc import Callable, Sequence
from itertools import cycle

import numpy as np

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture


@style.styled
def activation_curves(
    function: Callable[..., np.ndarray],
    derivative: Callable[..., np.ndarray],
    values: Sequence[float] = (0.5, 1, 2),
    *,
    name: str = "k",
    limits: tuple[float, float] = (-6, 6),
    title: str | None = None,
    width: float = 7.0,
    height: float = 3.2,
) -> Picture:
    """Draw a function and its derivative side by side, one line for each setting.

    Parameters
    ----------
    function, derivative : callable
        ``function(x, k)`` and ``derivative(x, k)`` on an array x, such as ``nn.functional.sigmoid``; a student's own
        will do.
    values : sequence of float
        Settings of the second argument.
    name : str
        What the second argument is called.
    limits : (float, float)
        Ends of the horizontal axis.
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
        When there is no setting, or one of the two does not return a value for each input.
    """
    x = np.linspace(*limits, 401)
    if not len(values):
        raise LabkitError(f"activation_curves needs at least one value of {name}; it was given none.")
    labels = [f"{name} = {alt_text.number(value)}" for value in values]
    figure = style.new_figure(width, height, title)
    left, right = figure.subplots(1, 2)
    words = []
    for value, label, colour, dashes in zip(values, labels, style.colours(labels), cycle(style.DASHES), strict=False):
        y, slope = np.asarray(function(x, value)), np.asarray(derivative(x, value))
        for what, returned in (("function", y), ("derivative", slope)):
            if returned.shape != x.shape:
                raise LabkitError(
                    f"activation_curves gave the {what} {x.size} inputs and got an array of shape {returned.shape} "
                    "back: it has to return a value for each input."
                )
        left.plot(x, y, color=colour, linestyle=dashes, label=label)
        right.plot(x, slope, color=colour, linestyle=dashes)
        flat = float(np.mean(np.abs(slope) < 0.01))
        words.append(
            f"{label}: {alt_text.trend(y)}, steepest slope {alt_text.number(slope.max(), 2)}, "
            f"slope below 0.01 on {alt_text.percent(flat, 0)} of the axis"
        )
    for axes, heading in ((left, "activation"), (right, "its derivative")):
        axes.set(xlabel="input x", title=heading)
        style.gridlines(axes, "both")
    figure.legend(loc="outside lower center", ncols=min(5, len(labels)))
    return Picture(
        figure,
        alt_text.sentences(
            title or "",
            "an activation (left) and its derivative (right) for x from "
            f"{alt_text.number(limits[0])} to {alt_text.number(limits[1])}",
            *words,
        ),
    )
