"""What people compute instead of softmax minus targets: other signs, sums, outputs or targets."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import sigmoid, softmax

LOGIT_MISTAKES = [
    Misconception(
        "minus the gradient",
        lambda z, t: t - softmax(z),
        "The sign. Check it with the class that was seen: if its score rises, does the loss rise or fall?",
    ),
    Misconception(
        "mean over samples",
        lambda z, t: (softmax(z) - t) / len(z),
        "You divide by the number of images. The loss of this exercise is a sum, so its gradient is not divided.",
    ),
    Misconception(
        "mean over samples and classes",
        lambda z, t: (softmax(z) - t) / z.size,
        "You divide by the number of entries. The loss of this exercise is a sum, so its gradient is not divided.",
    ),
    Misconception(
        "sigmoid",
        lambda z, t: sigmoid(z) - t,
        "Right for outputs that are sigmoids. Here the scores go into a softmax.",
    ),
    Misconception(
        "scores for probabilities", lambda z, t: z - t, "You compare scores with targets: which are the outputs?"
    ),
    Misconception(
        "targets forgotten",
        lambda z, t: softmax(z),
        "Where are the targets? A right answer must send back nothing.",
    ),
    Misconception(
        "one taken off everywhere",
        lambda z, t: softmax(z) - 1,
        "You take 1 off every class. Only the class that was seen has the target 1.",
    ),
    Misconception(
        "softmax twice",
        lambda z, t: softmax(softmax(z)) - t,
        "The scores pass through the softmax twice.",
    ),
    Misconception(
        "softmax of the targets",
        lambda z, t: softmax(z) - softmax(t),
        "The targets are probabilities already; you send them through a softmax as well.",
    ),
    Misconception(
        "axis 0",
        lambda z, t: softmax(z.T).T - t,
        "Your probabilities add up to 1 over the images of the batch. Which axis holds the classes?",
    ),
    Misconception(
        "whole batch",
        lambda z, t: softmax(z.ravel()).reshape(z.shape) - t,
        "All probabilities of your batch together add up to 1. Each image wants its own softmax.",
    ),
    Misconception(
        "no shift",
        lambda z, t: np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True) - t,
        "High scores overflow. Your softmax of the exercise above is safe: use it.",
    ),
    Misconception(
        "squared",
        lambda z, t: (softmax(z) - t) ** 2,
        "You square the difference. The sign would be lost, and with it the direction in which to move.",
    ),
    Misconception(
        "absolute value",
        lambda z, t: np.abs(softmax(z) - t),
        "Without its sign a gradient cannot say in which direction to move.",
    ),
    Misconception(
        "sign only",
        lambda z, t: np.sign(softmax(z) - t),
        "You keep only the direction. How large is the error?",
    ),
    Misconception(
        "summed over samples",
        lambda z, t: (softmax(z) - t).sum(axis=0),
        "You add up the images. Every image needs its own gradient on the way back; the sum comes with the weights.",
    ),
    Misconception(
        "mean of the samples",
        lambda z, t: (softmax(z) - t).mean(axis=0),
        "You average the images. Every image needs its own gradient on the way back.",
    ),
    Misconception(
        "one number",
        lambda z, t: np.sum(softmax(z) - t),
        "A gradient has one number for each score, and so the shape of z.",
    ),
    Misconception(
        "only the classes that were not seen",
        lambda z, t: (1 - t) * softmax(z),
        "Right where the target is 0. The score of the class that was seen must move as well: up.",
    ),
    Misconception(
        "class numbers for targets",
        lambda z, t: softmax(z) - t.argmax(axis=-1)[:, None],
        "You subtract the number of the class. The targets are one-hot already: subtract them as they are.",
    ),
    Misconception(
        "sum for difference",
        lambda z, t: softmax(z) + t,
        "A right answer must send back nothing: what has to happen to y and t for that?",
    ),
]
