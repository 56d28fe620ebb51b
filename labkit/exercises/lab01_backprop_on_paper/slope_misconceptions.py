"""What goes wrong with f' on the way back: missing, or taken at the wrong place."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import sigmoid_derivative


def slope_misconceptions(build):
    """Misconceptions about f' on the way back.

    Parameters
    ----------
    build : callable
        Makes a wrong answer out of the right one; ``output_slope`` and ``hidden_slope`` replace f' of the two layers,
        as functions of y.

    Returns
    -------
    list of Misconception
    """
    return [
        Misconception(
            "f' missing in the hidden layer",
            build(hidden_slope=np.ones_like),
            "The output layer is right. On the way back through the hidden units, something has to be multiplied by f'.",
        ),
        Misconception(
            "f' missing in the output layer",
            build(output_slope=np.ones_like),
            "Your way back starts from the bare error of y. What lies between v and y?",
        ),
        Misconception(
            "f' missing everywhere",
            build(output_slope=np.ones_like, hidden_slope=np.ones_like),
            "No slope of f appears anywhere: where do the two sigmoids of the net come in?",
        ),
        Misconception(
            "f' at the wrong place",
            build(output_slope=sigmoid_derivative, hidden_slope=sigmoid_derivative),
            "You squashed y a second time to get the slope. y is already f(v): how is f'(v) written with y alone?",
        ),
    ]
