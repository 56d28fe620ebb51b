"""The mean activation of a layer's units, folded into a picture."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab09_understanding_weights.rows import activations
from labkit.exercises.misconception import Misconception
from labkit.layer_statistics import mean_activation_grid


def _folded(values: np.ndarray, columns: int, empty: float = np.nan) -> np.ndarray:
    values = np.asarray(values, dtype=float)
    rows = -(-len(values) // columns)
    return np.append(values, np.full(rows * columns - len(values), empty)).reshape(rows, columns)


def _of(summary: Callable) -> Callable:
    """Another summary than the mean, folded rightly."""
    return lambda activations, columns: _folded(summary(activations), columns)


def _mean(shape: Callable) -> Callable:
    """The right means, otherwise arranged."""
    return lambda activations, columns: shape(np.asarray(activations).mean(axis=0), columns)


def _by_columns(values: np.ndarray, columns: int) -> np.ndarray:
    rows = -(-len(values) // columns)
    return np.append(values, np.full(rows * columns - len(values), np.nan)).reshape(columns, rows).T


def _cut_to(rows: Callable) -> Callable:
    """As many rows as somebody thinks, and whatever fits into them."""

    def shape(values: np.ndarray, columns: int) -> np.ndarray:
        places = max(1, rows(len(values), columns)) * columns
        return _folded(values[:places], columns)

    return _mean(shape)


def _to_and_fro(values: np.ndarray, columns: int) -> np.ndarray:
    grid = _folded(values, columns)
    grid[1::2] = grid[1::2, ::-1]
    return grid


def _one_row_too_many(values: np.ndarray, columns: int) -> np.ndarray:
    rows = len(values) // columns + 1
    return np.append(values, np.full(rows * columns - len(values), np.nan)).reshape(rows, columns)


_EMPTY = (
    "Places that no unit fills must stay empty, and an empty place is nan. With a number there, the picture shows a "
    "unit that does not exist, with an activation that nobody measured."
)
_MISSING = "Units that do not fill a whole row are missing. Round the number of rows up, not down."
_ONE_MEAN = "You take one mean over the whole layer, and every place shows it. Each unit wants a mean of its own."
_WIDTH = "You choose the width yourself. It is given: `columns`."
_SQUASHED = "You return the right picture in another shape. How many rows and columns were asked for?"

MEAN_ACTIVATION_GRID = Exercise(
    id="09.mean_activation_grid",
    name="mean_activation_grid",
    title="A layer as a picture",
    points=2,
    reference=mean_activation_grid,
    probes=activations,
    misconceptions=[
        Misconception("padded with zeros", _mean(lambda m, c: _folded(m, c, 0.0)), _EMPTY),
        Misconception("padded with minus one", _mean(lambda m, c: _folded(m, c, -1.0)), _EMPTY),
        Misconception("padded with infinity", _mean(lambda m, c: _folded(m, c, np.inf)), _EMPTY),
        Misconception(
            "units backwards",
            _mean(lambda m, c: _folded(m[::-1], c)),
            "Your first unit is the layer's last. Unit 0 belongs in the top left corner.",
        ),
        Misconception(
            "mirrored",
            _mean(lambda m, c: _folded(m, c)[:, ::-1]),
            "Each row runs from right to left. Read it like a page: unit 1 stands to the right of unit 0.",
        ),
        Misconception(
            "on or off",
            _mean(lambda m, c: _folded(m > 0.5, c)),
            "You have turned the means into yes and no. The picture has shades: leave the numbers as they are.",
        ),
        Misconception(
            "one sample too few",
            _of(lambda a: a.sum(axis=0) / (len(a) - 1 or 1)),
            "You divide by one less than the number of samples. That belongs to a variance; a mean divides by all.",
        ),
        Misconception("padded with ones", _mean(lambda m, c: _folded(m, c, 1.0)), _EMPTY),
        Misconception("padded with the mean", _mean(lambda m, c: _folded(m, c, m.mean())), _EMPTY),
        Misconception("padded with the last", _mean(lambda m, c: _folded(m, c, m[-1])), _EMPTY),
        Misconception(
            "padded from the start",
            _mean(lambda m, c: np.resize(m, (-(-len(m) // c), c))),
            _EMPTY + " (`np.resize` starts again from the first unit.)",
        ),
        Misconception(
            "empty places in front",
            _mean(lambda m, c: np.append(np.full(-len(m) % c, np.nan), m).reshape(-1, c)),
            "Your empty places come first. Unit 0 belongs in the top left corner, and what is left over at the end.",
        ),
        Misconception(
            "rest thrown away",
            _mean(lambda m, c: m[: len(m) // c * c].reshape(-1, c)),
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
            _mean(lambda m, c: _folded(np.append(m[:-1], np.nan), c)),
            "The last unit has no place in your picture. Where do you stop counting?",
        ),
        Misconception(
            "first unit missing",
            _mean(lambda m, c: _folded(np.append(np.nan, m[1:]), c)),
            "Unit 0 has no place in your picture. Where do you begin to count?",
        ),
        Misconception(
            "to and fro",
            _mean(_to_and_fro),
            "Every second row of yours runs from right to left. Read it like a page: each row begins at the left.",
        ),
        Misconception(
            "no padding",
            _mean(lambda m, c: m.reshape(-1, c)),
            "`reshape` needs as many numbers as the picture has places. Ten units in rows of four leave two places: "
            "what should stand there?",
        ),
        Misconception(
            "one row too many",
            _mean(_one_row_too_many),
            "Where the units fill their rows exactly, you add an empty row. How does one round a division up?",
        ),
        Misconception(
            "column by column",
            _mean(_by_columns),
            "You fill the picture column by column. Read it like a page: unit 1 stands to the right of unit 0.",
        ),
        Misconception(
            "rows for columns",
            _mean(lambda m, c: _by_columns(m, c).ravel(order="F").reshape(c, -1)),
            "`columns` says how many units stand side by side. You have made that many rows.",
        ),
        Misconception(
            "rows for columns, no padding",
            _mean(lambda m, c: m.reshape(c, -1)),
            "`columns` says how many units stand side by side; you have made that many rows. And where the units do "
            "not fill the picture, something must stand in the empty places.",
        ),
        Misconception("transposed", _mean(lambda m, c: _folded(m, c).T), "Rows and columns are exchanged."),
        Misconception("not folded", _mean(lambda m, c: m), "The means are right. Now fold them into rows."),
        Misconception(
            "not folded, one row", _mean(lambda m, c: m[None]), "The means are right. Now fold them into rows."
        ),
        Misconception("unfolded again", _mean(lambda m, c: _folded(m, c).ravel()), _SQUASHED),
        Misconception(
            "upside down", _mean(lambda m, c: _folded(m, c)[::-1]), "Unit 0 stands at the bottom. Read it like a page."
        ),
        Misconception(
            "shifted by one",
            _mean(lambda m, c: _folded(np.roll(m, 1), c)),
            "Unit 0 belongs in the top left corner: your units have moved on by a place.",
        ),
        Misconception(
            "sorted",
            _of(lambda a: np.sort(a.mean(axis=0))),
            "You have sorted the means, and nobody knows any more which unit is which.",
        ),
        Misconception(
            "rounded",
            _mean(lambda m, c: np.round(_folded(m, c))),
            "The decimals are lost, and most of what there is to see with them.",
        ),
        Misconception(
            "mean over units",
            _of(lambda a: a.mean(axis=1)),
            "You average over the *units*, and get a number for each sample. The picture has a place for each unit: go "
            "down the columns of `activations`.",
        ),
        Misconception(
            "mean of everything",
            lambda a, c: np.asarray(a.mean()),
            "One number for the whole layer. Each unit wants a mean of its own.",
        ),
        Misconception("one mean for every unit", _of(lambda a: np.full(a.shape[1], a.mean())), _ONE_MEAN),
        Misconception(
            "one mean for every place",
            lambda a, c: np.full((-(-a.shape[1] // c), c), a.mean()),
            _ONE_MEAN + " And places without a unit are nan.",
        ),
        Misconception(
            "sum",
            _of(lambda a: a.sum(axis=0)),
            "You have summed over the samples. A mean does not grow with their number.",
        ),
        Misconception(
            "divided by the units",
            _of(lambda a: a.sum(axis=0) / a.shape[1]),
            "You divide by the number of units. How many numbers did you add up?",
        ),
        Misconception("first sample", _of(lambda a: a[0]), "You show the first sample only. Average over all of them."),
        Misconception("last sample", _of(lambda a: a[-1]), "You show the last sample only. Average over all of them."),
        Misconception(
            "every sample",
            _of(np.ravel),
            "You fold all the activations, sample after sample. Average over the samples first.",
        ),
        Misconception("maximum", _of(lambda a: a.max(axis=0)), "That is each unit's largest activation."),
        Misconception("minimum", _of(lambda a: a.min(axis=0)), "That is each unit's smallest activation."),
        Misconception(
            "spread",
            _of(lambda a: a.std(axis=0)),
            "That is each unit's spread over the samples: a useful picture, and another one.",
        ),
        Misconception("median", _of(lambda a: np.median(a, axis=0)), "That is the median. A mean was asked for."),
        Misconception(
            "size",
            _of(lambda a: np.abs(a).mean(axis=0)),
            "Your activations have lost their signs. A tanh unit that is at -1 for half of the images and at 1 for "
            "the others has the mean 0.",
        ),
        Misconception(
            "root mean square",
            _of(lambda a: np.sqrt(np.mean(a**2, axis=0))),
            "That is the root mean square, which has lost the sign.",
        ),
        Misconception(
            "share that is on",
            _of(lambda a: np.mean(a > 0, axis=0)),
            "You count how often a unit is on. How much it sends on is asked for.",
        ),
        Misconception(
            "a square whatever is asked",
            lambda a, c: _folded(a.mean(axis=0), max(1, int(np.sqrt(a.shape[1])))),
            _WIDTH,
        ),
        Misconception(
            "a square, rounded up",
            lambda a, c: _folded(a.mean(axis=0), int(np.ceil(np.sqrt(a.shape[1])))),
            _WIDTH,
        ),
        Misconception("always sixteen columns", lambda a, c: _folded(a.mean(axis=0), 16), _WIDTH),
        Misconception(
            "divided by the columns",
            lambda a, c: _folded(a.sum(axis=0) / c, c),
            "You divide by `columns`, which only says how wide the picture is. How many numbers did you add up?",
        ),
        Misconception(
            "stretched from 0 to 1",
            _mean(lambda m, c: _folded((m - m.min()) / (m.max() - m.min() + 1e-12), c)),
            "You stretch the means to fill the range from 0 to 1. Then two layers, or two moments of one layer, can no "
            "longer be compared: leave the numbers as they are.",
        ),
    ],
)
