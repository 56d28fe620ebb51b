"""What a change has earned: seed by seed, and on average over all orders in which several changes might be made."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import factorial
from typing import TYPE_CHECKING, Any

import numpy as np

from labkit.errors import LabkitError

if TYPE_CHECKING:
    import pandas as pd


def paired_gain(base: Sequence[float], changed: Sequence[float]) -> tuple[float, float]:
    """What a change has earned: mean and standard deviation of the differences, seed by seed.

    Both runs of a seed begin with the same weights. What is good or bad luck for both cancels in their difference.

    Parameters
    ----------
    base, changed : array (seeds,)
        Scores without and with the change, in the same order of seeds.

    Returns
    -------
    mean, spread : float
        The spread is the standard deviation over seeds (with n - 1).

    Raises
    ------
    LabkitError
        When there are not as many scores without as with the change, or fewer than two.
    """
    base, changed = np.asarray(base, dtype=float), np.asarray(changed, dtype=float)
    if base.ndim != 1 or base.shape != changed.shape or len(base) < 2:
        raise LabkitError(
            "paired_gain needs one score for each seed, without and with the change, and at least two seeds; it got "
            f"shapes {base.shape} and {changed.shape}."
        )
    gains = changed - base
    return float(gains.mean()), float(gains.std(ddof=1))


def average_gains(frame: "pd.DataFrame", changes: Mapping[str, tuple[str, Any, Any]], metric: str) -> "pd.DataFrame":
    r"""What each change has earned on average over all orders in which they might have been made.

    .. math:: \phi_i = \sum_{S \not\ni i} \frac{|S|!\,(n - 1 - |S|)!}{n!} \bigl(v(S \cup \{i\}) - v(S)\bigr)

    v(S) is the score with the changes in S made. Shapley (1953), "A value for n-person games".

    Parameters
    ----------
    frame : DataFrame
        One row for each combination of the settings and each ``seed``.
    changes : dict
        Name of the change to (setting, value before, value after).
    metric : str
        Column with the score.

    Returns
    -------
    DataFrame
        A row for each seed, a column for each change; a row adds up to the gain of all changes together.

    Raises
    ------
    LabkitError
        When there is no change, the table lacks a column, or a combination of the settings has no run.
    """
    import pandas as pd

    columns = [setting for setting, _, _ in changes.values()]
    if missing := [name for name in (*columns, "seed", metric) if name not in frame.columns]:
        raise LabkitError(
            f"average_gains needs a table with the column {missing[0]!r}; it has {', '.join(frame.columns)}."
        )
    if not changes:
        raise LabkitError(
            "average_gains needs at least one change, such as {'tanh': ('activation', 'sigmoid', 'tanh')}."
        )
    scores = frame.set_index([*columns, "seed"])[metric].sort_index()
    n = len(changes)

    def score(made: tuple[str, ...]) -> "pd.Series":
        cell = tuple(after if name in made else before for name, (_, before, after) in changes.items())
        try:
            return scores.loc[cell]
        except KeyError:
            told = ", ".join(f"{column} = {value!r}" for column, value in zip(columns, cell, strict=True))
            raise LabkitError(f"average_gains needs every combination of the settings; none has {told}.") from None

    gains = {}
    for name in changes:
        others = [other for other in changes if other != name]
        gains[name] = sum(
            (score((*made, name)) - score(made)) * (factorial(size) * factorial(n - 1 - size) / factorial(n))
            for size in range(n)
            for made in combinations(others, size)
        )
    return pd.DataFrame(gains)
