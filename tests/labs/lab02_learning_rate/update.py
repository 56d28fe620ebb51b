"""Steps of gradient descent, wrong and right."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def update_in_place(theta, gradient, rate):
    theta -= gradient * rate
    return theta


def update_of_a_copy(theta, gradient, rate):
    old = theta
    theta = np.array(theta)
    theta -= gradient * rate
    return old


def update_by_loops(theta, gradient, rate):
    flat = [w - rate * g for w, g in zip(theta.ravel(), gradient.ravel(), strict=True)]
    return np.array(flat).reshape(theta.shape)


def update_of_a_new_array(theta, gradient, rate):
    new = theta.copy()
    new += -rate * gradient
    return new


def update_without_return(theta, gradient, rate):
    theta = theta - rate * gradient


SHEETS = [
    AnswerSheet(
        "02.update",
        wrong=[
            lambda theta, gradient, rate: theta + gradient * rate,
            update_in_place,
            update_of_a_copy,
            update_without_return,
            lambda theta, gradient, rate: -gradient * rate,
            lambda theta, gradient, rate: gradient * rate,
            lambda theta, gradient, rate: theta - gradient,
            lambda theta, gradient, rate: theta - gradient / rate,
            lambda theta, gradient, rate: (theta - gradient) * rate,
            lambda theta, gradient, rate: theta * (1 - rate * gradient),
            lambda theta, gradient, rate: theta - rate * gradient.mean(),
            lambda theta, gradient, rate: theta - rate * np.sign(gradient),
            lambda theta, gradient, rate: theta - rate * gradient / (np.sqrt((gradient**2).sum()) or 1),
            lambda theta, gradient, rate: theta - rate * gradient / theta.shape[0],
            lambda theta, gradient, rate: gradient - rate * theta,
            lambda theta, gradient, rate: theta - rate * rate * gradient,
        ],
        right=[
            update_by_loops,
            update_of_a_new_array,
            lambda theta, gradient, rate: theta + np.negative(rate) * gradient,
            lambda theta, gradient, rate: np.subtract(theta, np.multiply(rate, gradient)),
        ],
    )
]
