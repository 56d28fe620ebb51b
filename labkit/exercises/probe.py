"""A probe is one question to a student's function: the arguments it is called with."""

from copy import deepcopy
from typing import Any

import numpy as np


class Probe:
    """Arguments for one call, and why this call is worth making.

    Parameters
    ----------
    *args, **kwargs
        Arrays, numbers, strings, and tuples, lists or dicts of those: what can travel to a sandbox as plain
        data. An exercise whose argument is a function keeps to arrays here and builds the function in its
        ``call``.
    label : str
        What is special about this input, for the card: ``"far left, where exp(-x) overflows"``.

    Examples
    --------
    >>> Probe(np.array([-1.0, 0.0, 2.0]), 0.5, label="a gentle slope")
    Probe(array([-1.,  0.,  2.]), 0.5, label='a gentle slope')
    """

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        """Keep the arguments as given; :meth:`copy` hands out fresh ones."""
        self.args, self.kwargs, self.label = args, kwargs, label

    def copy(self) -> tuple[tuple, dict]:
        """Fresh arguments, so that no answer can disturb the next question; strides and dtypes are kept."""
        return deepcopy_arrays(self.args), deepcopy_arrays(self.kwargs)

    def map(self, change, label: str = "") -> "Probe":
        """The same probe with every array in its arguments replaced by ``change(array)``."""
        return Probe(
            *(change_arrays(a, change) for a in self.args),
            label=label or self.label,
            **{name: change_arrays(a, change) for name, a in self.kwargs.items()},
        )

    def arrays(self) -> list[np.ndarray]:
        """Every array among the arguments, in order."""
        found: list[np.ndarray] = []
        self.map(lambda array: found.append(array) or array)
        return found

    def __repr__(self) -> str:
        """Write the probe the way it is made."""
        parts = [repr(a) for a in self.args] + [f"{name}={a!r}" for name, a in self.kwargs.items()]
        if self.label:
            parts.append(f"label={self.label!r}")
        return f"Probe({', '.join(parts)})"


def change_arrays(value: Any, change) -> Any:
    """Replace every array inside nested tuples, lists and dicts."""
    if isinstance(value, np.ndarray):
        return change(value)
    if isinstance(value, (tuple, list)):
        return type(value)([change_arrays(item, change) for item in value])
    if isinstance(value, dict):
        return {key: change_arrays(item, change) for key, item in value.items()}
    return value


def deepcopy_arrays(value: Any) -> Any:
    """Copy nested arguments; unlike ``deepcopy``, a strided array stays strided."""

    def copied(array: np.ndarray) -> np.ndarray:
        if array.flags.c_contiguous or array.flags.f_contiguous or array.ndim == 0:
            return array.copy(order="K")
        spaced = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), dtype=array.dtype)
        spaced[..., ::2] = array
        return spaced[..., ::2]

    return deepcopy(value) if not _holds_array(value) else change_arrays(value, copied)


def _holds_array(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_holds_array(item) for item in value.values())
    if isinstance(value, (tuple, list)):
        return any(_holds_array(item) for item in value)
    return isinstance(value, np.ndarray)
