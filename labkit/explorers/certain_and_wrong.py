"""Certain and wrong: how hard squared error and cross-entropy push one sigmoid unit, wherever it stands.

A unit with pre-activation z answers y = 1 / (1 + exp(-z)). Squared error, 1/2 (y - t)^2, has the gradient
dE/dz = (y - t) y (1 - y): where the unit is certain, y (1 - y) is almost 0, and so is the push, even if the answer is
wrong. In cross-entropy, -t ln y - (1 - t) ln(1 - y), that factor cancels: dE/dz = y - t.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from labkit.errors import LabkitError
from labkit.explorers.explorer import Explorer
from labkit.nn.functional import (
    binary_cross_entropy_from_logits,
    sigmoid,
    sigmoid_derivative,
    squared_error,
    squared_error_gradient,
)
from labkit.plots import Picture, alt_text, style

#: The axis of pre-activations goes as far to either side.
END = 8.5
ZS = (-8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8)
#: From these distances |z| on, a unit is called fairly sure, and certain: y beyond .88, and beyond .98.
SURE, CERTAIN = 2, 4
LOOKS = {"squared error": (style.BLUE, "o", "-"), "cross-entropy": (style.VERMILION, "s", (0, (5, 2)))}


def certain_and_wrong(zs: Sequence[float] = ZS) -> Explorer:
    """Move the pre-activation of one sigmoid unit, and compare two losses and how hard they push it.

    Parameters
    ----------
    zs : sequence of float
        Pre-activations, from -8.5 to 8.5, the ends of the axis.

    Returns
    -------
    Explorer
        Two sliders, ``z`` and ``target``.

    Raises
    ------
    LabkitError
        When a pre-activation lies beyond the axis.
    """
    if outside := [z for z in zs if not abs(z) <= END]:
        raise LabkitError(f"certain_and_wrong: z = {outside[0]} lies off the axis, which goes from {-END} to {END}.")
    return Explorer(
        draw,
        "Certain and wrong",
        {"z": zs, "target": [1, 0]},
        labels={"z": "Pre-activation z", "target": "Target t"},
        start={"z": min(zs), "target": 1},
    )


def losses(z: np.ndarray, t: float) -> dict[str, np.ndarray]:
    """Both losses of a unit at each pre-activation in ``z``, shape (n,), for the target ``t``."""
    target = np.array([float(t)])
    return {
        "squared error": np.array([squared_error(y, target) for y in sigmoid(z)[:, None]]),
        "cross-entropy": np.array([binary_cross_entropy_from_logits(v, target) for v in z[:, None]]),
    }


def gradients(z: np.ndarray, t: float) -> dict[str, np.ndarray]:
    """Both gradients dE/dz at each pre-activation in ``z``, shape (n,), for the target ``t``."""
    y = sigmoid(z)
    error = squared_error_gradient(y, np.full_like(y, t))  # y - t
    return {"squared error": error * sigmoid_derivative(z), "cross-entropy": error}


@style.styled
def draw(z: float, target: int) -> Picture:
    """Draw both losses and both gradients against z, with the unit's place marked, and say what they amount to."""
    here, axis = np.array([float(z)]), np.linspace(-END, END, 137)
    y, state = float(sigmoid(here)[0]), verdict(z, target)
    push = {name: abs(float(value[0])) for name, value in gradients(here, target).items()}
    loss = {name: float(value[0]) for name, value in losses(here, target).items()}

    margins = {"left": 0.09, "right": 0.98, "top": 0.84, "bottom": 0.25, "wspace": 0.22, "hspace": 0.6}
    figure = style.new_figure(6.2, 4.6, f"target {target}, answer {_share(y)}: {state}", margins)
    grid = figure.add_gridspec(2, 2)
    right = figure.add_subplot(grid[:, 1])
    for row, (name, values) in enumerate(losses(axis, target).items()):
        left = figure.add_subplot(grid[row, 0])
        _curve(left, name, axis, values, z, loss[name])
        left.set(title=f"{name} E", ylim=(0, (0.56, 9)[row]), yticks=((0, 0.25, 0.5), (0, 4, 8))[row])
        left.tick_params(labelbottom=row == 1)
        left.axvline(z, color=style.GREY, linewidth=1)
        _curve(right, name, axis, gradients(axis, target)[name], z, float(gradients(here, target)[name][0]))
    left.set_xlabel("pre-activation z")
    right.axhline(0, color=style.GREY, linewidth=1)
    right.vlines(z, 0, -1.08 if target else 1.08, color=style.GREY, linewidth=1)
    right.set(title="gradient dE/dz", ylim=(-1.08, 1.08), yticks=(-1, -0.5, 0, 0.5, 1), xlabel="pre-activation z")
    right.legend(loc="upper left" if target else "lower right", borderaxespad=0)

    squared, cross = push["squared error"], push["cross-entropy"]
    way = "up" if target else "down"
    said = f"squared error pushes z {way} with {_size(squared)}, cross-entropy with {_size(cross)}"
    more = f"that is {alt_text.number(cross / squared, 2)} times as much"
    figure.text(0.5, 0.04, f"{said[0].upper()}{said[1:]}:\n{more}.", ha="center", linespacing=1.4)
    return Picture(figure, alt_text.sentences(
        f"a sigmoid unit with target {target} and pre-activation z = {alt_text.number(z)} answers {_share(y)}: {state}",
        f"{said}: {more}",
        f"the losses are {alt_text.number(loss['squared error'])} and {alt_text.number(loss['cross-entropy'])}",
        "the gradient of cross-entropy is the error, y - t; that of squared error is the error times y (1 - y), which "
        f"is {alt_text.number(y * (1 - y), 2)} here and nowhere above 0.25",
    ))  # fmt: skip


def verdict(z: float, target: int) -> str:
    """Say how sure a unit is, and whether its answer is right: ``"certain and wrong"``."""
    if z == 0:
        return "undecided"
    how = "certain" if abs(z) >= CERTAIN else "fairly sure" if abs(z) >= SURE else "unsure"
    return f"{how}, and right" if (z > 0) == bool(target) else f"{how} and wrong"


def _share(y: float) -> str:
    """Write an answer so that one close to 0 or 1 does not look like 0 or 1."""
    return f"{y:.2f}" if 0.05 < y < 0.95 else f"{y:.4f}"


def _size(push: float) -> str:
    """Write a gradient with four decimals, so that .9997 is not rounded to 1."""
    return f"{push:.4f}" if push >= 5e-5 else alt_text.number(push, 2)


def _curve(axes: Any, name: str, x: np.ndarray, values: np.ndarray, z: float, at: float) -> None:
    """Draw one curve, and the unit's place on it."""
    colour, marker, dashes = LOOKS[name]
    axes.plot(x, values, color=colour, linestyle=dashes)
    axes.plot(z, at, color=colour, linestyle=dashes, marker=marker, markersize=9, label=name, zorder=4, clip_on=False)
    axes.set(xlim=(x[0], x[-1]), xticks=[-8, -4, 0, 4, 8])
    style.gridlines(axes)
