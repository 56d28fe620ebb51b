"""BP2: the deltas of the hidden units."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import sigmoid_derivative, sigmoid_derivative_from_output


def hidden_delta(delta_output, W2, y_hidden):
    """BP2: ``delta_j = f'(v_j) sum_k w_jk delta_k``, for one sample or a batch."""
    return (delta_output @ W2.T) * sigmoid_derivative_from_output(y_hidden)


def _hidden_delta_probes(rng):
    sizes = ((2, 2), (4, 2), (2, 3), (3, 3), (3, 1), (1, 3))
    return [
        Probe(
            rng.normal(size=n_outputs),
            rng.normal(size=(n_hidden, n_outputs)),
            rng.uniform(0.05, 0.95, n_hidden),
            label=f"{n_hidden} hidden, {n_outputs} outputs",
        )
        for n_hidden, n_outputs in sizes
    ]


def _hidden(send_back, slope=sigmoid_derivative_from_output):
    return lambda delta, W, y: send_back(delta, W, y) * slope(y)


HIDDEN_DELTA_SLIPS = [
    Misconception(
        "weights transposed",
        _hidden(lambda delta, W, y: W.T @ delta),
        "Going back, hidden unit j collects along the arrows that *leave* it: one row of W2. You went along a column.",
    ),
    Misconception(
        "f' missing",
        lambda delta, W, y: W @ delta,
        "This is -dE/dy of the hidden units. delta belongs to their v: which slope lies between?",
    ),
    Misconception(
        "f' at the wrong place",
        _hidden(lambda delta, W, y: W @ delta, sigmoid_derivative),
        "You squashed y a second time. y_hidden is already f(v): how is f'(v) written with y alone?",
    ),
    Misconception(
        "sign",
        _hidden(lambda delta, W, y: -(W @ delta)),
        "The size is right. The minus of delta = -dE/dv is already inside delta_output; it does not come in again.",
    ),
    Misconception(
        "deltas ignored",
        _hidden(lambda delta, W, y: W.sum(axis=1)),
        "Your result does not depend on delta_output: nothing travels back.",
    ),
    Misconception(
        "weights ignored",
        _hidden(lambda delta, W, y: np.full(len(y), delta.sum())),
        "Every hidden unit receives the same sum. What makes one output's delta matter more to one unit than to another?",
    ),
    Misconception(
        "mean for sum",
        _hidden(lambda delta, W, y: W @ delta / len(delta)),
        "BP2 adds what comes back from the outputs; you average it.",
    ),
    Misconception(
        "first output only",
        _hidden(lambda delta, W, y: W[:, 0] * delta[0]),
        "The hidden unit feeds *every* output. You follow only one of its arrows.",
    ),
    Misconception(
        "last output only",
        _hidden(lambda delta, W, y: W[:, -1] * delta[-1]),
        "The hidden unit feeds every output. Is something overwritten in your loop where it should be added?",
    ),
    Misconception(
        "slope twice",
        _hidden(lambda delta, W, y: (W @ delta) * y * (1 - y)),
        "The slope of the hidden unit stands in twice.",
    ),
    Misconception(
        "half of the slope lost",
        lambda delta, W, y: (W @ delta) * y,
        "f' has two factors, and one of them is y.",
    ),
    Misconception(
        "other half of the slope lost",
        lambda delta, W, y: (W @ delta) * (1 - y),
        "f' has two factors, and one of them is 1 - y.",
    ),
    Misconception(
        "slope alone",
        lambda delta, W, y: y * (1 - y),
        "This is f' of the hidden units. What comes back from the outputs has not been multiplied in.",
    ),
    Misconception(
        "tanh slope",
        _hidden(lambda delta, W, y: W @ delta, lambda y: 1 - y**2),
        "1 - y^2 is the slope of tanh. These are sigmoid units.",
    ),
    Misconception(
        "squares of the weights",
        _hidden(lambda delta, W, y: W**2 @ delta),
        "The weight stands in twice. How often does the path back cross it?",
    ),
    Misconception(
        "not summed",
        lambda delta, W, y: W * delta * (y * (1 - y))[:, np.newaxis],
        "One number for each arrow came back. A hidden unit adds up what its arrows bring.",
    ),
    Misconception(
        "hidden signal for the slope",
        lambda delta, W, y: (W @ delta) * y * (1 + y),
        "Look at the sign inside f' = y (1 - y).",
    ),
]


HIDDEN_DELTA = Exercise(
    id="01.hidden_delta",
    name="hidden_delta",
    title="BP2: the hidden deltas",
    points=2,
    reference=hidden_delta,
    probes=_hidden_delta_probes,
    misconceptions=HIDDEN_DELTA_SLIPS,
)
