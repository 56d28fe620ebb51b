"""Units over time, dead or alive: when they die, how many, and whether any comes back.

A unit is dead where its derivative is zero for every sample: no error passes through it, and its weights stay put.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.patches import Patch

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture

#: Far apart in lightness, so that they differ in grey, too.
ALIVE, DEAD = "#BFE0F5", style.INK


@style.styled
def unit_map(
    masks: Mapping[str, np.ndarray],
    iterations: Sequence[int],
    *,
    title: str | None = None,
    sort: bool = True,
    width: float = 7.0,
    height: float = 2.0,
) -> Picture:
    """Draw every unit of each layer as a row over time, dark while it is dead.

    Parameters
    ----------
    masks : mapping of layer to bool ndarray, shape (frames, units)
        True where a unit is dead, as ``nn.DeadUnits`` and ``nn.functional.dead_units`` tell.
    iterations : sequence of int, length frames
        Update after which each frame was taken.
    title : str, optional
        Figure title.
    sort : bool
        Put the units that are dead longest at the bottom, so that the dark part is as high as the share of the dead.
    width, height : float
        Inches; the height is that of one layer.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When there is no layer, or a mask does not fit the iterations.
    """
    if not isinstance(masks, Mapping):
        raise LabkitError(f"unit_map was given a {type(masks).__name__}: pass a mapping such as {{'layer 1': dead}}.")
    iterations = np.asarray(iterations, dtype=float)
    layers = {str(name): np.asarray(mask, dtype=bool) for name, mask in masks.items()}
    if not layers:
        raise LabkitError("unit_map was given no layer: pass a mapping such as {'layer 1': dead}.")
    if iterations.ndim != 1 or len(iterations) < 2 or (np.diff(iterations) <= 0).any():
        raise LabkitError("unit_map needs at least two iterations, each after the one before it.")
    for name, mask in layers.items():
        if mask.ndim != 2 or len(mask) != len(iterations) or not mask.shape[1]:
            raise LabkitError(
                f"unit_map needs for {name!r} an array (frames, units) with one frame for each of the "
                f"{len(iterations)} iterations; it got shape {mask.shape}."
            )

    between = (iterations[1:] + iterations[:-1]) / 2
    edges = np.concatenate([[iterations[0]], between, [iterations[-1]]])
    figure = style.new_figure(width, height * len(layers) + 0.75 + (0.3 if title else 0), title)
    all_axes = figure.subplots(len(layers), 1, sharex=True, squeeze=False)[:, 0]
    words = []
    for axes, (name, mask) in zip(all_axes, layers.items(), strict=True):
        units = mask.shape[1]
        order = np.argsort(-mask.sum(axis=0), kind="stable") if sort else np.arange(units)
        axes.pcolormesh(
            edges, np.arange(units + 1), mask[:, order].T, cmap=ListedColormap([ALIVE, DEAD]), vmin=0, vmax=1
        )
        if units <= 40:  # pale lines between the rows, where there is room for them
            axes.hlines(np.arange(1, units), edges[0], edges[-1], color="white", linewidth=0.6)
        axes.set(xlim=(edges[0], edges[-1]), ylim=(0, units), ylabel="units")
        axes.set_yticks([0, units])
        last = alt_text.percent(mask[-1].mean(), 0)
        axes.set_title(f"{name}: {mask[-1].sum()} of {units} units dead at the end ({last})", loc="left")
        words.append(f"{name}: {_story(mask, iterations)}")
    all_axes[-1].set_xlabel("update")
    handles = [Patch(color=ALIVE, label="alive"), Patch(color=DEAD, label="dead: derivative 0 for every sample")]
    figure.legend(handles=handles, loc="outside lower center", ncols=2)
    return Picture(figure, alt_text.sentences(
        title or "",
        f"units that are dead from update {alt_text.number(iterations[0])} to {alt_text.number(iterations[-1])}",
        *words,
    ))  # fmt: skip


def came_back(mask: np.ndarray) -> np.ndarray:
    """Which units were dead in one frame and alive in a later one: bool (units,) from a mask (frames, units)."""
    return (mask[:-1] & ~mask[1:]).any(axis=0)


def _story(mask: np.ndarray, iterations: np.ndarray) -> str:
    shares = mask.mean(axis=1)
    most = int(shares.argmax())
    show = lambda share: alt_text.percent(share, 0)
    back = int(came_back(mask).sum())
    peak = f", most at update {alt_text.number(iterations[most])} ({show(shares[most])})"
    return (
        f"{mask[0].sum()} of {mask.shape[1]} units dead at first ({show(shares[0])}), "
        f"{mask[-1].sum()} at the end ({show(shares[-1])})"
        + (peak if shares[most] > max(shares[0], shares[-1]) else "")
        + (f"; {back} {'was' if back == 1 else 'were'} dead at some time and came back" if back else "; none came back")
    )
