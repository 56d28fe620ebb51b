"""A summary is a table of a network's layers: what each is, what it puts out, how much training may change in it."""

from collections.abc import Sequence

import numpy as np

from labkit.nn.layers import Layer


class Summary(str):
    """A string that a notebook shows as it reads, line by line."""

    def __repr__(self) -> str:
        return str(self)


def summary(layers: Sequence[Layer], sample_shape: tuple[int, ...] | None = None) -> Summary:
    """Lay the layers out as a table: name, numbers put out per sample, parameters.

    Parameters
    ----------
    layers : sequence of Layer
        From the input up.
    sample_shape : tuple of int, optional
        Shape of one sample, such as (1, 28, 28): without it the outputs of layers for images are "as given".
    """
    rows, width, total = [("layer", "outputs", "parameters")], None, 0
    shape = None if sample_shape is None else (1, *sample_shape)
    for layer in layers:
        if shape is not None:
            shape = layer.output_shape(shape)
            width = " x ".join(map(str, shape[1:]))
        else:
            width = layer.n_outputs or (width if layer.keeps_units else None)
        count = sum(int(np.prod(part)) for part in layer.parameter_shapes().values())
        total += count
        rows.append((repr(layer), str(width or "as given"), f"{count:,}"))
    rows.append(("total", "", f"{total:,}"))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = (f"{name:<{widths[0]}}  {outputs:>{widths[1]}}  {count:>{widths[2]}}" for name, outputs, count in rows)
    return Summary("\n".join(lines))
