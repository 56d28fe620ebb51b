"""Report A's "Mag Conv Deltas": how much gradient reaches a layer."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import delta_magnitude


def _probes(rng: np.random.Generator) -> list[Probe]:
    shapes = [(3, 2, 1, 1), (4, 2, 3, 5), (2, 3, 4, 2), (1, 2, 2, 2), (5, 1, 2, 3), (3, 3, 2, 2)]
    probes = [
        Probe(rng.normal(size=s), label=f"{s[0]} samples, {s[1]} filters, {s[2]} by {s[3]} places") for s in shapes
    ]
    small = Probe(1e-4 * rng.normal(size=(4, 2, 2, 3)).astype(np.float32), label="small deltas, float32")
    return [*probes, small]


def _rows(d):
    return d.reshape(len(d), -1)


SQUARES = (
    "You square. Report A's formula shows the size of each delta, its text speaks of squares: here the size is asked."
)
CANCEL = "Deltas of opposite signs cancel in your sum. When do you take the absolute value?"
SAMPLES = "Nodes are added up, samples averaged: by which of the two do you divide?"

DELTA_MAGNITUDE = Exercise(
    id="12.delta_magnitude",
    name="delta_magnitude",
    title="The magnitude of a layer's deltas",
    points=1,
    reference=delta_magnitude,
    probes=_probes,
    misconceptions=[
        Misconception("mean over everything", lambda d: np.abs(d).mean(), SAMPLES),
        Misconception("sum over everything", lambda d: np.abs(d).sum(), SAMPLES),
        Misconception("divided by the nodes", lambda d: np.abs(d).sum() / d[0].size, SAMPLES),
        Misconception("divided by the filters", lambda d: np.abs(d).sum() / d.shape[1], SAMPLES),
        Misconception("sum of squares", lambda d: (d**2).sum() / len(d), SQUARES),
        Misconception("half the sum of squares", lambda d: (d**2).sum() / len(d) / 2, SQUARES),
        Misconception("mean square", lambda d: (d**2).mean(), SQUARES),
        Misconception("root of the mean sum of squares", lambda d: np.sqrt((d**2).sum() / len(d)), SQUARES),
        Misconception("length of the vector", lambda d: np.linalg.norm(_rows(d), axis=1).mean(), SQUARES),
        Misconception("length of everything", lambda d: np.linalg.norm(d), SQUARES),
        Misconception("length over samples", lambda d: np.linalg.norm(d) / len(d), SQUARES),
        Misconception("root mean square", lambda d: np.sqrt((d**2).mean()), SQUARES),
        Misconception("squared lengths not averaged", lambda d: (d**2).sum(), SQUARES),
        Misconception("signs kept", lambda d: d.sum() / len(d), CANCEL),
        Misconception("absolute value last", lambda d: abs(d.sum()) / len(d), CANCEL),
        Misconception("absolute value of each sample's sum", lambda d: np.abs(_rows(d).sum(axis=1)).mean(), CANCEL),
        Misconception("absolute value of the mean delta", lambda d: np.abs(d.mean(axis=0)).sum(), CANCEL),
        Misconception("absolute value of the summed deltas", lambda d: np.abs(d.sum(axis=0)).sum(), CANCEL),
        Misconception(
            "one number for each node", lambda d: np.abs(d).mean(axis=0), "The nodes of a sample are to be added up."
        ),
        Misconception(
            "one sum for each node",
            lambda d: np.abs(d).sum(axis=0),
            "One number is asked: add the nodes, average samples.",
        ),
        Misconception(
            "one number for each sample",
            lambda d: np.abs(_rows(d)).sum(axis=1),
            "One number for each sample: the last step, over the samples, is missing.",
        ),
        Misconception("largest delta", lambda d: np.abs(d).max(), "You keep the largest one. All nodes count."),
        Misconception(
            "largest delta of each sample",
            lambda d: np.abs(_rows(d)).max(axis=1).mean(),
            "You keep the largest one of each sample. All nodes count.",
        ),
        Misconception(
            "largest sample",
            lambda d: np.abs(_rows(d)).sum(axis=1).max(),
            "You keep the largest sample. Take the mean.",
        ),
        Misconception(
            "median sample", lambda d: np.median(np.abs(_rows(d)).sum(axis=1)), "You take the median over the samples."
        ),
        Misconception("first sample only", lambda d: np.abs(d[0]).sum(), "Only the first sample counts in yours."),
        Misconception("negative", lambda d: -np.abs(d).sum() / len(d), "A magnitude is not negative."),
        Misconception(
            "last sample over the samples",
            lambda d: np.abs(d[-1]).sum() / len(d),
            "Only the last sample counts in yours. Is a sum overwritten?",
        ),
        Misconception(
            "places averaged",
            lambda d: np.abs(d).sum(axis=1).mean(),
            "You add up the filters and average over their places. All nodes are added up.",
        ),
        Misconception(
            "filters averaged",
            lambda d: np.abs(d).sum(axis=(2, 3)).mean(),
            "You add up the places and average over the filters. All nodes are added up.",
        ),
        Misconception(
            "positive deltas only",
            lambda d: np.maximum(d, 0).sum() / len(d),
            "Negative deltas count by their size, too.",
        ),
        Misconception(
            "n - 1", lambda d: np.abs(d).sum() / max(len(d) - 1, 1), "You divide by one sample less than there are."
        ),
    ],
)
