"""The derivative of LeCun's tanh, from its output."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab05_tanh import derivative_hints as hint
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import lecun_tanh, lecun_tanh_derivative, lecun_tanh_derivative_from_output

A, B = 1.7159, 2 / 3


def _outputs(rng: np.random.Generator) -> list[Probe]:
    return [
        Probe(np.round(rng.uniform(-1.6, 1.6, 6), 2), label="some outputs"),
        Probe(np.array([0.0, 1.0, -1.0]), label="in the middle, and at the targets 1 and -1"),
        Probe(lecun_tanh(rng.normal(0, 1, (4, 3))), label="a batch of shape (samples, units)"),
        Probe(float(np.round(rng.uniform(-1.5, -0.5), 2)), label="a single number instead of an array"),
        Probe(np.array([-A, A]), label="units that are fully on"),
        Probe(lecun_tanh(rng.normal(0, 2, (3, 5))).astype(np.float32), label="float32, as networks train"),
    ]


_INSIDE = (
    "The output y is the tanh *times 1.7159*, and the rule 1 - tanh^2 wants the bare tanh. What must be done to y "
    "first? Test: at y = 1.7159 the unit is fully on, so the slope is 0."
)
_FRONT = "The bracket is right. Which constants fall out in front? One stood there already; the chain rule adds one."

_ROUNDED = "You rounded 2/3. Write it as a fraction."

LECUN_TANH_DERIVATIVE = Exercise(
    id="05.lecun_tanh_derivative",
    name="lecun_tanh_derivative",
    title="The derivative of LeCun's tanh, from the output",
    points=2,
    reference=lecun_tanh_derivative_from_output,
    probes=_outputs,
    misconceptions=[
        Misconception("plain tanh's", lambda y: 1 - np.square(y),
                      "That is the rule of the plain tanh. Here a constant stands in front of it, and one inside."),
        Misconception("output not scaled back, height only", lambda y: A * (1 - np.square(y)), _INSIDE),
        Misconception("output not scaled back, slope only", lambda y: B * (1 - np.square(y)), _INSIDE),
        Misconception("output not scaled back", lambda y: A * B * (1 - np.square(y)), _INSIDE),
        Misconception("slope forgotten", lambda y: A * (1 - np.square(y / A)), _FRONT),
        Misconception("height forgotten", lambda y: B * (1 - np.square(y / A)), _FRONT),
        Misconception("both constants forgotten", lambda y: 1 - np.square(y / A), _FRONT),
        Misconception("height not squared", lambda y: A * B * (1 - np.square(y) / A),
                      "Inside the bracket stands (y/1.7159)^2: the 1.7159 is squared with it."),
        Misconception("height multiplies inside", lambda y: A * B * (1 - np.square(A * y)),
                      "To get the bare tanh back from y, undo what was done to it last: was that a product or a "
                      "quotient?"),
        Misconception("square forgotten", lambda y: A * B * (1 - y / A), hint.NO_SQUARE),
        Misconception("derivative of the output again", lambda y: lecun_tanh_derivative(y), hint.AGAIN),
        Misconception("tanh of the output", lambda y: A * B * (1 - np.tanh(y) ** 2), hint.AGAIN),
        Misconception("tanh of the scaled output", lambda y: A * B * (1 - np.tanh(y / A) ** 2), hint.AGAIN),
        Misconception("whole function again", lambda y: A * B * (1 - lecun_tanh(y) ** 2), hint.AGAIN),
        Misconception("slope squared", lambda y: A * B**2 * (1 - np.square(y / A)),
                      "The 2/3 appears once too often: the chain rule brings it out once."),
        Misconception("height squared", lambda y: A**2 * B * (1 - np.square(y / A)),
                      "The 1.7159 appears once too often in front."),
        Misconception("slope divides", lambda y: A / B * (1 - np.square(y / A)),
                      "A smaller number inside makes the curve flatter, yet yours gets steeper: 2/3 or 3/2?"),
        Misconception("height divides", lambda y: B / A * (1 - np.square(y / A)),
                      "A larger number in front makes the curve steeper: does 1.7159 multiply or divide?"),
        Misconception("slope on the square", lambda y: A * B * (1 - B * np.square(y / A)),
                      "The 2/3 stands inside tanh, not inside its square. A unit that is fully on must come out flat."),
        Misconception("plus for minus", lambda y: A * B * (1 + np.square(y / A)), hint.PLUS),
        Misconception("stray output", lambda y: A * B * (1 - np.square(y / A)) * y, hint.STRAY),
        Misconception("the sigmoid's", lambda y: A * B * (y / A) * (1 - y / A), hint.SIGMOID),
        Misconception("the sigmoid's, unscaled", lambda y: A * B * y * (1 - y), hint.SIGMOID),
        Misconception("the function itself", lambda y: lecun_tanh(y), "That is the function, not its derivative."),
        Misconception("peak everywhere", lambda y: np.full_like(np.asarray(y, dtype=float), A * B),
                      "That is the slope at 0, where the curve is steepest. It is different at every y."),
        Misconception("rounded", lambda y: 1.72 * 0.67 * (1 - np.square(y / 1.72)),
                      "You rounded the constants. Keep 1.7159 as it is, and write 2/3 as a fraction."),
        Misconception("rounded slope", lambda y: A * 0.67 * (1 - np.square(y / A)), _ROUNDED),
        Misconception("rounded slope, 0.66", lambda y: A * 0.66 * (1 - np.square(y / A)), _ROUNDED),
        Misconception("rounded slope, 0.667", lambda y: A * 0.667 * (1 - np.square(y / A)), _ROUNDED),
        Misconception("rounded height", lambda y: 1.716 * B * (1 - np.square(y / 1.716)),
                      "You rounded 1.7159. Keep it as it is."),
        Misconception("brackets", lambda y: A * B - np.square(y / A),
                      "Brackets: your constants multiply the 1, but not the square. A unit that is fully on must come "
                      "out flat."),
    ],
)  # fmt: skip
