"""Blanks of the way back: the deltas, by BP1 and BP2, each with the slips that are known there."""

from labkit.exercises.lab01_backprop_on_paper.sheet.net import HIDDEN, OUTPUTS, Values
from labkit.exercises.misconception import Misconception
from labkit.exercises.step import Step
from labkit.nn.functional import sigmoid_derivative, sigmoid_derivative_from_output


def output_delta_step(unit: str) -> Step:
    """Blank delta of an output unit, BP1."""

    def error(v: Values) -> float:
        return v[f"t_{unit}"] - v[f"y_{unit}"]

    def slope(v: Values) -> float:
        return sigmoid_derivative_from_output(v[f"y_{unit}"])

    return Step(
        f"delta_{unit}",
        lambda v: error(v) * slope(v),
        points=0.5,
        says=f"the delta of output unit {unit}",
        misconceptions=[
            Misconception(
                "f' missing",
                error,
                "This is the error of y. delta belongs to v, one step further back: what lies between v and y?",
            ),
            Misconception(
                "sign",
                lambda v: -error(v) * slope(v),
                "The size is right. With delta = -dE/dv, an output that is too small gets a positive delta.",
            ),
            Misconception(
                "f' at the wrong place",
                lambda v: error(v) * sigmoid_derivative(v[f"y_{unit}"]),
                "f' was taken at y. The unit applied f to its v: take the slope there, f'(v) = f(v) (1 - f(v)), in "
                "which f(v) is the y that you already have.",
            ),
            Misconception(
                "v (1 - v)",
                lambda v: error(v) * v[f"v_{unit}"] * (1 - v[f"v_{unit}"]),
                "f'(v) = f(v) (1 - f(v)). Which of the unit's two numbers is f(v)?",
            ),
            Misconception(
                "error missing",
                slope,
                "This is the slope f'(v) alone. How wrong the output is has not come in yet.",
            ),
            Misconception(
                "half kept",
                lambda v: 0.5 * error(v) * slope(v),
                "The derivative of a square brings a 2 down. What happens to the 1/2 of E?",
            ),
        ],
    )


def hidden_delta_step(unit: str) -> Step:
    """Blank delta of a hidden unit, BP2."""
    place = HIDDEN.index(unit)

    def weight(v: Values, output: str) -> float:
        return v[f"w_{unit}_{output}"]

    def back(v: Values) -> float:
        return sum(weight(v, o) * v[f"delta_{o}"] for o in OUTPUTS)

    def slope(v: Values) -> float:
        return sigmoid_derivative_from_output(v[f"y_{unit}"])

    def through_new_weights(v: Values) -> float:
        moved = {o: weight(v, o) + v["rate"] * v[f"delta_{o}"] * v[f"y_{unit}"] for o in OUTPUTS}
        return sum(moved[o] * v[f"delta_{o}"] for o in OUTPUTS)

    def through_column(v: Values) -> float:
        column = [v[f"w_{h}_{OUTPUTS[place]}"] for h in HIDDEN]
        return sum(weight * v[f"delta_{o}"] for weight, o in zip(column, OUTPUTS, strict=True))

    return Step(
        f"delta_{unit}",
        lambda v: back(v) * slope(v),
        points=1.5,
        says=f"the delta of hidden unit {unit}",
        misconceptions=[
            Misconception(
                "f' missing",
                back,
                "This is what arrives at the unit's y. delta belongs to its v: what lies between?",
            ),
            Misconception(
                "f' at the wrong place",
                lambda v: back(v) * sigmoid_derivative(v[f"y_{unit}"]),
                "f' was taken at y. The hidden unit applied f to its v: take the slope there.",
            ),
            Misconception(
                "v (1 - v)",
                lambda v: back(v) * v[f"v_{unit}"] * (1 - v[f"v_{unit}"]),
                "f'(v) = f(v) (1 - f(v)). Which of the unit's two numbers is f(v)?",
            ),
            Misconception(
                "f' of the wrong layer",
                lambda v: back(v) * sigmoid_derivative_from_output(v[f"y_{OUTPUTS[place]}"]),
                "The slope of an *output* unit came in once more. Whose slope belongs to a hidden unit's delta?",
            ),
            Misconception(
                "weights transposed",
                lambda v: through_column(v) * slope(v),
                f"On the way back, follow the arrows that *leave* {unit}, one to each output. One of yours starts "
                "elsewhere.",
            ),
            Misconception(
                "updated weights used",
                lambda v: through_new_weights(v) * slope(v),
                "This delta came back through weights that had already moved. The gradient is taken at one point: all "
                "deltas first, then all updates.",
            ),
            Misconception(
                "sign",
                lambda v: -back(v) * slope(v),
                "The size is right. The minus of delta = -dE/dv is already inside the output deltas.",
            ),
            Misconception(
                "error for delta",
                lambda v: sum(weight(v, o) * (v[f"t_{o}"] - v[f"y_{o}"]) for o in OUTPUTS) * slope(v),
                "The raw errors t - y came back through the weights. They have to pass the output units' slopes first.",
            ),
            Misconception(
                "one output only",
                lambda v: weight(v, OUTPUTS[place]) * v[f"delta_{OUTPUTS[place]}"] * slope(v),
                f"{unit} feeds *both* outputs, so both send something back.",
            ),
            Misconception(
                "weights ignored",
                lambda v: sum(v[f"delta_{o}"] for o in OUTPUTS) * slope(v),
                "What comes back along an arrow is multiplied by that arrow's weight, just as on the way forward.",
            ),
        ],
    )
