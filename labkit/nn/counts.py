"""Counts: sizes, intervals and numbers of passes are whole numbers of at least 1, and say so in the same words."""

import numpy as np

from labkit.errors import LabkitError


def check_counts(owner: str, **counts: int) -> None:
    """Stop with one sentence, which begins with ``owner``, where one of the ``counts`` is none.

    Raises
    ------
    LabkitError
        Naming the first that is not a whole number of at least 1.
    """
    for name, count in counts.items():
        if isinstance(count, bool) or not isinstance(count, int | np.integer) or count < 1:
            raise LabkitError(f"{owner}: {name} must be a whole number of at least 1, not {count!r}.")
