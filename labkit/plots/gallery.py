"""Activations side by side, each with its derivative, and marked where the derivative is flat: there learning stops."""

from collections.abc import Callable, Mapping

import numpy as np
from matplotlib.axes import Axes

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture

#: A derivative below this is called flat.
FLAT = 0.01


@style.styled
def activation_gallery(
    functions: Mapping[str, tuple[Callable, Callable]],
    *,
    limits: tuple[float, float] = (-5, 7),
    title: str | None = None,
    columns: int = 3,
    width: float = 7.0,
    row_height: float = 1.9,
) -> Picture:
    """Draw several activations, one panel for each: the function solid, its derivative dashed.

    Parameters
    ----------
    functions : mapping of name to (function, derivative)
        Both of one array, such as ``{"ReLU": (relu, relu_derivative)}``; a student's own will do.
    limits : (float, float)
        Ends of the horizontal axis.
    title : str, optional
        Figure title.
    columns : int
        Panels in a row.
    width, row_height : float
        Inches.

    Returns
    -------
    Picture
        Tinted where the derivative is below .01.

    Raises
    ------
    LabkitError
        When there is no function, or one does not return as many values as it was given.
    """
    if not functions:
        raise LabkitError("activation_gallery was given no function: pass {'ReLU': (function, derivative)}.")
    v = np.linspace(*limits, 601)
    columns = min(columns, len(functions))
    rows = -(-len(functions) // columns)
    figure = style.new_figure(width, row_height * rows + 0.5 + (0.3 if title else 0), title)
    panels = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False).ravel()
    for axes in panels[len(functions) :]:
        axes.axis("off")
    words = []
    for axes, (name, pair) in zip(panels, functions.items(), strict=False):
        y, slope = _values(name, pair, v)
        draw_curve(axes, v, slope, slope, style.GREEN, linestyle=(0, (4, 1.5)), label="derivative", thick=0)
        axes.plot(v, y, color=style.BLUE, label="activation")
        axes.set_title(name)
        axes.set_xlim(*limits)
        style.gridlines(axes, "both")
        words.append(f"{name}: {alt_text.trend(y)}; {where_flat(v, slope)}, at most {alt_text.number(slope.max(), 2)}")
    for axes in panels[max(0, len(functions) - columns) : len(functions)]:
        axes.set_xlabel("input v")
        axes.tick_params(labelbottom=True)
    low, high = panels[0].get_ylim()
    panels[0].set_ylim(max(low, -2.2), min(high, 6.5))
    handles, labels = panels[0].get_legend_handles_labels()
    handles.append(panels[0].fill_between([], [], color=style.VERMILION, alpha=0.15))
    handles[:2], labels = handles[1::-1], labels[::-1]
    figure.legend(handles, [*labels, f"derivative below {FLAT}"], loc="outside lower center", ncols=3)
    return Picture(figure, alt_text.sentences(
        title or "",
        f"{alt_text.counted(len(functions), 'activation')} and derivatives for inputs from "
        f"{alt_text.number(limits[0])} to {alt_text.number(limits[1])}",
        *words,
    ))  # fmt: skip


def _values(name: str, pair: tuple[Callable, Callable], v: np.ndarray) -> list[np.ndarray]:
    try:
        function, derivative = pair
        values = [np.asarray(f(v.copy()), dtype=float) for f in (function, derivative)]
    except (TypeError, ValueError) as problem:
        raise LabkitError(
            f"activation_gallery needs for {name!r} a pair (function, derivative), each of one array: {problem}."
        ) from problem
    for kind, y in zip(("function", "derivative"), values, strict=True):
        if y.shape != v.shape:
            raise LabkitError(
                f"activation_gallery gave the {kind} of {name!r} an array of shape {v.shape} and got {y.shape} back: "
                "it has to return a value for each input."
            )
    return values


def flat_parts(slope: np.ndarray) -> list[slice]:
    """Return the stretches of a curve on which its ``slope`` is below :data:`FLAT`, points without neighbours aside."""
    flat = np.concatenate([[False], np.abs(slope) < FLAT, [False]])
    ends = np.flatnonzero(np.diff(flat.astype(int)))
    return [slice(start, stop) for start, stop in ends.reshape(-1, 2) if stop - start > 1]


def where_flat(v: np.ndarray, slope: np.ndarray) -> str:
    """Say in a clause where the derivative ``slope`` at the rising inputs ``v`` is 0, or close to it."""
    told = []
    for part in flat_parts(slope):
        first, last = part.start, part.stop - 1
        ends = [f"above {alt_text.number(v[first], 2)}"] if first > 0 else []
        ends += [f"below {alt_text.number(v[last], 2)}"] if last < len(v) - 1 else []
        size = f"less than {FLAT}" if slope[part].any() else "0"
        told.append(f"{size} {' and '.join(ends) or 'throughout'}")
    return f"its derivative is {' and '.join(told)}" if told else f"its derivative is nowhere below {FLAT}"


def draw_curve(
    axes: Axes, v: np.ndarray, values: np.ndarray, slope: np.ndarray, colour: str, thick: float = 4, **options
) -> None:
    """Draw ``values`` over ``v``; on a tinted ground, and ``thick`` in another colour, where ``slope`` is flat."""
    axes.plot(v, values, color=colour, **options)
    for part in flat_parts(slope):
        axes.axvspan(v[part][0], v[part][-1], color=style.VERMILION, alpha=0.1, linewidth=0)
        if thick:
            axes.plot(v[part], values[part], color=style.VERMILION, linewidth=thick)
