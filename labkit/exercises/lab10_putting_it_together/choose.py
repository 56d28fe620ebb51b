"""Choosing by some images, judging by others: the score of a winner is worth nothing where it won."""

from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab10_putting_it_together.other_choices import OTHER_CHOICES
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.search import choose

PEEKED = (
    "The held-out images have taken part in your choice. Of many recipes one is always lucky on them, and you would "
    "report its luck. Which scores may choose, and which may only judge?"
)
LUCKY = "One good run may be luck. Which recipe is best over its seeds, taken together?"
FLAT = (
    "Your index counts runs, not recipes: without an axis argmax looks at the whole table as one long list. The rows "
    "are the recipes."
)
OPTIMIST = (
    "The recipe is the right one, but its score is from the images that you chose it by. There it had to win, and "
    "there it looks better than it is."
)


def _scores(rng: np.random.Generator) -> list[Probe]:
    """Tables in which the practice and the held-out scores, the mean and the best run, have different winners."""

    def tables(recipes: int, seeds: int) -> tuple[np.ndarray, np.ndarray]:
        practice = 0.8 + 0.01 * rng.normal(size=(recipes, seeds))
        held_out = practice - 0.02 + 0.01 * rng.normal(size=(recipes, seeds))
        best, lucky, steady, worst, shown = rng.choice(recipes, 5, replace=False)
        practice[best] += 0.12
        practice[best, rng.integers(seeds)] -= 0.15
        practice[lucky] -= 0.25 / (seeds - 1)
        practice[lucky, rng.integers(seeds)] = 1.05
        practice[steady] += 0.03
        practice[worst] -= 0.2
        held_out[shown] += 0.25  # a winner on the held-out images only
        held_out[best, rng.integers(seeds)] -= 0.05
        return practice, held_out

    return [
        Probe(*tables(5, 3), label="five recipes, three seeds"),
        Probe(*tables(5, 7), label="more seeds than recipes"),
        Probe(*tables(12, 4), label="twelve recipes"),
        Probe(*tables(5, 5), label="as many seeds as recipes"),
        Probe(*tables(6, 8), label="eight seeds"),
        Probe(*_many_winners(rng), label="median, best run and mean have different winners"),
    ]


def _many_winners(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Every other way to choose takes another row than the third, which has the best mean."""
    practice = np.array(
        [
            [0.93, 0.93, 0.50],
            [0.88, 0.87, 0.86],
            [0.97, 0.90, 0.80],
            [0.99, 0.70, 0.60],
            [0.60, 0.70, 0.92],
            [0.71, 0.72, 0.70],
        ]
    )
    held_out = 0.75 + 0.02 * rng.normal(size=practice.shape)
    held_out[3] -= 0.1
    held_out[4] = practice[4] + 0.001  # nearest to its practice scores
    held_out[5] += 0.15
    return practice + 0.001 * rng.normal(size=practice.shape), held_out


def _pair(function: Any, practice: np.ndarray, held_out: np.ndarray) -> Any:
    """What the function returns; two numbers in an array are as good as in a tuple."""
    value = function(practice, held_out)
    return tuple(value) if isinstance(value, np.ndarray) and value.shape == (2,) else value


def _best(table: np.ndarray) -> int:
    return int(np.mean(table, axis=1).argmax())


def _row_of_best_run(table: np.ndarray) -> int:
    return int(np.max(table, axis=1).argmax())


CHOOSE = Exercise(
    id="10.choose",
    name="choose",
    title="Choose by some images, judge by others",
    points=2,
    reference=choose,
    probes=_scores,
    call=_pair,
    misconceptions=[
        Misconception("chosen by the held-out", lambda p, h: (_best(h), np.mean(h[_best(h)])), PEEKED),
        Misconception(
            "chosen by both together",
            lambda p, h: (_best(p + h), np.mean(h[_best(p + h)])),
            PEEKED,
            ("chosen by the held-out",),
        ),
        Misconception("best held-out score", lambda p, h: (_best(p), np.mean(h, axis=1).max()), PEEKED),
        Misconception("best held-out run of all", lambda p, h: (_best(p), np.max(h)), PEEKED),
        Misconception("best of both", lambda p, h: (_best(h), np.mean(p[_best(h)])), PEEKED),
        Misconception("practice score", lambda p, h: (_best(p), np.mean(p[_best(p)])), OPTIMIST),
        Misconception("practice alone, best run", lambda p, h: (_best(p), np.max(p[_best(p)])), OPTIMIST),
        Misconception(
            "chosen by the best run", lambda p, h: (_row_of_best_run(p), np.mean(h[_row_of_best_run(p)])), LUCKY
        ),
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
        Misconception("index of a run", lambda p, h: (int(p.argmax()), h.ravel()[p.argmax()]), FLAT),
        Misconception(
            "index of a run, row of it", lambda p, h: (int(p.argmax()), np.mean(h[_row_of_best_run(p)])), FLAT
        ),
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
            "the worst",
            lambda p, h: (int(p.mean(axis=1).argmin()), np.mean(h[p.mean(axis=1).argmin()])),
            "You have chosen the recipe with the *lowest* mean. Are these scores accuracies or errors?",
        ),
        Misconception(
            "held-out mean of all",
            lambda p, h: (_best(p), np.mean(h)),
            "Your score is the mean over all recipes. What is the chosen one worth?",
        ),
        Misconception(
            "counted from 1",
            lambda p, h: (_best(p) + 1, np.mean(h[_best(p)])),
            "Your index counts from 1. Rows of an array are counted from 0.",
        ),
        Misconception(
            "score first",
            lambda p, h: (np.mean(h[_best(p)]), _best(p)),
            "Both are right, and they have changed places: the index comes first.",
        ),
        Misconception(
            "all held-out runs",
            lambda p, h: (_best(p), h[_best(p)]),
            "You return all held-out runs of the recipe. One number is asked for.",
        ),
        Misconception("index alone", lambda p, h: _best(p), "The index comes back alone. What is that recipe worth?"),
        Misconception(
            "score alone", lambda p, h: np.mean(h[_best(p)]), "The score comes back alone. Of which recipe is it?"
        ),
        Misconception(
            "chosen by the worst run",
            lambda p, h: (int(p.min(axis=1).argmax()), np.mean(h[p.min(axis=1).argmax()])),
            "You look at each recipe's worst run: cautious, but the text asks for the mean.",
        ),
        *OTHER_CHOICES,
    ],
)
