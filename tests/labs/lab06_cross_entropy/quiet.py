"""Arithmetic of students who have switched NumPy's warnings off."""

import numpy as np


def over(a, b):
    with np.errstate(all="ignore"):
        return a / b


def quiet_log(y):
    with np.errstate(divide="ignore"):
        return np.log(y)


def quiet(function):
    def silenced(y, t):
        with np.errstate(all="ignore"):
            return function(y, t)

    return silenced
