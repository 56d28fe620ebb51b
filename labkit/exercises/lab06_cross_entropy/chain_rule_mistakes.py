"""What people compute who do not finish the chain rule from cross-entropy through the softmax to the scores."""

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import log_softmax, log_sum_exp, sigmoid, softmax, softmax_backward

_INFINITE = " (Where y is 0 it is infinite, too.)"

CHAIN_RULE_MISTAKES = [
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
        "the loss itself",
        lambda z, t: -t * log_softmax(z),
        "Those are the surprises themselves. Asked for is how they change with the scores.",
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
