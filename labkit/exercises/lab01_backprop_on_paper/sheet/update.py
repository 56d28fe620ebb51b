"""Blanks of the update: every new weight and bias, each with the slips that are known there."""

from labkit.exercises.lab01_backprop_on_paper.sheet.net import HIDDEN, INPUTS, OUTPUTS, Work, signal_of
from labkit.exercises.misconception import Misconception
from labkit.exercises.step import Step


def _update_slips(parameter: str, change: Work) -> list[Misconception]:
    """Slips that an update shows whatever it updates; ``change`` is delta times signal."""
    return [
        Misconception(
            "sign",
            lambda v: v[parameter] - v["rate"] * change(v),
            "The step goes uphill. delta is *minus* dE/dv: which sign takes E down?",
        ),
        Misconception(
            "rate forgotten",
            lambda v: v[parameter] + change(v),
            "The direction is right; the length is not. What scales every step?",
        ),
        Misconception(
            "only the change",
            lambda v: v["rate"] * change(v),
            "This is how far it moves. The blank asks where it arrives.",
        ),
        Misconception("not updated", lambda v: v[parameter], "This one has not moved."),
    ]


def weight_step(source: str, target: str, layer: tuple[str, str]) -> Step:
    """Blank for a weight after the update."""
    weight, delta, signal = f"w_{source}_{target}", f"delta_{target}", signal_of(source)
    slips = _update_slips(weight, lambda v: v[delta] * v[signal])
    other = layer[(INPUTS if source in INPUTS else HIDDEN).index(source)]
    if other != target:
        crossed = signal_of((INPUTS if source in INPUTS else HIDDEN)[layer.index(target)])
        slips.append(
            Misconception(
                "weights transposed",
                lambda v: v[weight] + v["rate"] * v[f"delta_{other}"] * v[crossed],
                f"The delta at the arrow's head and the signal at its tail: the arrow runs from {source} to {target}. "
                "You took both at the wrong end.",
            )
        )
    slips.append(
        Misconception(
            "signal forgotten",
            lambda v: v[weight] + v["rate"] * v[delta],
            f"Right for a bias, whose input is always 1. What does {source} send along this arrow?",
        )
    )
    if target in OUTPUTS:
        slips.append(
            Misconception(
                "error for delta",
                lambda v: v[weight] + v["rate"] * (v[f"t_{target}"] - v[f"y_{target}"]) * v[signal],
                "t - y is not yet the unit's delta: how did you get from one to the other?",
            )
        )
    else:
        slips.append(
            Misconception(
                "later signal used",
                lambda v: v[weight] + v["rate"] * v[delta] * v[f"y_{target}"],
                "A weight changes with the signal that *enters* it. What travels along this arrow?",
            )
        )
    return Step(
        f"new_{weight}",
        lambda v: v[weight] + v["rate"] * v[delta] * v[signal],
        points=0.25,
        says=f"the weight from {source} to {target} after the update",
        misconceptions=slips,
    )


def bias_step(unit: str) -> Step:
    """Blank for a bias after the update."""
    bias, delta = f"b_{unit}", f"delta_{unit}"
    twice = Misconception(
        "bias updated twice",
        lambda v: v[bias] + 2 * v["rate"] * v[delta],
        "Twice the step: was this bias updated once with the weights and once more on its own?",
    )
    return Step(
        f"new_{bias}",
        lambda v: v[bias] + v["rate"] * v[delta],
        points=0.25,
        says=f"the bias of {unit} after the update",
        misconceptions=[twice, *_update_slips(bias, lambda v: v[delta])],
    )
