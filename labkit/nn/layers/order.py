"""Which layer may follow which, as far as it shows before any image has been seen: flat rows, images, channels."""

from collections.abc import Iterable

from labkit.errors import LabkitError
from labkit.nn.layers.conv2d import Conv2D
from labkit.nn.layers.flatten import Flatten
from labkit.nn.layers.layer import Layer
from labkit.nn.layers.max_pool2d import MaxPool2D


def check_order(layers: Iterable[Layer]) -> None:
    """Stop with one sentence where images meet a layer for rows, rows one for images, or channels do not agree.

    Raises
    ------
    LabkitError
        Naming both layers and the remedy.
    """
    images, rows, channels = None, None, None  # the layer below that puts out images, or rows; channels of the former
    for layer in layers:
        if isinstance(layer, Conv2D | MaxPool2D):
            if rows is not None:
                raise _misfit(layer, rows, "flat rows: layers for images must come first")
            if isinstance(layer, Conv2D):
                if channels not in (None, layer.in_channels):
                    raise _misfit(layer, images, f"{channels} channels: make them agree")
                channels = layer.out_channels
            images = layer if isinstance(layer, Conv2D) or images is None else images
        elif isinstance(layer, Flatten):
            images, rows, channels = None, layer, None
        elif layer.n_inputs is not None or layer.n_outputs is not None:
            if images is not None:
                raise _misfit(layer, images, "images: put nn.Flatten() between them")
            rows = layer


def _misfit(layer: Layer, below: Layer, what: str) -> LabkitError:
    return LabkitError(f"{layer!r} follows {below!r}, which puts out {what}.")
