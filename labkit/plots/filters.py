"""A bank of filters as images: what each looks for, all on one scale, so that a strong one looks strong."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from labkit.errors import LabkitError
from labkit.plots import alt_text, style, tiles
from labkit.plots.picture import Picture


@style.styled
def filters(
    W: Any,
    *,
    titles: Sequence[str] | None = None,
    title: str | None = None,
    columns: int | None = None,
    limit: float | None = None,
    width: float = 7.0,
) -> Picture:
    """Draw filters with one colour scale, symmetric about zero: red weights want light, blue ones dark.

    Parameters
    ----------
    W : array (filters, channels, height, width) or (filters, height, width)
        With several channels there is one row for each filter, and one column for each channel.
    titles : sequence of str, optional
        Names of the filters; their indices by default, from 0 as in ``W``.
    title : str, optional
        Figure title.
    columns : int, optional
        Filters in a row, where they have one channel.
    limit : float, optional
        Where the colour scale ends, such as one end for several pictures; the largest weight by default.
    width : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When ``W`` is no bank of filters, or holds a number that is not finite.
    """
    try:
        W = np.asarray(W, dtype=float)
    except (TypeError, ValueError):
        raise LabkitError("filters needs one array of numbers: filters of different sizes are shown by maps.") from None
    W = W[:, None] if W.ndim == 3 else W
    if W.ndim != 4 or not W.size:
        raise LabkitError(
            "filters needs weights of shape (filters, channels, height, width) or (filters, height, width); "
            f"it got shape {np.shape(W)}."
        )
    if not np.isfinite(W).all():
        raise LabkitError("filters found weights that are not finite: has the training diverged?")
    n, channels = W.shape[:2]
    names = tiles.names(titles, n, "filters", "filter" if n <= 4 else "")
    if titles is None and n > 4:
        names = [str(i) for i in range(n)]
    rows, across = tiles.sheet(n, columns, 8 if n > 4 else 4) if channels == 1 else (n, channels)
    norm, cmap = tiles.scale([W if limit is None else np.array([limit])], signed=True)

    size = min((width - 0.9) / across, 2.6 if channels == 1 else 1.1)
    height = rows * (size * W.shape[2] / W.shape[3] + 0.28) + (0.4 if title else 0.1)
    figure = style.new_figure(width, max(height, 1.5), title)
    grid = figure.subplots(rows, across, squeeze=False)
    for place, axes in enumerate(grid.ravel()):
        number, channel = divmod(place, channels)
        if number >= n:
            axes.axis("off")
            continue
        drawn = tiles.show(axes, W[number, channel], norm, cmap)
        if channels == 1:
            axes.set_title(names[number], fontsize=10)
        else:  # a name for each row and for each column: there is no room for both above every image
            if number == 0:
                axes.set_title(f"channel {channel + 1}" if channels <= 6 else channel + 1, fontsize=10)
            if channel == 0:
                axes.set_ylabel(names[number] if names[number].startswith("filter") else f"filter {names[number]}")
    extend = "both" if limit is not None and np.abs(W).max() > limit else "neither"
    figure.colorbar(drawn, ax=list(grid.ravel()), aspect=14, pad=0.02, label="weight", extend=extend)
    return Picture(figure, alt_text.sentences(title or "", describe(W, names)))


def describe(W: np.ndarray, names: Sequence[str]) -> str:
    """Say in words how large the weights of each filter are, and of two filters how alike."""
    n, channels, height, width = W.shape
    deep = f" with {channels} channels" if channels > 1 else ""
    sizes = np.sqrt(np.mean(W**2, axis=(1, 2, 3)))
    told = [f"{alt_text.counted(n, 'filter')} of {height} by {width}{deep}, weights from {tiles.reach(W)}"]
    if n <= 4:
        each = zip(names, sizes, strict=True)
        told.append("root mean square: " + alt_text.listed([f"{name} {alt_text.number(s, 2)}" for name, s in each]))
    else:
        low, high = sizes.argmin(), sizes.argmax()
        told.append(
            f"root mean square from {alt_text.number(sizes[low], 2)} (filter {names[low]}) "
            f"to {alt_text.number(sizes[high], 2)} (filter {names[high]})"
        )
    if n == 2 and sizes.min() > 0:
        likeness = float(np.sum(W[0] * W[1]) / (np.linalg.norm(W[0]) * np.linalg.norm(W[1])))
        told.append(
            f"the cosine between the two is {alt_text.number(likeness, 2)} (1 where alike, -1 where opposite, 0 where "
            "unrelated)"
        )
    return alt_text.sentences(*told)
