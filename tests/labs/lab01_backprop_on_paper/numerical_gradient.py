"""Gradients by differences, wrong and right."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def with_saved_value(f, theta, epsilon=1e-5):
    theta = theta.astype(float)
    grad = np.zeros(theta.shape)
    walk = np.nditer(theta, flags=["multi_index"])
    for _ in walk:
        place = walk.multi_index
        saved = theta[place]
        theta[place] = saved + epsilon
        up = f(theta)
        theta[place] = saved - epsilon
        down = f(theta)
        theta[place] = saved
        grad[place] = (up - down) / (2 * epsilon)
    return grad


def plus_minus_plus(f, theta, epsilon=1e-5):
    """Moves theta itself and moves it back: a last digit of theta may change."""
    grad = np.zeros_like(theta)
    for place in np.ndindex(theta.shape):
        theta[place] += epsilon
        up = f(theta)
        theta[place] -= 2 * epsilon
        down = f(theta)
        theta[place] += epsilon
        grad[place] = (up - down) / (2 * epsilon)
    return grad


def with_unit_vectors(f, theta, epsilon=1e-5):
    basis = np.eye(theta.size).reshape(theta.size, *theta.shape)
    return np.array([(f(theta + epsilon * e) - f(theta - epsilon * e)) / 2 / epsilon for e in basis]).reshape(
        theta.shape
    )


def mean_of_two_sides(f, theta, epsilon=1e-5):
    ahead, behind = np.zeros(theta.size), np.zeros(theta.size)
    for i in range(theta.size):
        e = np.zeros(theta.size)
        e[i] = epsilon
        e = e.reshape(theta.shape)
        ahead[i] = (f(theta + e) - f(theta)) / epsilon
        behind[i] = (f(theta) - f(theta - e)) / epsilon
    return ((ahead + behind) / 2).reshape(theta.shape)


def quotient(rule):
    def numeric(f, theta, epsilon=1e-5):
        grad = np.zeros(theta.shape)
        for place in np.ndindex(theta.shape):
            up, down = theta.copy(), theta.copy()
            up[place] += epsilon
            down[place] -= epsilon
            grad[place] = rule(f(up), f(theta), f(down), epsilon)
        return grad

    return numeric


def never_back(f, theta, epsilon=1e-5):
    grad = np.zeros(theta.shape)
    for place in np.ndindex(theta.shape):
        theta[place] += epsilon
        up = f(theta)
        theta[place] -= 2 * epsilon
        grad[place] = (up - f(theta)) / (2 * epsilon)
    return grad


def flat_only(f, theta, epsilon=1e-5):
    grad = np.zeros(theta.shape)
    for i in range(len(theta)):
        up, down = theta.copy(), theta.copy()
        up[i] += epsilon
        down[i] -= epsilon
        grad[i] = (f(up) - f(down)) / (2 * epsilon)
    return grad


SHEETS = [AnswerSheet(
    "01.numerical_gradient",
    wrong=[
        (quotient(lambda up, mid, down, e: (up - mid) / e), "forward difference"),
        (quotient(lambda up, mid, down, e: (mid - down) / e), "backward difference"),
        (quotient(lambda up, mid, down, e: (up - down) / e), "missing 2"),
        quotient(lambda up, mid, down, e: (up - down) / 2 * e),
        quotient(lambda up, mid, down, e: (up - down) / 2),
        quotient(lambda up, mid, down, e: up - down / (2 * e)),
        quotient(lambda up, mid, down, e: up - down),
        quotient(lambda up, mid, down, e: (up - mid) / (2 * e)),
        quotient(lambda up, mid, down, e: (down - up) / (2 * e)),
        quotient(lambda up, mid, down, e: (up + down) / (2 * e)),
        quotient(lambda up, mid, down, e: (up - 2 * mid + down) / e**2),
        (never_back, "epsilon not taken back"),
        (lambda f, theta, epsilon=1e-5: with_saved_value(f, theta), "epsilon argument ignored"),
        lambda f, theta, epsilon=1e-5: with_saved_value(f, theta, epsilon / 2),
        lambda f, theta, epsilon=1e-5: (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon),
        lambda f, theta, epsilon=1e-5: np.full(theta.shape, (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)),
        lambda f, theta, epsilon=1e-5: with_saved_value(f, theta, epsilon).ravel(),
        lambda f, theta, epsilon=1e-5: with_saved_value(f, theta, epsilon).sum(),
    ],
    right=[with_saved_value, plus_minus_plus, with_unit_vectors, mean_of_two_sides],
    unnamed=[flat_only],
)]  # fmt: skip
