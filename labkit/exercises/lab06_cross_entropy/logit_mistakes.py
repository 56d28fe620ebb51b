"""What people compute instead of the gradient of softmax and cross-entropy at the scores."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import log_softmax, log_sum_exp, sigmoid, softmax, softmax_backward

_INFINITE = " (Where y is 0 it is infinite, too.)"

MISTAKES = [
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
        "derivative left in",
        lambda z, t: (softmax(z) - t) * softmax(z) * (1 - softmax(z)),
        "The factor y(1 - y) has been cancelled by the 1/y of the logarithm. Leave it in, and a certain, wrong "
        "answer sends nothing back: just what this loss was to cure.",
    ),
    Misconception(
        "sigmoid's derivative left in",
        lambda z, t: (softmax(z) - t) * sigmoid(z) * (1 - sigmoid(z)),
        "There is a derivative of a sigmoid in it, and no sigmoid in this output layer. Besides, the softmax's own "
        "derivative has cancelled.",
    ),
    Misconception(
        "gradient at the probabilities",
        lambda z, t: -t / softmax(z),
        "That is the gradient with respect to the *probabilities*. One more step of the chain rule leads through "
        "the softmax to the scores." + _INFINITE,
    ),
    Misconception(
        "gradient at the probabilities, sign",
        lambda z, t: t / softmax(z),
        "You are at the *probabilities* still, and the sign of the loss is missing. One more step of the chain "
        "rule leads through the softmax to the scores." + _INFINITE,
    ),
    Misconception(
        "only its own score",
        lambda z, t: -t * (1 - softmax(z)),
        "You let each probability depend on its own score only. But raising one score lowers all the other "
        "probabilities: the classes that were not seen get a gradient, too.",
    ),
    Misconception(
        "only its own score, divided",
        lambda z, t: -t / softmax(z) * softmax(z) * (1 - softmax(z)),
        "You let each probability depend on its own score only. But raising one score lowers all the other "
        "probabilities: the classes that were not seen get a gradient, too." + _INFINITE,
    ),
    Misconception(
        "not cancelled on paper",
        lambda z, t: softmax_backward(softmax(z), -t / softmax(z)),
        "Right until a probability rounds to 0, where you compute 0 times infinity. The two cancel on paper: "
        "multiply out, and use that the targets of an image add up to 1.",
    ),
    Misconception(
        "binary, at the probabilities",
        lambda z, t: -t / softmax(z) + (1 - t) / (1 - softmax(z)),
        "That is the gradient of the *binary* cross-entropy, and with respect to the outputs, not to the scores.",
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
        "times the probability",
        lambda z, t: (softmax(z) - t) * softmax(z),
        "A factor y is left over. Follow the chain rule again: what does the 1/y of the logarithm do to it?",
    ),
    Misconception(
        "the softmax's slope",
        lambda z, t: softmax(z) * (1 - softmax(z)),
        "That is how a probability changes with its own score. Where is the loss, and where are the targets?",
    ),
    Misconception(
        "class numbers for targets",
        lambda z, t: softmax(z) - t.argmax(axis=-1)[:, None],
        "You subtract the number of the class. The targets are one-hot already: subtract them as they are.",
    ),
    Misconception(
        "the loss itself",
        lambda z, t: -t * log_softmax(z),
        "Those are the surprises themselves. Asked for is how they change with the scores.",
    ),
    Misconception(
        "sum for difference",
        lambda z, t: softmax(z) + t,
        "A right answer must send back nothing: what has to happen to y and t for that?",
    ),
    Misconception(
        "log left in",
        lambda z, t: log_softmax(z) - t,
        "You take the logarithm of the probabilities. It belongs to the value of the loss, not to its gradient.",
    ),
    Misconception(
        "log-sum-exp not differentiated",
        lambda z, t: log_sum_exp(z)[:, None] - t,
        "The second term is differentiated, the first is not: how does log-sum-exp change with one of the scores?",
    ),
    Misconception(
        "score not differentiated",
        lambda z, t: softmax(z) - z * t,
        "The first term is differentiated, the second is not: how does the score of the class that was seen change "
        "with itself?",
    ),
    Misconception(
        "times the scores",
        lambda z, t: z * (softmax(z) - t),
        "You multiply by the scores, as one does with a layer's *inputs* to get at its weights. The gradient at "
        "the scores themselves comes before that.",
    ),
    Misconception(
        "weights' gradient",
        lambda z, t: z.T @ (softmax(z) - t),
        "That looks like the gradient of a layer's weights. The gradient at the scores comes before that, and has "
        "the shape of z.",
    ),
]
