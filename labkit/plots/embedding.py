"""Embeddings: points of a plane by class, readable without colour, and how pure their neighbourhoods are.

Every class has a colour, a marker of its own, and its name in the middle. The axes carry no numbers, because in most
embeddings they mean nothing; the alternative text counts whose nearest neighbours bear the same label.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.labels import clear_label
from labkit.plots.picture import Picture

MARKERS = ("o", "s", "^", "D", "v", "P", "X", "<", "*", ">")
COLOURS = (*style.CYCLE[:6], "#882255", "#999933", "#332288", style.INK)
NEIGHBOURS = 10
NARROW = 0.05  # of the panel, for the middle half of a class
APART = 0.95  # share of neighbours with the same label from which on a class is said to lie apart


@style.styled
def embedding(
    y: np.ndarray | Mapping[str, np.ndarray],
    labels: Sequence[Any] | np.ndarray | None = None,
    *,
    title: str | None = None,
    names: Sequence[str] | Mapping[Any, str] | None = None,
    columns: int = 3,
    width: float = 7.2,
) -> Picture:
    """Draw points of a plane by class, in one panel or several.

    Parameters
    ----------
    y : array (n, 2), or mapping of panel title to array (n, 2)
        Positions; in several panels of the same points, or of as many.
    labels : sequence (n,), optional
        Class of each point; left out, all points look alike.
    title : str, optional
        Figure title.
    names : sequence or mapping, optional
        What the classes are called, in the order of their sorted labels or by label; the labels themselves if left out.
    columns : int
        Most panels side by side.
    width : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When positions and labels do not fit together, or there are more classes than markers.
    """
    panels = {str(name): _positions(one) for name, one in (y.items() if isinstance(y, Mapping) else [("", y)])}
    if not isinstance(columns, int | np.integer) or columns < 1:
        raise LabkitError(f"embedding needs at least one panel in a row, not columns={columns!r}.")
    if not panels:
        raise LabkitError("embedding was given no positions: pass an array (n, 2), or a mapping of title to array.")
    for name, one in panels.items():
        if labels is not None and len(one) != len(labels):
            where = f" in {name!r}" if name else ""
            raise LabkitError(f"embedding got {len(one)} points{where} and {len(labels)} labels: one label per point.")
    if np.ndim(labels) > 1:
        raise LabkitError(
            f"embedding needs one label per point, and got labels of shape {np.shape(labels)}: "
            "turn one-hot rows into class numbers, t.argmax(axis=1)."
        )
    known = None if labels is None else _classes(np.asarray(labels), names)
    across = min(columns, len(panels))
    down = -(-len(panels) // across)
    side = min(5.0, width / across)
    figure = style.new_figure(side * across, side * down + (0.35 if title else 0), title)
    words = []
    for axes, (name, one) in zip(figure.subplots(down, across, squeeze=False).flat, panels.items(), strict=False):
        draw_points(axes, one, labels, known, small=across > 1)
        axes.set_title(name)
        words.append(f"{name}: {describe(one, labels, known)}" if name else describe(one, labels, known))
    for axes in figure.axes[len(panels) :]:
        axes.set_axis_off()
    return Picture(figure, alt_text.sentences(title or "", *words))


def draw_points(
    axes: Axes, y: np.ndarray, labels: Any, names: Mapping[Any, str] | None = None, small: bool = False
) -> None:
    """Draw the points of one panel, with markers by class and the classes' names in their middle.

    Where a class is so narrow that its name would cover it, the name stands above it.
    """
    size = (4.2 if small else 6) if len(y) < 400 else (3.4 if small else 5)
    if labels is None:
        axes.plot(*y.T, "o", color=style.BLUE, markersize=size, alpha=0.7, markeredgewidth=0)
    else:
        labels = np.asarray(labels)
        for i, (label, name) in enumerate((names or _classes(labels, None)).items()):
            own = y[labels == label]
            look = {"marker": MARKERS[i], "color": COLOURS[i], "markeredgecolor": "white", "markeredgewidth": 0.3}
            axes.plot(*own.T, linestyle="", markersize=size, alpha=0.85, label=name, **look)
            if len(own):
                low, high = np.quantile(own, [0.25, 0.75], axis=0)  # a few strays do not make a class wide
                narrow = (high - low).max() < NARROW * np.ptp(y, axis=0).max()
                clear_label(
                    axes,
                    name,
                    (np.median(own[:, 0]), high[1]) if narrow else _middle(own),
                    above=11 if narrow else 0,
                    fontsize=10 if small else 12,
                    fontweight="bold",
                    color=style.INK,
                    path_effects=[withStroke(linewidth=3, foreground="white")],
                )
    # Limits of our own: an equal aspect that adjusts them would take back the room that names need above and below.
    middle, half = (y.max(axis=0) + y.min(axis=0)) / 2, max(np.ptp(y, axis=0) * (0.58, 0.63)) or 1.0
    x_limits, y_limits = np.add.outer(middle, (-half, half))
    axes.set(xticks=[], yticks=[], xlim=x_limits, ylim=y_limits, aspect="equal")
    for spine in axes.spines.values():
        spine.set(visible=True, color=style.PALE)


def describe(y: np.ndarray, labels: Any, names: Mapping[Any, str] | None = None) -> str:
    """Say how pure the neighbourhoods are, which classes lie apart, and which one mixes most, and with whom."""
    from labkit.tsne.measures import centres, clumps, neighbours  # here, because it brings SciPy with it

    if labels is None:
        groups = int(clumps(y).max()) + 1
        return f"{len(y)} points without labels, in {alt_text.counted(groups, 'clump')} of five or more"
    labels = np.asarray(labels)
    names = names or _classes(labels, None)
    count = min(NEIGHBOURS, len(y) - 1, min(np.sum(labels == label) for label in names) - 1)
    if len(names) < 2 or count < 1:
        return f"{len(y)} points of {len(names)} classes"
    near = labels[neighbours(y, count)]
    share = {label: float(np.mean(near[labels == label] == label)) for label in names}
    apart = [names[label] for label in names if share[label] >= APART]
    told = f"{len(y)} points of {len(names)} classes; of each point's {count} nearest neighbours "
    told += f"{alt_text.percent(float(np.mean(near == labels[:, None])), 0)} bear its label"
    if 2 < len(apart) == len(names):
        nearest = neighbours(centres(y, labels), 1)[:, 0]
        pairs = [f"{other} to {name}" for name, other in zip(apart, np.array(apart)[nearest], strict=True)]
        told += f"; all classes lie apart; nearest lies {alt_text.listed(pairs)}"
    elif apart:
        told += f"; apart from the others {'lies' if len(apart) == 1 else 'lie'} {alt_text.listed(apart)}"
    mixed = min(share, key=share.__getitem__)
    if share[mixed] < APART:
        others = near[labels == mixed]
        most = max((label for label in names if label != mixed), key=lambda label: np.sum(others == label))
        told += f"; {names[mixed]} mixes most ({alt_text.percent(share[mixed], 0)}), chiefly with {names[most]}"
    return told


def _middle(own: np.ndarray) -> np.ndarray:
    """Return the point of a class that is nearest to its median: a mean may lie between two halves of a class."""
    return own[np.square(own - np.median(own, axis=0)).sum(axis=1).argmin()]


def _positions(y: Any) -> np.ndarray:
    try:
        y = np.asarray(y, dtype=float)
    except (TypeError, ValueError):
        raise LabkitError("embedding needs positions that are numbers, in an array (n, 2).") from None
    if y.ndim != 2 or y.shape[1] != 2 or len(y) < 2:
        raise LabkitError(f"embedding needs positions of shape (n, 2), at least two, not {y.shape}.")
    if bad := int((~np.isfinite(y)).any(axis=1).sum()):
        raise LabkitError(f"embedding got {bad} of {len(y)} positions that are nan or infinite: has it diverged?")
    return y


def _classes(labels: np.ndarray, names: Any) -> dict[Any, str]:
    """Name of each class, by label."""
    found = np.unique(labels).tolist()
    if len(found) > len(MARKERS):
        raise LabkitError(
            f"embedding got {len(found)} classes and has {len(MARKERS)} markers that can be told apart: "
            "show fewer classes at a time."
        )
    if isinstance(names, Mapping):
        return {label: str(names.get(label, label)) for label in found}
    if names is not None and len(names) != len(found):
        raise LabkitError(f"embedding got {len(names)} names for {len(found)} classes: one name per class.")
    return dict(zip(found, map(str, found if names is None else names), strict=True))
