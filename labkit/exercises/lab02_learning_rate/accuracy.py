"""The accuracy of a batch."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab02_learning_rate.one_hot import one_hot
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.metrics import accuracy


def accuracy_probes(rng: np.random.Generator) -> list[Probe]:
    """Batches in which timid outputs are right and bold ones wrong, so that rounding is found out."""

    def batch(samples: int, classes: int, scale: float, label: str) -> Probe:
        labels = rng.integers(0, classes, samples)
        targets = one_hot(labels, classes)
        outputs = rng.uniform(0, 1, (samples, classes))
        outputs[: samples // 2] += targets[: samples // 2]  # half of the answers right on purpose
        return Probe(scale * outputs, targets, label=label)

    right = one_hot(np.array([2, 0, 1]), 4)
    return [
        batch(9, 4, 1.0, "outputs between 0 and 2"),
        batch(12, 10, 0.05, "all outputs small, yet one is the largest"),
        batch(8, 3, -1.0, "all outputs negative"),
        batch(10, 3, 40.0, "outputs far above 1"),
        Probe(0.6 * right + 0.1, right, label="every answer right"),
        Probe(1.0 - right + 0.01 * np.arange(4), right, label="every answer wrong"),
        Probe(one_hot(np.array([2, 1, 1]), 4), right, label="certain of every answer, once wrongly"),
    ]


ACCURACY = Exercise(
    id="02.accuracy",
    name="accuracy",
    title="Accuracy of a batch",
    points=1,
    reference=accuracy,
    probes=accuracy_probes,
    misconceptions=[
        Misconception(
            "rounded or thresholded outputs compared",
            lambda y, t: np.mean(np.all(np.round(y) == t, axis=1)),
            "You cut the outputs at one half. A network that answers 0.3 for the right digit and 0.1 for all others has decided, "
            "although no output reaches one half. What does the text say the network's answer is?",
        ),
        Misconception(
            "rounded entries counted",
            lambda y, t: np.mean(np.round(y) == t),
            "You round and then count equal *entries*. With ten classes a network that always says nothing gets nine entries of ten right: "
            "it would score 90 %. Count images, and ask which output is the largest.",
        ),
        Misconception(
            "threshold of one half",
            lambda y, t: np.mean((y > 0.5) == (t > 0.5)),
            "A threshold looks at each output alone, and counts entries, not images. The answer is the *largest* output, however small it is.",
        ),
        Misconception(
            "argmax over the samples",
            lambda y, t: np.mean(np.argmax(y, axis=0) == np.argmax(t, axis=0)),
            "Your argmax runs down the columns: it asks for each digit which *image* likes it best. One row is one image. Along which axis must you look?",
        ),
        Misconception(
            "argmax of the whole array",
            lambda y, t: np.mean(np.argmax(y) == np.argmax(t)),
            "`np.argmax` without an axis flattens the array and finds one single place in the whole batch. You need one answer for each image.",
        ),
        Misconception(
            "argmin for argmax",
            lambda y, t: np.mean(np.argmin(y, axis=1) == np.argmax(t, axis=1)),
            "You take the smallest output as the network's answer.",
        ),
        Misconception(
            "count for share",
            lambda y, t: np.sum(np.argmax(y, axis=1) == np.argmax(t, axis=1)),
            "You return how *many* images are right. The accuracy is a share, so that batches of different size can be compared.",
        ),
        Misconception(
            "per cent for share",
            lambda y, t: 100 * np.mean(np.argmax(y, axis=1) == np.argmax(t, axis=1)),
            "You return per cent. The text asks for a share between 0 and 1.",
        ),
        Misconception(
            "divided by the classes",
            lambda y, t: np.sum(np.argmax(y, axis=1) == np.argmax(t, axis=1)) / y.shape[1],
            "You divide by the number of classes. The share is taken of the images: which entry of `y.shape` counts those?",
        ),
        Misconception(
            "divided by all entries",
            lambda y, t: np.sum(np.argmax(y, axis=1) == np.argmax(t, axis=1)) / y.size,
            "You divide by the number of entries, samples times classes. The share is taken of the images.",
        ),
        Misconception(
            "error rate",
            lambda y, t: np.mean(np.argmax(y, axis=1) != np.argmax(t, axis=1)),
            "You count the images that are wrong. That is the error rate, 1 minus the accuracy.",
        ),
        Misconception(
            "largest value for its place",
            lambda y, t: np.mean(np.max(y, axis=1) == np.max(t, axis=1)),
            "You compare *how large* the largest entries are. What matters is *where* they stand: which digit they belong to.",
        ),
        Misconception(
            "equal entries counted",
            lambda y, t: np.mean(y == t),
            "You ask for outputs exactly equal to the targets. A network never answers exactly 1. Its answer is the digit with the largest output.",
        ),
        Misconception(
            "one answer for each image",
            lambda y, t: (np.argmax(y, axis=1) == np.argmax(t, axis=1)).astype(float),
            "You say for each image whether it is right. One number is wanted: the share of those that are.",
        ),
    ],
)
