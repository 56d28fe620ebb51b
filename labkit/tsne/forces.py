r"""The gradient of the KL divergence, at speed: the same springs as in :mod:`.divergence`, a block of rows at a time.

Three things make it fast. The kernel's denominator 1 + |a - b|^2 for all pairs is one product of an (n, 4) with a
(4, n) matrix, [a, |a|^2 + 1, 1] times [-2b, 1, |b|^2]. The sums over j of s_ij and of s_ij y_j are one product with
the (n, 3) matrix [y, 1]. And blocks of 128 rows stay in the processor's cache from the first step to the last. Single
precision is enough to walk by; the divergence that is reported is computed in double precision.
"""

import numpy as np

ROWS = 128


class Forces:
    """Gradient of KL(P || Q) for a fixed P and moving points.

    Parameters
    ----------
    p : array (n, n)
        Symmetric affinities of the data. They are copied to single precision.
    dimensions : int
        Of the embedding.
    """

    def __init__(self, p: np.ndarray, dimensions: int = 2) -> None:
        n = len(p)
        self.p = np.ascontiguousarray(p, dtype=np.float32)
        self._left = np.ones((n, dimensions + 2), np.float32)
        self._right = np.ones((dimensions + 2, n), np.float32)
        self._sums = np.ones((n, dimensions + 1), np.float32)
        self._attraction = np.empty((n, dimensions + 1), np.float32)
        self._repulsion = np.empty((n, dimensions + 1), np.float32)
        self._block = np.empty((min(ROWS, n), n), np.float32)
        self._springs = np.empty_like(self._block)

    def gradient(self, y: np.ndarray, exaggeration: float = 1.0) -> np.ndarray:
        """dKL/dy, array (n, dimensions), with P multiplied by ``exaggeration``."""
        n, d = y.shape
        self._lay_out(y)
        total = 0.0
        for start in range(0, n, ROWS):
            rows = slice(start, min(start + ROWS, n))
            weights, springs = self._block[: rows.stop - start], self._springs[: rows.stop - start]
            np.matmul(self._left[rows], self._right, out=weights)
            np.reciprocal(weights, out=weights)
            np.multiply(self.p[rows], weights, out=springs)
            np.matmul(springs, self._sums, out=self._attraction[rows])
            total += float(weights.sum(dtype=np.float32))
            np.square(weights, out=weights)
            np.matmul(weights, self._sums, out=self._repulsion[rows])
        total -= n  # the diagonal's ones
        springs = exaggeration * self._attraction - self._repulsion / np.float32(total)
        return 4 * (springs[:, d:] * self._sums[:, :d] - springs[:, :d])

    def _lay_out(self, y: np.ndarray) -> None:
        """Write the two factors of the kernel and the factor of the sums."""
        d = y.shape[1]
        norms = np.einsum("ij,ij->i", y, y)
        self._left[:, :d] = y
        self._left[:, d] = 1 + norms
        self._right[:d] = -2 * y.T
        self._right[d + 1] = norms
        self._sums[:, :d] = y
