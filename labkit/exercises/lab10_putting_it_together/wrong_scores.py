"""The right recipe, and something else than its mean on the held-out images."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception

PEEKED = (
    "The held-out images have taken part in your choice. Of many recipes one is always lucky on them, and you would "
    "report its luck. Which scores may choose, and which may only judge?"
)
OPTIMIST = (
    "The recipe is the right one, but its score is from the images that you chose it by. There it had to win, and "
    "there it looks better than it is."
)
MEDIAN = "The median is a fair middle, but the text asks for the mean."
CHOSEN = "The recipe is the right one. The second number should be its mean on the held-out images."


def _best(table: np.ndarray) -> int:
    return int(np.mean(table, axis=1).argmax())


def _by(score: Callable[[np.ndarray], np.ndarray], judge: Callable = np.mean) -> Callable:
    """Choose the row with the best score on the practice images."""

    def function(practice: np.ndarray, held_out: np.ndarray) -> tuple:
        best = int(score(practice).argmax())
        return best, judge(held_out[best])

    return function


def _mean(table: np.ndarray) -> np.ndarray:
    return table.mean(axis=1)


WRONG_SCORES = [
    Misconception("best held-out score", lambda p, h: (_best(p), np.mean(h, axis=1).max()), PEEKED),
    Misconception("best held-out run of all", lambda p, h: (_best(p), np.max(h)), PEEKED),
    Misconception("practice score", lambda p, h: (_best(p), np.mean(p[_best(p)])), OPTIMIST),
    Misconception("practice alone, best run", lambda p, h: (_best(p), np.max(p[_best(p)])), OPTIMIST),
    Misconception(
        "mean of practice and held-out",
        lambda p, h: (int(_mean(p).argmax()), (_mean(p)[_mean(p).argmax()] + _mean(h)[_mean(p).argmax()]) / 2),
        CHOSEN + " You mix it with the practice images, on which it had to win.",
    ),
    Misconception(
        "practice score for the index",
        lambda p, h: (np.mean(p, axis=1).max(), np.mean(h[_best(p)])),
        "Your first number is a score. *Which* recipe has it?",
    ),
    Misconception(
        "best held-out run of the chosen",
        lambda p, h: (_best(p), np.max(h[_best(p)])),
        "The recipe is the right one, but you report its best run. Whoever uses it gets the mean.",
    ),
    Misconception(
        "held-out run with the best practice score",
        lambda p, h: (_best(p), h[_best(p), p[_best(p)].argmax()]),
        "The recipe is the right one, but you report one of its runs. Whoever uses it gets the mean.",
    ),
    Misconception(
        "first run",
        lambda p, h: (_best(p), h[_best(p), 0]),
        "The recipe is the right one, but you report its first run. Whoever uses it gets the mean.",
    ),
    Misconception("last run", _by(_mean, lambda runs: runs[-1]), CHOSEN + " You report its last run."),
    Misconception("worst held-out run", _by(_mean, np.min), CHOSEN + " You report its worst run."),
    Misconception("median of the held-out runs", _by(_mean, np.median), MEDIAN),
    Misconception("held-out sum", _by(_mean, np.sum), CHOSEN + " You report a sum."),
    Misconception("held-out spread", _by(_mean, lambda runs: np.std(runs, ddof=1)), CHOSEN + " You report a spread."),
    Misconception(
        "loss from practice to held-out",
        lambda p, h: (int(_mean(p).argmax()), np.mean(h[_mean(p).argmax()]) - np.mean(p[_mean(p).argmax()])),
        CHOSEN + " You report how far it is from the practice score.",
    ),
    Misconception(
        "held-out mean of all",
        lambda p, h: (_best(p), np.mean(h)),
        "Your score is the mean over all recipes. What is the chosen one worth?",
    ),
    Misconception(
        "means of all recipes",
        lambda p, h: (int(_mean(p).argmax()), _mean(h)),
        "Your second value holds the held-out means of all recipes. Only the chosen one's is asked for.",
    ),
    Misconception(
        "all held-out runs",
        lambda p, h: (_best(p), h[_best(p)]),
        "You return all held-out runs of the recipe. One number is asked for.",
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
        "score first",
        lambda p, h: (np.mean(h[_best(p)]), _best(p)),
        "Both are right, and they have changed places: the index comes first.",
    ),
    Misconception("index alone", lambda p, h: _best(p), "The index comes back alone. What is that recipe worth?"),
    Misconception(
        "score alone", lambda p, h: np.mean(h[_best(p)]), "The score comes back alone. Of which recipe is it?"
    ),
    Misconception(
        "counted from 1",
        lambda p, h: (_best(p) + 1, np.mean(h[_best(p)])),
        "Your index counts from 1. Rows of an array are counted from 0.",
    ),
]
