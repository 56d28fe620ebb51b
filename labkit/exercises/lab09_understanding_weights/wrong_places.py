"""The right means in wrong places."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.lab09_understanding_weights.folding import folded, of_means
from labkit.exercises.misconception import Misconception

_MISSING = "Units that do not fill a whole row are missing. Round the number of rows up, not down."
_WIDTH = "You choose the width yourself. It is given: `columns`."
_SQUASHED = "You return the right picture in another shape. How many rows and columns were asked for?"


def _by_columns(values: np.ndarray, columns: int) -> np.ndarray:
    rows = -(-len(values) // columns)
    return np.append(values, np.full(rows * columns - len(values), np.nan)).reshape(columns, rows).T


def _cut_to(rows: Callable) -> Callable:
    """As many rows as somebody thinks, and whatever fits into them."""

    def shape(values: np.ndarray, columns: int) -> np.ndarray:
        places = max(1, rows(len(values), columns)) * columns
        return folded(values[:places], columns)

    return of_means(shape)


def _to_and_fro(values: np.ndarray, columns: int) -> np.ndarray:
    grid = folded(values, columns)
    grid[1::2] = grid[1::2, ::-1]
    return grid


def _one_row_too_many(values: np.ndarray, columns: int) -> np.ndarray:
    rows = len(values) // columns + 1
    return np.append(values, np.full(rows * columns - len(values), np.nan)).reshape(rows, columns)


WRONG_PLACES = [
    Misconception(
        "units backwards",
        of_means(lambda m, c: folded(m[::-1], c)),
        "Your first unit is the layer's last. Unit 0 belongs in the top left corner.",
    ),
    Misconception(
        "mirrored",
        of_means(lambda m, c: folded(m, c)[:, ::-1]),
        "Each row runs from right to left. Read it like a page: unit 1 stands to the right of unit 0.",
    ),
    Misconception(
        "empty places in front",
        of_means(lambda m, c: np.append(np.full(-len(m) % c, np.nan), m).reshape(-1, c)),
        "Your empty places come first. Unit 0 belongs in the top left corner, and what is left over at the end.",
    ),
    Misconception(
        "rest thrown away",
        of_means(lambda m, c: m[: len(m) // c * c].reshape(-1, c)),
        _MISSING,
    ),
    Misconception("rest thrown away, one row at least", _cut_to(lambda n, c: n // c), _MISSING),
    Misconception(
        "rows rounded to the nearest",
        _cut_to(lambda n, c: round(n / c)),
        "In some layers the last units are missing: you round the number of rows to the nearest, and up is wanted.",
    ),
    Misconception(
        "first row only",
        _cut_to(lambda n, c: 1),
        "That is the first row. Take as many rows as the units need.",
    ),
    Misconception(
        "last unit missing",
        of_means(lambda m, c: folded(np.append(m[:-1], np.nan), c)),
        "The last unit has no place in your picture. Where do you stop counting?",
    ),
    Misconception(
        "first unit missing",
        of_means(lambda m, c: folded(np.append(np.nan, m[1:]), c)),
        "Unit 0 has no place in your picture. Where do you begin to count?",
    ),
    Misconception(
        "to and fro",
        of_means(_to_and_fro),
        "Every second row of yours runs from right to left. Read it like a page: each row begins at the left.",
    ),
    Misconception(
        "no padding",
        of_means(lambda m, c: m.reshape(-1, c)),
        "`reshape` needs as many numbers as the picture has places. Ten units in rows of four leave two places: "
        "what should stand there?",
    ),
    Misconception(
        "one row too many",
        of_means(_one_row_too_many),
        "Where the units fill their rows exactly, you add an empty row. How does one round a division up?",
    ),
    Misconception(
        "column by column",
        of_means(_by_columns),
        "You fill the picture column by column. Read it like a page: unit 1 stands to the right of unit 0.",
    ),
    Misconception(
        "rows for columns",
        of_means(lambda m, c: _by_columns(m, c).ravel(order="F").reshape(c, -1)),
        "`columns` says how many units stand side by side. You have made that many rows.",
    ),
    Misconception(
        "rows for columns, the last ones empty",
        of_means(lambda m, c: folded(m, -(-len(m) // c))),
        "`columns` says how many units stand side by side. You have made about that many rows.",
    ),
    Misconception(
        "rows for columns, no padding",
        of_means(lambda m, c: m.reshape(c, -1)),
        "`columns` says how many units stand side by side; you have made that many rows. And where the units do "
        "not fill the picture, something must stand in the empty places.",
    ),
    Misconception("transposed", of_means(lambda m, c: folded(m, c).T), "Rows and columns are exchanged."),
    Misconception("not folded", of_means(lambda m, c: m), "The means are right. Now fold them into rows."),
    Misconception(
        "not folded, one row", of_means(lambda m, c: m[None]), "The means are right. Now fold them into rows."
    ),
    Misconception("unfolded again", of_means(lambda m, c: folded(m, c).ravel()), _SQUASHED),
    Misconception(
        "upside down", of_means(lambda m, c: folded(m, c)[::-1]), "Unit 0 stands at the bottom. Read it like a page."
    ),
    Misconception(
        "shifted by one",
        of_means(lambda m, c: folded(np.roll(m, 1), c)),
        "Unit 0 belongs in the top left corner: your units have moved on by a place.",
    ),
    Misconception(
        "a square whatever is asked",
        lambda a, c: folded(a.mean(axis=0), max(1, int(np.sqrt(a.shape[1])))),
        _WIDTH,
    ),
    Misconception(
        "a square, rounded up",
        lambda a, c: folded(a.mean(axis=0), int(np.ceil(np.sqrt(a.shape[1])))),
        _WIDTH,
    ),
    Misconception("always sixteen columns", lambda a, c: folded(a.mean(axis=0), 16), _WIDTH),
]
