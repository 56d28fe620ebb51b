"""One look for every figure: a palette that colour-blind readers can tell apart, and labels large enough to read.

Colours are Okabe and Ito's (https://jfly.uni-koeln.de/color/). Training is always blue, testing always vermilion.
Figures are built without pyplot, so that drawing one leaves nothing behind in the notebook.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from textwrap import fill
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, MaxNLocator, NullFormatter

BLUE, VERMILION, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
ORANGE, SKY, INK, GREY, PALE = "#E69F00", "#56B4E9", "#222222", "#767676", "#E4E4E4"

#: Colours of unnamed series, in order of use. Okabe and Ito's yellow is left out: it cannot be read on white.
CYCLE = (BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, INK)
TRAIN, TEST = BLUE, VERMILION

#: Line styles of series, in order of use, so that lines differ in more than their colour.
DASHES = ("-", (0, (5, 2)), (0, (1.5, 1.5)), (0, (6, 2, 1.5, 2)))

#: Colour maps: amounts run from white to dark blue, signed values from blue through white (zero) to red.
SEQUENTIAL, DIVERGING = "Blues", "RdBu_r"

_RC = {
    "font.family": "sans-serif",
    "font.size": 11,
    "axes.titlesize": 11.5,
    "axes.labelsize": 11,
    "figure.titlesize": 13,
    "xtick.labelsize": 10,
    "ytick.labelsize": 10,
    "legend.fontsize": 10,
    "legend.frameon": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.grid": False,
    "grid.color": PALE,
    "grid.linewidth": 0.8,
    "axes.axisbelow": True,
    "axes.formatter.useoffset": False,
    "lines.linewidth": 2.0,
    "lines.solid_capstyle": "round",
    "figure.facecolor": "white",
    "axes.facecolor": "white",
    "savefig.facecolor": "white",
    "figure.constrained_layout.h_pad": 0.06,
    "figure.constrained_layout.w_pad": 0.06,
}


def context() -> Any:
    """Return a context in which figures are drawn in the course's look, whatever the notebook has set."""
    return mpl.rc_context({**{key: mpl.rcParamsDefault[key] for key in _RC}, **_RC})


def styled(function: Callable) -> Callable:
    """Run a plot function inside :func:`context`."""

    @wraps(function)
    def inside(*arguments: Any, **options: Any) -> Any:
        with context():
            return function(*arguments, **options)

    return inside


def new_figure(
    width: float, height: float, title: str | None = None, margins: dict[str, float] | None = None
) -> Figure:
    """Return an empty figure of ``width`` by ``height`` inches.

    It makes room for its own labels; or, with ``margins`` (the arguments of ``Figure.subplots_adjust``), keeps its axes
    where they are told. That halves the time to draw, and keeps an explorer's axes still while its slider moves.
    """
    figure = Figure(figsize=(width, height), layout=None if margins else "constrained")
    if margins:
        figure.subplots_adjust(**margins)
    if title:
        figure.suptitle(title, fontweight="bold")
    return figure


def colours(labels: list[str]) -> Iterator[str]:
    """Yield one colour for each label; ``train`` and ``test`` keep theirs in every figure."""
    fixed = {"train": TRAIN, "training": TRAIN, "test": TEST, "testing": TEST, "validation": TEST}
    taken = {fixed[label.lower()] for label in labels if label.lower() in fixed}
    free = [colour for colour in CYCLE if colour not in taken]
    for label in labels:
        if label.lower() in fixed:
            yield fixed[label.lower()]
        else:
            yield free[0]
            free.append(free.pop(0))


def readable(colour: str) -> str:
    """Darken a colour until text in it can be read on white: a contrast of 4.5 to 1, as WCAG 2 asks of body text."""
    rgb = np.array(to_rgb(colour))
    while 1.05 / (_luminance(rgb) + 0.05) < 4.5:
        rgb = 0.95 * rgb
    return to_hex(rgb)


def _luminance(rgb: np.ndarray) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2), from 0 for black to 1 for white."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def ring(colour: str, size: float = 10, width: float = 2) -> dict[str, Any]:
    """Options of ``axes.plot`` that mark points with white rings: where a path starts, what was measured live."""
    return {
        "marker": "o",
        "markersize": size,
        "markerfacecolor": "white",
        "markeredgecolor": colour,
        "markeredgewidth": width,
    }


def gridlines(axes: Axes, which: str = "y") -> None:
    """Draw pale lines behind the data, so that values can be read off."""
    axes.grid(True, axis=which)


def log_ticks(axis: Axis) -> None:
    """Label a logarithmic axis of less than two decades at 1, 2 and 5, in plain numbers."""
    low, high = sorted(axis.get_view_interval())
    if low > 0 and high < 100 * low:
        axis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        axis.set_major_formatter(lambda value, _: f"{value:g}")
        axis.set_minor_formatter(NullFormatter())


def few_ticks(n: int) -> MaxNLocator:
    """Return a locator that sets at most about ``n`` round ticks: for narrow axes."""
    return MaxNLocator(n, min_n_ticks=2)


def label_line_ends(axes: Axes, ends: list[tuple[float, str, str]], size: float = 10) -> None:
    """Write each line's name at its right end, moved apart where names would overlap.

    Parameters
    ----------
    axes : Axes
        Axes with their final limits.
    ends : list of (y, text, colour)
        Height of the last point in data units, the name, and its colour.
    size : float
        Font size in points.
    """
    if not ends:
        return
    height = axes.get_position().height * axes.figure.get_size_inches()[1] * 72
    to_axes = axes.transData + axes.transAxes.inverted()
    right, _ = axes.get_xlim()[1], axes.get_ylim()  # asking settles the limits
    wanted = sorted((float(to_axes.transform((right, y))[1]), fill(text, 20), colour) for y, text, colour in ends)
    line = 1.25 * size / max(height, 1)
    half = [line * (1 + text.count("\n")) / 2 for _, text, _ in wanted]
    placed: list[float] = []
    for i, (y, _, _) in enumerate(wanted):
        placed.append(max(y, placed[-1] + half[i - 1] + half[i]) if placed else max(y, 0))
    top = min(1.0, placed[-1])
    for i in range(len(placed) - 1, -1, -1):  # push back down what stands above the axes
        placed[i] = min(placed[i], top)
        top = placed[i] - half[i] - half[i - 1]
    for y, (_, text, colour) in zip(placed, wanted, strict=True):
        axes.annotate(
            text,
            (1.0, y),
            xycoords="axes fraction",
            xytext=(6, 0),
            textcoords="offset points",
            color=readable(colour),
            fontsize=size,
            va="center",
            annotation_clip=False,
        )
