"""A network is a list of layers: each feeds the next, and gradients walk the same list backwards.

All its parameters are views into one flat vector theta, and their gradients into another. So an update is
one line, a snapshot one copy, a saved model one array, and a gradient check a loop.
"""

from collections.abc import Iterable
from copy import copy
from os import PathLike

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.conv_pool import paired
from labkit.nn.layers import Conv2D, Dense, Layer
from labkit.nn.layers.order import check_order
from labkit.nn.numerics import CHUNK_ROWS, IMAGE_CHUNK_ROWS, chunks
from labkit.nn.summary import summary


class Sequential:
    """Layers in a row.

    Parameters
    ----------
    layers : list of Layer
        From the input up. A layer belongs to one network and to one place in it.
    seed : int or numpy.random.Generator
        From which the weights are drawn, here and now, in the order of the layers.
    dtype : float32 or float64
        float32 for training (twice as fast), float64 for gradient checks. The same seed gives the same
        weights, rounded.

    Attributes
    ----------
    layers : tuple of Layer
    parameters, gradients : array (n_parameters,)
        The flat vectors. ``net.parameters = theta`` writes in place.

    Examples
    --------
    >>> net = Sequential([Dense(784, 256), Sigmoid(), Dense(256, 10), Softmax()], seed=0)
    >>> net(images).shape
    (5000, 10)
    """

    def __init__(
        self,
        layers: Iterable[Layer],
        seed: int | np.random.Generator = 0,
        dtype: type = np.float32,
    ) -> None:
        self.layers = tuple(layers)
        if np.dtype(dtype) not in (np.dtype(np.float32), np.dtype(np.float64)):
            raise LabkitError(f"Sequential: dtype must be numpy.float32 or numpy.float64, not {dtype!r}.")
        self._check_layers()
        size = sum(int(np.prod(shape)) for layer in self.layers for shape in layer.parameter_shapes().values())
        self._parameters = np.zeros(size, dtype)
        self._gradients = np.zeros(size, dtype)
        self._bind()
        rng = np.random.default_rng(seed)
        try:
            for layer in self.layers:
                layer.initialize(rng)
        except BaseException:  # such as a student's initialiser: the layers are free for the next attempt
            for layer in self.layers:
                layer.network = None
            raise

    # -- forward and backward -------------------------------------------------------------------------------------

    def forward(self, x: np.ndarray) -> np.ndarray:
        """Outputs for the batch ``x``; every layer keeps its input and output, to be looked at or for ``backward``."""
        x = self.as_batch(x)
        for layer in self.layers:
            x = layer.forward(x)
        return x

    __call__ = forward

    def backward(self, upstream: np.ndarray) -> np.ndarray:
        """Take dE/d(outputs) of the last ``forward`` back to dE/d(inputs); every gradient lands in ``net.gradients``.

        Gradients are written, not added to what stood there.
        """
        top = self.layers[-1].output
        if top is None:
            raise LabkitError("Call net.forward(x) before net.backward(upstream): there is nothing to go back through.")
        upstream = np.asarray(upstream, self.dtype)
        if upstream.shape != top.shape:
            raise LabkitError(
                f"backward expects dE/d(outputs) in the shape of the outputs, {top.shape}, "
                f"and was given {upstream.shape}."
            )
        for layer in reversed(self.layers):
            upstream = layer.backward(upstream)
        return upstream

    def predict(self, x: np.ndarray) -> np.ndarray:
        """Outputs for ``x``, a piece at a time and without keeping anything: for large data and for evaluation."""
        x = self.as_batch(x, convert=False)
        layers, pieces = paired(self.layers), []
        for rows in chunks(len(x), self.piece_rows) or [slice(0, 0)]:
            piece = self.as_batch(x[rows])
            for layer in layers:
                piece = layer.apply(piece)
            pieces.append(piece)
        return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)

    def as_batch(self, x: np.ndarray, convert: bool = True) -> np.ndarray:
        """``x`` as an array of the network's dtype, with one sample per row.

        Raises
        ------
        LabkitError
            When it does not hold numbers, or is no batch.
        """
        x = np.asarray(x)
        if not (np.issubdtype(x.dtype, np.number) or x.dtype == bool) or np.iscomplexobj(x):
            raise LabkitError(f"The network expects an array of real numbers and was given one of type {x.dtype}.")
        if x.ndim == 0:
            raise LabkitError("The network expects a batch of shape (samples, features) and was given one number.")
        return np.ascontiguousarray(x, self.dtype) if convert else x

    # -- parameters -----------------------------------------------------------------------------------------------

    @property
    def parameters(self) -> np.ndarray:  # noqa: D102  described in the class
        return self._parameters

    @parameters.setter
    def parameters(self, theta: np.ndarray) -> None:
        theta = np.asarray(theta)
        if theta.shape != self._parameters.shape:
            raise LabkitError(
                f"The network has {self._parameters.size:,} parameters in one flat vector "
                f"and was given shape {theta.shape}."
            )
        self._parameters[:] = theta

    @property
    def gradients(self) -> np.ndarray:  # noqa: D102
        return self._gradients

    @property
    def n_parameters(self) -> int:
        """How many numbers training may change."""
        return self._parameters.size

    @property
    def dtype(self) -> np.dtype:
        """The network computes in the type of its parameters."""
        return self._parameters.dtype

    @property
    def dense(self) -> tuple[Dense, ...]:
        """The dense layers alone, from the input up."""
        return tuple(layer for layer in self.layers if isinstance(layer, Dense))

    @property
    def piece_rows(self) -> int:
        """How many samples go through together where a batch is larger."""
        return IMAGE_CHUNK_ROWS if any(isinstance(layer, Conv2D) for layer in self.layers) else CHUNK_ROWS

    def views(self, vector: np.ndarray) -> list[dict[str, np.ndarray]]:
        """The arrays of every layer, by name, as views into a flat vector: ``net.parameters``, ``net.gradients``.

        One entry per layer, empty where it has no parameters.
        """
        views, position = [], 0
        for layer in self.layers:
            views.append({})
            for name, shape in layer.parameter_shapes().items():
                part = slice(position, position + int(np.prod(shape)))
                views[-1][name] = vector[part].reshape(shape)
                position = part.stop
        return views

    def units(self, x: np.ndarray) -> list[np.ndarray]:
        """Activations for ``x``: for every layer with parameters what the layers above it, up to the next, made of it.

        Arrays (samples, units), from the input up; the layer's own outputs where no activation follows. Of a layer for
        images they are images; after the pooling, or flat, where that is what follows.
        In a network of dense layers, entry i belongs to ``net.dense[i]``. Nothing is kept in the layers.
        """
        x, found = self.as_batch(x), []
        for layer in self.layers:
            x = layer.apply(x)
            if layer.parameter_shapes():
                found.append(x)
            elif found:
                found[-1] = x
        return found

    def astype(self, dtype: type) -> "Sequential":
        """A copy of the network that computes in ``dtype``."""
        return _rebuilt(self, self._parameters.astype(dtype))

    def copy(self) -> "Sequential":
        """An independent copy with the same parameters."""
        return _rebuilt(self, self._parameters.copy())

    def save(self, path: str | PathLike) -> None:
        """Write the parameters to an ``.npz`` file, as one array named "parameters"."""
        with open(path, "wb") as file:
            np.savez(file, parameters=self._parameters)

    def load(self, path: str | PathLike) -> "Sequential":
        """Read parameters written by ``save`` into this network, which must have the same layers; returns it.

        Raises
        ------
        LabkitError
            When the file is missing, is no saved network, or holds another number of parameters.
        """
        try:
            with np.load(path, allow_pickle=False) as file:
                theta = file["parameters"]
        except FileNotFoundError:
            raise LabkitError(
                f"There is no file {path}: save a network there first, net.save({str(path)!r})."
            ) from None
        except Exception as error:
            raise LabkitError(f"{path} is not a network written by net.save(): {error}.") from None
        if theta.shape != self._parameters.shape:
            raise LabkitError(
                f"{path} holds {theta.size:,} parameters and this network has {self.n_parameters:,}: "
                "build it with the same layers as the one that was saved."
            )
        self.parameters = theta
        return self

    # -- description ----------------------------------------------------------------------------------------------

    def __repr__(self) -> str:
        return f"Sequential([{', '.join(map(repr, self.layers))}])"

    def summary(self, sample_shape: tuple[int, ...] | None = None) -> str:
        """A table of the layers: what each is, how many numbers it puts out per sample, how many parameters it has.

        Of layers for images, the outputs can be told once the size of an image is given: ``summary((1, 28, 28))``.
        """
        return summary(self.layers, sample_shape)

    # -- inside ---------------------------------------------------------------------------------------------------

    def _check_layers(self) -> None:
        if not self.layers:
            raise LabkitError("Sequential needs at least one layer, such as nn.Dense(784, 10).")
        width, below = None, None
        for position, layer in enumerate(self.layers):
            if not isinstance(layer, Layer):
                raise LabkitError(
                    f"Sequential takes layers such as nn.Dense(784, 10) or nn.Sigmoid(), and was given {layer!r} "
                    f"at position {position}: put a plain function into nn.Activation(function, derivative)."
                )
            if layer.network is not None or any(layer is other for other in self.layers[:position]):
                raise LabkitError(
                    f"{layer!r} at position {position} is in use already: a layer holds the arrays "
                    "of one place in one network, so make a new layer for each."
                )
            if width is not None and layer.n_inputs not in (None, width):
                raise LabkitError(
                    f"{layer!r} follows {below!r}, which puts out {width} numbers per sample: make them agree."
                )
            if layer.n_outputs is not None:
                width, below = layer.n_outputs, layer
        check_order(self.layers)

    def _bind(self) -> None:
        """Hand every layer its views into the flat vectors."""
        views = zip(self.layers, self.views(self._parameters), self.views(self._gradients), strict=True)
        for layer, parameters, gradients in views:
            layer.bind(parameters, gradients)
            layer.network = self

    def __reduce__(self) -> tuple:
        """Copies and pickles carry the layers' settings and one vector; the views are made again."""
        return _restored, (self.layers, self._parameters)


def _restored(layers: tuple[Layer, ...], parameters: np.ndarray) -> Sequential:
    net = Sequential.__new__(Sequential)
    net.layers = layers
    net._parameters, net._gradients = parameters, np.zeros_like(parameters)
    net._bind()
    return net


def _rebuilt(net: Sequential, parameters: np.ndarray) -> Sequential:
    return _restored(tuple(copy(layer) for layer in net.layers), parameters)
