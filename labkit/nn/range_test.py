"""Find a usable learning rate in one short run: raise the rate at every step and watch the loss.

While the rate is too small the loss hardly moves; then it falls; past the stability limit it climbs. After
Smith (2017), "Cyclical learning rates for training neural networks", section 3.3.
"""

from collections.abc import Callable, Iterable

import numpy as np

from labkit.errors import LabkitError

GIVE_UP = 4.0  # a loss this many times the best so far has left the valley


def rate_ladder(low: float, high: float, steps: int) -> np.ndarray:
    """Rates from `low` to `high`, both included, each the same factor above the last.

    eta_i = low (high / low)^(i / (steps - 1)),  i = 0 .. steps - 1

    Parameters
    ----------
    low, high : float
        Smallest and largest rate, both positive.
    steps : int
        How many rates, at least 2.

    Returns
    -------
    ndarray, shape (steps,)

    Raises
    ------
    LabkitError
        When a rate is not positive or there are fewer than two steps.
    """
    if low <= 0 or high <= 0 or steps < 2:
        raise LabkitError(
            "A ladder of rates needs two positive rates and at least 2 steps, and was given "
            f"low={low}, high={high}, steps={steps}."
        )
    return low * (high / low) ** (np.arange(steps) / (steps - 1))


def range_test(step: Callable[[float], float], rates: Iterable[float]) -> np.ndarray:
    """Losses after one update at each rate, until one of them has left the valley.

    Parameters
    ----------
    step : function
        ``step(rate)`` makes one update at that rate and returns the loss after it.
    rates : iterable of float
        Rising learning rates.

    Returns
    -------
    ndarray, shape (m,)
        One loss for each rate tried. The last of them is not finite, or above four times the best, where
        the test stopped early.
    """
    losses = []
    for rate in rates:
        losses.append(step(rate))
        if not np.isfinite(losses[-1]) or losses[-1] > GIVE_UP * min(losses):
            break
    return np.array(losses)
