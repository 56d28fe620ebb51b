"""Answers to normal weights without tails, wrong and right."""

import numpy as np
from scipy.stats import norm, truncnorm

from tests.labs.answer_sheet import AnswerSheet


def redraw_one_by_one(n_inputs, n_outputs, std, rng):
    W = np.empty((n_inputs, n_outputs))
    for place in np.ndindex(W.shape):
        w = rng.normal(0, std)
        while abs(w) > 2 * std:
            w = rng.normal(0, std)
        W[place] = w
    return W


def draw_more_and_keep(n_inputs, n_outputs, std, rng):
    n = n_inputs * n_outputs
    kept = np.empty(0)
    while kept.size < n:
        w = rng.normal(0, std, 2 * n)
        kept = np.concatenate([kept, w[np.abs(w) <= 2 * std]])
    return kept[:n].reshape(n_inputs, n_outputs)


def redraw_where(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    while np.any(np.abs(W) > 2 * std):
        W = np.where(np.abs(W) > 2 * std, rng.normal(0, std, W.shape), W)
    return W


def redraw_once(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    far = np.abs(W) > 2 * std
    W[far] = rng.normal(0, std, far.sum())
    return W


def redraw_the_upper_tail(n_inputs, n_outputs, std, rng):
    w = rng.normal(0, std, (n_inputs, n_outputs))
    while (far := w > 2 * std).any():
        w[far] = rng.normal(0, std, far.sum())
    return w


def tails_to_zero(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    W[np.abs(W) > 2 * std] = 0
    return W


def throws_away(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    return W[np.abs(W) <= 2 * std]


def redraw_beyond(border):
    """The right method with another border."""

    def answer(n_inputs, n_outputs, std, rng):
        W = rng.normal(0, std, (n_inputs, n_outputs))
        while (far := np.abs(W) > border(std)).any():
            W[far] = rng.normal(0, std, far.sum())
        return W

    return answer


def redraw_without_the_std(n_inputs, n_outputs, std, rng):
    W = rng.standard_normal((n_inputs, n_outputs))
    while (far := np.abs(W) > 2).any():
        W[far] = rng.standard_normal(far.sum())
    return W


def redraw_uniformly(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    far = np.abs(W) > 2 * std
    W[far] = rng.uniform(-2 * std, 2 * std, far.sum())
    return W


def swaps_sign_of_tails(n_inputs, n_outputs, std, rng):
    W = rng.normal(0, std, (n_inputs, n_outputs))
    return np.where(np.abs(W) > 2 * std, -W, W)


def clipped_twice(n_inputs, n_outputs, std, rng):
    W = np.minimum(rng.normal(0, std, (n_inputs, n_outputs)), 2 * std)
    return np.maximum(W, -2 * std)


def borders_in_the_wrong_unit(n_inputs, n_outputs, std, rng):
    return truncnorm.rvs(-2 * std, 2 * std, scale=std, size=(n_inputs, n_outputs), random_state=rng)


def one_number_for_all_tails(n_inputs, n_outputs, std, rng):
    weights = rng.normal(0, std, (n_inputs, n_outputs))
    while np.any(np.abs(weights) > 2 * std):
        weights[np.abs(weights) > 2 * std] = rng.normal(0, std)
    return weights


def comparison_turned_round(n_inputs, n_outputs, std, rng):
    weights = rng.normal(0, std, (n_inputs, n_outputs))
    while np.any(np.abs(weights) < 2 * std):
        inside = np.abs(weights) < 2 * std
        weights[inside] = rng.normal(0, std, inside.sum())
    return weights


def redraws_with_std_1(n_inputs, n_outputs, std, rng):
    weights = rng.normal(0, std, (n_inputs, n_outputs))
    while (far := np.abs(weights) > 2 * std).any():
        weights[far] = rng.standard_normal(far.sum())
    return weights


def mirrors_the_tails(n_inputs, n_outputs, std, rng):
    weights = rng.normal(0, std, (n_inputs, n_outputs))
    weights = np.where(weights > 2 * std, 4 * std - weights, weights)
    return np.where(weights < -2 * std, -4 * std - weights, weights)


WRONG = [
    (one_number_for_all_tails, "one number for all tails"),
    comparison_turned_round,
    redraws_with_std_1,
    mirrors_the_tails,
    lambda n_inputs, n_outputs, std, rng: np.clip(rng.normal(0, std, (n_inputs, n_outputs)), -2 * std, 2 * std),
    clipped_twice,
    lambda n_inputs, n_outputs, std, rng: rng.normal(0, std, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, std, rng: np.clip(rng.normal(0, std, (n_inputs, n_outputs)), -2, 2),
    lambda n_inputs, n_outputs, std, rng: np.clip(rng.normal(0, std, (n_inputs, n_outputs)), -std, std),
    lambda n_inputs, n_outputs, std, rng: rng.uniform(-2 * std, 2 * std, (n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, rng) / 0.8796,
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, rng) * 0.8796,
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std**2, rng),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std**0.5, rng),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_outputs, n_inputs, std, rng),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, np.random),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, np.random.default_rng(1)),
    lambda n_inputs, n_outputs, std, rng: np.abs(draw_more_and_keep(n_inputs, n_outputs, std, rng)),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, 1 / np.sqrt(n_inputs), rng),
    lambda n_inputs, n_outputs, std, rng: np.fmod(rng.normal(0, std, (n_inputs, n_outputs)), 2 * std),
    borders_in_the_wrong_unit,
    lambda n_inputs, n_outputs, std, rng: truncnorm.rvs(-2, 2, size=(n_inputs, n_outputs), random_state=rng),
    lambda n_inputs, n_outputs, std, rng: truncnorm.rvs(-2, 2, scale=std, size=(n_inputs, n_outputs)),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, rng).ravel(),
    lambda n_inputs, n_outputs, std, rng: draw_more_and_keep(n_inputs, n_outputs, std, rng) + std,
    (lambda n_inputs, n_outputs, std, rng: (draw_more_and_keep(n_inputs, n_outputs, std, rng), std), "no array"),
    redraw_beyond(lambda std: std), redraw_beyond(lambda std: 3 * std), redraw_beyond(lambda std: 1.5 * std),
    redraw_beyond(lambda std: 2), redraw_without_the_std, redraw_uniformly, swaps_sign_of_tails,
    redraw_once, redraw_the_upper_tail, tails_to_zero, throws_away,
]  # fmt: skip
RIGHT = [
    redraw_one_by_one, draw_more_and_keep, redraw_where, redraw_beyond(lambda std: 2 * std),
    lambda n_inputs, n_outputs, std, rng: truncnorm.rvs(-2, 2, scale=std, size=(n_inputs, n_outputs), random_state=rng),
    lambda n_inputs, n_outputs, std, rng: std * norm.ppf(rng.uniform(norm.cdf(-2), norm.cdf(2), (n_inputs, n_outputs))),
    lambda n_inputs, n_outputs, std, rng: np.float32(std * redraw_without_the_std(n_inputs, n_outputs, std, rng)),
]  # fmt: skip

SHEETS = [AnswerSheet("04.truncated_normal", WRONG, RIGHT)]
