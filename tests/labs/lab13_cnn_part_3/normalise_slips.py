"""Answers to 13.normalise with one slip each, written from its text alone."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def by(mean, spread):
    """Both halves less one number, over another."""
    return lambda a, b: ((a - mean(a)) / spread(a), (b - mean(a)) / spread(a))


def both_halves_together(a, b):
    everything = np.concatenate([a.ravel(), b.ravel()])
    return (a - everything.mean()) / everything.std(), (b - everything.mean()) / everything.std()


def image_by_image(a, b):
    out = []
    for half in (a, b):
        axes = tuple(range(1, half.ndim))
        out.append((half - half.mean(axis=axes, keepdims=True)) / half.std(axis=axes, keepdims=True))
    return tuple(out)


def overwritten_before_the_test_images(a, b):
    a = (a - a.mean()) / a.std()
    b = (b - a.mean()) / a.std()
    return a, b


def divided_by_the_number_of_images(a, b):
    n = len(a)
    mu = a.sum() / n
    sigma = np.sqrt(((a - mu) ** 2).sum() / n)
    return (a - mu) / sigma, (b - mu) / sigma


def spread_of_the_overwritten(a, b):
    mu = a.mean()
    a = a - mu
    a = a / a.std()
    b = (b - mu) / a.std()
    return a, b


def sum_without_mean(a, b):
    mu = a.mean()
    sigma = np.sqrt(np.sum((a - mu) ** 2))
    return (a - mu) / sigma, (b - mu) / sigma


def squares_less_mean(a, b):
    mu = a.mean()
    sigma = np.sqrt((a**2).mean() - mu)
    return (a - mu) / sigma, (b - mu) / sigma


def column_means_and_one_spread(a, b):
    mu = a.mean(axis=0)
    return (a - mu) / a.std(), (b - mu) / a.std()


WRONG = [
    both_halves_together,
    image_by_image,
    overwritten_before_the_test_images,
    divided_by_the_number_of_images,
    spread_of_the_overwritten,
    sum_without_mean,
    column_means_and_one_spread,
    lambda a, b: ((a - a.mean()) / a.std(), (b - b.mean()) / a.std()),
    lambda a, b: ((a - a.mean()) / a.std(), (b - a.mean()) / b.std()),
    lambda a, b: ((a - a.mean()) * a.std(), (b - a.mean()) * a.std()),
    lambda a, b: ((a + a.mean()) / a.std(), (b + a.mean()) / a.std()),
    lambda a, b: (a / a.std() - a.mean(), b / a.std() - a.mean()),
    by(np.mean, lambda a: np.sqrt(np.mean(a**2))),
    by(np.mean, lambda a: np.mean(np.abs(a - a.mean()))),
    by(np.mean, np.linalg.norm),
    by(np.mean, np.max),
    by(lambda a: a.mean(axis=-1, keepdims=True), np.std),
    lambda a, b: tuple(np.clip((half - a.mean()) / a.std(), -1, 1) for half in (a, b)),
    lambda a, b: (a / 255, b / 255),
]


def with_a_flat_list(a, b):
    pixels = a.reshape(-1).tolist()
    mu = sum(pixels) / len(pixels)
    sigma = (sum((p - mu) ** 2 for p in pixels) / len(pixels)) ** 0.5
    return (a - mu) / sigma, (b - mu) / sigma


def by_second_moment(a, b):
    mu = a.mean()
    sigma = ((a * a).mean() - mu**2) ** 0.5
    return (a - mu) / sigma, (b - mu) / sigma


def in_place_on_copies(a, b):
    out = []
    for half in (a, b):
        half = half.astype(float)
        half -= np.mean(a)
        half /= np.std(a)
        out.append(half)
    return out[0], out[1]


RIGHT = [
    with_a_flat_list,
    by_second_moment,
    in_place_on_copies,
    lambda a, b: (np.subtract(a, a.mean()) * (1 / a.std()), np.subtract(b, a.mean()) * (1 / a.std())),
]

SHEETS = [AnswerSheet("13.normalise", WRONG, RIGHT)]
