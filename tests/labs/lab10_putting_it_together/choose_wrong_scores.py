"""Answers in which the right recipe is chosen, and something else reported."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def judged_by_practice(p, h):
    i = p.mean(1).argmax()
    return i, p[i].mean()


def runs_of_the_winner(p, h):
    i = p.mean(1).argmax()
    return i, h[i]


def best_run_of_the_winner(p, h):
    i = p.mean(1).argmax()
    return i, h[i].max()


def mean_of_all(p, h):
    i = p.mean(1).argmax()
    return i, h.mean()


def score_alone(p, h):
    i = p.mean(1).argmax()
    return h[i].mean()


def score_before_row(p, h):
    i = p.mean(1).argmax()
    return h[i].mean(), i


def best_of_either(p, h):
    return p.mean(1).argmax(), h.mean(1).max()


def two_best_scores(p, h):
    return p.mean(1).max(), h.mean(1).max()


def score_for_row(p, h):
    m = p.mean(1)
    i = m.argmax()
    return m[i], h[i].mean()


def column_of_the_winner(p, h):
    i = p.mean(1).argmax()
    return i, h[:, i].mean()


def loss_on_held_out(p, h):
    i = p.mean(1).argmax()
    return i, h[i].mean() - p[i].mean()


def score_on_practice(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return b, practice[b].mean()


def held_out_column(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return b, held_out.mean(axis=0)[b % held_out.shape[1]]


def median_held_out(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return b, np.median(held_out[b])


def best_held_out_run(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return b, held_out[b].max()


def row_of_runs(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return b, held_out[b]


def score_first(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return held_out[b].mean(), b


def row_only(practice, held_out):
    return practice.mean(axis=1).argmax()


def score_only(practice, held_out):
    return held_out[practice.mean(axis=1).argmax()].mean()


def judged_by_first_seed(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return b, held_out[b, 0]


def mean_of_everything(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return b, held_out.mean()


def best_of_each(practice, held_out):
    return practice.mean(axis=1).argmax(), held_out.mean(axis=1).max()


def the_value_instead_of_the_row(practice, held_out):
    best = practice.mean(axis=1).max()
    return best, held_out[practice.mean(axis=1).argmax()].mean()


def per_cent(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return b, 100 * held_out[b].mean()


def spread_too(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return b, held_out[b].mean(), held_out[b].std(ddof=1)


def mean_of_both_tables(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return b, (practice[b].mean() + held_out[b].mean()) / 2


WRONG = [
    judged_by_practice, runs_of_the_winner, best_run_of_the_winner, mean_of_all, score_alone, score_before_row,
    best_of_either, two_best_scores, score_for_row, column_of_the_winner, loss_on_held_out, score_on_practice,
    median_held_out, best_held_out_run, row_of_runs, score_first, row_only, score_only, judged_by_first_seed,
    mean_of_everything, best_of_each, the_value_instead_of_the_row, per_cent, spread_too, mean_of_both_tables,
]  # fmt: skip

SHEETS = [AnswerSheet("10.choose", wrong=WRONG, right=[], unnamed=[held_out_column])]
