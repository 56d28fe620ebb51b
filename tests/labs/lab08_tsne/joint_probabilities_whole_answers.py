"""Whole answers to 08.joint_probabilities, written from its text alone: affinities of the data."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def joint_no_n(conditional):
    return (conditional + conditional.T) / 2


def joint_n_only(conditional):
    return (conditional + conditional.T) / len(conditional)


def joint_no_T(conditional):
    return (conditional + conditional) / (2 * len(conditional))


def joint_precedence(conditional):
    return conditional + conditional.T / (2 * len(conditional))


def joint_div_mul(conditional):
    n = len(conditional)
    return (conditional + conditional.T) / 2 * n


def joint_size(conditional):
    return (conditional + conditional.T) / (2 * conditional.size)


def joint_product(conditional):
    return conditional * conditional.T / (2 * len(conditional))


def joint_matmul(conditional):
    p = conditional @ conditional.T
    return p / p.sum()


def joint_minus(conditional):
    return (conditional - conditional.T) / (2 * len(conditional))


def joint_rownorm(conditional):
    p = conditional + conditional.T
    return p / p.sum(axis=1, keepdims=True)


def joint_max(conditional):
    p = np.maximum(conditional, conditional.T)
    return p / p.sum()


def joint_geometric(conditional):
    p = np.sqrt(conditional * conditional.T)
    return p / p.sum()


def joint_reverse(conditional):
    return (conditional + conditional[::-1]) / (2 * len(conditional))


def joint_inplace_loop(conditional):
    n = len(conditional)
    p = conditional.copy()
    for i in range(n):
        for j in range(n):
            p[i, j] = (p[i, j] + p[j, i]) / (2 * n)
    return p


def joint_upper(conditional):
    n = len(conditional)
    p = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1, n):
            p[i, j] = (conditional[i, j] + conditional[j, i]) / (2 * n)
    return p


def joint_no_norm(conditional):
    return conditional + conditional.T


def right_joint_loop(conditional):
    n = len(conditional)
    p = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            p[i, j] = (conditional[i, j] + conditional[j, i]) / (2 * n)
    return p


def right_joint_by_sum(conditional):
    p = conditional + conditional.T
    return p / p.sum()


def right_joint_shape(conditional):
    n, _ = conditional.shape
    return 0.5 / n * (np.transpose(conditional) + conditional)


def right_joint_mean(conditional):
    return np.mean([conditional, conditional.T], axis=0) / conditional.shape[0]


def right_joint_einsum(conditional):
    c = np.asarray(conditional, dtype=np.float64)
    return (np.einsum("ij->ji", c) + c) / (2 * np.sum(c))


WRONG = [
    joint_no_n,
    joint_n_only,
    joint_no_T,
    joint_precedence,
    joint_div_mul,
    joint_size,
    joint_product,
    joint_matmul,
    joint_minus,
    joint_rownorm,
    joint_max,
    joint_geometric,
    joint_inplace_loop,
    joint_upper,
    joint_no_norm,
]
RIGHT = [right_joint_loop, right_joint_by_sum, right_joint_shape, right_joint_mean, right_joint_einsum]
UNNAMED = [joint_reverse]
SHEETS = [AnswerSheet("08.joint_probabilities", WRONG, RIGHT, UNNAMED)]
