"""Choosing among recipes: by some images, judged on others."""

import numpy as np

from labkit.errors import LabkitError


def choose(practice: np.ndarray, held_out: np.ndarray) -> tuple[int, float]:
    """Choose a recipe by its practice scores, and say what it is worth on images that had no part in the choice.

    Parameters
    ----------
    practice, held_out : array (recipes, seeds)
        Scores of every run on the images that one may choose by, and on those that only judge.

    Returns
    -------
    index : int
        The recipe with the best mean over the seeds on the practice images.
    score : float
        Its mean on the held-out images.

    Raises
    ------
    LabkitError
        When the two are no tables of one shape, or a score to choose by is nan.
    """
    practice, held_out = np.asarray(practice, dtype=float), np.asarray(held_out, dtype=float)
    if practice.ndim != 2 or practice.shape != held_out.shape or not practice.size:
        raise LabkitError(
            f"choose needs two tables (recipes, seeds) of one shape; it got {practice.shape} and {held_out.shape}."
        )
    if np.isnan(practice).any():
        raise LabkitError("choose found a score that is not a number: leave that recipe out, or count it as 0.")
    index = int(np.mean(practice, axis=1).argmax())
    return index, float(np.mean(held_out[index]))
