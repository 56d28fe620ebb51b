"""One epoch of online gradient descent on a layer of tanh units."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab12_cnn_part_2.online_epoch_slips import epoch, in_turn, last_only, online_epoch
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe


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
            epoch(sign=-1.0),
            "Your error rises. delta is *minus* the slope of E here: does the printed rule fit that?",
        ),
        Misconception(
            "bias updated twice",
            epoch(bias=2.0),
            "The weights start right, but each bias moves twice as far as it should. Report A lost hours to this.",
        ),
        Misconception(
            "bias not updated", epoch(bias=0.0), "Your biases stand still. A bias is a weight on an input of 1."
        ),
        Misconception(
            "sign of the bias", epoch(bias=-1.0), "The weights go downhill and the biases uphill. Compare their signs."
        ),
        Misconception("slope left out", epoch(slope=lambda y: 1.0), "The slope of the activation is missing in delta."),
        Misconception("slope of the sigmoid", epoch(slope=lambda y: y * (1 - y)), SLOPE),
        Misconception("square forgotten", epoch(slope=lambda y: 1 - y), SLOPE),
        Misconception("slope from the output again", epoch(slope=lambda y: 1 - np.tanh(y) ** 2), SLOPE),
        Misconception(
            "last sample left out",
            epoch(order=lambda n: range(n - 1)),
            "Your last sample makes no update. Where does your loop end?",
        ),
        Misconception(
            "first sample only",
            epoch(order=lambda n: range(1)),
            "One update only, for the first sample. Where does `return` stand?",
        ),
        Misconception(
            "last sample only",
            last_only,
            "Only the last sample's update is left: each one starts from the first weights again.",
        ),
        Misconception("full batch", epoch(forget=True), BATCH),
        Misconception(
            "mean over the batch",
            epoch(forget=True, rate=lambda step, n: 1 / n),
            BATCH + " And you take a mean.",
        ),
        Misconception(
            "rate divided by the samples",
            epoch(rate=lambda step, n: 1 / n),
            "Your steps are too short by the number of samples. Each update belongs to one sample: there is no mean.",
        ),
        Misconception("rate left out", epoch(rate=lambda step, n: 1 / step), "Your steps do not depend on the rate."),
        Misconception(
            "order reversed",
            epoch(order=lambda n: reversed(range(n))),
            "You begin with the last sample. Keep the order.",
        ),
        Misconception(
            "factor 2",
            epoch(error=lambda t, y: 2 * (t - y)),
            "Your steps are twice too long. What does the 1/2 in E do when you take the derivative?",
        ),
        Misconception(
            "loss for error",
            epoch(error=lambda t, y: (t - y) ** 2 / 2),
            "You put the loss where its derivative belongs: the error itself, with its sign.",
        ),
        Misconception(
            "sign of the error",
            epoch(error=lambda t, y: np.sign(t - y)),
            "Your error is 1 or -1: it should be large where the answer is far off.",
        ),
        Misconception(
            "bias moved first",
            in_turn(1),
            "You update the bias and then compute the output again for the weights. Both belong to one and the same delta.",
        ),
        Misconception(
            "weights moved first",
            in_turn(0),
            "You update the weights and then compute the output again for the bias. Both belong to one and the same "
            "delta.",
        ),
        Misconception(
            "rate left out at the bias",
            epoch(bias=None),
            "The weights are right, but the step of the biases does not depend on the rate.",
        ),
        Misconception("output for input", epoch(seen=lambda x, y, delta: np.ones((len(x), 1)) * y * delta), INPUT),
        Misconception("input left out", epoch(seen=lambda x, y, delta: np.ones((len(x), 1)) * delta), INPUT),
        Misconception(
            "tanh left out",
            epoch(output=lambda v: v),
            "Your output is not squashed: y is the tanh of the weighted sum.",
        ),
        Misconception("slope from the sum", epoch(slope=None), SLOPE + " You put the weighted sum there."),
        Misconception(
            "size of the error",
            epoch(error=lambda t, y: np.abs(t - y)),
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
        Misconception(
            "bias left out of the sum",
            epoch(heard=0.0),
            "Your output does not hear the biases: y = tanh(xW + b).",
        ),
        Misconception(
            "every second sample",
            epoch(order=lambda n: range(0, n, 2)),
            "Every second sample makes no update.",
        ),
        Misconception(
            "two epochs",
            epoch(order=lambda n: [*range(n), *range(n)]),
            "You go through the samples twice. An epoch is once.",
        ),
    ],
)
