"""The digits that an explorer trains on where it is given none."""

import numpy as np

from labkit import data
from labkit.errors import LabkitError


def given_or_digits(
    x: np.ndarray | None, t: np.ndarray | None, explorer: str, per_class: int = 20
) -> tuple[np.ndarray, np.ndarray]:
    """Return inputs and targets as given, or digits of the embedded MNIST subset where there are neither.

    Parameters
    ----------
    x, t : array (samples, n_inputs), array (samples, n_outputs), or None
    explorer : str
        Who asks, for the sentence.
    per_class : int
        Images of each digit.

    Raises
    ------
    LabkitError
        When only one of the two is given, or they do not fit together.
    """
    if x is None and t is None:
        digits = data.load("mnist-subset").take(train=per_class)
        return digits.x_train, digits.t_train
    if x is None or t is None or np.ndim(x) != 2 or np.ndim(t) != 2 or len(x) != len(t) or not len(x):
        shapes = ", ".join("none" if each is None else str(np.shape(each)) for each in (x, t))
        raise LabkitError(
            f"{explorer} needs inputs (samples, n_inputs) together with targets (samples, n_outputs); it got {shapes}."
        )
    return np.asarray(x), np.asarray(t)
