"""Wrong ways to cut the tails off."""

from collections.abc import Callable

import numpy as np

from labkit import nn
from labkit.exercises.lab04_initialisation.wrong_draws import Init

Truncated = Callable[[int, int, float, np.random.Generator], np.ndarray]


def clipped(border: Callable[[float], float]) -> Truncated:
    """Move what lies outside onto a border."""

    def draw(n: int, m: int, std: float, rng: np.random.Generator) -> np.ndarray:
        return np.clip(rng.normal(0, std, (n, m)), -border(std), border(std))

    return draw


def redrawn(border: Callable[[float], float], std: Callable[[float], float] = lambda s: s) -> Truncated:
    """Redraw what lies outside another border, or with another standard deviation."""

    def draw(n: int, m: int, s: float, rng: np.random.Generator) -> np.ndarray:
        W = rng.normal(0, std(s), (n, m))
        while (far := np.abs(W) > border(s)).any():
            W[far] = rng.normal(0, std(s), int(far.sum()))
        return W

    return draw


def replaced(far: Callable[[np.ndarray, float], np.ndarray], new: Callable) -> Truncated:
    """Replace once what lies outside, by something else: ``new(W, std, how_many, rng)``."""

    def draw(n: int, m: int, std: float, rng: np.random.Generator) -> np.ndarray:
        W = rng.normal(0, std, (n, m))
        wrong = far(W, std)
        W[wrong] = new(W[wrong], std, int(wrong.sum()), rng)
        return W

    return draw


def outside(W: np.ndarray, std: float) -> np.ndarray:
    """Which weights lie outside two standard deviations."""
    return np.abs(W) > 2 * std


def upper_tail(n: int, m: int, std: float, rng: np.random.Generator) -> np.ndarray:
    """Draw the upper tail again, and leave the lower one."""
    w = rng.normal(0, std, (n, m))
    while (far := w > 2 * std).any():
        w[far] = rng.normal(0, std, int(far.sum()))
    return w


def replaced_until_inside(std: Callable[[float], float]) -> Truncated:
    """Draw again with another standard deviation than the first draw's."""

    def draw(n: int, m: int, s: float, rng: np.random.Generator) -> np.ndarray:
        W = rng.normal(0, s, (n, m))
        while (far := outside(W, s)).any():
            W[far] = rng.normal(0, std(s), int(far.sum()))
        return W

    return draw


def passes(number: int) -> Truncated:
    """Draw again a fixed number of times."""

    def draw(n: int, m: int, std: float, rng: np.random.Generator) -> np.ndarray:
        W = rng.normal(0, std, (n, m))
        for _ in range(number):
            far = outside(W, std)
            W[far] = rng.normal(0, std, int(far.sum()))
        return W

    return draw


def one_number(n: int, m: int, std: float, rng: np.random.Generator) -> np.ndarray:
    """Draw one number again for all weights outside."""
    W = rng.normal(0, std, (n, m))
    while (far := outside(W, std)).any():
        W[far] = rng.normal(0, std)
    return W


def only_tails(n: int, m: int, std: float, rng: np.random.Generator) -> np.ndarray:
    """Draw again what lies inside, with the comparison turned round."""
    W = rng.normal(0, std, (n, m))
    while (near := ~outside(W, std)).any():
        W[near] = rng.normal(0, std, int(near.sum()))
    return W


def border_moves(n: int, m: int, std: float, rng: np.random.Generator) -> np.ndarray:
    """Measure the border on the weights that are left."""
    W = rng.normal(0, std, (n, m))
    for _ in range(50):
        if not (far := outside(W, W.std())).any():
            break
        W[far] = rng.normal(0, std, int(far.sum()))
    return W


def folded(W: np.ndarray, border: float) -> np.ndarray:
    """Mirror what lies outside at its border."""
    return np.where(np.abs(W) > border, np.sign(W) * 2 * border - W, W)


def without_its_tails(n: int, m: int, std: float, rng: np.random.Generator) -> np.ndarray:
    """Leave out what lies outside."""
    W = rng.normal(0, std, (n, m))
    return W[np.abs(W) <= 2 * std]


def with_std(change: Callable[[Init], Init]) -> Truncated:
    """Apply a change to the right answer."""
    return lambda n, m, std, rng: change(nn.TruncatedNormal(std))(n, m, rng)
