"""The given numbers of a sheet, drawn for each student so that no slip can pass for the right value."""

from itertools import combinations, product

import numpy as np

from labkit.exercises.lab01_backprop_on_paper.sheet.net import HIDDEN, INPUTS, OUTPUTS, Values
from labkit.exercises.lab01_backprop_on_paper.sheet.steps import STEPS

#: To how many decimals a student works.
DECIMALS = 4

#: An answer counts when it lies this close to what follows from the earlier ones.
TOLERANCE = 0.0003

#: Numbers are drawn anew until every slip misses the right value by this much, so that none can pass,
GAP = 0.001

#: and every other slip by this much, so that none is called by another's name.
APART = 0.0007


def numbers(rng: np.random.Generator) -> dict[str, float]:
    """Draw the given numbers of one sheet: tenths, with which every slip shows and the update lowers E.

    Parameters
    ----------
    rng : numpy.random.Generator
        The student's own stream.

    Returns
    -------
    dict of float
        ``x1``, ``x2``, the weights and biases by name, the targets ``t_o1`` and ``t_o2``, and ``rate``.
    """
    while True:
        given = _draw(rng)
        if _is_well_conditioned(given):
            return given


def _draw(rng: np.random.Generator) -> dict[str, float]:
    def tenths(low: int, high: int) -> float:
        """Return a signed number of tenths, kept away from 0 so that every arrow matters."""
        return float(rng.integers(low, high + 1) * rng.choice([-1, 1]) / 10)

    given = {x: tenths(3, 8) for x in INPUTS}
    given |= {f"w_{x}_{h}": tenths(3, 15) for x, h in product(INPUTS, HIDDEN)}
    given |= {f"b_{h}": tenths(1, 8) for h in HIDDEN}
    given |= {f"w_{h}_{o}": tenths(5, 20) for h, o in product(HIDDEN, OUTPUTS)}
    given |= {f"b_{o}": tenths(1, 8) for o in OUTPUTS}
    given |= {f"t_{o}": float(t) for o, t in zip(OUTPUTS, rng.permutation([0, 1]), strict=True)}
    return given | {"rate": float(rng.choice([1, 1.5, 2]))}


def _is_well_conditioned(given: Values) -> bool:
    """Whether no slip comes near the right value or another slip, rounding is harmless, and E goes down."""
    sheet, written = dict(given), dict(given)  # written: each blank rounded before the next is worked out
    for step in STEPS:
        sheet[step.name] = step.work(sheet)
        slips = [float(slip.function(sheet)) for slip in step.misconceptions]
        rounded = [step.work(written), *(float(slip.function(written)) for slip in step.misconceptions)]
        if any(abs(a - b) > 0.7 * TOLERANCE for a, b in zip([sheet[step.name], *slips], rounded, strict=True)):
            return False
        written[step.name] = round(sheet[step.name], DECIMALS)
        if any(abs(slip - sheet[step.name]) < GAP for slip in slips):
            return False
        if any(abs(one - other) < APART for one, other in combinations(slips, 2)):
            return False
    moved = {name: sheet.get(f"new_{name}", value) for name, value in given.items()}
    for step in STEPS[:9]:  # forward once more, as far as E
        moved[step.name] = step.work(moved)
    return moved["E"] < 0.8 * sheet["E"]


def arrays(given: Values) -> tuple[np.ndarray, ...]:
    """Arrange the given numbers as ``x, t, W1, b1, W2, b2``; ``W[i, j]`` leads from unit i to unit j."""

    def table(sources: tuple[str, ...], targets: tuple[str, ...]) -> np.ndarray:
        return np.array([[given[f"w_{i}_{j}"] for j in targets] for i in sources])

    return (
        np.array([given[x] for x in INPUTS]),
        np.array([given[f"t_{o}"] for o in OUTPUTS]),
        table(INPUTS, HIDDEN),
        np.array([given[f"b_{h}"] for h in HIDDEN]),
        table(HIDDEN, OUTPUTS),
        np.array([given[f"b_{o}"] for o in OUTPUTS]),
    )
