"""Lab 09's checks against answers written without a look at the exercise modules."""

import math

import numpy as np
import pandas as pd
from scipy.linalg import norm

from tests.labs.answer_sheet import AnswerSheet

# --- the mean activation, folded into a picture ---


def zeros_at_the_end(a, columns):
    m = a.mean(axis=0)
    rows = math.ceil(len(m) / columns)
    out = np.zeros(rows * columns)
    out[: len(m)] = m
    return out.reshape(rows, columns)


def nan_in_front(a, columns):
    m = a.mean(axis=0)
    empty = -len(m) % columns
    return np.concatenate([np.full(empty, np.nan), m]).reshape(-1, columns)


def rest_thrown_away(a, columns):
    m = a.mean(axis=0)
    rows = len(m) // columns
    return m[: rows * columns].reshape(rows, columns)


def one_row_too_many(a, columns):
    m = a.mean(axis=0)
    rows = len(m) // columns + 1
    out = np.full(rows * columns, np.nan)
    out[: len(m)] = m
    return out.reshape(rows, columns)


def down_the_columns(a, columns):
    m = a.mean(axis=0)
    rows = -(-len(m) // columns)
    padded = np.concatenate([m, np.full(rows * columns - len(m), np.nan)])
    return padded.reshape(columns, rows).T


def fortran_order(a, columns):
    m = np.mean(a, 0)
    rows = -(-len(m) // columns)
    return np.pad(m, (0, rows * columns - len(m)), constant_values=np.nan).reshape((rows, columns), order="F")


def rows_for_columns(a, columns):
    m = np.mean(a, 0)
    across = -(-len(m) // columns)
    return np.pad(m, (0, across * columns - len(m)), constant_values=np.nan).reshape(columns, across)


def folded(values, columns):
    rows = -(-len(values) // columns)
    grid = np.full((rows, columns), np.nan)
    grid.ravel()[: len(values)] = values
    return grid


def by_two_loops(a, columns):
    n_samples, n_units = a.shape
    rows = n_units // columns + (n_units % columns > 0)
    picture = [[float("nan")] * columns for _ in range(rows)]
    for j in range(n_units):
        picture[j // columns][j % columns] = sum(a[s, j] for s in range(n_samples)) / n_samples
    return np.array(picture)


def with_divmod(a, columns):
    mean = np.average(a, axis=0)
    full, rest = divmod(mean.size, columns)
    grid = np.empty((full + bool(rest), columns))
    grid[:] = np.nan
    grid.flat[: mean.size] = mean
    return grid


def padded_first(a, columns):
    missing = (columns - a.shape[1] % columns) % columns
    wide = np.hstack([a, np.full((len(a), missing), np.nan)])
    return wide.mean(axis=0).reshape(-1, columns)


def by_matrix_product(a, columns):
    mean = np.ones(len(a)) @ a.astype(float) / len(a)
    return np.append(mean, [np.nan] * (-len(mean) % columns)).reshape(-1, columns)


def filled_with_the_mean(a, columns):
    m = a.mean(axis=0)
    return np.append(m, [m.mean()] * (-len(m) % columns)).reshape(-1, columns)


def repeated_by_resize(a, columns):
    m = a.mean(axis=0)
    return np.resize(m, (-(-len(m) // columns), columns))


def last_repeated(a, columns):
    m = a.mean(axis=0)
    return np.pad(m, (0, -len(m) % columns), mode="edge").reshape(-1, columns)


def minus_ones(a, columns):
    m = a.mean(axis=0)
    return np.append(m, -np.ones(-len(m) % columns)).reshape(-1, columns)


def upside_down(a, columns):
    return folded(a.mean(axis=0), columns)[::-1]


def shifted_by_one(a, columns):
    return folded(np.roll(a.mean(axis=0), 1), columns)


def edited(a, columns):
    a -= a.mean(axis=0)
    return folded(a.mean(axis=0), columns)


def scaled_for_display(a, columns):
    m = a.mean(axis=0)
    return folded((m - m.min()) / (m.max() - m.min() + 1e-12), columns)


GRID_WRONG = [
    zeros_at_the_end, nan_in_front, rest_thrown_away, one_row_too_many, down_the_columns, fortran_order,
    rows_for_columns, filled_with_the_mean, repeated_by_resize, last_repeated, minus_ones, upside_down,
    shifted_by_one, scaled_for_display,
    lambda a, columns: a.mean(axis=0).reshape(-1, columns),
    lambda a, columns: a.mean(axis=0).reshape(columns, -1),
    lambda a, columns: a.mean(axis=0),
    lambda a, columns: a.mean(),
    lambda a, columns: folded(a.mean(axis=1), columns),
    lambda a, columns: folded(a.sum(axis=0), columns),
    lambda a, columns: folded(a[0], columns),
    lambda a, columns: folded(a[-1], columns),
    lambda a, columns: folded(a.max(axis=0), columns),
    lambda a, columns: folded(a.std(axis=0), columns),
    lambda a, columns: folded(np.median(a, axis=0), columns),
    lambda a, columns: folded(np.abs(a).mean(axis=0), columns),
    lambda a, columns: folded((a > 0).mean(axis=0), columns),
    lambda a, columns: folded(np.sqrt((a**2).mean(axis=0)), columns),
    lambda a, columns: folded(a.mean(axis=0), columns).ravel(),
    lambda a, columns: folded(a.mean(axis=0), columns).T,
    lambda a, columns: folded(a.ravel(), columns),
    lambda a, columns: folded(a.sum(axis=0) / a.shape[1], columns),
    lambda a, columns: folded(np.sort(a.mean(axis=0)), columns),
    lambda a, columns: np.nan_to_num(folded(a.mean(axis=0), columns)),
    lambda a, columns: folded(a.mean(axis=0), int(np.sqrt(a.shape[1]))),
    lambda a, columns: np.mean(a, axis=0, keepdims=True),
    lambda a, columns: folded(a.min(axis=0), columns),
    lambda a, columns: [folded(one, columns) for one in a],
    lambda a, columns: np.round(folded(a.mean(axis=0), columns)),
    lambda a, columns: None,
    edited,
]  # fmt: skip
GRID_WRONG += [
    lambda a, columns: np.array_split(a.mean(axis=0), columns),
    lambda a, columns: np.pad(a.mean(axis=0), (0, -a.shape[1] % columns), constant_values=np.inf).reshape(-1, columns),
    lambda a, columns: a.mean(axis=0).reshape(round(a.shape[1] / columns), columns),
    lambda a, columns: a.mean(axis=0).reshape(columns, columns),
    lambda a, columns: folded(a.mean(axis=0) / a.mean(axis=0).max() if a.any() else a[0], columns),
    lambda a, columns: a[:, :columns],
    lambda a, columns: folded(a.T.mean(axis=0), columns),
    lambda a, columns: folded(a.mean(axis=0), columns).tolist()[0],
    lambda a, columns: folded(a.mean(axis=0)[::-1], columns),
    lambda a, columns: folded(a.mean(axis=0), columns)[:, ::-1],
    lambda a, columns: folded(a.mean(axis=0) > 0.5, columns),
    lambda a, columns: folded(a.sum(axis=0) / (len(a) - 1 or 1), columns),
]  # fmt: skip
GRID_RIGHT = [
    by_two_loops, with_divmod, padded_first, by_matrix_product,
    lambda a, columns: folded(a.mean(axis=0), columns),
    lambda a, columns: folded(a.mean(axis=0).astype(np.float32), columns),
    lambda a, columns: np.pad(a.mean(axis=0), (0, -a.shape[1] % columns), constant_values=np.nan).reshape(-1, columns),
    lambda a, columns: folded([math.fsum(unit) / len(unit) for unit in a.T.tolist()], columns),
]  # fmt: skip

# --- how far an update moves a layer ---


def by_three_sums(w, u):
    top = bottom = 0.0
    for one, two in zip(w.ravel(), u.ravel(), strict=True):
        top += float(two) ** 2
        bottom += float(one) ** 2
    return math.sqrt(top / bottom)


def root_mean_squares(w, u):
    return np.sqrt(np.mean(u**2)) / np.sqrt(np.mean(w**2))


def rms_over_norm(w, u):
    return np.sqrt(np.mean(u**2)) / np.linalg.norm(w)


def norm_over_rms(w, u):
    return np.linalg.norm(u) / np.sqrt(np.mean(w**2))


def largest_eigenvalue(w, u):
    w, u = np.atleast_2d(w), np.atleast_2d(u)
    return np.linalg.norm(u, 2) / np.linalg.norm(w, 2)


def entry_by_entry(w, u):
    return np.mean(np.abs(u / w))


def unit_by_unit(w, u):
    return np.linalg.norm(u, axis=0) / np.linalg.norm(w, axis=0)


def mean_over_units(w, u):
    return np.mean(np.linalg.norm(u, axis=0) / np.linalg.norm(w, axis=0))


def rows_then_mean(w, u):
    return np.mean(np.linalg.norm(u, axis=-1) / np.linalg.norm(w, axis=-1))


def in_place(w, u):
    u /= np.linalg.norm(w)
    return np.linalg.norm(u)


def after_the_update(w, u):
    return np.linalg.norm(u) / np.linalg.norm(w + u)


def cosine(w, u):
    return np.sum(w * u) / (np.linalg.norm(w) * np.linalg.norm(u))


RATIO_WRONG = [
    rms_over_norm, norm_over_rms, largest_eigenvalue, entry_by_entry, unit_by_unit, mean_over_units, rows_then_mean,
    in_place, after_the_update, cosine,
    lambda w, u: np.linalg.norm(w) / np.linalg.norm(u),
    lambda w, u: np.sum(u**2) / np.sum(w**2),
    lambda w, u: np.mean(np.abs(u)) / np.mean(np.abs(w)),
    lambda w, u: u.std() / w.std(),
    lambda w, u: u.var() / w.var(),
    lambda w, u: u.mean() / w.mean(),
    lambda w, u: u.sum() / w.sum(),
    lambda w, u: np.abs(u).max() / np.abs(w).max(),
    lambda w, u: u.max() / w.max(),
    lambda w, u: u / w,
    lambda w, u: np.abs(u / w),
    lambda w, u: np.max(np.abs(u / w)),
    lambda w, u: np.mean(u / w),
    lambda w, u: np.sqrt(np.mean((u / w) ** 2)),
    lambda w, u: np.linalg.norm(u / w),
    lambda w, u: np.linalg.norm(u),
    lambda w, u: np.sqrt(np.mean(u**2)),
    lambda w, u: np.linalg.norm(w - u) / np.linalg.norm(w),
    lambda w, u: np.linalg.norm(u) / np.linalg.norm(w) / w.size,
    lambda w, u: 100 * np.linalg.norm(u) / np.linalg.norm(w),
    lambda w, u: np.log10(np.linalg.norm(u) / np.linalg.norm(w) + 1e-12),
    lambda w, u: np.linalg.norm(u) - np.linalg.norm(w),
    lambda w, u: np.sum(np.abs(u)) / np.linalg.norm(w),
    lambda w, u: np.median(np.abs(u)) / np.median(np.abs(w)),
    lambda w, u: np.sqrt(np.sum(u) ** 2) / np.sqrt(np.sum(w) ** 2),
    lambda w, u: np.sum(u**2) / np.linalg.norm(w),
    lambda w, u: np.linalg.norm(u) / np.sum(w**2),
    lambda w, u: np.linalg.norm(u) / (np.linalg.norm(w) + 1),
    lambda w, u: (np.linalg.norm(u), np.linalg.norm(w)),
    lambda w, u: norm(u.ravel(), np.inf) / norm(w.ravel(), np.inf),
    lambda w, u: np.linalg.norm(w + u) / np.linalg.norm(w),
    lambda w, u: None,
]  # fmt: skip
RATIO_WRONG += [
    lambda w, u: np.sqrt(np.mean(u**2)) / np.mean(np.abs(w)),
    lambda w, u: np.mean(np.linalg.norm(np.atleast_2d(u), axis=0)) / np.mean(np.linalg.norm(np.atleast_2d(w), axis=0)),
    lambda w, u: np.sqrt(np.linalg.norm(u) / np.linalg.norm(w)),
    lambda w, u: np.abs(u).max() / np.linalg.norm(w),
    lambda w, u: u.dot(u) / w.dot(w),
    lambda w, u: np.abs(u).sum() / np.abs(w).sum(),
    lambda w, u: np.ptp(u) / np.ptp(w),
    lambda w, u: round(np.linalg.norm(u) / np.linalg.norm(w), 3),
    lambda w, u: np.linalg.norm(u) / np.linalg.norm(w) * (1 if u.sum() > 0 else -1),
]  # fmt: skip
RATIO_RIGHT = [
    by_three_sums, root_mean_squares,
    lambda w, u: np.linalg.norm(u) / np.linalg.norm(w),
    lambda w, u: math.sqrt(np.vdot(u, u) / np.vdot(w, w)),
    lambda w, u: norm(u.ravel()) / norm(w.ravel()),
    lambda w, u: np.sqrt((u**2).sum() / (w**2).sum()),
    lambda w, u: math.hypot(*u.ravel().tolist()) / math.hypot(*w.ravel().tolist()),
    lambda w, u: np.float32(np.linalg.norm(u.astype(np.float32))) / np.float32(np.linalg.norm(w.astype(np.float32))),
]  # fmt: skip

# --- weights as images ---


def unit_by_loop(W, height, width):
    images = []
    for j in range(W.shape[1]):
        images.append(W[:, j].reshape(height, width))
    return np.stack(images)


def pixel_by_loop(W, height, width):
    out = np.empty((W.shape[1], height, width))
    for i in range(height):
        for k in range(width):
            out[:, i, k] = W[i * width + k]
    return out


def only_the_first(W, height, width):
    return W[:, 0].reshape(height, width)


def columns_of_pixels(W, height, width):
    return np.stack([w.reshape((height, width), order="F") for w in W.T])


IMAGES_WRONG = [
    only_the_first, columns_of_pixels,
    lambda W, height, width: W.reshape(-1, height, width),
    lambda W, height, width: W.reshape(W.shape[1], height, width),
    lambda W, height, width: W.reshape(height, width, -1),
    lambda W, height, width: W.reshape(height, width, W.shape[1]).T,
    lambda W, height, width: W.T.reshape(-1, width, height),
    lambda W, height, width: W.T.reshape(height, width, -1),
    lambda W, height, width: W.T,
    lambda W, height, width: W,
    lambda W, height, width: W.T.reshape(-1, width, height).transpose(0, 2, 1),
    lambda W, height, width: W.T.reshape(-1, height, width).transpose(0, 2, 1),
    lambda W, height, width: W.T.reshape(-1, height, width)[:, ::-1],
    lambda W, height, width: W.T.reshape(-1, height, width)[:, :, ::-1],
    lambda W, height, width: W.T.reshape(-1, height, width)[::-1],
    lambda W, height, width: np.abs(W.T.reshape(-1, height, width)),
    lambda W, height, width: W.mean(axis=1).reshape(height, width),
    lambda W, height, width: W.mean(axis=1).reshape(1, height, width),
    lambda W, height, width: W.T.reshape(-1, 1, height, width),
    lambda W, height, width: W.T.reshape(-1, height * width),
    lambda W, height, width: W.reshape((-1, height, width), order="F"),
    lambda W, height, width: W.T.reshape(-1, height, width) / np.abs(W).max(),
    lambda W, height, width: (W.T.reshape(-1, height, width) - W.min()) / (W.max() - W.min()),
    lambda W, height, width: [w.reshape(height, width) for w in W],
    lambda W, height, width: [w.reshape(height, width) for w in W.T],
    lambda W, height, width: W.T.reshape(-1, 28, 28),
    lambda W, height, width: W.T.reshape(height, width),
    lambda W, height, width: np.maximum(W, 0).T.reshape(-1, height, width),
    lambda W, height, width: np.resize(W, (W.shape[1], height, width)),
    lambda W, height, width: -W.T.reshape(-1, height, width),
    lambda W, height, width: W[0].reshape(height, width),
    lambda W, height, width: None,
]  # fmt: skip
IMAGES_WRONG += [
    lambda W, height, width: W.reshape(28, 28, -1).transpose(2, 0, 1),
    lambda W, height, width: W.swapaxes(0, 1).reshape(height, width, -1),
    lambda W, height, width: np.hstack([w.reshape(height, width) for w in W.T]),
    lambda W, height, width: np.rot90(W.T.reshape(-1, height, width), axes=(1, 2)),
    lambda W, height, width: (W - W.mean(axis=0)).T.reshape(-1, height, width),
    lambda W, height, width: W.T.reshape(-1, height, width) * 255,
    lambda W, height, width: W[:, :height].reshape(-1, height, width),
    lambda W, height, width: {j: w.reshape(height, width) for j, w in enumerate(W.T)},
]  # fmt: skip
IMAGES_RIGHT = [
    unit_by_loop, pixel_by_loop,
    lambda W, height, width: W.T.reshape(-1, height, width),
    lambda W, height, width: W.reshape(height, width, -1).transpose(2, 0, 1),
    lambda W, height, width: np.moveaxis(W.reshape(height, width, W.shape[1]), -1, 0),
    lambda W, height, width: np.array([list(w.reshape(height, width)) for w in W.T], dtype=np.float32),
    lambda W, height, width: np.einsum("hwu->uhw", W.reshape(height, width, -1)).copy(),
]  # fmt: skip

# --- a stuck stretch ---


def flat_loss(loss, flat):
    return loss.max() - loss.min() < flat * loss.max()


def first_and_last(loss, ratios, flat, tiny):
    return abs(loss[0] - loss[-1]) / loss[0] < flat and np.all(ratios < tiny)


def fell_too_little(loss, ratios, flat, tiny):
    return loss[0] - loss[-1] < flat * loss[0] and (ratios < tiny).all()


def step_by_step(loss, ratios, flat, tiny):
    return np.all(np.abs(np.diff(loss)) < flat * loss[:-1]) and np.all(ratios < tiny)


def as_std(loss, ratios, flat, tiny):
    return loss.std() < flat * loss.mean() and np.all(ratios < tiny)


def python_if(loss, ratios, flat, tiny):
    if flat_loss(loss, flat) and ratios < tiny:  # noqa: SIM103  as a student writes it
        return True
    return False


def an_answer_for_each_layer(loss, ratios, flat, tiny):
    return flat_loss(loss, flat) & (ratios < tiny).all(axis=0)


def an_answer_for_each_row(loss, ratios, flat, tiny):
    return flat_loss(loss, flat) & (ratios < tiny).all(axis=1)


def thresholds_of_my_own(loss, ratios, flat, tiny):
    return flat_loss(loss, 0.01) and np.all(ratios < 1e-4)


STUCK_WRONG = [
    first_and_last, fell_too_little, step_by_step, as_std, python_if, an_answer_for_each_layer,
    an_answer_for_each_row, thresholds_of_my_own,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) or np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat),
    lambda loss, ratios, flat, tiny: np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.any(ratios < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and ratios.mean() < tiny,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and ratios.min() < tiny,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios[-1] < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios[0] < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios[:, 0] < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios[:, -1] < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.median(ratios) < tiny,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios.mean(axis=0) < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios > tiny),
    lambda loss, ratios, flat, tiny: not flat_loss(loss, flat) and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: not (flat_loss(loss, flat) and np.all(ratios < tiny)),
    lambda loss, ratios, flat, tiny: loss.max() - loss.min() < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: loss[-1] < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, tiny) and np.all(ratios < flat),
    lambda loss, ratios, flat, tiny: abs(loss[-1] - loss[-2]) < flat * loss[-2] and np.all(ratios < tiny)
    if len(loss) > 1 else True,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios == 0),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.sum(ratios) < tiny,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.linalg.norm(ratios) < tiny,
    lambda loss, ratios, flat, tiny: (flat_loss(loss, flat), np.all(ratios < tiny)),
    lambda loss, ratios, flat, tiny: loss.max() - loss.min() < flat * loss.min() * 3 and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: np.nanmax(loss) - np.nanmin(loss) < flat * np.nanmax(loss)
    and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: not (loss.max() - loss.min() >= flat * loss.max()) and not np.any(ratios >= tiny),
    lambda loss, ratios, flat, tiny: "stuck" if flat_loss(loss, flat) and np.all(ratios < tiny) else "learning",
    lambda loss, ratios, flat, tiny: True,
    lambda loss, ratios, flat, tiny: False,
    lambda loss, ratios, flat, tiny: ratios < tiny,
    lambda loss, ratios, flat, tiny: None,
]  # fmt: skip


STUCK_WRONG += [
    lambda loss, ratios, flat, tiny: np.var(loss) < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: bool(np.all(np.abs(np.diff(loss)) < flat) and np.all(ratios < tiny)),
    lambda loss, ratios, flat, tiny: loss[-1] / loss[0] > 1 - flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: abs(loss[-1] - loss[0]) / len(loss) < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: np.ptp(loss) / loss.min() < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: np.ptp(loss) / loss.mean() < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: len(set(loss)) == 1 and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios.max(axis=1) - ratios.min(axis=1) < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, 100 * flat) and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: loss.max() - loss.min() > flat * loss.max() and np.all(ratios > tiny),
]  # fmt: skip


def by_loops(loss, ratios, flat, tiny):
    high = low = loss[0]
    for value in loss:
        if math.isnan(value):
            return False
        high, low = max(high, value), min(low, value)
    for row in ratios:
        for ratio in row:
            if not ratio < tiny:
                return False
    return bool(high - low < flat * high)


STUCK_RIGHT = [
    by_loops,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: np.ptp(loss) / np.max(loss) < flat and np.max(ratios) < tiny,
    lambda loss, ratios, flat, tiny: bool((1 - loss.min() / loss.max() < flat) & (ratios < tiny).all()),
    lambda loss, ratios, flat, tiny: loss.min() > (1 - flat) * loss.max() and not (ratios >= tiny).any(),
    lambda loss, ratios, flat, tiny: int(np.ptp(loss.astype(np.float32)) <= flat * loss.max() and ratios.max() <= tiny),
]  # fmt: skip

# --- six pictures without a name ---

A_TO_F = "ABCDEF"


def swapped(one, two):
    """The right answer with two names exchanged; the first of the two letters is the first wrong one."""

    def answer(drawn):
        names = {letter: drawn[letter] for letter in A_TO_F}
        return {letter: {one: two, two: one}.get(name, name) for letter, name in names.items()}

    return answer


def all_called(name):
    return lambda drawn: dict.fromkeys(A_TO_F, name)


def moved_on(drawn):
    return {letter: drawn[other] for letter, other in zip(A_TO_F, "BCDEFA", strict=True)}


def one_gap(drawn):
    return {letter: drawn[letter] for letter in "ABCDE"}


def from_letters_to_none(drawn):
    return dict.fromkeys(A_TO_F)


def with_another_word(word):
    return lambda drawn: {letter: drawn[letter] for letter in A_TO_F} | {"C": word}


def by_name(drawn):
    return {drawn[letter]: letter for letter in A_TO_F}


SICK = ["rate too small", "saturated", "dead ReLUs", "oscillating", "one favourite"]
DIAGNOSIS_WRONG = [
    *[swapped("healthy", name) for name in SICK],
    *[swapped(one, two) for i, one in enumerate(SICK) for two in SICK[i + 1 :]],
    *[all_called(name) for name in ["healthy", *SICK]],
    moved_on,
    (one_gap, "name missing"), (from_letters_to_none, "not attempted"), (by_name, "turned round"),
    (with_another_word("dead"), "not a name"), (with_another_word(3), "not a name"),
    (with_another_word(""), "name missing"), (with_another_word("exploded"), "not a name"),
    (lambda drawn: [drawn[letter] for letter in A_TO_F], "not a dict"), (lambda drawn: None, "not attempted"),
    (lambda drawn: "healthy", "not a dict"), (lambda drawn: {}, "not attempted"),
]  # fmt: skip
DIAGNOSIS_RIGHT = [
    lambda drawn: {letter: drawn[letter] for letter in A_TO_F},
    lambda drawn: {letter: drawn[letter].upper() for letter in reversed(A_TO_F)},
    lambda drawn: {letter: f"  {drawn[letter]} " for letter in A_TO_F},
    lambda drawn: {letter: np.str_(drawn[letter]) for letter in A_TO_F},
    lambda drawn: {letter: drawn[letter] for letter in A_TO_F} | {"G": "healthy"},
]

# --- whole answers, written from the exercise texts alone ---


def cut_to_whole_rows(a, columns):
    m = a.mean(axis=0)
    rows = max(1, len(m) // columns)
    out = np.full((rows, columns), np.nan)
    for j in range(min(len(m), rows * columns)):
        out[j // columns, j % columns] = m[j]
    return out


def rows_rounded(a, columns):
    m = a.mean(axis=0)
    rows = round(len(m) / columns)
    out = np.full(rows * columns, np.nan)
    out[: len(m)] = m[: rows * columns]
    return out.reshape(rows, columns)


def last_unit_forgotten(a, columns):
    m = a.mean(axis=0)
    out = folded(np.full(len(m), np.nan), columns)
    for j in range(len(m) - 1):
        out[j // columns, j % columns] = m[j]
    return out


def padded_whatever_is_left(a, columns):
    m = a.mean(axis=0)
    return np.append(m, [np.nan] * (columns - len(m) % columns)).reshape(-1, columns)


def snake(a, columns):
    out = folded(a.mean(axis=0), columns)
    out[1::2] = out[1::2, ::-1]
    return out


def square_of_my_own(a, columns):
    return folded(a.mean(axis=0), math.ceil(np.sqrt(a.shape[1])))


GRID_WRONG += [
    (cut_to_whole_rows, "rest thrown away, one row at least"), rows_rounded, (last_unit_forgotten, "last unit missing"),
    padded_whatever_is_left, snake, square_of_my_own,
    lambda a, columns: np.full((math.ceil(a.shape[1] / columns), columns), a.mean()),
    lambda a, columns: folded(np.full(a.shape[1], a.mean()), columns),
    lambda a, columns: folded(a.sum(axis=0) / columns, columns),
]  # fmt: skip
GRID_RIGHT += [
    lambda a, columns: np.array(
        [[a[:, r + c].mean() if r + c < a.shape[1] else np.nan for c in range(columns)]
         for r in range(0, a.shape[1], columns)]
    ),
    lambda a, columns: np.array([*a.mean(axis=0), *[None] * (-a.shape[1] % columns)], dtype=float).reshape(-1, columns),
]  # fmt: skip


def row_for_unit(W, height, width):
    return np.array([W[j].reshape(height, width) for j in range(W.shape[1])])


def counted_by_height(W, height, width):
    out = np.zeros((W.shape[1], height, width))
    for j in range(W.shape[1]):
        for r in range(height):
            for c in range(width):
                out[j, r, c] = W[r * height + c, j]
    return out


IMAGES_WRONG += [
    (row_for_unit, "rows taken for units"), (counted_by_height, "pixels counted by the height"),
    lambda W, height, width: W.reshape(height, width, -1).transpose(2, 1, 0),
    lambda W, height, width: W.T.reshape(-1, height, width, 1),
    lambda W, height, width: W[:, 0].reshape(height, width),
    (lambda W, height, width: W.sum(axis=1).reshape(height, width), "sum over the units"),
    (lambda W, height, width: np.concatenate([w.reshape(height, width) for w in W.T]), "images one below the other"),
    lambda W, height, width: W.T.reshape(-1, height, width) - W.T.reshape(-1, height, width).mean(axis=0),
]  # fmt: skip
IMAGES_RIGHT += [lambda W, height, width: np.stack(np.hsplit(W, W.shape[1])).reshape(-1, height, width)]


def two_python_sums(w, u):
    above = below = 0.0
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            above += float(u[i, j]) ** 2
            below += float(w[i, j]) ** 2
    return math.sqrt(above) / math.sqrt(below)


RATIO_WRONG += [
    (lambda w, u: np.linalg.norm(u) / np.linalg.norm(w - u), "before the weights"),
    (lambda w, u: np.log10(np.linalg.norm(u) / np.linalg.norm(w)), "logarithm of zero too"),
    (lambda w, u: np.linalg.norm(u, 1) / np.linalg.norm(w, 1), "sum of sizes"),
    lambda w, u: np.sqrt(np.sum(u**2) / len(u)) / np.sqrt(np.sum(w**2)),
    lambda w, u: np.sqrt(abs(u.sum())) / np.sqrt(abs(w.sum())),
    lambda w, u: np.linalg.norm(u) / (np.linalg.norm(w) + 1e-2),
    lambda w, u: np.sqrt(sum(u**2)) / np.sqrt(sum(w**2)),
    (lambda w, u: np.linalg.norm(u, axis=1).mean() / np.linalg.norm(w, axis=1).mean(), "mean norm of the rows"),
    lambda w, u: np.sqrt(u**2).sum() / np.sqrt(w**2).sum(),
]  # fmt: skip
RATIO_RIGHT += [
    two_python_sums,
    lambda w, u: np.linalg.norm(u, "fro") / np.linalg.norm(w, "fro"),
    lambda w, u: np.sqrt(np.trace(u.T @ u) / np.trace(w.T @ w)),
    lambda w, u: np.linalg.norm(u / np.linalg.norm(w)),
]


def returned_in_the_loop(loss, ratios, flat, tiny):
    if flat_loss(loss, flat):
        for row in ratios:
            return bool(np.all(row < tiny))
    return False


def nothing_otherwise(loss, ratios, flat, tiny):
    if flat_loss(loss, flat) and (ratios < tiny).all():
        return True


def python_extremes(loss, ratios, flat, tiny):
    if max(loss) - min(loss) >= flat * max(loss):
        return False
    return not any(ratio >= tiny for row in ratios for ratio in row)


STUCK_WRONG += [
    (returned_in_the_loop, "first row"), (nothing_otherwise, "sometimes None"), (python_extremes, "nan left out"),
    (lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and ratios.sum(axis=1).max() < tiny, "sum over the layers"),
    (lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and (np.median(ratios, axis=0) < tiny).all(),
     "median of each layer"),
    (lambda loss, ratios, flat, tiny: loss.max() - loss.min() > flat * loss.max() and np.all(ratios > tiny),
     "both turned round"),
    (lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and any((row < tiny).all() for row in ratios),
     "one tiny row"),
]  # fmt: skip
STUCK_RIGHT += [
    lambda loss, ratios, flat, tiny: (loss > (1 - flat) * loss.max()).all() & (ratios < tiny).all(),
    lambda loss, ratios, flat, tiny: np.logical_and(np.ptp(loss) / loss.max() < flat, ratios.max(axis=0) < tiny).all(),
]


def respelled(change):
    return lambda drawn: {letter: change(drawn[letter]) for letter in A_TO_F}


DIAGNOSIS_WRONG += [
    (lambda drawn: {k: drawn[letter] for k, letter in enumerate(A_TO_F)}, "letters missing"),
    (lambda drawn: {letter: k for k, letter in enumerate(A_TO_F)}, "not a name"),
]  # fmt: skip
DIAGNOSIS_RIGHT += [
    lambda drawn: {letter.lower(): drawn[letter] for letter in A_TO_F},
    lambda drawn: pd.Series({letter: drawn[letter] for letter in A_TO_F}),
    respelled(lambda name: name.replace(" ", "-")),
    respelled(lambda name: f"`{name}`"),
    respelled(lambda name: {"dead ReLUs": "dead ReLU", "one favourite": "one favorite"}.get(name, name)),
]

SHEETS = [
    AnswerSheet("09.mean_activation_grid", wrong=GRID_WRONG, right=GRID_RIGHT),
    AnswerSheet("09.weight_images", wrong=IMAGES_WRONG, right=IMAGES_RIGHT),
    AnswerSheet("09.update_ratio", wrong=RATIO_WRONG, right=RATIO_RIGHT),
    AnswerSheet("09.is_stuck", wrong=STUCK_WRONG, right=STUCK_RIGHT),
    AnswerSheet("09.diagnosis", wrong=DIAGNOSIS_WRONG, right=DIAGNOSIS_RIGHT),
]
