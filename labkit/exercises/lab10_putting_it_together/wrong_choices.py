"""Recipes that are chosen by something other than the mean over the seeds on the practice images."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception

PEEKED = (
    "The held-out images have taken part in your choice. Of many recipes one is always lucky on them, and you would "
    "report its luck. Which scores may choose, and which may only judge?"
)
LUCKY = "One good run may be luck. Which recipe is best over its seeds, taken together?"
FLAT = (
    "Your index counts runs, not recipes: without an axis argmax looks at the whole table as one long list. The rows "
    "are the recipes."
)
ONE_SEED = "You look at the runs of one seed only. Which recipe is best over its seeds, taken together?"
CAUTIOUS = "You prefer recipes that scatter little: a fair wish, but the text asks for the best mean."
MEDIAN = "The median is a fair middle, but the text asks for the mean."


def _best(table: np.ndarray) -> int:
    return int(np.mean(table, axis=1).argmax())


def _row_of_best_run(table: np.ndarray) -> int:
    return int(np.max(table, axis=1).argmax())


def _by(score: Callable[[np.ndarray], np.ndarray], judge: Callable = np.mean) -> Callable:
    """Choose the row with the best score on the practice images."""

    def function(practice: np.ndarray, held_out: np.ndarray) -> tuple:
        best = int(score(practice).argmax())
        return best, judge(held_out[best])

    return function


def _index_for_score(practice: np.ndarray, held_out: np.ndarray) -> tuple:
    best = 0
    for i, row in enumerate(practice):
        if np.mean(row) > best:
            best = i
    return best, np.mean(held_out[best])


def _mean(table: np.ndarray) -> np.ndarray:
    return table.mean(axis=1)


def _minus(ddof: int) -> Callable:
    return _by(lambda table: _mean(table) - table.std(axis=1, ddof=ddof))


def _most_wins(table: np.ndarray) -> np.ndarray:
    return np.bincount(table.argmax(axis=0), minlength=len(table))


WRONG_CHOICES = [
    Misconception("chosen by the held-out", lambda p, h: (_best(h), np.mean(h[_best(h)])), PEEKED),
    Misconception(
        "chosen by both together",
        lambda p, h: (_best(p + h), np.mean(h[_best(p + h)])),
        PEEKED,
        ("chosen by the held-out",),
    ),
    Misconception("best of both", lambda p, h: (_best(h), np.mean(p[_best(h)])), PEEKED),
    Misconception(
        "smallest gap",
        lambda p, h: (int(np.abs(_mean(h - p)).argmin()), np.mean(h[np.abs(_mean(h - p)).argmin()])),
        "The held-out images have taken part in your choice. Which scores may choose, and which may only judge?",
    ),
    Misconception("chosen by the best run", lambda p, h: (_row_of_best_run(p), np.mean(h[_row_of_best_run(p)])), LUCKY),
    Misconception(
        "chosen by the best run, its held-out score",
        lambda p, h: (_row_of_best_run(p), h.ravel()[p.argmax()]),
        LUCKY,
    ),
    Misconception(
        "chosen by the best run, its best held-out run",
        lambda p, h: (_row_of_best_run(p), np.max(h[_row_of_best_run(p)])),
        LUCKY,
    ),
    Misconception("index of a run", lambda p, h: (int(p.argmax()), h.ravel()[p.argmax()]), FLAT),
    Misconception("index of a run, row of it", lambda p, h: (int(p.argmax()), np.mean(h[_row_of_best_run(p)])), FLAT),
    Misconception("index of a run, held-out", lambda p, h: (int(h.argmax()), np.max(h)), FLAT),
    Misconception(
        "mean over the recipes",
        lambda p, h: (int(p.mean(axis=0).argmax()), np.mean(h[int(p.mean(axis=0).argmax())])),
        "You average down the columns: over the recipes, which leaves one number for each *seed*. The rows are the "
        "recipes.",
    ),
    Misconception(
        "mean over the recipes, column",
        lambda p, h: (int(p.mean(axis=0).argmax()), np.mean(h[:, int(p.mean(axis=0).argmax())])),
        "You average down the columns: over the recipes, which leaves one number for each *seed*. The rows are the "
        "recipes.",
    ),
    Misconception(
        "axis forgotten",
        lambda p, h: (0, np.mean(h[0])),
        "Your choice is always row 0. A mean without an axis is one number for the whole table, and one number has its "
        "largest at 0.",
    ),
    Misconception(
        "the worst",
        lambda p, h: (int(p.mean(axis=1).argmin()), np.mean(h[p.mean(axis=1).argmin()])),
        "You have chosen the recipe with the *lowest* mean. Are these scores accuracies or errors?",
    ),
    Misconception(
        "chosen by the worst run",
        lambda p, h: (int(p.min(axis=1).argmax()), np.mean(h[p.min(axis=1).argmax()])),
        "You look at each recipe's worst run: cautious, but the text asks for the mean.",
    ),
    Misconception(
        "most seeds won",
        _by(_most_wins),
        "You count the seeds that each recipe has won. By how much it wins or loses does not count then: take the mean.",
    ),
    Misconception("median", _by(lambda table: np.median(table, axis=1)), MEDIAN),
    Misconception("median for both", _by(lambda table: np.median(table, axis=1), np.median), MEDIAN),
    Misconception("first seed", _by(lambda table: table[:, 0]), ONE_SEED),
    Misconception("last seed", _by(lambda table: table[:, -1]), ONE_SEED),
    Misconception("first seed for both", _by(lambda table: table[:, 0], lambda runs: runs[0]), ONE_SEED),
    Misconception("mean minus spread", _minus(1), CAUTIOUS),
    Misconception("mean minus spread, by n", _minus(0), CAUTIOUS, same_as=("mean minus spread",)),
    Misconception("smallest spread", _by(lambda table: -table.std(axis=1)), CAUTIOUS),
    Misconception(
        "largest spread",
        _by(lambda table: table.std(axis=1)),
        "You have chosen the recipe that scatters most.",
    ),
    Misconception(
        "score compared with an index",
        _index_for_score,
        "Your loop compares a score with the number of a row. Keep two things in mind: the best score so far, and whose "
        "it is.",
    ),
    Misconception(
        "best seed of each recipe",
        lambda p, h: (p.argmax(axis=1), h[np.arange(len(p)), p.argmax(axis=1)]),
        "For each recipe you choose a seed. Choose a recipe: what comes first, the mean over the seeds or the argmax?",
    ),
    Misconception(
        "best recipe of each seed",
        lambda p, h: (p.argmax(axis=0), np.mean(h[p.argmax(axis=0)])),
        "For each seed you choose a recipe. One is to be chosen for all: what comes first, the mean over the seeds or "
        "the argmax?",
    ),
]
