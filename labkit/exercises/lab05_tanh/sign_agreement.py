"""How far the weights of one unit are pushed the same way."""

import numpy as np


def sign_agreement(gradients: np.ndarray) -> np.ndarray:
    """Of each row's gradients that are not zero, the share that has the commoner sign; 1 where all are zero.

    Parameters
    ----------
    gradients : array (rows, inputs)
        Gradients of the weights of one unit: a row for each sample, or for each update.

    Returns
    -------
    array (rows,)
        From 1/2, as many up as down, to 1, all the same way.
    """
    up, down = (gradients > 0).sum(axis=1), (gradients < 0).sum(axis=1)
    moving = up + down
    return np.where(moving == 0, 1.0, np.maximum(up, down) / np.maximum(moving, 1))
