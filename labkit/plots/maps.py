"""Images and maps side by side: a digit, what a filter said to it, and where a network looks."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from labkit.plots import alt_text, style, tiles
from labkit.plots.picture import Picture


@style.styled
def maps(
    images: Any,
    *,
    titles: Sequence[str] | None = None,
    title: str | None = None,
    columns: int | None = None,
    shared: bool = False,
    value_label: str = "",
    width: float = 7.0,
) -> Picture:
    """Draw several images beside each other: dark blue is most, or red and blue where there are negative numbers.

    Parameters
    ----------
    images : array (images, height, width), or sequence of arrays (height, width)
        Sizes may differ. Numbers that are not finite are left white.
    titles : sequence of str, optional
        What stands above each.
    title : str, optional
        Figure title.
    columns : int, optional
        Images in a row; at most five by default.
    shared : bool
        One colour scale for all, with a bar beside them. Otherwise each has its own, and its range stands under it.
    value_label : str
        What the numbers are, for the bar and in words.
    width : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When there is no image, one is none, or there are not as many titles.
    """
    images = tiles.as_tiles(images, "maps")
    names = tiles.names(titles, len(images), "maps")
    rows, across = tiles.sheet(len(images), columns, 5)
    lines = max(name.count("\n") + 1 if name else 0 for name in names)
    size = min((width - (0.9 if shared else 0.2)) / across, 2.8)
    tallest = max(image.shape[0] / image.shape[1] for image in images)
    height = rows * (size * min(tallest, 1.5) + 0.2 * lines + (0.1 if shared else 0.28)) + (0.45 if title else 0.1)
    figure = style.new_figure(width, max(height, 1.4), title)
    grid = figure.subplots(rows, across, squeeze=False)
    for axes in grid.ravel()[len(images) :]:
        axes.axis("off")
    for axes, image, name in zip(grid.ravel(), images, names, strict=False):
        drawn = tiles.show(axes, image, *tiles.scale(images if shared else [image]))
        axes.set_title(name, fontsize=10.5)
        if not shared:
            axes.set_xlabel(tiles.minus(tiles.reach(image)), fontsize=10, labelpad=3)
    if shared:
        figure.colorbar(drawn, ax=list(grid.ravel()), aspect=14, pad=0.02, label=value_label)
    what = f"{value_label}, " if value_label else ""
    each = [
        f"{' '.join(name.split()) or f'image {i}'}: {image.shape[0]} by {image.shape[1]}, {what}{tiles.reach(image)}, "
        f"strongest {_where(image)}"
        for i, (name, image) in enumerate(zip(names, images, strict=True), start=1)
    ]
    return Picture(figure, alt_text.sentences(title or "", f"{alt_text.counted(len(images), 'image')}", *each))


def _where(image: np.ndarray) -> str:
    """Say in which of nine fields of the image its largest magnitude lies."""
    sizes = np.abs(np.where(np.isfinite(image), image, 0))
    if sizes.max() == sizes.min():
        return "nowhere: it is even"
    row, column = np.unravel_index(sizes.argmax(), sizes.shape)
    down = ("top", "middle", "bottom")[3 * (2 * row + 1) // (2 * image.shape[0])]
    across = ("left", "centre", "right")[3 * (2 * column + 1) // (2 * image.shape[1])]
    return "in the middle" if (down, across) == ("middle", "centre") else f"{down} {across}"
