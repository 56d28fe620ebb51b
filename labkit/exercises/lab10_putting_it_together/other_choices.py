"""Recipes that are chosen by something other than the mean over the seeds."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception


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


ONE_SEED = "You look at the runs of one seed only. Which recipe is best over its seeds, taken together?"
CAUTIOUS = "You prefer recipes that scatter little: a fair wish, but the text asks for the best mean."
MEDIAN = "The median is a fair middle, but the text asks for the mean."
CHOSEN = "The recipe is the right one. The second number should be its mean on the held-out images."

OTHER_CHOICES = [
    Misconception("median", _by(lambda table: np.median(table, axis=1)), MEDIAN),
    Misconception("median for both", _by(lambda table: np.median(table, axis=1), np.median), MEDIAN),
    Misconception("median of the held-out runs", _by(_mean, np.median), MEDIAN),
    Misconception("first seed", _by(lambda table: table[:, 0]), ONE_SEED),
    Misconception("last seed", _by(lambda table: table[:, -1]), ONE_SEED),
    Misconception("first seed for both", _by(lambda table: table[:, 0], lambda runs: runs[0]), ONE_SEED),
    Misconception("last run", _by(_mean, lambda runs: runs[-1]), CHOSEN + " You report its last run."),
    Misconception("mean minus spread", _minus(1), CAUTIOUS),
    Misconception("mean minus spread, by n", _minus(0), CAUTIOUS, same_as=("mean minus spread",)),
    Misconception("smallest spread", _by(lambda table: -table.std(axis=1)), CAUTIOUS),
    Misconception(
        "largest spread",
        _by(lambda table: table.std(axis=1)),
        "You have chosen the recipe that scatters most.",
    ),
    Misconception("worst held-out run", _by(_mean, np.min), CHOSEN + " You report its worst run."),
    Misconception("held-out sum", _by(_mean, np.sum), CHOSEN + " You report a sum."),
    Misconception("held-out spread", _by(_mean, lambda runs: np.std(runs, ddof=1)), CHOSEN + " You report a spread."),
    Misconception(
        "loss from practice to held-out",
        lambda p, h: (int(_mean(p).argmax()), np.mean(h[_mean(p).argmax()]) - np.mean(p[_mean(p).argmax()])),
        CHOSEN + " You report how far it is from the practice score.",
    ),
    Misconception(
        "smallest gap",
        lambda p, h: (int(np.abs(_mean(h - p)).argmin()), np.mean(h[np.abs(_mean(h - p)).argmin()])),
        "The held-out images have taken part in your choice. Which scores may choose, and which may only judge?",
    ),
    Misconception(
        "score compared with an index",
        _index_for_score,
        "Your loop compares a score with the number of a row. Keep two things in mind: the best score so far, and whose "
        "it is.",
    ),
    Misconception(
        "best scores of both",
        lambda p, h: (_mean(p).max(), _mean(h).max()),
        "Two best scores come back. Asked for are the *row* with the best practice score, and how that row does on the "
        "held-out images.",
    ),
    Misconception(
        "recipe's own runs",
        lambda p, h: (p[_mean(p).argmax()], np.mean(h[_mean(p).argmax()])),
        "Your first number should be a row's number; you return the row itself.",
    ),
    Misconception(
        "means of all recipes",
        lambda p, h: (int(_mean(p).argmax()), _mean(h)),
        "Your second value holds the held-out means of all recipes. Only the chosen one's is asked for.",
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
