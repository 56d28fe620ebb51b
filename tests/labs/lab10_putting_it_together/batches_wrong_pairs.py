"""Answers in which the batches are no pairs of images and targets."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def images_here_targets_there(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    xs = [x[p[i : i + batch_size]] for i in range(0, len(x), batch_size)]
    ts = [t[p[i : i + batch_size]] for i in range(0, len(x), batch_size)]
    return xs, ts


def numbers_only(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [p[i : i + batch_size] for i in range(0, len(x), batch_size)]


def target_before_image(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(t[p[i : i + batch_size]], x[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def two_lists(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    xs = [x[p[i : i + batch_size]] for i in range(0, len(x), batch_size)]
    ts = [t[p[i : i + batch_size]] for i in range(0, len(x), batch_size)]
    return xs, ts


def targets_first(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(t[p[i : i + batch_size]], x[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def sample_by_sample(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return list(zip(x[p], t[p], strict=True))


def numbers_instead_of_images(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [p[i : i + batch_size] for i in range(0, len(x), batch_size)]


def one_stacked_array(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    both = np.hstack([x, t])[p]
    return [both[i : i + batch_size] for i in range(0, len(x), batch_size)]


def rows_in_lists(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    parts = [p[i : i + batch_size] for i in range(0, len(x), batch_size)]
    return [([x[k] for k in part], [t[k] for k in part]) for part in parts]


WRONG = [
    (rows_in_lists, "list"),
    images_here_targets_there, numbers_only, target_before_image, two_lists, targets_first, sample_by_sample,
    numbers_instead_of_images, one_stacked_array,
]  # fmt: skip

SHEETS = [AnswerSheet("10.batches", wrong=WRONG, right=[])]
