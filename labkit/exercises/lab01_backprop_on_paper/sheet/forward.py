"""Blanks of the way forward: sums, signals and the error, each with the slips that are known there."""

import numpy as np

from labkit.exercises.lab01_backprop_on_paper.sheet.net import INPUTS, OUTPUTS, Values, signal_of
from labkit.exercises.misconception import Misconception
from labkit.exercises.step import Step
from labkit.nn.functional import sigmoid, sigmoid_derivative


def sum_step(unit: str, sources: tuple[str, str], layer: tuple[str, str]) -> Step:
    """Blank v: the weighted sum that enters a unit."""
    place = layer.index(unit)
    column = [f"w_{source}_{unit}" for source in sources]
    row = [f"w_{sources[place]}_{target}" for target in layer]  # the same weights, read along the wrong index

    def weighted(v: Values, signals: list[str], weights: list[str]) -> float:
        return sum(v[signal] * v[weight] for signal, weight in zip(signals, weights, strict=True))

    signals = [signal_of(source) for source in sources]
    slips = [
        Misconception(
            "weights transposed",
            lambda v: weighted(v, signals, row) + v[f"b_{unit}"],
            f"Follow the arrows that run *into* {unit}, one from each unit of the layer before. One of yours leads "
            "elsewhere.",
        ),
        Misconception(
            "bias forgotten",
            lambda v: weighted(v, signals, column),
            "The two products are there. One more number enters every unit, whatever the inputs are.",
        ),
        Misconception(
            "bias subtracted",
            lambda v: weighted(v, signals, column) - v[f"b_{unit}"],
            "A threshold is subtracted, a bias is added.",
        ),
        Misconception(
            "weights not multiplied",
            lambda v: sum(v[signal] for signal in signals) + v[f"b_{unit}"],
            "Each signal is multiplied by the weight on its arrow before the sum is made.",
        ),
    ]
    if unit in OUTPUTS:
        slips += [
            Misconception(
                "v sent on",
                lambda v: weighted(v, [f"v_{source}" for source in sources], column) + v[f"b_{unit}"],
                "The output units receive what *leaves* the hidden units: y, not v.",
            ),
            Misconception(
                "inputs sent again",
                lambda v: weighted(v, list(INPUTS), column) + v[f"b_{unit}"],
                "The output units do not see the inputs. What do the hidden units send them?",
            ),
        ]
    return Step(
        f"v_{unit}",
        lambda v: weighted(v, signals, column) + v[f"b_{unit}"],
        points=0.25,
        says=f"the weighted sum that enters {unit}",
        misconceptions=slips,
    )


def signal_step(unit: str) -> Step:
    """Blank y: what leaves a unit."""
    return Step(
        f"y_{unit}",
        lambda v: sigmoid(v[f"v_{unit}"]),
        points=0.25,
        says=f"the signal that leaves {unit}",
        misconceptions=[
            Misconception(
                "activation forgotten",
                lambda v: v[f"v_{unit}"],
                "This is v again. What leaves the unit is y = f(v).",
            ),
            Misconception(
                "sign in the exponent",
                lambda v: sigmoid(-v[f"v_{unit}"]),
                "f(0) is 1/2, and f grows with v. Does your f grow? Look at the sign in 1 / (1 + e^(-v)).",
            ),
            Misconception(
                "derivative for the function",
                lambda v: sigmoid_derivative(v[f"v_{unit}"]),
                "This is f'(v), the slope. It is needed on the way back; the way forward needs f(v).",
            ),
            Misconception(
                "tanh for sigmoid",
                lambda v: np.tanh(v[f"v_{unit}"]),
                "This is tanh(v). The units of this net use 1 / (1 + e^(-v)).",
            ),
        ],
    )


def _squares(v: Values) -> float:
    return sum((v[f"t_{o}"] - v[f"y_{o}"]) ** 2 for o in OUTPUTS)


ERROR_STEP = Step(
    "E",
    lambda v: 0.5 * _squares(v),
    points=1,
    says="the error of the net",
    misconceptions=[
        Misconception("half forgotten", _squares, "Read the definition of E once more, from its very first symbol."),
        Misconception("mean for sum", lambda v: 0.25 * _squares(v), "E adds the outputs up; it does not average them."),
        Misconception(
            "square forgotten",
            lambda v: 0.5 * sum(abs(v[f"t_{o}"] - v[f"y_{o}"]) for o in OUTPUTS),
            "Each error is squared before it is added.",
        ),
        Misconception(
            "root taken",
            lambda v: _squares(v) ** 0.5,
            "That is the length of the error. E has no root, and a half instead.",
        ),
    ],
)
