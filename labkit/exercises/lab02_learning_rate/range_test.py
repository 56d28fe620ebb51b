"""The range test: climb the ladder until the loss climbs out of its valley."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.range_test import range_test

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


def _range_test(too_high: Callable[[float, list], bool], keep_last: bool = True, finite: bool = True) -> Callable:
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
