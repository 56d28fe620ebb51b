"""Answers in which another recipe is chosen."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def by_held_out_mean(p, h):
    i = h.mean(1).argmax()
    return i, h[i].mean()


def by_best_run(p, h):
    i = p.max(1).argmax()
    return i, h[i].mean()


def mean_down_the_columns(p, h):
    i = p.mean(0).argmax()
    return i, h[i].mean()


def best_run_and_its_partner(p, h):
    i, s = np.unravel_index(p.argmax(), p.shape)
    return i, h[i, s]


def place_in_the_whole_table(p, h):
    i = p.argmax()
    return i, h.ravel()[i]


def by_both_means(p, h):
    i = ((p + h) / 2).mean(1).argmax()
    return i, h[i].mean()


def medians(p, h):
    i = np.median(p, axis=1).argmax()
    return i, np.median(h[i])


def rows_from_one(p, h):
    i = p.mean(1).argmax()
    return i + 1, h[i].mean()


def lowest_mean(p, h):
    i = p.mean(1).argmin()
    return i, h[i].mean()


def by_first_seed(p, h):
    i = p[:, 0].argmax()
    return i, h[i].mean()


def mean_less_deviation(p, h):
    i = (p.mean(1) - p.std(1)).argmax()
    return i, h[i].mean()


def winner_of_each_seed(p, h):
    i = p.argmax(axis=0)
    return i, h[i].mean()


def score_against_index(p, h):
    best = 0
    for i in range(len(p)):
        if p[i].mean() > best:
            best = i
    return best, h[best].mean()


def first_of_the_sorted(p, h):
    i = p.mean(1).argsort()[0]
    return i, h[i].mean()


def by_worst_run(p, h):
    i = p.min(1).argmax()
    return i, h[i].mean()


def by_held_out(practice, held_out):
    b = held_out.mean(axis=1).argmax()
    return b, held_out[b].mean()


def tables_swapped(practice, held_out):
    b = held_out.mean(axis=1).argmax()
    return b, practice[b].mean()


def worst(practice, held_out):
    b = practice.mean(axis=1).argmin()
    return b, held_out[b].mean()


def mean_over_recipes(practice, held_out):
    b = practice.mean(axis=0).argmax()
    return b, held_out[b].mean()


def best_seed_column(practice, held_out):
    b = practice.mean(axis=0).argmax()
    return b, held_out[:, b].mean()


def luckiest_run(practice, held_out):
    b = practice.max(axis=1).argmax()
    return b, held_out[b].mean()


def most_reliable(practice, held_out):
    b = practice.min(axis=1).argmax()
    return b, held_out[b].mean()


def by_median(practice, held_out):
    b = np.median(practice, axis=1).argmax()
    return b, held_out[b].mean()


def both_tables_together(practice, held_out):
    b = (practice + held_out).mean(axis=1).argmax()
    return b, held_out[b].mean()


def counted_from_one(practice, held_out):
    b = practice.mean(axis=1).argmax()
    return b + 1, held_out[b].mean()


def steadiest(practice, held_out):
    b = practice.std(axis=1).argmin()
    return b, held_out[b].mean()


def mean_less_spread(practice, held_out):
    b = (practice.mean(axis=1) - practice.std(axis=1, ddof=1)).argmax()
    return b, held_out[b].mean()


def flat_position(practice, held_out):
    b = practice.argmax()
    return b, held_out.ravel()[b]


def one_run_of_the_winner(practice, held_out):
    b, s = np.unravel_index(practice.argmax(), practice.shape)
    return b, held_out[b, s]


def first_seed(practice, held_out):
    b = practice[:, 0].argmax()
    return b, held_out[b].mean()


def smallest_gap(practice, held_out):
    b = np.abs(practice.mean(axis=1) - held_out.mean(axis=1)).argmin()
    return b, held_out[b].mean()


def axis_forgotten(practice, held_out):
    b = np.argmax(np.mean(practice))
    return b, held_out[b].mean()


def most_seeds_won(practice, held_out):
    b = np.bincount(practice.argmax(axis=0)).argmax()
    return b, held_out[b].mean()


def order_of_all(practice, held_out):
    order = practice.mean(axis=1).argsort()[::-1]
    return order, held_out[order[0]].mean()


WRONG = [
    by_held_out_mean, by_best_run, mean_down_the_columns, best_run_and_its_partner, place_in_the_whole_table,
    by_both_means, medians, rows_from_one, lowest_mean, by_first_seed, mean_less_deviation, winner_of_each_seed,
    score_against_index, first_of_the_sorted, by_worst_run, by_held_out, tables_swapped, worst, mean_over_recipes,
    best_seed_column, luckiest_run, most_reliable, by_median, both_tables_together, counted_from_one, steadiest,
    mean_less_spread, flat_position, one_run_of_the_winner, first_seed, smallest_gap, axis_forgotten,
    most_seeds_won, order_of_all,
]  # fmt: skip

SHEETS = [AnswerSheet("10.choose", wrong=WRONG, right=[])]
