"""What is looked at in weights that were drawn: two right answers share no number, but their statistics agree.

An initialiser is asked for about 40,000 weights. Two right answers then differ in their standard deviation by .5 %, a
fifth of what the exercises allow.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from labkit.exercises.comparison import as_array
from labkit.exercises.probe import Probe

TOLERANCE = 0.025
NUMBER = 40_000
NOT_LOOKED_AT = "-"
NOTHING = dict.fromkeys(("mean / std", "std", "form"), NOT_LOOKED_AT)
NO_ARRAY = {"shape": "no array"} | NOTHING | {"source": NOT_LOOKED_AT}
REPEATED = "one number in many places"
FORMS = {"bell-shaped": (0.79, 0.806), "bell-shaped without tails": (0.815, 0.829), "flat": (0.857, 0.875)}
"""Mean distance from the mean, in standard deviations: .798 for a normal distribution, .866 for a uniform one."""


def sizes(rng: np.random.Generator) -> list[Probe]:
    """Layers that are wide, narrow, and neither; never square, so that inputs and outputs cannot be mixed up."""

    def layer(n_inputs: int, label: str) -> Probe:
        return Probe(n_inputs, NUMBER // n_inputs, int(rng.integers(1_000_000)), label=label)

    return [
        layer(784, "784 inputs, as many as an image has pixels"),
        layer(int(rng.integers(120, 160)), "more outputs than inputs"),
        layer(int(rng.integers(18, 30)), "few inputs, very many outputs"),
    ]


def look_at(function: Callable, n_inputs: int, n_outputs: int, rng: int) -> Any:
    """Call an initialiser with a generator seeded by ``rng``; say what its weights look like and where they come from.

    None is handed on as it is: nothing has been written yet. What labkit's own functions draw is remembered: the known
    mistakes are asked the same whenever an answer is wrong.
    """
    ours = getattr(function, "__module__", "").startswith("labkit.")
    return (_remembered if ours else _look_at)(function, n_inputs, n_outputs, rng)


def _look_at(function: Callable, n_inputs: int, n_outputs: int, rng: int) -> Any:
    def draw(n: int, m: int) -> Callable:
        return lambda generator: function(n, m, generator)

    W = draw(n_inputs, n_outputs)(np.random.default_rng(rng))
    return look(W, (n_inputs, n_outputs), draw(7, 5), rng)


_remembered = lru_cache(maxsize=1000)(_look_at)


def look(W: Any, shape: tuple[int, int], small: Callable, seed: int) -> Any:
    """Describe drawn weights; ``small(generator)`` draws a few more, to see where the numbers come from."""
    if W is None:
        return None
    array = as_array(W) if isinstance(W, (np.ndarray, np.generic, int, float, list, tuple)) else None
    if array is None:
        return dict(NO_ARRAY)
    if isinstance(W, (list, tuple)):
        found = {"shape": "a list"} | NOTHING
    elif array.shape != shape:
        found = {"shape": f"{array.shape if array.ndim else 'one number'}, not {shape}"} | NOTHING
    elif array.dtype.kind == "c" or not np.isfinite(array).all():
        found = {"shape": str(shape)} | NOTHING | {"form": "NaN, infinite or complex numbers"}
    else:
        found = {"shape": str(shape)} | statistics(np.asarray(array, dtype=float))
    return found | {"source": source(small, seed)}


def statistics(W: np.ndarray) -> dict[str, Any]:
    """Mean in standard deviations (0 where chance explains it), standard deviation, and form of the distribution."""
    std, mean = W.std(), W.mean()
    if std <= 1e-9 * abs(mean) or std == 0:
        return {"mean / std": NOT_LOOKED_AT, "std": 0.0, "form": "one number everywhere"}
    named = form(W)
    if named.startswith("the same") or named == REPEATED:  # so few numbers that chance would decide the rest
        return {"mean / std": NOT_LOOKED_AT, "std": NOT_LOOKED_AT, "form": named}
    return {"mean / std": mean / std if abs(mean) > 0.05 * std else 0.0, "std": std, "form": named}


def form(W: np.ndarray) -> str:
    """Name the distribution of weights that are not all equal."""
    if np.array_equal(W[:, 0], W[:, 1]):
        return "the same weights for every unit"
    if np.array_equal(W[0], W[1]):
        return "the same weights for every input"
    if W.min() >= 0 or W.max() <= 0:
        return "all of one sign"
    if max(np.mean(W.min() == W), np.mean(W.max() == W)) > 0.005:
        return "piled up at the borders"
    if np.mean(W == 0) > 0.005:
        return "with many zeros"
    if most_common_share(W) > 0.005:
        return REPEATED
    distance = np.mean(np.abs(W - W.mean())) / W.std()
    return next((name for name, (low, high) in FORMS.items() if low < distance < high), "neither bell-shaped nor flat")


def most_common_share(W: np.ndarray) -> float:
    """How large a share of the weights is one and the same number."""
    return float(np.unique(W, return_counts=True)[1].max() / W.size)


def source(small: Callable, seed: int) -> str:
    """Say whether numbers come from the generator that is handed in, and from that one alone."""
    kept = np.random.get_state()  # noqa: NPY002  a student's own random numbers go on undisturbed
    try:
        one, again, other = (np.asarray(small(np.random.default_rng(s))) for s in (seed, seed, seed + 1))
        shared = np.random.default_rng(seed)
        first, second = np.asarray(small(shared)), np.asarray(small(shared))
    finally:
        np.random.set_state(kept)  # noqa: NPY002
    if not np.array_equal(one, again):
        return "other numbers from the same rng"
    if np.array_equal(one, other):
        return "the same numbers from every rng"
    return "the same numbers twice from one rng" if np.array_equal(first, second) else "rng"
