"""Arrays made once and written into again and again: fresh large ones can take longer than the arithmetic on them."""

import numpy as np


class Arrays:
    """A store of working arrays, by name. What an array holds when it is taken is left over from its last use."""

    def __init__(self) -> None:
        self._flat: dict[str, np.ndarray] = {}

    def take(self, name: str, shape: tuple[int, ...], dtype: np.dtype) -> np.ndarray:
        """Return the array of that name, contiguous, in the shape asked for; made anew where it is too small."""
        size = 1
        for length in shape:
            size *= length
        flat = self._flat.get(name)
        if flat is None or flat.size < size or flat.dtype != dtype:
            flat = self._flat[name] = np.empty(size, dtype)
        return flat[:size].reshape(shape)

    def images(self, name: str, shape: tuple[int, int, int, int], dtype: np.dtype) -> np.ndarray:
        """Return images (samples, channels, height, width), whose samples are last in memory."""
        n, *sample = shape
        return self.take(name, (*sample, n), dtype).transpose(3, 0, 1, 2)

    def clear(self) -> None:
        """Give the memory back."""
        self._flat.clear()
