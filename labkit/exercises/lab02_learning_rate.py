"""Lab 02's exercises: the loss, the accuracy, the update, and a range test for its rate.

The probes are small batches with *fewer classes than samples* and ties nowhere, so that every mixed-up axis shows.
"""

from collections.abc import Callable

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.metrics import accuracy
from labkit.nn.functional.gradient_step import gradient_step
from labkit.nn.functional.squared_error import squared_error
from labkit.nn.range_test import range_test, rate_ladder


def one_hot(labels: np.ndarray, n_classes: int) -> np.ndarray:
    """Targets of a small batch."""
    return np.eye(n_classes)[labels]


# --- squared error ---------------------------------------------------------------------------------------------------


def squared_error_probes(rng: np.random.Generator) -> list[Probe]:
    """Batches of different lengths, so that a mean over samples or classes cannot pass for a sum."""

    def batch(samples: int, classes: int, label: str) -> Probe:
        targets = one_hot(rng.integers(0, classes, samples), classes)
        return Probe(rng.uniform(0, 1, (samples, classes)), targets, label=label)

    right = one_hot(np.array([1, 0]), 3)
    return [
        batch(7, 4, "seven samples, four classes"),
        batch(3, 10, "three samples, ten classes"),
        batch(1, 5, "a single sample"),
        Probe(right.copy(), right, label="every answer exactly right"),
        Probe(
            rng.normal(0, 30, (4, 3)),
            one_hot(np.array([0, 1, 2, 0]), 3),
            label="outputs far from their targets",
        ),
    ]


SQUARED_ERROR = Exercise(
    id="02.squared_error",
    name="squared_error",
    title="Squared error of a batch",
    points=1,
    reference=squared_error,
    call=lambda function, y, t: function(y, t),
    probes=squared_error_probes,
    misconceptions=[
        Misconception(
            "half forgotten",
            lambda y, t: np.sum((y - t) ** 2),
            "Your error is twice too large everywhere. Which factor stands in front of the sums in the text, and what is it good for "
            "when you take the derivative?",
        ),
        Misconception(
            "mean over samples",
            lambda y, t: 0.5 * np.sum((y - t) ** 2) / len(y),
            "You divide by the number of samples. Both conventions exist; the equation of this exercise says which one is meant here.",
        ),
        Misconception(
            "mean over samples, half forgotten",
            lambda y, t: np.sum((y - t) ** 2) / len(y),
            "Two things differ from the equation: the factor in front, and whether the samples are added up or averaged.",
        ),
        Misconception(
            "mean over samples and classes",
            lambda y, t: np.mean((y - t) ** 2),
            "`np.mean` without an axis divides by every entry of the array, samples times classes. The equation adds them up.",
        ),
        Misconception(
            "half the mean over samples and classes",
            lambda y, t: 0.5 * np.mean((y - t) ** 2),
            "The half is there, but `np.mean` without an axis divides by every entry of the array. The equation adds them up.",
        ),
        Misconception(
            "mean over classes",
            lambda y, t: 0.5 * np.sum(np.mean((y - t) ** 2, axis=1)),
            "The samples are added up, but the classes of each sample are averaged. Read the second sum sign again.",
        ),
        Misconception(
            "root taken",
            lambda y, t: np.sqrt(np.sum((y - t) ** 2)),
            "This is the length of the difference (its norm). The squared error does not take the root.",
        ),
        Misconception(
            "absolute value for square",
            lambda y, t: 0.5 * np.sum(np.abs(y - t)),
            "You add up the sizes of the differences. A squared error punishes one large difference more than two half as large: "
            "what makes it do so?",
        ),
        Misconception(
            "squared after summing",
            lambda y, t: 0.5 * np.sum(y - t) ** 2,
            "Differences of opposite sign cancel in your sum before you square it, so a wrong answer can look perfect. "
            "Which comes first in the equation, the square or the sum?",
        ),
        Misconception(
            "square missing",
            lambda y, t: 0.5 * np.sum(y - t),
            "Positive and negative differences cancel, and your error can even be negative. What in the equation prevents that?",
        ),
        Misconception(
            "difference of squares",
            lambda y, t: 0.5 * np.sum(y**2 - t**2),
            "You square outputs and targets separately. Is (3 - 2)² the same as 3² - 2²?",
        ),
        Misconception(
            "one number for each sample",
            lambda y, t: 0.5 * np.sum((y - t) ** 2, axis=1),
            "You return one error for every sample. There are two sums in the equation; one is still to be done.",
        ),
        Misconception(
            "one number for each class",
            lambda y, t: 0.5 * np.sum((y - t) ** 2, axis=0),
            "You return one error for every class. There are two sums in the equation; one is still to be done.",
        ),
        Misconception(
            "summed over nothing",
            lambda y, t: 0.5 * (y - t) ** 2,
            "You return a whole array of squared differences. The loss is a single number for the batch.",
        ),
    ],
)


# --- accuracy --------------------------------------------------------------------------------------------------------


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


# --- the update ------------------------------------------------------------------------------------------------------


def update_probes(rng: np.random.Generator) -> list[Probe]:
    """Vectors and matrices at small and large rates, with the bottom of the valley among them."""
    return [
        Probe(rng.normal(size=6), rng.normal(size=6), 0.1, label="six parameters"),
        Probe(rng.normal(size=(4, 3)), rng.normal(size=(4, 3)), 0.01, label="a matrix of parameters"),
        Probe(rng.normal(size=5), 50 * rng.normal(size=5), 2.5, label="a large rate and a large gradient"),
        Probe(rng.normal(size=3), np.zeros(3), 0.5, label="a gradient of zero"),
        Probe(rng.normal(size=8), rng.normal(size=8), 1e-6, label="a tiny rate"),
    ]


def in_place_of_a_copy(theta: np.ndarray, gradient: np.ndarray, rate: float) -> np.ndarray:
    """The step is taken in a copy, and the old parameters are returned."""
    new = theta.copy()
    new -= rate * gradient
    return theta


UPDATE = Exercise(
    id="02.update",
    name="update",
    title="One step of gradient descent",
    points=1,
    reference=gradient_step,
    probes=update_probes,
    rtol=1e-9,
    atol=1e-12,
    misconceptions=[
        Misconception(
            "uphill",
            lambda theta, gradient, rate: theta + rate * gradient,
            "Your step goes uphill: the loss would grow. Which way does the gradient point?",
        ),
        Misconception(
            "step in a copy, old value returned",
            in_place_of_a_copy,
            "Nothing has moved: the parameters come back as they were. Did you change a copy and return the original?",
        ),
        Misconception(
            "only the step",
            lambda theta, gradient, rate: -rate * gradient,
            "You return the step alone. The new parameters are where you *stood*, plus the step.",
        ),
        Misconception(
            "only the step, uphill",
            lambda theta, gradient, rate: rate * gradient,
            "You return rate times gradient. That is how far to move; where do you move from, and in which direction?",
        ),
        Misconception(
            "rate forgotten",
            lambda theta, gradient, rate: theta - gradient,
            "You take the whole gradient as the step. Where does the rate come in?",
        ),
        Misconception(
            "divided by the rate",
            lambda theta, gradient, rate: theta - gradient / rate,
            "With your line a smaller rate makes a *larger* step.",
        ),
        Misconception(
            "rate on both",
            lambda theta, gradient, rate: rate * (theta - gradient),
            "The rate multiplies your parameters too, so that a small rate shrinks the whole network. It belongs to the gradient only.",
        ),
        Misconception(
            "multiplied by the parameters",
            lambda theta, gradient, rate: theta - rate * gradient * theta,
            "Your step is also multiplied by the parameter itself: a weight of zero could never move. Compare with the equation.",
        ),
        Misconception(
            "mean gradient for all",
            lambda theta, gradient, rate: theta - rate * np.mean(gradient),
            "You move every parameter by the same amount. Each has its own entry in the gradient.",
        ),
        Misconception(
            "sign of the gradient",
            lambda theta, gradient, rate: theta - rate * np.sign(gradient),
            "You keep only the direction of the gradient and throw away its size. (An optimiser that does so exists, but it is not this one.)",
        ),
        Misconception(
            "length normalised",
            lambda theta, gradient, rate: theta - rate * gradient / (np.linalg.norm(gradient) or 1.0),
            "You divide by the gradient's length, so that every step is equally long, also where the valley is nearly flat.",
        ),
        Misconception(
            "averaged over entries",
            lambda theta, gradient, rate: theta - rate * gradient / len(gradient),
            "You divide the gradient by its length once more. Sum or mean was settled when the gradient was computed.",
        ),
    ],
)


# --- sum or mean -----------------------------------------------------------------------------------------------------


def mean_rate(sum_rate: float, n: int) -> float:
    """Rate for the mean gradient that takes the step of `sum_rate` on the sum over n samples: eta_mean = n eta_sum."""
    return sum_rate * n


def mean_rate_probes(rng: np.random.Generator) -> list[Probe]:
    """The report's own pair, and others."""
    return [
        Probe(1e-5, 60_000, label="Report B's rate and images"),
        Probe(float(rng.uniform(1e-4, 1e-2)), int(rng.integers(50, 5000)), label="another pair"),
        Probe(float(rng.uniform(0.1, 1.0)), 1, label="a single sample"),
        Probe(float(rng.uniform(1e-3, 1e-1)), 32, label="a mini-batch of 32"),
    ]


MEAN_RATE = Exercise(
    id="02.mean_rate",
    name="mean_rate",
    title="A rate for the sum, said for the mean",
    points=1,
    reference=mean_rate,
    probes=mean_rate_probes,
    misconceptions=[
        Misconception(
            "the wrong way round",
            lambda sum_rate, n: sum_rate / n,
            "You made the rate smaller. The mean gradient is n times *smaller* than the sum: does it need a smaller or a larger rate to take the same step?",
        ),
        Misconception(
            "unchanged",
            lambda sum_rate, n: sum_rate,
            "You leave the rate as it is. Then the step on the mean is n times shorter than the step on the sum.",
        ),
        Misconception(
            "root of n",
            lambda sum_rate, n: sum_rate * np.sqrt(n),
            "A root of n belongs to the *noise* of a mean. Here nothing is random: put g_sum = n g_mean into the equation.",
        ),
        Misconception(
            "divided by the root of n",
            lambda sum_rate, n: sum_rate / np.sqrt(n),
            "A root of n belongs to the noise of a mean, and it makes the rate smaller here. Put g_sum = n g_mean into the equation.",
        ),
        Misconception(
            "n squared",
            lambda sum_rate, n: sum_rate * n**2,
            "The factor n is in twice. Which of the two sides of the equation holds it?",
        ),
        Misconception(
            "always 60,000",
            lambda sum_rate, n: sum_rate * 60_000,
            "You multiply by 60,000 whatever n is. That is right for the report's own data only.",
        ),
        Misconception(
            "inverted",
            lambda sum_rate, n: n / sum_rate,
            "Your answer grows when the given rate shrinks. Both rates belong to the same step: they grow together.",
        ),
        Misconception(
            "one sample short",
            lambda sum_rate, n: sum_rate * (n - 1),
            "The factor n - 1 belongs to the estimate of a variance. Here you only count how many gradients were added up.",
        ),
    ],
)


# --- the ladder of rates ---------------------------------------------------------------------------------------------


def ladder_probes(rng: np.random.Generator) -> list[Probe]:
    """Ladders over one and over many powers of ten, and the shortest there is."""
    return [
        Probe(1e-3, 10.0, 9, label="four powers of ten"),
        Probe(float(rng.uniform(0.01, 0.05)), float(rng.uniform(1.0, 3.0)), 6, label="odd ends"),
        Probe(0.5, 2.0, 3, label="three rates: the middle one is the geometric mean"),
        Probe(1e-4, 1e-1, 2, label="two rates: the ends themselves"),
        Probe(2.0, 2.0, 4, label="both ends equal"),
    ]


RATE_LADDER = Exercise(
    id="02.rate_ladder",
    name="rate_ladder",
    title="Rates that rise by a factor",
    points=1,
    reference=rate_ladder,
    probes=ladder_probes,
    misconceptions=[
        Misconception(
            "equal differences",
            lambda low, high, steps: np.linspace(low, high, steps),
            "Your rates rise by the same *amount*. Between 0.001 and 10 nearly all of them are then above 0.1, and the small ones are never tried. "
            "They must rise by the same *factor*.",
        ),
        Misconception(
            "upper end left out",
            lambda low, high, steps: low * (high / low) ** (np.arange(steps) / steps),
            "Your ladder stops one rung before `high`. With both ends included, `steps` rates have one gap fewer than that between them.",
        ),
        Misconception(
            "lower end left out",
            lambda low, high, steps: low * (high / low) ** (np.arange(1, steps + 1) / steps),
            "Your ladder starts one rung above `low`. What is the first value of i?",
        ),
        Misconception(
            "ends taken for exponents",
            lambda low, high, steps: np.logspace(low, high, steps),
            "`np.logspace` takes *powers of ten* as its ends: it starts at 10 to the `low`. You have the rates themselves.",
        ),
        Misconception(
            "natural exponents",
            lambda low, high, steps: np.exp(np.linspace(low, high, steps)),
            "You use the rates themselves as exponents. The logarithms of the rates are what rises evenly.",
        ),
        Misconception(
            "logarithms returned",
            lambda low, high, steps: np.linspace(np.log10(low), np.log10(high), steps),
            "These rise evenly, as the logarithms of the rates should. One step is left: back from logarithms to rates.",
        ),
        Misconception(
            "natural logarithms returned",
            lambda low, high, steps: np.linspace(np.log(low), np.log(high), steps),
            "These rise evenly, as the logarithms of the rates should. One step is left: back from logarithms to rates.",
        ),
        Misconception(
            "bases mixed",
            lambda low, high, steps: np.exp(np.linspace(np.log10(low), np.log10(high), steps)),
            "You take logarithms to one base and undo them with another. `np.log` belongs to `np.exp`, `np.log10` to powers of ten.",
        ),
        Misconception(
            "falling",
            lambda low, high, steps: high * (low / high) ** (np.arange(steps) / (steps - 1)),
            "Your ladder comes down from `high` to `low`. A range test must begin where nothing can go wrong.",
        ),
        Misconception(
            "whole factor every step",
            lambda low, high, steps: low * (high / low) ** np.arange(steps),
            "Each of your steps multiplies by the whole of high / low, so that the second rate is already `high`. The factor must be shared out over the steps.",
        ),
        Misconception(
            "one rate too many",
            lambda low, high, steps: low * (high / low) ** (np.arange(steps + 1) / steps),
            "You return one rate more than asked for. `steps` counts the rates, not the gaps between them.",
        ),
    ],
)


# --- the range test --------------------------------------------------------------------------------------------------

Step = Callable[[float], float]


def scripted_step(rates: np.ndarray, script: np.ndarray) -> Step:
    """A network as a story: the loss after a step depends on its rate, and creeps up with every call.

    The creep tells a test that calls `step` twice for one rate from one that does not.
    """
    calls = 0

    def step(rate: float) -> float:
        nonlocal calls
        calls += 1
        return float(script[np.argmin(np.abs(np.log(rates / rate)))]) * (1 + 0.001 * calls)

    return step


def call_range_test(function: Callable, rates: np.ndarray, script: np.ndarray) -> np.ndarray:
    """Hand the function a step made from plain arrays."""
    return function(scripted_step(rates, script), rates)


def range_test_probes(rng: np.random.Generator) -> list[Probe]:
    """Losses that fall and climb, that climb and recover, and that break."""
    rates = np.geomspace(1e-3, 10, 8)
    noise = rng.uniform(0.99, 1.01, 8)
    return [
        Probe(rates, noise * [5, 4, 2, 1, 1.2, 2.5, 6, 30], label="falls, then climbs out"),
        Probe(rates, noise * [2, 1, 1.1, 50, 70, 80, 90, 99], label="one leap, then a plateau"),
        Probe(rates, noise * [5, 4.5, 4, 3, 2, 1.8, 1.7, 1.6], label="never climbs"),
        Probe(rates, noise * [2, 1, 3.5, 0.8, 0.5, 1.8, 9, 1], label="bumps that are no end"),
        Probe(rates, noise * [40, 20, 9, 3, 1, 3, 5, 60], label="falls far: every early loss is above four times the best to come"),
        Probe(rates, np.array([3, 2, 1, np.nan, 1, 1, 1, 1]), label="a loss that is not a number"),
        Probe(rates, np.array([3, 2, np.inf, 1, 1, 1, 1, 1]), label="an infinite loss"),
        Probe(rates, noise * [1, 0.02, 0.01, 0.05, 0.06, 0.07, 0.08, 0.09], label="all losses small"),
    ]  # fmt: skip


def _range_test(
    too_high: Callable[[float, list], bool], keep_last: bool = True, finite: bool = True
) -> Callable:
    """A range test with another idea of when to stop."""

    def wrong(step: Step, rates: np.ndarray) -> np.ndarray:
        losses: list[float] = []
        for rate in rates:
            loss = step(rate)
            stop = (finite and not np.isfinite(loss)) or too_high(loss, losses)
            if keep_last or not stop:
                losses.append(loss)
            if stop:
                break
        return np.array(losses)

    return wrong


def above_four_times_best(loss: float, before: list) -> bool:
    """The right rule, for wrong answers that differ elsewhere."""
    return bool(before) and loss > 4 * min(before)


def tried_rates(step: Step, rates: np.ndarray) -> np.ndarray:
    """The rates that were tried, in the place of their losses."""
    return np.asarray(rates)[: len(range_test(step, rates))]


def step_twice(step: Step, rates: np.ndarray) -> np.ndarray:
    """Two updates for each rate: one to look, one to keep."""
    losses: list[float] = []
    for rate in rates:
        stop = not np.isfinite(step(rate))
        losses.append(step(rate))
        if stop or losses[-1] > 4 * min(losses):
            break
    return np.array(losses)


def padded(step: Step, rates: np.ndarray) -> np.ndarray:
    """A full-length array with zeros after the end of the test."""
    losses = range_test(step, rates)
    return np.append(losses, np.zeros(len(rates) - len(losses)))


RANGE_TEST = Exercise(
    id="02.range_test",
    name="range_test",
    title="The range test",
    points=2,
    reference=range_test,
    call=call_range_test,
    probes=range_test_probes,
    misconceptions=[
        Misconception(
            "never stops",
            _range_test(lambda loss, before: False, finite=False),
            "You go on to the last rate whatever happens. Once the network has been thrown out of the valley, further losses say nothing.",
        ),
        Misconception(
            "stops only when not finite",
            _range_test(lambda loss, before: False),
            "You stop when the loss is no number, but not when it has climbed far above the best. Losses can be enormous long before they overflow.",
        ),
        Misconception(
            "ignores what is not finite",
            _range_test(above_four_times_best, finite=False),
            "A NaN is never larger than anything: every comparison with it is False, so your test runs on. Ask for finiteness by itself.",
        ),
        Misconception(
            "last loss dropped",
            _range_test(above_four_times_best, keep_last=False),
            "The loss that ends the test is missing from your result. It is the one that shows where the range ends.",
        ),
        Misconception(
            "compared with the first loss",
            _range_test(lambda loss, before: bool(before) and loss > 4 * before[0]),
            "You compare with the *first* loss. The loss may have fallen a long way since: measure the climb from the lowest point.",
        ),
        Misconception(
            "compared with the loss before",
            _range_test(lambda loss, before: bool(before) and loss > 4 * before[-1]),
            "You compare with the loss just *before*. A loss that triples twice has left the valley too: measure the climb from the lowest point.",
        ),
        Misconception(
            "any rise stops",
            _range_test(lambda loss, before: bool(before) and loss > min(before)),
            "You stop at the first loss above the best. Losses bump a little on their way down; the text allows them a factor.",
        ),
        Misconception(
            "four as a bound",
            _range_test(lambda loss, before: loss > 4),
            "You stop at a loss above 4, whatever the losses of this network are like. Four is a *factor* on the best loss so far.",
        ),
        Misconception(
            "best plus four",
            _range_test(lambda loss, before: bool(before) and loss > 4 + min(before)),
            "You add 4 to the best loss. Losses have very different sizes; a *factor* of four means the same for all of them.",
        ),
        Misconception(
            "twice the best",
            _range_test(lambda loss, before: bool(before) and loss > 2 * min(before)),
            "Your factor is smaller than the one in the text, and stops at a bump.",
        ),
        Misconception(
            "worst for best",
            _range_test(lambda loss, before: bool(before) and loss > 4 * max(before)),
            "You compare with the *largest* loss so far. The climb is measured from the lowest.",
        ),
        Misconception(
            "two updates for each rate",
            step_twice,
            "You call `step` twice for a rate. Every call is an update: the network moves each time. Call it once and keep what it returns.",
        ),
        Misconception(
            "rates returned",
            tried_rates,
            "You return the rates that were tried. The losses are asked for.",
        ),
        Misconception(
            "padded with zeros",
            padded,
            "Your result has a zero for every rate that was not tried. A loss of zero would be perfect: leave those out.",
        ),
        Misconception(
            "rates tried from the top",
            lambda step, rates: range_test(step, np.asarray(rates)[::-1]),
            "You begin with the largest rate. The first step would already throw the network out of the valley.",
        ),
    ],
)  # fmt: skip


EXERCISES = [SQUARED_ERROR, ACCURACY, UPDATE, MEAN_RATE, RATE_LADDER, RANGE_TEST]
