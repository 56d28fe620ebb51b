"""A network small enough for a sheet of paper: two inputs, two hidden units, two outputs, one update by hand.

This file holds the sheet of lab 01: the given numbers, drawn for each student, and its 25 blanks in the order in which
they are filled in, each with the slips that are known there. How a sheet is marked stands in
:class:`labkit.exercises.paper.PaperExercise`.

Conventions are those of Report A: ``E = 1/2 sum_k (t_k - y_k)^2`` and ``delta = -dE/dv``, where ``v`` is the weighted
sum that enters a unit, bias included, and ``y = f(v)`` what leaves it. ``w_h1_o2`` is the weight on the arrow from h1
to o2, ``b_h1`` the bias of h1.
"""

from collections.abc import Callable, Mapping
from itertools import combinations, product

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.exercises.paper import Step
from labkit.nn.functional import sigmoid, sigmoid_derivative, sigmoid_derivative_from_output

INPUTS, HIDDEN, OUTPUTS = ("x1", "x2"), ("h1", "h2"), ("o1", "o2")

#: To how many decimals a student works.
DECIMALS = 4

#: An answer counts when it lies this close to what follows from the earlier ones.
TOLERANCE = 0.0003

#: Numbers are drawn anew until every slip misses the right value by this much, so that none can pass,
GAP = 0.001

#: and every other slip by this much, so that none is called by another's name.
APART = 0.0007

Values = Mapping[str, float]
Work = Callable[[Values], float]


# ---- the given numbers -----------------------------------------------------------------------------------------


def numbers(rng: np.random.Generator) -> dict[str, float]:
    """Draw the given numbers of one sheet: tenths, with which every slip shows and the update lowers E.

    Parameters
    ----------
    rng : numpy.random.Generator
        The student's own stream.

    Returns
    -------
    dict of float
        ``x1``, ``x2``, the weights and biases by name, the targets ``t_o1`` and ``t_o2``, and ``rate``.
    """
    while True:
        given = _draw(rng)
        if _is_well_conditioned(given):
            return given


def _draw(rng: np.random.Generator) -> dict[str, float]:
    def tenths(low: int, high: int) -> float:
        """Return a signed number of tenths, kept away from 0 so that every arrow matters."""
        return float(rng.integers(low, high + 1) * rng.choice([-1, 1]) / 10)

    given = {x: tenths(3, 8) for x in INPUTS}
    given |= {f"w_{x}_{h}": tenths(3, 15) for x, h in product(INPUTS, HIDDEN)}
    given |= {f"b_{h}": tenths(1, 8) for h in HIDDEN}
    given |= {f"w_{h}_{o}": tenths(5, 20) for h, o in product(HIDDEN, OUTPUTS)}
    given |= {f"b_{o}": tenths(1, 8) for o in OUTPUTS}
    given |= {f"t_{o}": float(t) for o, t in zip(OUTPUTS, rng.permutation([0, 1]), strict=True)}
    return given | {"rate": float(rng.choice([1, 1.5, 2]))}


def _is_well_conditioned(given: Values) -> bool:
    """Whether no slip comes near the right value or another slip, rounding is harmless, and E goes down."""
    sheet, written = dict(given), dict(given)  # written: each blank rounded before the next is worked out
    for step in STEPS:
        sheet[step.name] = step.work(sheet)
        slips = [float(slip.function(sheet)) for slip in step.misconceptions]
        rounded = [step.work(written), *(float(slip.function(written)) for slip in step.misconceptions)]
        if any(abs(a - b) > 0.7 * TOLERANCE for a, b in zip([sheet[step.name], *slips], rounded, strict=True)):
            return False
        written[step.name] = round(sheet[step.name], DECIMALS)
        if any(abs(slip - sheet[step.name]) < GAP for slip in slips):
            return False
        if any(abs(one - other) < APART for one, other in combinations(slips, 2)):
            return False
    moved = {name: sheet.get(f"new_{name}", value) for name, value in given.items()}
    for step in STEPS[:9]:  # forward once more, as far as E
        moved[step.name] = step.work(moved)
    return moved["E"] < 0.8 * sheet["E"]


def arrays(given: Values) -> tuple[np.ndarray, ...]:
    """Arrange the given numbers as ``x, t, W1, b1, W2, b2``; ``W[i, j]`` leads from unit i to unit j."""

    def table(sources: tuple[str, ...], targets: tuple[str, ...]) -> np.ndarray:
        return np.array([[given[f"w_{i}_{j}"] for j in targets] for i in sources])

    return (
        np.array([given[x] for x in INPUTS]),
        np.array([given[f"t_{o}"] for o in OUTPUTS]),
        table(INPUTS, HIDDEN),
        np.array([given[f"b_{h}"] for h in HIDDEN]),
        table(HIDDEN, OUTPUTS),
        np.array([given[f"b_{o}"] for o in OUTPUTS]),
    )


# ---- forward ---------------------------------------------------------------------------------------------------


def _signal(unit: str) -> str:
    """Name of what leaves a unit: an input sends itself, every other unit its y."""
    return unit if unit in INPUTS else f"y_{unit}"


def _sum_step(unit: str, sources: tuple[str, str], layer: tuple[str, str]) -> Step:
    """Blank v: the weighted sum that enters a unit."""
    place = layer.index(unit)
    column = [f"w_{source}_{unit}" for source in sources]
    row = [f"w_{sources[place]}_{target}" for target in layer]  # the same weights, read along the wrong index

    def weighted(v: Values, signals: list[str], weights: list[str]) -> float:
        return sum(v[signal] * v[weight] for signal, weight in zip(signals, weights, strict=True))

    signals = [_signal(source) for source in sources]
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


def _signal_step(unit: str) -> Step:
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


# ---- backward --------------------------------------------------------------------------------------------------


def _output_delta_step(unit: str) -> Step:
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


def _hidden_delta_step(unit: str) -> Step:
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


# ---- the update ------------------------------------------------------------------------------------------------


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


def _weight_step(source: str, target: str, layer: tuple[str, str]) -> Step:
    """Blank for a weight after the update."""
    weight, delta, signal = f"w_{source}_{target}", f"delta_{target}", _signal(source)
    slips = _update_slips(weight, lambda v: v[delta] * v[signal])
    other = layer[(INPUTS if source in INPUTS else HIDDEN).index(source)]
    if other != target:
        crossed = _signal((INPUTS if source in INPUTS else HIDDEN)[layer.index(target)])
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


def _bias_step(unit: str) -> Step:
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


#: The sheet: 25 blanks in the order in which they are filled in and marked.
STEPS = (
    *(_sum_step(unit, INPUTS, HIDDEN) for unit in HIDDEN),
    *(_signal_step(unit) for unit in HIDDEN),
    *(_sum_step(unit, HIDDEN, OUTPUTS) for unit in OUTPUTS),
    *(_signal_step(unit) for unit in OUTPUTS),
    ERROR_STEP,
    *(_output_delta_step(unit) for unit in OUTPUTS),
    *(_hidden_delta_step(unit) for unit in HIDDEN),
    *(_weight_step(source, target, OUTPUTS) for source, target in product(HIDDEN, OUTPUTS)),
    *(_bias_step(unit) for unit in OUTPUTS),
    *(_weight_step(source, target, HIDDEN) for source, target in product(INPUTS, HIDDEN)),
    *(_bias_step(unit) for unit in HIDDEN),
)
