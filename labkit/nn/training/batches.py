"""Batches: the samples of an epoch, in order or shuffled, each batch in pieces that fit in memory."""

from collections.abc import Iterator

import numpy as np

from labkit.nn.numerics import CHUNK_ROWS, chunks

Piece = tuple[np.ndarray, np.ndarray]


class Batches:
    """The samples of an epoch, batch by batch.

    Parameters
    ----------
    x, t : array (samples, ...)
    batch_size : int
    rng : numpy.random.Generator or None
        Draws the order of each epoch; None keeps the order of the data, and copies nothing.
    whole : bool
        Whether a batch must stay in one piece.
    piece_rows : int
        Samples of a piece at most.
    """

    def __init__(
        self,
        x: np.ndarray,
        t: np.ndarray,
        batch_size: int,
        rng: np.random.Generator | None = None,
        whole: bool = False,
        piece_rows: int = CHUNK_ROWS,
    ) -> None:
        self.x, self.t, self.batch_size, self.rng = x, t, batch_size, rng
        self._piece_rows = batch_size if whole else piece_rows
        self._x = self._t = None

    def updates(self, epochs: int) -> Iterator[tuple[int, Iterator[Piece], int]]:
        """For every update: number of the epoch (from 1), the batch in pieces (x, t), samples in the batch."""
        n = len(self.x)
        for epoch in range(1, epochs + 1):
            order = None if self.rng is None else self.rng.permutation(n)
            for start in range(0, n, self.batch_size):
                stop = min(start + self.batch_size, n)
                yield epoch, self._pieces(start, stop, order), stop - start

    def _pieces(self, start: int, stop: int, order: np.ndarray | None) -> Iterator[Piece]:
        for piece in chunks(stop - start, self._piece_rows):
            rows = slice(start + piece.start, start + piece.stop)
            if order is None:
                yield self.x[rows], self.t[rows]
            else:
                yield self._gathered(order[rows])

    def _gathered(self, rows: np.ndarray) -> Piece:
        """Copy scattered samples together, into the same two arrays each time."""
        if self._x is None or len(self._x) < len(rows):
            self._x = np.empty((len(rows), *self.x.shape[1:]), self.x.dtype)
            self._t = np.empty((len(rows), *self.t.shape[1:]), self.t.dtype)
        # mode="clip" spares NumPy a second copy that it makes to be safe against bad indices
        return (
            np.take(self.x, rows, axis=0, out=self._x[: len(rows)], mode="clip"),
            np.take(self.t, rows, axis=0, out=self._t[: len(rows)], mode="clip"),
        )
