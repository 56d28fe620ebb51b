"""Outputs and targets must have one shape: NumPy would stretch (5, 1) against (5,) to (5, 5) and say nothing."""

import numpy as np

from labkit.errors import LabkitError


def check_same_shape(y: np.ndarray, t: np.ndarray) -> None:
    """Stop with one sentence where outputs ``y`` and targets ``t`` differ in shape.

    Raises
    ------
    LabkitError
        Naming both shapes and the likely remedy.
    """
    if np.shape(y) == np.shape(t):
        return
    remedy = ""
    if np.ndim(t) == 1 and np.ndim(y) == 2 and len(y) == len(t):
        classes = np.shape(y)[1]
        remedy = ": make the class numbers one-hot" if classes > 1 else ": reshape the targets, t.reshape(-1, 1)"
    raise LabkitError(f"Outputs have shape {np.shape(y)} and targets {np.shape(t)}; they must agree{remedy}.")
