"""Two small exercises that the tests of the mechanism share: a scalar function, and a layer with a batch."""

import numpy as np

from labkit.exercises import Exercise, Misconception, Probe


def logistic(x, k=1.0):
    e = np.exp(-np.abs(k * np.asarray(x)))
    return np.where(k * np.asarray(x) >= 0, 1 / (1 + e), e / (1 + e))


def slopes(rng):
    return [
        Probe(0.5, 2.0, label="one number"),
        Probe(np.linspace(-4, 4, 9), 1.0, label="slope 1"),
        Probe(rng.normal(size=(3, 4)), 2.0, label="a steep slope"),
        Probe(rng.normal(size=(5, 2)), 0.5, label="a gentle slope"),
        Probe(np.array([-1000.0, -800.0]), 1.0, label="far to the left"),
    ]


LOGISTIC = Exercise(
    id="99.logistic",
    name="logistic",
    title="The logistic function",
    points=2,
    reference=logistic,
    probes=slopes,
    atol=0,
    no_warnings=True,
    misconceptions=[
        Misconception("no slope", lambda x, k=1: logistic(x), "Where does `k` enter?"),
        Misconception("overflow", lambda x, k=1: 1 / (1 + np.exp(-k * x)), "What is `np.exp(1000)`?"),
        Misconception("slope divides", lambda x, k=1: logistic(x, 1 / k), "Is a large k steep or gentle?"),
    ],
)


def dense(x, W, b):
    return x @ W + b


def batches(rng):
    return [
        Probe(rng.normal(size=(n, i)), rng.normal(size=(i, o)), rng.normal(size=o))
        for n, i, o in [(4, 3, 2), (6, 2, 5), (3, 3, 3)]
    ]


DENSE = Exercise(id="99.dense", name="dense", title="A layer", points=1, reference=dense, probes=batches)


def gradients(x, delta):
    return x.T @ delta, delta.sum(axis=0)


GRADIENTS = Exercise(
    id="99.gradients",
    name="gradients",
    title="The gradients of a layer",
    points=3,
    reference=gradients,
    probes=lambda rng: [Probe(rng.normal(size=(n, 3)), rng.normal(size=(n, 4))) for n in (5, 7)],
    misconceptions=[
        Misconception("mean over rows", lambda x, d: (x.T @ d, d.mean(axis=0)), "Sum or mean?"),
        Misconception("weights of one sample", lambda x, d: (x[:1].T @ d[:1], d.sum(axis=0)), "Whose samples?"),
    ],
)
