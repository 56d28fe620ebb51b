"""A heat map with the number in every cell: the best learning rate for each slope k, at a glance."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib.colors import Normalize
from matplotlib.patches import Rectangle

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture


@style.styled
def heat_map(
    values: Any,
    rows: Sequence[Any] | None = None,
    columns: Sequence[Any] | None = None,
    *,
    row_label: str = "",
    column_label: str = "",
    value_label: str = "accuracy",
    show: Callable[[float], str] | None = None,
    best: str | None = "row",
    smaller_is_better: bool = False,
    title: str | None = None,
    width: float = 7.0,
    row_height: float = 0.55,
) -> Picture:
    """Colour and print a table, and frame the best cell of each row (or column).

    Parameters
    ----------
    values : DataFrame or ndarray, shape (n_rows, n_columns)
        A data frame brings its own names (a ``pivot_table`` of recorded runs).
    rows, columns : sequence, optional
        Values that the rows and columns stand for, when ``values`` is an array.
    row_label, column_label, value_label : str
        Names, with units.
    show : callable, optional
        How to print a value; whole per cent where all values lie in [0, 1], otherwise three digits.
    best : {"row", "column", None}
        In which direction the best cell is sought.
    smaller_is_better : bool
        For losses.
    title : str, optional
        Figure title.
    width, row_height : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When ``values`` is no table of numbers, has no finite one, or the names do not fit it.
    """
    if hasattr(values, "columns"):
        rows, columns = list(values.index), list(values.columns)
        row_label, column_label = (
            row_label or str(values.index.name or ""),
            column_label or str(values.columns.name or ""),
        )
        values = values.to_numpy()
    try:
        values = np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise LabkitError("heat_map needs a table of numbers: choose the column to show, and pivot it.") from None
    if values.ndim != 2 or not np.isfinite(values).any():
        raise LabkitError(f"heat_map needs a table with rows, columns and a finite value; it got shape {values.shape}.")
    rows = list(range(values.shape[0])) if rows is None else list(rows)
    columns = list(range(values.shape[1])) if columns is None else list(columns)
    if (len(rows), len(columns)) != values.shape:
        raise LabkitError(
            f"heat_map got {len(rows)} row and {len(columns)} column names for a table of shape {values.shape}."
        )
    finite = values[np.isfinite(values)]
    shares = finite.min() >= 0 and finite.max() <= 1
    per_cent = shares and (show is None or "%" in show(finite.max()))
    show = show or (lambda v: alt_text.percent(v, 0) if shares else alt_text.number(v))
    names = [[n if isinstance(n, str) else alt_text.number(n) for n in side] for side in (rows, columns)]

    figure = style.new_figure(width, row_height * len(rows) + (1.35 if title else 0.95), title)
    axes = figure.subplots()
    norm = Normalize(0 if shares else finite.min(), finite.max())
    image = axes.imshow(values, cmap=style.SEQUENTIAL, norm=norm, aspect="auto")
    for (i, j), value in np.ndenumerate(values):
        dark = np.isfinite(value) and norm(value) > 0.55
        axes.text(
            j,
            i,
            show(value) if np.isfinite(value) else "diverged",
            ha="center",
            va="center",
            color="white" if dark else style.INK,
        )
    axes.set_xticks(range(len(columns)), names[1])
    axes.set_yticks(range(len(rows)), names[0])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set(xlabel=column_label, ylabel=row_label)
    bar = figure.colorbar(image, ax=axes, aspect=14, pad=0.02, label=value_label)
    if per_cent:
        bar.ax.yaxis.set_major_formatter(lambda v, _: alt_text.percent(v, 0))

    words = []
    for i, j in _best_cells(values, best, smaller_is_better):
        axes.add_patch(
            Rectangle((j - 0.47, i - 0.46), 0.94, 0.92, fill=False, edgecolor=style.VERMILION, linewidth=2.5)
        )
        one, other = (row_label or "row", names[0][i]), (column_label or "column", names[1][j])
        if best == "column":
            one, other = other, one
        words.append(f"{one[0]} {one[1]}: best at {other[0]} {other[1]} ({show(values[i, j])})")
    ends = f"{value_label} from {show(finite.min())} to {show(finite.max())}"
    return Picture(
        figure,
        alt_text.sentences(title or "", f"table of {len(rows)} by {len(columns)} cells, {ends}", "; ".join(words)),
    )


def _best_cells(values: np.ndarray, best: str | None, smaller: bool) -> list[tuple[int, int]]:
    if best is None:
        return []
    if best not in ("row", "column"):
        raise LabkitError(f"heat_map was given best={best!r}: it knows 'row', 'column' and None.")
    score = np.where(np.isfinite(values), -values if smaller else values, -np.inf)
    if best == "row":
        return [(i, int(j)) for i, j in enumerate(score.argmax(axis=1)) if np.isfinite(score[i, j])]
    return [(int(i), j) for j, i in enumerate(score.argmax(axis=0)) if np.isfinite(score[i, j])]
