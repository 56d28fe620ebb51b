"""Windows at wrong places: strides, places that are missing, a border, images and channels left out."""

import numpy as np

from labkit.exercises.lab13_cnn_part_3.windows import windows
from labkit.exercises.misconception import Misconception
from labkit.nn.functional import image_columns


def _strided(change):
    return lambda images, kernel_size, stride: image_columns(images, tuple(kernel_size), change(*stride))


def _short(down: int, across: int):
    """Leave out the last places in one direction or both."""

    def answer(images, kernel_size, stride):
        seen = windows(images, kernel_size, stride)
        seen = seen[:, :, :, : seen.shape[3] - down, : seen.shape[4] - across]
        return seen.reshape(int(np.prod(seen.shape[:3])), -1)

    return answer


def _padded(images, kernel_size, stride):
    (h, w), room = kernel_size, [(0, 0), (0, 0)]
    return image_columns(np.pad(images, [*room, (h // 2, h // 2), (w // 2, w // 2)]), (h, w), tuple(stride))


def _counted_only(images, kernel_size, stride):
    """As many places as there should be, each one pixel from the last."""
    down, across = windows(images, kernel_size, stride).shape[3:5]
    seen = windows(images, kernel_size, (1, 1))[:, :, :, :down, :across]
    return seen.reshape(int(np.prod(seen.shape[:3])), -1)


def _left_zero(images, kernel_size, stride):
    seen = windows(images, kernel_size, stride).copy()
    seen[:, :, :, -1] = 0
    seen[:, :, :, :, -1] = 0
    return seen.reshape(int(np.prod(seen.shape[:3])), -1)


def _last_sample_in_front(images, kernel_size, stride):
    """Every sample written over the one before."""
    last = image_columns(images[-1:], tuple(kernel_size), tuple(stride))
    return np.pad(last, ((0, 0), (0, last.shape[1] * (len(images) - 1))))


_STRIDE = "Look at the stride: `stride[0]` is a step down, `stride[1]` a step across. "
_PLACES = "Some places are missing. A filter of size k fits into n pixels at n - k + 1 places: try k = n. "

WRONG_PLACES = [
    Misconception("places off by one", _short(1, 1), _PLACES),
    Misconception("places off by one, down", _short(1, 0), _PLACES),
    Misconception("places off by one, across", _short(0, 1), _PLACES),
    Misconception("with a border", _padded, "You have added a border of zeros: a filter stays inside the image here."),
    Misconception(
        "first image only",
        lambda images, k, s: image_columns(images[:1], k, s),
        "Only the first image is there. Each image of the batch has columns of its own.",
    ),
    Misconception(
        "first channel only",
        lambda images, k, s: image_columns(images[:, :1], k, s),
        "Only the first channel is there. A filter looks at all channels at once.",
    ),
    Misconception(
        "channels added",
        lambda images, k, s: image_columns(images.sum(axis=1, keepdims=True), k, s),
        "You add the channels up. A filter has weights of its own for each channel.",
    ),
    Misconception("stride left out", _strided(lambda a, b: (1, 1)), _STRIDE + "You take every place."),
    Misconception("one stride for both, down", _strided(lambda a, b: (a, a)), _STRIDE + "You use one for both."),
    Misconception("one stride for both, across", _strided(lambda a, b: (b, b)), _STRIDE + "You use one for both."),
    Misconception("strides swapped", _strided(lambda a, b: (b, a)), _STRIDE + "You have them the other way round."),
    Misconception("stride down only", _strided(lambda a, b: (a, 1)), _STRIDE + "Yours acts in one direction."),
    Misconception("stride across only", _strided(lambda a, b: (1, b)), _STRIDE + "Yours acts in one direction."),
    Misconception(
        "kernel size for stride",
        lambda images, k, s: image_columns(images, k, k),
        "Your places do not overlap: you go on by the filter's size instead of the stride.",
    ),
    Misconception(
        "stride in the count only",
        _counted_only,
        _STRIDE + "You have the right number of places, but each is one pixel from the last.",
    ),
    Misconception("last places left at 0", _left_zero, "The last places have stayed 0. How far does your loop go?"),
    Misconception(
        "last image over the others",
        _last_sample_in_front,
        "Only the last image is there, and the other columns are 0: every image is written over the one before.",
    ),
]
