"""Normal weights without tails."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from labkit import nn
from labkit.exercises.lab04_initialisation import draws, wrong_draws, wrong_truncations
from labkit.exercises.lab04_initialisation.drawn import DrawnExercise
from labkit.exercises.lab04_initialisation.tail_mistakes import TAIL_MISTAKES
from labkit.exercises.lab04_initialisation.wrong_draws import fresh_generator, own_generator
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe

NUMBER, TOLERANCE = 120_000, 0.012
"""More weights, smaller tolerance than elsewhere: tails filled up in another way change the spread by 2 %."""


def truncated_normal(n_inputs: int, n_outputs: int, std: float, rng: np.random.Generator) -> np.ndarray:
    """Draw weights from N(0, std^2); what falls outside two standard deviations is drawn again."""
    return nn.TruncatedNormal(std)(n_inputs, n_outputs, rng)


def _layers(rng: np.random.Generator) -> list[Probe]:
    def layer(n_inputs: int, std: float, label: str) -> Probe:
        n_outputs = NUMBER // n_inputs
        return Probe(n_inputs, n_outputs, float(np.round(std, 3)), int(rng.integers(1_000_000)), label=label)

    return [
        layer(784, 0.1, "784 inputs"),
        layer(int(rng.integers(330, 440)), rng.uniform(0.02, 0.05), "a small std"),
        layer(int(rng.integers(18, 30)), rng.uniform(1.5, 2.5), "an std above 1"),
    ]


def _look_at(function: Callable, n_inputs: int, n_outputs: int, std: float, rng: int) -> Any:
    """What is looked at in any weights, and how far they reach; what labkit's own functions draw is remembered."""
    ours = getattr(function, "__module__", "").startswith("labkit.")
    return (_remembered if ours else _look)(function, n_inputs, n_outputs, std, rng)


def _look(function: Callable, n_inputs: int, n_outputs: int, std: float, rng: int) -> Any:
    def draw(n: int, m: int) -> Callable:
        return lambda generator: function(n, m, std, generator)

    W = draw(n_inputs, n_outputs)(np.random.default_rng(rng))
    found = draws.look(W, (n_inputs, n_outputs), draw(7, 5), rng)
    if found is not None:
        looked = found["std"] != draws.NOT_LOOKED_AT
        reach = f"{_reach(np.min(W) / std)} to {_reach(np.max(W) / std)} std" if looked else draws.NOT_LOOKED_AT
        found["reach"] = reach
    return found


_remembered = lru_cache(maxsize=1000)(_look)


def _reach(end: float) -> str:
    """An end of the range in units of std, so roughly that chance cannot change it."""
    return f"{end:.1f}" if abs(end) <= 3 else f"beyond {np.sign(end) * 3:.0f}"


TRUNCATED_NORMAL = DrawnExercise(
    id="04.truncated_normal",
    name="truncated_normal",
    title="A normal distribution without tails",
    points=3,
    reference=truncated_normal,
    probes=_layers,
    call=_look_at,
    rtol=TOLERANCE,
    misconceptions=[
        *TAIL_MISTAKES,
        Misconception(
            "uniform",
            lambda n, m, std, rng: rng.uniform(-2 * std, 2 * std, (n, m)),
            "Your weights are equally likely everywhere in the range. They should still be bell-shaped inside it.",
        ),
        Misconception(
            "std restored",
            lambda n, m, std, rng: nn.TruncatedNormal(std)(n, m, rng) / 0.8796,
            "You stretched the weights until they have the standard deviation `std` again. Useful, but then they "
            "reach beyond 2 * std; the exercise asks for the plain truncation.",
        ),
        Misconception(
            "std shrunk twice",
            lambda n, m, std, rng: nn.TruncatedNormal(std)(n, m, rng) * 0.8796,
            "Cutting the tails narrows the distribution by itself. There is no need to multiply by that factor.",
        ),
        Misconception(
            "variance for std",
            lambda n, m, std, rng: nn.TruncatedNormal(std**2)(n, m, rng),
            "You squared `std` before you drew: `rng.normal` takes the standard deviation itself.",
        ),
        Misconception(
            "root of the std",
            lambda n, m, std, rng: nn.TruncatedNormal(std**0.5)(n, m, rng),
            "You took the root of `std`: it already is a standard deviation.",
        ),
        Misconception(
            "std left out",
            lambda n, m, std, rng: nn.TruncatedNormal(1.0)(n, m, rng),
            "Your weights are the same whatever `std` is. Where does it enter?",
        ),
        Misconception(
            "fan-in for std",
            lambda n, m, std, rng: nn.TruncatedNormal(1 / np.sqrt(n))(n, m, rng),
            "You chose the spread yourself, from the number of inputs. Here it is handed in, as `std`.",
        ),
        Misconception(
            "only positive",
            lambda n, m, std, rng: np.abs(nn.TruncatedNormal(std)(n, m, rng)),
            "All your weights have the same sign. The distribution has its middle at 0.",
        ),
        Misconception(
            "shifted",
            lambda n, m, std, rng: nn.TruncatedNormal(std)(n, m, rng) + std,
            "The middle of your distribution is not at 0.",
        ),
        Misconception(
            "transposed shape",
            lambda n, m, std, rng: nn.TruncatedNormal(std)(n, m, rng).T,
            "Rows and columns are exchanged: the rows of W belong to the inputs.",
        ),
        Misconception(
            "flat",
            lambda n, m, std, rng: nn.TruncatedNormal(std)(n, m, rng).ravel(),
            "The number of weights is right; they should stand in a table with a row for each input.",
        ),
        Misconception(
            "a list", lambda n, m, std, rng: nn.TruncatedNormal(std)(n, m, rng).tolist(), wrong_draws.IN_A_LIST
        ),
        Misconception("no array", lambda n, m, std, rng: "weights", wrong_draws.NO_ARRAY),
        Misconception(
            "numbers not from rng",
            wrong_truncations.with_std(fresh_generator),
            "Your numbers do not come from the `rng` that is handed in, so nobody can repeat your run from its seed. "
            "In scipy it is called `random_state`.",
        ),
        Misconception(
            "a seed of its own",
            wrong_truncations.with_std(own_generator),
            "Every `rng` gives the same numbers: a fixed seed stands inside. Call the methods of the `rng` that is "
            "handed in.",
        ),
    ],
)
