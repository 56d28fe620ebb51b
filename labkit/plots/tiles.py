"""Small images in rows and columns: what filters, maps and confused pairs have in common."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.colors import Normalize

from labkit.errors import LabkitError
from labkit.plots import alt_text, style


def as_tiles(images: Any, plot: str) -> list[np.ndarray]:
    """Return images as 2-D arrays of numbers, or stop with one sentence.

    Parameters
    ----------
    images : array (images, height, width) or (images, 1, height, width), or sequence of arrays
        Images of one channel; sizes may differ.
    plot : str
        Who asks, for the sentence.
    """
    try:
        tiles = [np.asarray(image, dtype=float) for image in images]
    except (TypeError, ValueError):
        raise LabkitError(f"{plot} needs a list of images, each an array (height, width) of numbers.") from None
    tiles = [tile[0] if tile.ndim == 3 and len(tile) == 1 else tile for tile in tiles]
    if not tiles:
        raise LabkitError(f"{plot} was given no image: it needs at least one array (height, width).")
    for number, tile in enumerate(tiles, start=1):
        if tile.ndim != 2 or not tile.size:
            raise LabkitError(f"{plot} needs images of shape (height, width); number {number} has shape {tile.shape}.")
        if not np.isfinite(tile).any():
            raise LabkitError(f"{plot} found no finite number in image {number}: has the training diverged?")
    return tiles


def names(titles: Sequence[str] | None, n: int, plot: str, noun: str = "") -> list[str]:
    """Return one title for each of ``n`` images: those given, or ``noun`` with its index in the array."""
    if titles is None:
        return [f"{noun} {i}".strip() if noun else "" for i in range(n)]
    titles = [str(title) for title in titles]
    if len(titles) != n:
        raise LabkitError(f"{plot} was given {len(titles)} titles for {n} images: it needs one for each.")
    return titles


def scale(values: Sequence[np.ndarray], signed: bool | None = None) -> tuple[Normalize, str]:
    """One colour scale: from white up where nothing is negative, otherwise symmetric about white."""
    finite = np.concatenate([tile[np.isfinite(tile)].ravel() for tile in values])
    top = float(np.abs(finite).max()) or 1.0
    if signed is None:
        signed = finite.min() < 0
    return (Normalize(-top, top), style.DIVERGING) if signed else (Normalize(0, top), style.SEQUENTIAL)


def show(axes: Any, tile: np.ndarray, norm: Normalize, cmap: str) -> Any:
    """Draw one image in square pixels, with a frame and without ticks."""
    drawn = axes.imshow(tile, norm=norm, cmap=cmap, interpolation="nearest")
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color=style.GREY)
    return drawn


def reach(tile: np.ndarray) -> str:
    """Least and largest finite number of an image: ``-0.3 to 0.9``."""
    finite = tile[np.isfinite(tile)]
    return f"{alt_text.number(finite.min(), 2)} to {alt_text.number(finite.max(), 2)}"


def minus(text: str) -> str:
    """Write minus signs as typesetters do, for text in figures."""
    return text.replace("-", "−")


def sheet(n: int, columns: int | None, most: int) -> tuple[int, int]:
    """Rows and columns for ``n`` images: as asked, or evenly filled rows of at most ``most``."""
    if columns is None:
        rows = -(-n // most)
        columns = -(-n // rows)
    if not isinstance(columns, int | np.integer) or columns < 1:
        raise LabkitError(f"The number of columns must be a whole number from 1 up, not {columns!r}.")
    return -(-n // columns), int(columns)
