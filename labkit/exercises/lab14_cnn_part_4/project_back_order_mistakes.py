"""Back through the matrix: the right numbers in another order or shape."""

import numpy as np

from labkit.exercises.lab14_cnn_part_4.projection import back
from labkit.exercises.misconception import Misconception

AXES = "An image has the axes (channels, height, width), in this order: in what order do its numbers stand in a row?"
ORDER = (
    "The numbers of y must meet the rows of T that made them: filter by filter, row by row. In another order "
    "every answer is sent back to another place."
)


ORDER_MISTAKES = [
    Misconception(
        "left flat",
        lambda T, y, shape: back(T, y),
        "The numbers are right, and stand in one long row. Give the image its shape back.",
    ),
    Misconception(
        "responses not flat",
        lambda T, y, shape: T.T @ y,
        "The columns of T^T wait for one long vector; y has three axes still.",
    ),
    Misconception("height and width exchanged", lambda T, y, s: back(T, y).reshape(s[0], s[2], s[1]), AXES),
    Misconception(
        "height and width exchanged and back",
        lambda T, y, s: back(T, y).reshape(s[0], s[2], s[1]).transpose(0, 2, 1),
        AXES,
    ),
    Misconception("channels last", lambda T, y, s: back(T, y).reshape(s[1], s[2], s[0]), AXES),
    Misconception(
        "channels last, then moved",
        lambda T, y, s: back(T, y).reshape(s[1], s[2], s[0]).transpose(2, 0, 1),
        AXES,
    ),
    Misconception("column by column", lambda T, y, s: back(T, y).reshape(s, order="F"), AXES),
    Misconception(
        "channel forgotten",
        lambda T, y, s: back(T, y).reshape(s[1:]),
        "The channel is missing from your shape; an image with one channel has the shape (1, height, width).",
    ),
    Misconception("responses column by column", lambda T, y, s: (T.T @ y.ravel(order="F")).reshape(s), ORDER),
    Misconception("responses place by place", lambda T, y, s: (T.T @ y.transpose(1, 2, 0).ravel()).reshape(s), ORDER),
    Misconception("responses turned", lambda T, y, s: (T.T @ y.transpose(0, 2, 1).ravel()).reshape(s), ORDER),
    Misconception("responses backwards", lambda T, y, s: (T.T @ y.ravel()[::-1]).reshape(s), ORDER),
    Misconception(
        "image turned round",
        lambda T, y, s: back(T, y).reshape(s)[:, ::-1, ::-1],
        "Your image stands on its head. The transpose already does what a flip would do: flip nothing.",
    ),
    Misconception("pixels backwards", lambda T, y, s: back(T, y)[::-1].reshape(s), AXES + " Yours stand backwards."),
    Misconception(
        "first channel for all",
        lambda T, y, s: np.repeat(back(T, y)[: s[1] * s[2]].reshape(1, s[1], s[2]), s[0], axis=0),
        "Your channels are all the first. Each has its own columns of T, and its own plane.",
    ),
]
