"""A filter slides over an image: at each place one row of the Toeplitz matrix, which is the filter amid zeros.

The correlation's number at a place is the product of that row with the flattened image. Folded into the image's shape,
the row shows the filter where it stands; flat, it shows why it is a matrix that does it: the same weights, moved along.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from matplotlib.patches import Rectangle

from labkit import data
from labkit.errors import LabkitError
from labkit.explorers.explorer import Explorer
from labkit.nn.functional import correlate2d, toeplitz_matrix
from labkit.plots import Picture, alt_text, style, tiles

#: Looks for an edge with light below and dark above.
EDGE = np.array([[-1.0, -1, -1], [0, 0, 0], [1, 1, 1]])
N_PLACES = 6


def sliding_filter(
    image: np.ndarray | None = None, W: np.ndarray | None = None, rows: Sequence[int] = (), columns: Sequence[int] = ()
) -> Explorer:
    """Move a filter over an image, and see its Toeplitz row folded and flat, and its number in the response.

    Parameters
    ----------
    image : array (height, width), optional
        A digit of the embedded MNIST subset by default, made smaller, so that single weights can be seen.
    W : array (height, width), optional
        The filter; an edge detector of 3 by 3 by default.
    rows, columns : sequences of int, optional
        Places to stop at, from 0; six either way by default.

    Returns
    -------
    Explorer
        Two sliders: ``row`` and ``column`` of the place.
    """
    image = _digit() if image is None else np.asarray(image, dtype=float)
    W = EDGE if W is None else np.asarray(W, dtype=float)
    for name, array in (("an image", image), ("a filter", W)):
        if array.ndim != 2 or not array.size:
            raise LabkitError(f"sliding_filter needs {name} (height, width), not of shape {array.shape}.")
    if W.shape[0] > image.shape[0] or W.shape[1] > image.shape[1]:
        raise LabkitError(f"A filter of {W.shape} does not fit into an image of {image.shape}.")
    response = correlate2d(image[None, None], W[None, None])[0, 0]
    rows, columns = (
        [int(place) for place in chosen] or _spread(n)
        for chosen, n in zip((rows, columns), response.shape, strict=True)
    )
    if not set(rows) <= set(range(response.shape[0])) or not set(columns) <= set(range(response.shape[1])):
        raise LabkitError(f"There are {response.shape[0]} by {response.shape[1]} places, counted from 0.")

    @cache
    def matrix() -> np.ndarray:
        return toeplitz_matrix(W[None, None], image.shape)

    return Explorer(
        lambda row, column: draw(image, W, response, matrix(), row, column),
        "What does a row of the Toeplitz matrix look at?",
        {"row": rows, "column": columns},
        labels={"row": "Down", "column": "Across"},
        start={"row": rows[len(rows) // 2], "column": columns[len(columns) // 2]},
    )


def _digit() -> np.ndarray:
    """A 3 in 14 by 14: each pixel the mean of four."""
    digits = data.load("mnist-subset").take(train=5)
    three = digits.x_train[digits.y_train == 3][0].reshape(14, 2, 14, 2)
    return three.mean(axis=(1, 3)).astype(float)


def _spread(n: int) -> list[int]:
    return sorted({int(place) for place in np.linspace(0, n - 1, min(n, N_PLACES)).round()})


@style.styled
def draw(image: np.ndarray, W: np.ndarray, response: np.ndarray, T: np.ndarray, row: int, column: int) -> Picture:
    """Draw image, folded row and response side by side, and the same row flat, above its neighbours."""
    at, value = row * response.shape[1] + column, response[row, column]
    folded, zeros = T[at].reshape(image.shape), float(np.mean(T[at] == 0))
    told = tiles.minus(alt_text.number(value, 2))
    margins = {"left": 0.06, "right": 0.97, "top": 0.84, "bottom": 0.13, "hspace": 0.32, "wspace": 0.12}
    figure = style.new_figure(6.4, 4.3, f"Place ({row}, {column}) is row {at} of the matrix: {told}", margins)
    grid = figure.add_gridspec(2, 3, height_ratios=[2.3, 1])
    signed = tiles.scale([W], signed=True)
    for place, (picture, heading, look) in enumerate((
        (image, "image", tiles.scale([image])),
        (folded, "row of T, folded", signed),
        (response, "response", tiles.scale([response])),
    )):  # fmt: skip
        axes = figure.add_subplot(grid[0, place])
        tiles.show(axes, picture, *look)
        axes.set_title(heading)
        high, wide = W.shape if place < 2 else (1, 1)
        _frame(axes, row, column, high, wide)
    flat = figure.add_subplot(grid[1, :])
    first = int(np.clip(at - 3, 0, max(0, len(T) - 7)))
    shown = T[first : first + 7]
    flat.imshow(shown, norm=signed[0], cmap=signed[1], aspect="auto", interpolation="nearest")
    flat.set_yticks(range(len(shown)), [str(first + i) if first + i == at else "" for i in range(len(shown))])
    flat.tick_params(length=0)
    flat.add_patch(Rectangle((-0.5, at - first - 0.5), T.shape[1], 1, fill=False, edgecolor=style.INK, linewidth=1.8))
    flat.set_xlabel(f"pixel, 0 to {T.shape[1] - 1}; {alt_text.percent(zeros, 0)} of the row are zeros")
    flat.set_title("the row, flat, amid its neighbours", fontsize=11)
    seen = image[row : row + W.shape[0], column : column + W.shape[1]]
    return Picture(figure, alt_text.sentences(
        f"a filter of {W.shape[0]} by {W.shape[1]} stands over rows {row} to {row + W.shape[0] - 1} and columns "
        f"{column} to {column + W.shape[1] - 1} of an image of {image.shape[0]} by {image.shape[1]}",
        f"the pixels under it run from {tiles.reach(seen)}",
        f"that is row {at} of {len(T)} of the Toeplitz matrix: {np.count_nonzero(T[at])} weights amid zeros "
        f"({alt_text.percent(zeros, 0)}), the first other than zero at pixel {int(np.argmax(T[at] != 0))}",
        f"row times image is {alt_text.number(value, 2)}; the response runs from {tiles.reach(response)}",
    ))  # fmt: skip


def _frame(axes: Any, row: int, column: int, high: int, wide: int) -> None:
    place = (column - 0.5, row - 0.5)
    axes.add_patch(Rectangle(place, wide, high, fill=False, edgecolor="white", linewidth=4))
    axes.add_patch(Rectangle(place, wide, high, fill=False, edgecolor=style.VERMILION, linewidth=2.2))
