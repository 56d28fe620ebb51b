"""Deconvolved maps: what a filter of a trained network says to a digit, projected back onto the image.

The transposed convolution stamps the filter into the image wherever it answered, as strongly as it answered. That is
no inverse of the convolution, whatever the name says; it shows which pixels the answer came from.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from labkit import data, nn
from labkit.errors import LabkitError
from labkit.explorers.explorer import Explorer
from labkit.metrics import accuracy
from labkit.nn.functional import transposed_convolution
from labkit.plots import Picture, alt_text, style, tiles

N_FILTERS = 5


def deconvolved_maps(
    net: nn.Sequential | None = None, images: np.ndarray | None = None, filters: Sequence[int] | None = None
) -> Explorer:
    """Choose a digit and a filter, and see the filter, its response, and the response projected back.

    Parameters
    ----------
    net : Sequential, optional
        Begins with a Conv2D of one channel, stride 1 and no padding, and its activation. By default Report A's sixteen
        7 by 7 filters straight to the ten outputs, with tanh, trained for 1 s on 300 images.
    images : array (samples, 1, height, width), optional
        As the network wants them; by default the first test image of each class of the embedded MNIST subset, less
        the mean pixel and over the standard deviation.
    filters : sequence of int, optional
        Which filters, from 0; by default the five that answer most strongly.

    Returns
    -------
    Explorer
        Two sliders: ``digit`` and ``filter``.
    """
    right = None
    if images is None or net is None:
        mine, shown, right = trained()
        net, images = (mine if net is None else net), (shown if images is None else images)
    images = np.asarray(images)
    if not isinstance(net.layers[0], nn.Conv2D):
        raise LabkitError(
            f"deconvolved_maps needs a net that begins with a Conv2D, not {type(net.layers[0]).__name__}."
        )
    W = net.layers[0].W
    responses = net.layers[1].apply(net.layers[0].apply(images)).copy()
    strength = np.sqrt(np.mean(responses**2, axis=(0, 2, 3)))
    chosen = sorted(np.argsort(-strength)[:N_FILTERS].tolist()) if filters is None else [int(i) for i in filters]
    if not set(chosen) <= set(range(len(W))):
        raise LabkitError(f"The network has filters 0 to {len(W) - 1}, and {chosen} were asked for.")
    limits = [np.abs(part[..., :]).max() for part in (W[chosen], responses[:, chosen])]

    return Explorer(
        lambda digit, filter: draw(digit, filter, images[digit], W[filter], responses[digit, filter], limits, right),
        "Which pixels does a filter's answer come from?",
        {"digit": list(range(len(images))), "filter": {str(i): i for i in chosen}},
        labels={"digit": "Digit", "filter": "Filter"},
        start={"digit": min(3, len(images) - 1)},
    )


@cache
def trained(seed: int = 0) -> tuple[nn.Sequential, np.ndarray, float]:
    """Report A's architecture A after 12 epochs on 300 images, an image of each class, and the test accuracy."""
    digits = data.load("mnist-subset").take(train=30)
    mean, spread = digits.x_train.mean(), digits.x_train.std()
    x, test = (((each - mean) / spread).reshape(-1, 1, 28, 28) for each in (digits.x_train, digits.x_test))
    init = nn.FanInNormal()
    layers = [nn.Conv2D(1, 16, 7, init=init), nn.Tanh(0.5), nn.Flatten(), nn.Dense(16 * 22 * 22, 10, init=init)]
    net = nn.Sequential([*layers, nn.Tanh(0.5)], seed=seed)
    nn.fit(
        net, x, digits.t_train, loss=nn.SquaredError("sum"), optimizer=nn.SGD(0.002), epochs=12, batch_size=1,
        log_every=12 * len(x), seed=seed, progress=False,
    )  # fmt: skip
    firsts = [int(np.argmax(digits.y_test == digit)) for digit in range(10)]
    return net, test[firsts], accuracy(net.predict(test), digits.t_test)


@style.styled
def draw(
    digit: int,
    filter: int,
    image: np.ndarray,
    W: np.ndarray,
    response: np.ndarray,
    limits: Sequence[float],
    right: float | None = None,
) -> Picture:
    """Draw the image, the filter, its response, and the response projected back; one scale for all filters."""
    back = transposed_convolution(response[None, None], W[None])[0, 0]
    margins = {"left": 0.02, "right": 0.98, "top": 0.85, "bottom": 0.07, "hspace": 0.3, "wspace": 0.06}
    figure = style.new_figure(4.8, 5.2, f"digit {digit}, filter {filter}", margins)
    filters, answers = (tiles.scale([np.array([limit])], signed=True) for limit in limits)
    light = tiles.scale([image[0] - image.min()])
    for axes, tile, heading, look in zip(
        figure.subplots(2, 2).ravel(),
        (image[0] - image.min(), W[0], response, back),
        ("image", f"filter, {W.shape[1]} × {W.shape[2]}", "its response", "projected back"),
        (light, filters, answers, tiles.scale([back], signed=True)),
        strict=True,
    ):
        tiles.show(axes, tile, *look)
        axes.set_title(heading)
        if heading != "image":
            axes.set_xlabel(tiles.minus(tiles.reach(tile)), labelpad=3, fontsize=10)
    ink = image[0] > (image.min() + image.max()) / 2
    border = np.ones(back.shape, dtype=bool)
    border[4:-4, 4:-4] = False
    shares = [float(np.sum(back[part] ** 2) / max(np.sum(back**2), 1e-30)) for part in (ink, border)]
    on_ink, on_border, of_ink, of_border = (
        alt_text.percent(share, 0) for share in (*shares, float(ink.mean()), float(border.mean()))
    )
    return Picture(figure, alt_text.sentences(
        f"digit {digit}, filter {filter} of {W.shape[1]} by {W.shape[2]}, weights from {tiles.reach(W)}",
        f"its response runs from {tiles.reach(response)}, root mean square "
        f"{alt_text.number(np.sqrt(np.mean(response**2)), 2)}",
        f"projected back onto the image it runs from {tiles.reach(back)}; {on_ink} of its squared size lies on the "
        f"digit's ink, which has {of_ink} of the pixels, and {on_border} on the border of four pixels, which has "
        f"{of_border}",
        f"the network has {alt_text.percent(right, 0)} of the test images right" if right is not None else "",
    ))  # fmt: skip
