"""Gradient descent as a path: down a bowl, or along a slice of a real loss surface.

On a quadratic with curvature lambda, one update multiplies the distance from the minimum by (1 - rate x lambda). The
distance shrinks while the rate stays below 2 / lambda; beyond, every step lands farther out than it started.
"""

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture


def descend(
    gradient: Callable[[np.ndarray], np.ndarray],
    start: np.ndarray,
    rate: float,
    steps: int,
    escape: float = 1e6,
) -> np.ndarray:
    """Follow ``-rate * gradient`` from ``start``.

    Parameters
    ----------
    gradient : callable
        Maps a point (n,) to the gradient there (n,).
    start : ndarray, shape (n,)
    rate : float
        Learning rate.
    steps : int
        Number of updates.
    escape : float
        The path ends once a coordinate exceeds this size: it has diverged.

    Returns
    -------
    ndarray, shape (at most steps + 1, n)
        All points visited, the start among them.
    """
    path = [np.asarray(start, dtype=float)]
    for _ in range(steps):
        point = path[-1] - rate * np.asarray(gradient(path[-1]), dtype=float)
        path.append(point)
        if not np.all(np.abs(point) < escape):
            break
    return np.array(path)


def draw_surface(axes: Axes, xs: np.ndarray, ys: np.ndarray, loss: np.ndarray, levels: np.ndarray | int = 14) -> None:
    """Draw filled contours of ``loss``, shape (len(ys), len(xs)); dark is low."""
    axes.contourf(xs, ys, loss, levels=levels, cmap="Blues_r", extend="both", alpha=0.85)
    axes.contour(xs, ys, loss, levels=levels, colors="white", linewidths=0.6)
    axes.set(xlim=(xs[0], xs[-1]), ylim=(ys[0], ys[-1]))


def draw_path(axes: Axes, path: np.ndarray, colour: str) -> None:
    """Draw the points of a path (n, 2), joined in order; a ring marks the start."""
    axes.plot(path[:, 0], path[:, 1], color=colour, linewidth=1.5, marker="o", markersize=4)
    axes.plot(*path[0], **style.ring(colour))


@style.styled
def loss_surface(
    xs: np.ndarray,
    ys: np.ndarray,
    loss: np.ndarray,
    path: np.ndarray | None = None,
    *,
    x_label: str = "first weight",
    y_label: str = "second weight",
    title: str | None = None,
    width: float = 6.0,
    height: float = 4.4,
) -> Picture:
    """Draw a loss over two directions, and a path across it.

    Parameters
    ----------
    xs, ys : ndarray, shapes (n_x,), (n_y,)
        Grid coordinates.
    loss : ndarray, shape (n_y, n_x)
    path : ndarray, shape (points, 2), optional
        Such as :func:`descend` returns.
    x_label, y_label : str
        What the two directions are.
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
        When ``loss`` does not fit the grid or has no finite value, or ``path`` is no list of points.
    """
    xs, ys, loss = (np.asarray(values, dtype=float) for values in (xs, ys, loss))
    if loss.ndim != 2 or loss.shape != (ys.size, xs.size) or not np.isfinite(loss).any():
        raise LabkitError(
            f"loss_surface needs losses of shape (n_y, n_x), here ({ys.size}, {xs.size}), with a finite value; it got "
            f"shape {loss.shape}."
        )
    if path is not None and (np.ndim(path) != 2 or np.shape(path)[1] != 2 or not len(path)):
        raise LabkitError(f"loss_surface needs a path of shape (points, 2), not {np.shape(path)}.")
    figure = style.new_figure(width, height, title)
    axes = figure.subplots()
    draw_surface(axes, xs, ys, loss)
    low = np.unravel_index(np.nanargmin(loss), loss.shape)
    words = [
        f"a loss surface from {alt_text.number(np.nanmin(loss))} to {alt_text.number(np.nanmax(loss))}, lowest at "
        f"{x_label} {alt_text.number(xs[low[1]])}, {y_label} {alt_text.number(ys[low[0]])}"
    ]
    if path is not None:
        draw_path(axes, np.asarray(path), style.VERMILION)
        first, last = ("(" + ", ".join(alt_text.number(v) for v in point) + ")" for point in (path[0], path[-1]))
        steps = "1 step leads" if len(path) == 2 else f"{len(path) - 1} steps lead"
        words.append(f"on a path, {steps} from {first} to {last}")
    axes.set(xlabel=x_label, ylabel=y_label)
    figure.colorbar(axes.collections[0], ax=axes, label="loss", aspect=16, pad=0.02)
    return Picture(figure, alt_text.sentences(title or "", *words))
