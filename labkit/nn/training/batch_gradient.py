"""The gradient over a batch, piece by piece; and, in passing, how well the network did on it."""

from collections.abc import Iterable

import numpy as np

from labkit.nn.layers import Dense
from labkit.nn.losses import Loss
from labkit.nn.network import Sequential
from labkit.nn.numerics import all_finite, products_finite
from labkit.nn.training.batches import Piece
from labkit.nn.training.evaluate import hits
from labkit.nn.training.workspace import Workspace

LARGE = 100_000
"""So many gradients take longer to look at than the two factors that each of them is made of."""


class BatchGradient:
    """Computes gradients batch by batch, and keeps a running account of loss and accuracy."""

    def __init__(self, net: Sequential, loss: Loss) -> None:
        self.net, self.loss = net, loss
        self.workspace = Workspace(net, loss)
        self._sum: np.ndarray | None = None
        self._partial = False  # whether _sum holds the gradients of earlier pieces of this batch
        self._single = False
        self._rest, self._large = _large_apart(net)
        self.clear()

    def compute(self, pieces: Iterable[Piece], n_samples: int, measure: bool = True) -> np.ndarray:
        """Write the gradient of the loss over a batch to ``net.gradients``.

        Parameters
        ----------
        pieces : iterable of (x, t)
            The batch, cut up.
        n_samples : int
            Samples in all pieces together.
        measure : bool
            Whether to add this batch to the account.

        Returns
        -------
        array (samples of the last piece, n_outputs)
            Its outputs.
        """
        outputs, self._single = None, n_samples == 1
        for x, t in pieces:
            outputs = self.workspace.forward(x)
            share = self.loss.share(len(x), n_samples)
            if measure:
                self._account(outputs, t, share * n_samples)
            self.workspace.backward(outputs, t, share)
            if len(x) < n_samples:
                self._add_up()
        if self._partial:
            self.net.gradients[:] = self._sum
            self._partial = False
        return outputs

    def finite(self) -> bool:
        """Whether all gradients are, as ``compute`` has just written them.

        Of a single sample, a dense layer's dW holds the products of its inputs with db: the largest of them tell.
        """
        if not self._single:
            return all_finite(self.net.gradients)
        return all(products_finite(layer.input, layer.db) for layer in self._large) and all(map(all_finite, self._rest))

    def take(self) -> tuple[float, float]:
        """Loss (mean over the batches, weighted by their samples) and accuracy (or nan) since the last call."""
        figures = self._loss / max(1, self._samples), self._correct / max(1, self._samples)
        self.clear()
        return figures

    def clear(self) -> None:
        """Begin a new account."""
        self._loss = self._correct = 0.0
        self._samples = 0

    def release(self) -> None:
        """Give the memory back."""
        self.workspace.release()

    def _account(self, y: np.ndarray, t: np.ndarray, weight: float) -> None:
        work = self.workspace
        value = self.loss.joint_value(self.net.layers[-1], work.logits, t) if work.joined else self.loss.value(y, t)
        self._loss += value * weight
        self._correct += hits(y, t)
        self._samples += len(y)

    def _add_up(self) -> None:
        if self._sum is None:
            self._sum = np.empty_like(self.net.gradients)
        if self._partial:
            self._sum += self.net.gradients
        else:
            self._sum[:] = self.net.gradients
            self._partial = True


def _large_apart(net: Sequential) -> tuple[list[np.ndarray], list[Dense]]:
    """The flat gradients without dW of large dense layers, in pieces; and these layers."""
    pieces, large, begin, end = [], [], 0, 0
    for layer, views in zip(net.layers, net.views(net.gradients), strict=True):
        if type(layer) is Dense and layer.bias and layer.W.size > LARGE:
            large.append(layer)
            pieces.append(net.gradients[begin:end])
            begin = end + layer.W.size
        end += sum(view.size for view in views.values())
    return [*pieces, net.gradients[begin:]], large
