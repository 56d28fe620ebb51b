"""Height and width: sizes, strides and paddings of images are pairs, and one number stands for two equal ones."""

import numpy as np

from labkit.errors import LabkitError

Pair = int | tuple[int, int]


def as_pair(value: Pair, name: str, least: int = 1) -> tuple[int, int]:
    """Return ``value`` as (height, width); ``name`` begins the sentence if it is none.

    Raises
    ------
    LabkitError
        When it is not one or two whole numbers of at least ``least``.
    """
    numbers = tuple(value) if isinstance(value, tuple | list | np.ndarray) else (value, value)
    if len(numbers) == 2 and all(_whole(number) and number >= least for number in numbers):
        return int(numbers[0]), int(numbers[1])
    raise LabkitError(
        f"{name} must be a whole number of at least {least}, or two of them (height, width), not {value!r}."
    )


def _whole(number) -> bool:
    return isinstance(number, int | np.integer) and not isinstance(number, bool)
