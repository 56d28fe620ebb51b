"""A confusion matrix in which the mistakes can be seen: the diagonal, hundreds of times larger, takes no colour."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import Normalize
from matplotlib.patches import Rectangle

from labkit.errors import LabkitError
from labkit.metrics import as_confusion_matrix, most_confused
from labkit.plots import alt_text, style, tiles
from labkit.plots.picture import Picture


@style.styled
def confusion(
    matrix: Any,
    images: Mapping[tuple[int, int], Any] | None = None,
    class_names: Sequence[str] | None = None,
    *,
    pairs: int = 3,
    title: str | None = None,
    width: float = 7.0,
) -> Picture:
    """Draw how often each class was taken for each, and name the commonest mistakes, with an example of each.

    Parameters
    ----------
    matrix : array (n_classes, n_classes)
        Rows are true classes, columns predicted ones, as ``metrics.confusion_matrix`` counts.
    images : mapping of (true, predicted) to image, optional
        An example (height, width) of a mistake; those of the commonest pairs are shown.
    class_names : sequence of str, optional
        Names of the classes; their numbers by default.
    pairs : int
        How many of the commonest mistakes to frame and name.
    title : str, optional
        Figure title.
    width : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When ``matrix`` is no square table of counts, or there are not as many names as classes.
    """
    matrix = as_confusion_matrix(matrix)
    n = len(matrix)
    names = [str(name) for name in (range(n) if class_names is None else class_names)]
    if len(names) != n:
        raise LabkitError(f"confusion was given {len(names)} class names for {n} classes: it needs one for each.")
    worst = most_confused(matrix, pairs)
    examples = {pair: tiles.as_tiles([image], "confusion")[0] for pair, image in (images or {}).items()}
    examples = [examples.get((true, predicted)) for true, predicted, _ in worst]

    figure = style.new_figure(width, max(3.2, 0.72 * width if worst else 0.85 * width) + (0.3 if title else 0), title)
    if worst:
        grid = figure.add_gridspec(len(worst), 2, width_ratios=[3.6, 1])
        axes = figure.add_subplot(grid[:, 0])
        for row, (pair, image) in enumerate(zip(worst, examples, strict=True)):
            _pair(figure.add_subplot(grid[row, 1]), pair, names, image)
    else:
        axes = figure.subplots()
    _table(axes, matrix, names, worst)

    right, total = int(np.trace(matrix)), int(matrix.sum())
    share = f"{right} of {total} right ({alt_text.percent(right / total)})" if total else "no samples"
    told = [f"{names[t]} read as {names[p]} {_times(count)}" for t, p, count in worst]
    return Picture(figure, alt_text.sentences(
        title or "",
        f"confusion matrix of {n} classes, rows true and columns predicted: {share}",
        f"most confused: {alt_text.listed(told)}" if told else "no mistakes" if total else "",
        _weakest(matrix, names),
    ))  # fmt: skip


def _table(axes: Axes, matrix: np.ndarray, names: list[str], worst: list[tuple[int, int, int]]) -> None:
    n = len(matrix)
    wrong = np.where(np.eye(n, dtype=bool), 0, matrix)
    norm = Normalize(0, max(1, wrong.max()))
    axes.imshow(wrong, cmap=style.SEQUENTIAL, norm=norm)
    for i in range(n):
        axes.add_patch(Rectangle((i - 0.5, i - 0.5), 1, 1, facecolor=style.PALE, linewidth=0))
    size = 10 if n <= 12 else 7
    for (i, j), count in np.ndenumerate(matrix):
        if count:
            dark = i != j and norm(count) > 0.55
            text = alt_text.number(count, 4) if count != int(count) else str(int(count))
            axes.text(j, i, text, ha="center", va="center", fontsize=size, color="white" if dark else style.INK)
    for true, predicted, _ in worst:
        axes.add_patch(
            Rectangle((predicted - 0.5, true - 0.5), 1, 1, fill=False, edgecolor=style.VERMILION, linewidth=2.5)
        )
    long = max(map(len, names)) > 3
    axes.set_xticks(range(n), names, rotation=45 if long else 0, ha="right" if long else "center")
    axes.set_yticks(range(n), names)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set(xlabel="predicted class (grey: right)", ylabel="true class")


def _pair(axes: Axes, pair: tuple[int, int, int], names: list[str], image: np.ndarray | None) -> None:
    """Name a mistake, with its example above where there is one."""
    true, predicted, count = pair
    words = f"{names[true]} read as {names[predicted]}\n{_times(count)}"
    if image is None:
        axes.axis("off")
        axes.text(0.5, 0.5, words, ha="center", va="center", transform=axes.transAxes)
        return
    low, high = np.nanmin(image), np.nanmax(image)
    axes.imshow(image, cmap="gray_r", norm=Normalize(low, high if high > low else low + 1), interpolation="nearest")
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color=style.VERMILION, linewidth=2)
    axes.set_xlabel(words, fontsize=10)


def _times(count: float) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{alt_text.number(count)} times")


def _weakest(matrix: np.ndarray, names: list[str]) -> str:
    """Say which true class is recognised best and which worst."""
    totals = matrix.sum(axis=1)
    if (totals > 0).sum() < 2:
        return ""
    shares = np.where(totals > 0, np.diag(matrix) / np.maximum(totals, 1), np.nan)
    low, high = int(np.nanargmin(shares)), int(np.nanargmax(shares))
    if shares[low] == shares[high]:
        return f"every class is recognised equally well ({alt_text.percent(shares[low])})"
    return (
        f"recognised best is {names[high]} ({alt_text.percent(shares[high])}), "
        f"worst {names[low]} ({alt_text.percent(shares[low])})"
    )
