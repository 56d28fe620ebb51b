"""The right products with a wrong bias."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception


def wrong_biases(conv_forward: Callable) -> list[Misconception]:
    """Mistakes that leave the products as they are; ``conv_forward`` is the reference."""

    def instead(change: Callable) -> Callable:
        """The reference with other biases."""
        return lambda columns, W, b, *size: conv_forward(columns, W, change(b), *size)

    def multiplied(columns, W, b, *size):
        return conv_forward(columns, W, 0 * b, *size) * b[:, None, None]

    def at_the_first_place(columns, W, b, *size):
        z = conv_forward(columns, W, 0 * b, *size).copy()
        z[0, :, 0, 0] += b
        return z

    def on_every_weight(columns, W, b, *size):
        return conv_forward(columns, W + b[:, None, None, None], 0 * b, *size)

    def for_every_product(columns, W, b, *size):
        return conv_forward(columns, W, len(columns) * b, *size)

    return [
        Misconception(
            "no bias", instead(np.zeros_like), "The bias is missing: each filter adds its own, at every place."
        ),
        Misconception("bias twice", instead(lambda b: 2 * b), "The bias is added twice."),
        Misconception("bias subtracted", instead(np.negative), "The bias is subtracted. In this course it is added."),
        Misconception(
            "one bias for all", instead(lambda b: b[0] + 0 * b), "All filters add the first bias. Each has its own."
        ),
        Misconception(
            "biases added up", instead(lambda b: b.sum() + 0 * b), "Every filter adds all biases. Each has its own."
        ),
        Misconception(
            "mean bias", instead(lambda b: b.mean() + 0 * b), "Every filter adds the mean bias. Each has its own."
        ),
        Misconception("biases in reverse", instead(lambda b: b[::-1]), "The biases go to the wrong filters."),
        Misconception(
            "bias of the filter before", instead(lambda b: np.roll(b, 1)), "Each filter adds its neighbour's bias."
        ),
        Misconception(
            "bias of the filter after", instead(lambda b: np.roll(b, -1)), "Each filter adds its neighbour's bias."
        ),
        Misconception("bias multiplied", multiplied, "You multiply by the bias. It is added to the sum, once."),
        Misconception(
            "bias at the first place",
            at_the_first_place,
            "The bias is added at one place of one image only. Every place of every image gets it.",
        ),
        Misconception(
            "bias on every weight",
            on_every_weight,
            "You add the bias to the *weights*, so that every pixel is multiplied by it. It is added to the sum, once.",
        ),
        Misconception(
            "bias for every product",
            for_every_product,
            "The bias is added once for every product. It belongs to the whole sum: once at each place.",
        ),
    ]
