"""What a filter sees at each of its places, as an array with six named axes: the raw material of wrong answers."""

import numpy as np

from labkit.nn.functional import image_columns, places

AXES = "cijyxs"  # channel, row and column in the filter; row and column of the place; sample


def windows(images: np.ndarray, kernel: tuple, stride: tuple, order: str = AXES) -> np.ndarray:
    """The numbers of the im2col matrix, their axes in another order."""
    n, channels = images.shape[:2]
    down, across = places(images.shape[2:], kernel, stride)
    seen = image_columns(images, tuple(kernel), tuple(stride)).reshape(channels, *kernel, down, across, n)
    return seen.transpose([AXES.index(axis) for axis in order])


def in_order(order: str, rows: int = 3):
    """Im2col with its axes in another order; the first ``rows`` of them make a row."""

    def answer(images, kernel_size, stride):
        seen = windows(images, kernel_size, stride, order)
        return seen.reshape(int(np.prod(seen.shape[:rows])), -1)

    return answer


def layers(rng: np.random.Generator) -> list[tuple[tuple, tuple, tuple]]:
    """Shapes of images, filter sizes and strides: no two sizes alike where they could be mixed up."""
    return [
        ((2, 1, 5, 6), (2, 3), (1, 1)),
        ((1, 3, 6, 4), (3, 2), (1, 1)),
        ((4, 2, 7, 9), (3, 4), (2, 1)),
        ((3, 2, 6, 8), (2, 4), (1, 3)),
        ((2, 1, 5, 4), (5, 4), (1, 1)),
    ]


LABELS = (
    "two images with one channel",
    "one image with three channels",
    "a stride of 2 down and 1 across",
    "a stride of 1 down and 3 across",
    "a filter as large as the image",
)
