"""One epoch of online gradient descent on a layer of tanh units."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import dense_forward, tanh, tanh_derivative_from_output


def online_epoch(W, b, x, t, rate):
    """Return weights and biases after an update for every sample, in order."""
    return _epoch()(W, b, x, t, rate)


def _epoch(
    sign=1.0,
    bias=1.0,
    slope=tanh_derivative_from_output,
    error=lambda t, y: t - y,
    order=range,
    forget=False,
    rate=1.0,
    output=tanh,
    seen=lambda x, y, delta: np.outer(x, delta),
):
    """Build the epoch, or a wrong one: each argument replaces one ingredient."""

    def epoch(W, b, x, t, step):
        first = W, b = np.array(W), np.array(b)
        for s in order(len(x)):
            v = dense_forward(x[s : s + 1], *(first if forget else (W, b)))[0]
            y = output(v)
            delta = error(t[s], y) * (slope(y) if slope else 1 - v**2)
            size = step * (rate(step, len(x)) if callable(rate) else rate)
            W = W + sign * size * seen(x[s], y, delta)
            b = b + sign * (delta if bias is None else size * bias * delta)
        return W, b

    return epoch


def _last_only(W, b, x, t, step):
    for s in range(len(x)):
        after = _epoch(order=lambda n, s=s: [s])(W, b, x, t, step)
    return after


def _in_turn(first):
    """Update one of the two, 0 weights or 1 biases, and the other from a new output."""

    def wrong(W, b, x, t, step):
        for s in range(len(x)):
            for part in (first, 1 - first):
                moved = online_epoch(W, b, x[s : s + 1], t[s : s + 1], step)[part]
                W, b = (W, moved) if part else (moved, b)
        return W, b

    return wrong


def _probes(rng: np.random.Generator) -> list[Probe]:
    sizes = [(4, 3, 2, 0.5), (6, 2, 3, 0.2), (1, 5, 2, 1.0), (3, 4, 1, 0.7), (5, 3, 3, 0.1)]
    return [
        Probe(
            rng.normal(size=(inputs, outputs)),
            rng.normal(size=outputs),
            rng.normal(size=(samples, inputs)),
            np.eye(outputs)[rng.integers(outputs, size=samples)] * 0.9,
            rate,
            label=f"{samples} {'sample' if samples == 1 else 'samples'}, {inputs} inputs, {outputs} units, rate {rate}",
        )
        for samples, inputs, outputs, rate in sizes
    ]


SLOPE = "Your delta has a wrong slope: that of tanh, from its output y, is 1 - y^2."
INPUT = "The slope of a weight is delta times what went *into* it: with what do you multiply delta?"
BATCH = (
    "All your deltas come from the first weights: that is full batch. Online, sample 2 meets what sample 1 has changed."
)

ONLINE_EPOCH = Exercise(
    id="12.online_epoch",
    name="online_epoch",
    title="An epoch, one sample at a time",
    points=2,
    reference=online_epoch,
    probes=_probes,
    misconceptions=[
        Misconception(
            "sign",
            _epoch(sign=-1.0),
            "Your error rises. delta is *minus* the slope of E here: does the printed rule fit that?",
        ),
        Misconception(
            "bias updated twice",
            _epoch(bias=2.0),
            "The weights start right, but each bias moves twice as far as it should. Report A lost hours to this.",
        ),
        Misconception(
            "bias not updated", _epoch(bias=0.0), "Your biases stand still. A bias is a weight on an input of 1."
        ),
        Misconception(
            "sign of the bias", _epoch(bias=-1.0), "The weights go downhill and the biases uphill. Compare their signs."
        ),
        Misconception(
            "slope left out", _epoch(slope=lambda y: 1.0), "The slope of the activation is missing in delta."
        ),
        Misconception("slope of the sigmoid", _epoch(slope=lambda y: y * (1 - y)), SLOPE),
        Misconception("square forgotten", _epoch(slope=lambda y: 1 - y), SLOPE),
        Misconception("slope from the output again", _epoch(slope=lambda y: 1 - np.tanh(y) ** 2), SLOPE),
        Misconception(
            "last sample left out",
            _epoch(order=lambda n: range(n - 1)),
            "Your last sample makes no update. Where does your loop end?",
        ),
        Misconception(
            "first sample only",
            _epoch(order=lambda n: range(1)),
            "One update only, for the first sample. Where does `return` stand?",
        ),
        Misconception(
            "last sample only",
            _last_only,
            "Only the last sample's update is left: each one starts from the first weights again.",
        ),
        Misconception("full batch", _epoch(forget=True), BATCH),
        Misconception(
            "mean over the batch",
            _epoch(forget=True, rate=lambda step, n: 1 / n),
            BATCH + " And you take a mean.",
        ),
        Misconception(
            "rate divided by the samples",
            _epoch(rate=lambda step, n: 1 / n),
            "Your steps are too short by the number of samples. Each update belongs to one sample: there is no mean.",
        ),
        Misconception("rate left out", _epoch(rate=lambda step, n: 1 / step), "Your steps do not depend on the rate."),
        Misconception(
            "order reversed",
            _epoch(order=lambda n: reversed(range(n))),
            "You begin with the last sample. Keep the order.",
        ),
        Misconception(
            "factor 2",
            _epoch(error=lambda t, y: 2 * (t - y)),
            "Your steps are twice too long. What does the 1/2 in E do when you take the derivative?",
        ),
        Misconception(
            "loss for error",
            _epoch(error=lambda t, y: (t - y) ** 2 / 2),
            "You put the loss where its derivative belongs: the error itself, with its sign.",
        ),
        Misconception(
            "sign of the error",
            _epoch(error=lambda t, y: np.sign(t - y)),
            "Your error is 1 or -1: it should be large where the answer is far off.",
        ),
        Misconception(
            "bias moved first",
            _in_turn(1),
            "You update the bias and then compute the output again for the weights. Both belong to one and the same delta.",
        ),
        Misconception(
            "weights moved first",
            _in_turn(0),
            "You update the weights and then compute the output again for the bias. Both belong to one and the same "
            "delta.",
        ),
        Misconception(
            "rate left out at the bias",
            _epoch(bias=None),
            "The weights are right, but the step of the biases does not depend on the rate.",
        ),
        Misconception("output for input", _epoch(seen=lambda x, y, delta: np.ones((len(x), 1)) * y * delta), INPUT),
        Misconception("input left out", _epoch(seen=lambda x, y, delta: np.ones((len(x), 1)) * delta), INPUT),
        Misconception(
            "tanh left out",
            _epoch(output=lambda v: v),
            "Your output is not squashed: y is the tanh of the weighted sum.",
        ),
        Misconception("slope from the sum", _epoch(slope=None), SLOPE + " You put the weighted sum there."),
        Misconception(
            "size of the error",
            _epoch(error=lambda t, y: np.abs(t - y)),
            "Your error has lost its sign. An output that is too large has to come down.",
        ),
        Misconception(
            "changes only",
            lambda W, b, *rest: tuple(n - o for n, o in zip(online_epoch(W, b, *rest), (W, b), strict=True)),
            "These are the changes. Return where weights and biases arrive.",
        ),
        Misconception(
            "bias first", lambda *a: online_epoch(*a)[::-1], "The two have changed places: weights, then biases."
        ),
        Misconception("weights only", lambda *a: online_epoch(*a)[0], "Return two things: the weights and the biases."),
    ],
)
