"""Lab 01: what each exercise on back-propagation accepts, and the wrong turns that it knows by name.

The network of this lab is 2-2-2 on paper and ``inputs - hidden - outputs`` in code: two dense layers, each followed
by a sigmoid, ``E = 1/2 sum (t - y)^2`` summed over outputs (and, in a batch, over samples). As in Report A,
``delta = -dE/dv``; gradients are ``dE/dW``, without that minus. Probes are drawn with unequal layer sizes as well as
square ones, so that a transposed matrix fails loudly in one probe and quietly in another.
"""

import numpy as np

from labkit.exercises import paper_net
from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.paper import PaperExercise
from labkit.exercises.probe import Probe
from labkit.nn import numerical_gradient
from labkit.nn.functional import (
    dense_backward,
    dense_forward,
    sigmoid,
    sigmoid_derivative,
    sigmoid_derivative_from_output,
)

SHAPES = ((2, 2, 2), (3, 4, 2), (4, 2, 3), (3, 3, 3), (1, 3, 1))


# ---- 01.forward and 01.forward_batch ---------------------------------------------------------------------------


def forward(x, W1, b1, W2, b2):
    """Return (y_hidden, y_output), for one sample or a batch: ``y = f(x W + b)``, layer after layer."""
    y_hidden = sigmoid(dense_forward(x, W1, b1))
    return y_hidden, sigmoid(dense_forward(y_hidden, W2, b2))


def _parameters(rng, n_inputs, n_hidden, n_outputs):
    return (
        rng.normal(size=(n_inputs, n_hidden)),
        rng.normal(size=n_hidden),
        rng.normal(size=(n_hidden, n_outputs)),
        rng.normal(size=n_outputs),
    )


def _forward_probes(rng):
    return [Probe(rng.normal(size=n[0]), *_parameters(rng, *n), label="-".join(map(str, n))) for n in SHAPES]


def _batch_forward_probes(rng):
    return [
        Probe(rng.normal(size=(samples, n[0])), *_parameters(rng, *n), label=f"{samples} samples, {n[0]}-{n[1]}-{n[2]}")
        for samples, n in zip((4, 5, 1, 3, 6), SHAPES, strict=True)
    ]


def _layers(hidden, output=None):
    """Build a wrong forward pass from what each layer does, ``layer(x, W, b)``."""

    def wrong(x, W1, b1, W2, b2):
        y_hidden = hidden(x, W1, b1)
        return y_hidden, (output or hidden)(y_hidden, W2, b2)

    return wrong


def _right_layer(x, W, b):
    return sigmoid(dense_forward(x, W, b))


FORWARD_SLIPS = [
    Misconception(
        "weights transposed",
        _layers(lambda x, W, b: sigmoid((W @ x.T).T + b)),
        "W[i, j] leads from unit i to unit j. Into unit j run the weights of one *column* of W: which index do you sum "
        "over?",
    ),
    Misconception(
        "bias forgotten",
        _layers(lambda x, W, b: sigmoid(x @ W)),
        "Give the net x = 0: every v should then be the unit's bias. What is it in yours?",
    ),
    Misconception(
        "hidden bias forgotten",
        _layers(lambda x, W, b: sigmoid(x @ W), _right_layer),
        "The output layer is right. One number is missing in the sums of the hidden layer.",
    ),
    Misconception(
        "output bias forgotten",
        _layers(_right_layer, lambda x, W, b: sigmoid(x @ W)),
        "The hidden layer is right. One number is missing in the sums of the output layer.",
    ),
    Misconception(
        "bias subtracted",
        _layers(lambda x, W, b: sigmoid(x @ W - b)),
        "A threshold is subtracted, a bias is added: which of the two does v = sum w y + b have?",
    ),
    Misconception(
        "linear output",
        _layers(_right_layer, lambda x, W, b: x @ W + b),
        "The hidden layer is right. The output units are sigmoid units too: what comes after their weighted sum?",
    ),
    Misconception(
        "linear hidden",
        _layers(lambda x, W, b: x @ W + b, _right_layer),
        "The hidden layer passes v on. What leaves a unit is y = f(v).",
    ),
    Misconception(
        "no activation",
        _layers(lambda x, W, b: x @ W + b),
        "These are the weighted sums v of both layers. What leaves a unit is y = f(v).",
    ),
    Misconception(
        "sign in the exponent",
        _layers(lambda x, W, b: 1 / (1 + np.exp(x @ W + b))),
        "Your f falls where the sigmoid rises. Try f(5): it should be nearly 1.",
    ),
    Misconception(
        "derivative for the function",
        _layers(lambda x, W, b: sigmoid_derivative(x @ W + b)),
        "This is f'(v), the slope. It is needed on the way back; the way forward needs f(v).",
    ),
    Misconception(
        "bias outside the sigmoid",
        _layers(lambda x, W, b: sigmoid(x @ W) + b),
        "An output of a sigmoid lies between 0 and 1, yours need not: the bias belongs inside, in the sum v.",
    ),
    Misconception(
        "activation before the sum",
        _layers(lambda x, W, b: sigmoid(x) @ W + b),
        "First the weighted sum, then the sigmoid. You squash what enters the layer, not what leaves it.",
    ),
    Misconception(
        "tanh for sigmoid",
        _layers(lambda x, W, b: np.tanh(x @ W + b)),
        "Your f runs from -1 to 1. That is tanh, a relative; lab 05 is about it. The units here use 1 / (1 + e^(-v)).",
    ),
    Misconception(
        "order of the two results",
        lambda *net: forward(*net)[::-1],
        "Both layers are right, in the wrong order: return the hidden signals first.",
    ),
    Misconception(
        "sums returned",
        lambda x, W1, b1, W2, b2: (x @ W1 + b1, sigmoid(x @ W1 + b1) @ W2 + b2),
        "You pass y on, rightly, but hand back v. Which of the two leaves a unit?",
    ),
    Misconception(
        "first layer used twice",
        lambda x, W1, b1, W2, b2: (
            _right_layer(x, W1, b1),
            sigmoid(_right_layer(x, W1, b1) @ W2 + np.resize(b1, b2.shape)),
        ),
        "The output layer has biases of its own.",
    ),
]

BATCH_FORWARD_SLIPS = [
    Misconception(
        "one sample only",
        lambda x, *net: tuple(y[0] for y in forward(x, *net)),
        "One row came back. There should be one row for each sample.",
    ),
    Misconception(
        "averaged over the batch",
        lambda x, *net: tuple(y.mean(axis=0) for y in forward(x, *net)),
        "The samples of a batch do not meet on the way forward: each keeps its own row.",
    ),
    Misconception(
        "one column for each sample",
        lambda *net: tuple(y.T for y in forward(*net)),
        "The numbers are right, lying on their side. Here samples are rows: (samples, units).",
    ),
    Misconception(
        "bias along the samples",
        _layers(lambda x, W, b: sigmoid(x @ W + b[:, np.newaxis])),
        "The bias belongs to a unit, a column of the sums; you added it along the samples.",
    ),
]


# ---- 01.output_delta and 01.hidden_delta -----------------------------------------------------------------------


def output_delta(y, t):
    """BP1: ``delta_k = (t_k - y_k) f'(v_k)`` with ``f' = y (1 - y)``; delta is -dE/dv."""
    return (t - y) * sigmoid_derivative_from_output(y)


def _output_delta_probes(rng):
    def probe(size, label):
        return Probe(rng.uniform(0.05, 0.95, size), rng.integers(0, 2, size).astype(float), label=label)

    return [
        probe(2, "two outputs"),
        probe(5, "five outputs"),
        probe(1, "one output"),
        Probe(np.array([0.25, 0.75, 0.5]), np.array([0.25, 0.0, 1.0]), label="one output already right"),
        Probe(np.array([1e-4, 0.9999]), np.array([1.0, 0.0]), label="saturated and wrong"),
        Probe(rng.uniform(0.05, 0.95, 4), rng.uniform(0.1, 0.9, 4), label="targets between 0 and 1"),
    ]


OUTPUT_DELTA_SLIPS = [
    Misconception(
        "f' missing",
        lambda y, t: t - y,
        "t - y is how wrong y is. delta belongs to v: a change of v reaches y only through the slope of f.",
    ),
    Misconception(
        "sign",
        lambda y, t: (y - t) * y * (1 - y),
        "The size is right. With delta = -dE/dv an output that is too small gets a *positive* delta: check yours.",
    ),
    Misconception(
        "f' missing and sign",
        lambda y, t: y - t,
        "Two things: delta is *minus* dE/dv, and between v and y lies the slope of f.",
    ),
    Misconception(
        "f' at the wrong place",
        lambda y, t: (t - y) * sigmoid_derivative(y),
        "You squashed y a second time. y is already f(v): how is f'(v) written with y alone?",
    ),
    Misconception(
        "error missing",
        lambda y, t: y * (1 - y),
        "This is the slope f'(v) alone. Where does the target come in?",
    ),
    Misconception(
        "slope squared",
        lambda y, t: (t - y) * (y * (1 - y)) ** 2,
        "The slope of f stands in twice. How many sigmoids lie between v and y?",
    ),
    Misconception(
        "half of the slope lost",
        lambda y, t: (t - y) * y,
        "f' has two factors, and one of them is y.",
    ),
    Misconception(
        "other half of the slope lost",
        lambda y, t: (t - y) * (1 - y),
        "f' has two factors, and one of them is 1 - y.",
    ),
    Misconception(
        "slope at the target",
        lambda y, t: (t - y) * t * (1 - t),
        "The slope is taken where the unit works, at its own output, not where it should be.",
    ),
    Misconception(
        "factor 2",
        lambda y, t: 2 * (t - y) * y * (1 - y),
        "What is the 1/2 in front of E good for?",
    ),
    Misconception(
        "half kept",
        lambda y, t: 0.5 * (t - y) * y * (1 - y),
        "The derivative of a square brings a 2 down. What happens to the 1/2 of E?",
    ),
    Misconception(
        "error squared",
        lambda y, t: 0.5 * (t - y) ** 2 * y * (1 - y),
        "You multiplied the slope by E itself. BP1 needs the *derivative* of E with respect to y.",
    ),
    Misconception(
        "absolute error",
        lambda y, t: np.abs(t - y) * y * (1 - y),
        "All your deltas are positive. An output that is too large has to be pushed down.",
    ),
    Misconception(
        "tanh slope",
        lambda y, t: (t - y) * (1 - y**2),
        "1 - y^2 is the slope of tanh. These are sigmoid units.",
    ),
    Misconception(
        "summed over the outputs",
        lambda y, t: np.sum((t - y) * y * (1 - y)),
        "The deltas were added up. E is a sum, but each output unit has a delta of its own.",
    ),
    Misconception(
        "averaged over the outputs",
        lambda y, t: (t - y) * y * (1 - y) / len(y),
        "E adds the outputs up, it does not average them: where does your division come from?",
    ),
]


def hidden_delta(delta_output, W2, y_hidden):
    """BP2: ``delta_j = f'(v_j) sum_k w_jk delta_k``, for one sample or a batch."""
    return (delta_output @ W2.T) * sigmoid_derivative_from_output(y_hidden)


def _hidden_delta_probes(rng):
    sizes = ((2, 2), (4, 2), (2, 3), (3, 3), (3, 1), (1, 3))
    return [
        Probe(
            rng.normal(size=n_outputs),
            rng.normal(size=(n_hidden, n_outputs)),
            rng.uniform(0.05, 0.95, n_hidden),
            label=f"{n_hidden} hidden, {n_outputs} outputs",
        )
        for n_hidden, n_outputs in sizes
    ]


def _hidden(send_back, slope=sigmoid_derivative_from_output):
    return lambda delta, W, y: send_back(delta, W, y) * slope(y)


HIDDEN_DELTA_SLIPS = [
    Misconception(
        "weights transposed",
        _hidden(lambda delta, W, y: W.T @ delta),
        "Going back, hidden unit j collects along the arrows that *leave* it: one row of W2. You went along a column.",
    ),
    Misconception(
        "f' missing",
        lambda delta, W, y: W @ delta,
        "This is -dE/dy of the hidden units. delta belongs to their v: which slope lies between?",
    ),
    Misconception(
        "f' at the wrong place",
        _hidden(lambda delta, W, y: W @ delta, sigmoid_derivative),
        "You squashed y a second time. y_hidden is already f(v): how is f'(v) written with y alone?",
    ),
    Misconception(
        "sign",
        _hidden(lambda delta, W, y: -(W @ delta)),
        "The size is right. The minus of delta = -dE/dv is already inside delta_output; it does not come in again.",
    ),
    Misconception(
        "deltas ignored",
        _hidden(lambda delta, W, y: W.sum(axis=1)),
        "Your result does not depend on delta_output: nothing travels back.",
    ),
    Misconception(
        "weights ignored",
        _hidden(lambda delta, W, y: np.full(len(y), delta.sum())),
        "Every hidden unit receives the same sum. What makes one output's delta matter more to one unit than to another?",
    ),
    Misconception(
        "mean for sum",
        _hidden(lambda delta, W, y: W @ delta / len(delta)),
        "BP2 adds what comes back from the outputs; you average it.",
    ),
    Misconception(
        "first output only",
        _hidden(lambda delta, W, y: W[:, 0] * delta[0]),
        "The hidden unit feeds *every* output. You follow only one of its arrows.",
    ),
    Misconception(
        "last output only",
        _hidden(lambda delta, W, y: W[:, -1] * delta[-1]),
        "The hidden unit feeds every output. Is something overwritten in your loop where it should be added?",
    ),
    Misconception(
        "slope twice",
        _hidden(lambda delta, W, y: (W @ delta) * y * (1 - y)),
        "The slope of the hidden unit stands in twice.",
    ),
    Misconception(
        "half of the slope lost",
        lambda delta, W, y: (W @ delta) * y,
        "f' has two factors, and one of them is y.",
    ),
    Misconception(
        "other half of the slope lost",
        lambda delta, W, y: (W @ delta) * (1 - y),
        "f' has two factors, and one of them is 1 - y.",
    ),
    Misconception(
        "slope alone",
        lambda delta, W, y: y * (1 - y),
        "This is f' of the hidden units. What comes back from the outputs has not been multiplied in.",
    ),
    Misconception(
        "tanh slope",
        _hidden(lambda delta, W, y: W @ delta, lambda y: 1 - y**2),
        "1 - y^2 is the slope of tanh. These are sigmoid units.",
    ),
    Misconception(
        "squares of the weights",
        _hidden(lambda delta, W, y: W**2 @ delta),
        "The weight stands in twice. How often does the path back cross it?",
    ),
    Misconception(
        "not summed",
        lambda delta, W, y: W * delta * (y * (1 - y))[:, np.newaxis],
        "One number for each arrow came back. A hidden unit adds up what its arrows bring.",
    ),
    Misconception(
        "hidden signal for the slope",
        lambda delta, W, y: (W @ delta) * y * (1 + y),
        "Look at the sign inside f' = y (1 - y).",
    ),
]


# ---- 01.step ---------------------------------------------------------------------------------------------------


def step(x, t, W1, b1, W2, b2, rate):
    """Return the weights and biases after one sample: all deltas first, then ``w + rate delta y`` everywhere."""
    y_hidden, y_output = forward(x, W1, b1, W2, b2)
    delta_2 = output_delta(y_output, t)
    delta_1 = hidden_delta(delta_2, W2, y_hidden)
    return (
        W1 + rate * np.outer(x, delta_1),
        b1 + rate * delta_1,
        W2 + rate * np.outer(y_hidden, delta_2),
        b2 + rate * delta_2,
    )


def _step_probes(rng):
    return [
        Probe(
            rng.normal(size=n[0]),
            rng.integers(0, 2, n[2]).astype(float),
            *_parameters(rng, *n),
            rate,
            label=f"{n[0]}-{n[1]}-{n[2]}, rate {rate}",
        )
        for n, rate in zip(SHAPES, (0.5, 2.0, 1.0, 0.1, 3.0), strict=True)
    ]


def _step(
    W1_sent=lambda x, y: x,
    output_slope=sigmoid_derivative_from_output,
    hidden_slope=sigmoid_derivative_from_output,
    send_back=lambda delta, W2, W2_new: W2 @ delta,
    weights=1.0,
    biases=1.0,
    hidden_weights=None,
    use_rate=True,
    keep=1.0,
):
    """Build a wrong step out of the right one: each argument replaces one ingredient."""

    def wrong(x, t, W1, b1, W2, b2, rate):
        rate = rate if use_rate else 1.0
        y_hidden, y_output = forward(x, W1, b1, W2, b2)
        delta_2 = (t - y_output) * output_slope(y_output)
        W2_new = keep * W2 + weights * rate * np.outer(y_hidden, delta_2)
        delta_1 = send_back(delta_2, W2, W2_new) * hidden_slope(y_hidden)
        first = weights if hidden_weights is None else hidden_weights
        return (
            keep * W1 + first * rate * np.outer(W1_sent(x, y_hidden), delta_1),
            keep * b1 + (biases if hidden_weights is None else hidden_weights) * rate * delta_1,
            W2_new,
            keep * b2 + biases * rate * delta_2,
        )

    return wrong


STEP_SLIPS = [
    Misconception(
        "sign",
        _step(weights=-1.0, biases=-1.0),
        "Compute E before and after one step with a small rate: yours rises. delta is *minus* dE/dv: what does that "
        "make of the printed rule?",
    ),
    Misconception(
        "updated weights used",
        _step(send_back=lambda delta, W2, W2_new: W2_new @ delta),
        "The output layer is right, the hidden layer a little off. At what moment do you compute the hidden deltas, and "
        "which W2 do they travel through?",
    ),
    Misconception(
        "bias updated twice",
        _step(biases=2.0),
        "The weights are right; each bias has moved twice as far as it should. Report A lost hours to this.",
    ),
    Misconception(
        "biases not updated",
        _step(biases=0.0),
        "The weights are right; the biases have not moved. A bias is a weight on an input that is always 1.",
    ),
    Misconception(
        "only the output layer",
        _step(hidden_weights=0.0),
        "The output layer learns; the first layer stays as it was. That is the layer this lab asks about.",
    ),
    Misconception(
        "sign of the hidden layer",
        _step(hidden_weights=-1.0),
        "The output layer goes downhill, the hidden layer uphill. Is there one minus too many on the way back?",
    ),
    Misconception(
        "rate forgotten",
        _step(use_rate=False),
        "Right for rate = 1 and for no other. What scales the step?",
    ),
    Misconception(
        "only the change",
        _step(keep=0.0),
        "These are the changes. The function should return where the weights and biases arrive.",
    ),
    Misconception(
        "f' missing in the hidden layer",
        _step(hidden_slope=np.ones_like),
        "The output layer is right. What passes through a hidden sigmoid on the way back is multiplied by its slope.",
    ),
    Misconception(
        "f' missing in the output layer",
        _step(output_slope=np.ones_like),
        "Your output delta is the bare error t - y. What lies between v and y?",
    ),
    Misconception(
        "f' missing everywhere",
        _step(output_slope=np.ones_like, hidden_slope=np.ones_like),
        "No slope of f appears anywhere: where do the two sigmoids of the net come in?",
    ),
    Misconception(
        "f' at the wrong place",
        _step(output_slope=sigmoid_derivative, hidden_slope=sigmoid_derivative),
        "The sigmoid was applied to y once more to get its slope. y is already f(v).",
    ),
    Misconception(
        "weights transposed",
        _step(send_back=lambda delta, W2, W2_new: W2.T @ delta),
        "The output layer is right. Going back, a hidden unit collects along the arrows that leave it: a row of W2.",
    ),
    Misconception(
        "hidden signal sent to the first layer",
        _step(W1_sent=lambda x, y: np.resize(y, x.shape)),
        "A weight's change uses the signal that *enters* the weight. What enters W1?",
    ),
    Misconception(
        "order of the results",
        lambda *net: (lambda W1, b1, W2, b2: (W2, b2, W1, b1))(*step(*net)),
        "All four are right, in another order: W1, b1, W2, b2 is asked.",
    ),
    Misconception(
        "slope alone goes back",
        _step(send_back=lambda delta, W2, W2_new: np.ones(len(W2))),
        "The output layer is right. Your hidden deltas do not depend on the output deltas: nothing travels back.",
    ),
]


# ---- 01.gradients ----------------------------------------------------------------------------------------------


def gradients(x, t, W1, b1, W2, b2):
    """Return dE/dW1, dE/db1, dE/dW2, dE/db2 of a batch, summed over its samples."""
    y_hidden, y_output = forward(x, W1, b1, W2, b2)
    upstream = (y_output - t) * sigmoid_derivative_from_output(y_output)
    back, dW2, db2 = dense_backward(y_hidden, W2, upstream)
    _, dW1, db1 = dense_backward(x, W1, back * sigmoid_derivative_from_output(y_hidden))
    return dW1, db1, dW2, db2


def _gradients_probes(rng):
    return [
        Probe(
            rng.normal(size=(samples, n[0])),
            rng.integers(0, 2, (samples, n[2])).astype(float),
            *_parameters(rng, *n),
            label=f"{samples} {'sample' if samples == 1 else 'samples'}, {n[0]}-{n[1]}-{n[2]}",
        )
        for samples, n in zip((4, 5, 1, 3, 6), SHAPES, strict=True)
    ]


def _gradients(
    output_slope=sigmoid_derivative_from_output,
    hidden_slope=sigmoid_derivative_from_output,
    send_back=lambda upstream, W2: upstream @ W2.T,
    finish=lambda grads, n_samples: grads,
):
    """Build wrong gradients out of the right ones: each argument replaces one ingredient."""

    def wrong(x, t, W1, b1, W2, b2):
        y_hidden, y_output = forward(x, W1, b1, W2, b2)
        upstream = (y_output - t) * output_slope(y_output)
        first = send_back(upstream, W2) * hidden_slope(y_hidden)
        grads = x.T @ first, first.sum(axis=0), y_hidden.T @ upstream, upstream.sum(axis=0)
        return finish(grads, len(x))

    return wrong


def _bias_per_sample(x, t, W1, b1, W2, b2):
    y_hidden, y_output = forward(x, W1, b1, W2, b2)
    upstream = (y_output - t) * sigmoid_derivative_from_output(y_output)
    first = (upstream @ W2.T) * sigmoid_derivative_from_output(y_hidden)
    return x.T @ first, first, y_hidden.T @ upstream, upstream


GRADIENTS_SLIPS = [
    Misconception(
        "mean for sum",
        _gradients(finish=lambda grads, n: tuple(g / n for g in grads)),
        "You divide by the number of samples. E here is the *sum* over the batch; what is then its gradient?",
    ),
    Misconception(
        "mean for sum in the biases",
        _gradients(finish=lambda g, n: (g[0], g[1] / n, g[2], g[3] / n)),
        "The weights' gradients are summed over the batch, the biases' are averaged. Treat them alike.",
    ),
    Misconception(
        "mean for sum in the weights",
        _gradients(finish=lambda g, n: (g[0] / n, g[1], g[2] / n, g[3])),
        "The biases' gradients are summed over the batch, the weights' are averaged. Treat them alike.",
    ),
    Misconception(
        "sign",
        _gradients(finish=lambda grads, n: tuple(-g for g in grads)),
        "These are the gradients of -E. delta = -dE/dv; the gradient asked for here is dE/dW, plus sign.",
    ),
    Misconception(
        "sign of the hidden layer",
        _gradients(finish=lambda g, n: (-g[0], -g[1], g[2], g[3])),
        "The output layer is right, the hidden layer has the other sign: count your minus signs.",
    ),
    Misconception(
        "sign of the biases",
        _gradients(finish=lambda g, n: (g[0], -g[1], g[2], -g[3])),
        "Weights right, biases of the other sign: did the minus reach both?",
    ),
    Misconception(
        "bias gradient not summed",
        _bias_per_sample,
        "One row for each sample came back for the biases. All samples share one bias: what happens to the gradient of "
        "something that is used many times?",
    ),
    Misconception(
        "bias counted twice",
        _gradients(finish=lambda g, n: (g[0], 2 * g[1], g[2], 2 * g[3])),
        "The weights are right; the biases' gradients are twice too large. Are they added in two places?",
    ),
    Misconception(
        "hidden bias counted twice",
        _gradients(finish=lambda g, n: (g[0], 2 * g[1], g[2], g[3])),
        "All is right but the hidden biases, whose gradient is twice too large. Is it added in two places?",
    ),
    Misconception(
        "output bias counted twice",
        _gradients(finish=lambda g, n: (g[0], g[1], g[2], 2 * g[3])),
        "All is right but the output biases, whose gradient is twice too large. Is it added in two places?",
    ),
    Misconception(
        "f' missing in the hidden layer",
        _gradients(hidden_slope=np.ones_like),
        "The output layer is right. On the way back through the hidden units, something has to be multiplied by f'.",
    ),
    Misconception(
        "f' missing in the output layer",
        _gradients(output_slope=np.ones_like),
        "Your gradients start from the bare error y - t. Between v and y lies a slope.",
    ),
    Misconception(
        "f' missing everywhere",
        _gradients(output_slope=np.ones_like, hidden_slope=np.ones_like),
        "No slope of f appears anywhere: where do the two sigmoids of the net come in?",
    ),
    Misconception(
        "f' at the wrong place",
        _gradients(output_slope=sigmoid_derivative, hidden_slope=sigmoid_derivative),
        "You squashed y a second time to get the slope. y is already f(v): how is f'(v) written with y alone?",
    ),
    Misconception(
        "f' at the wrong place in the hidden layer",
        _gradients(hidden_slope=sigmoid_derivative),
        "The output layer is right. In the hidden layer f' was taken at y, not at v.",
    ),
    Misconception(
        "weights transposed",
        _gradients(send_back=lambda upstream, W2: upstream @ W2),
        "The output layer is right. On the way back a hidden unit collects along the arrows that leave it: which of W2 "
        "and its transpose lines them up?",
    ),
    Misconception(
        "upstream gradient ignored",
        _gradients(send_back=lambda upstream, W2: np.ones((len(upstream), len(W2)))),
        "Your first layer's gradients do not depend on the output error. What comes back through W2 is missing.",
    ),
    Misconception(
        "weights ignored on the way back",
        _gradients(send_back=lambda upstream, W2: upstream.sum(axis=1, keepdims=True) * np.ones(len(W2))),
        "Every hidden unit receives the same. What makes one unit matter more than another to an output?",
    ),
    Misconception(
        "first sample only",
        lambda x, t, *net: gradients(x[:1], t[:1], *net),
        "Only the first sample has a say. The batch's gradient is the sum over its samples.",
    ),
    Misconception(
        "last sample only",
        lambda x, t, *net: gradients(x[-1:], t[-1:], *net),
        "Only the last sample has a say. Is something overwritten in your loop where it should be added?",
    ),
    Misconception(
        "factor 2",
        _gradients(finish=lambda grads, n: tuple(2 * g for g in grads)),
        "Everything is twice too large: what is the 1/2 in front of E good for?",
    ),
    Misconception(
        "mean over the outputs",
        lambda x, t, *net: tuple(g / t.shape[1] for g in gradients(x, t, *net)),
        "You divide by the number of outputs. E adds the outputs up.",
    ),
    Misconception(
        "gradients transposed",
        _gradients(finish=lambda g, n: (g[0].T, g[1], g[2].T, g[3])),
        "A gradient has the shape of what it belongs to: dW1 that of W1.",
    ),
    Misconception(
        "order of the results",
        _gradients(finish=lambda g, n: (g[2], g[3], g[0], g[1])),
        "All four are right, in another order: dW1, db1, dW2, db2 is asked.",
    ),
]


# ---- 01.shared_gradient ----------------------------------------------------------------------------------------


def shared_gradient(x, upstream):
    """Return dE/dw of a filter w that slides over x: ``dE/dw_i = sum_p upstream_p x_(p+i)``."""
    return np.correlate(x, upstream, mode="valid")


def _shared_probes(rng):
    sizes = ((2, 4), (3, 5), (2, 1), (1, 6), (4, 2), (5, 1), (3, 3))
    return [
        Probe(
            rng.normal(size=taps + uses - 1),
            rng.normal(size=uses),
            label=f"{taps} {'weight' if taps == 1 else 'weights'}, each used {uses} {'time' if uses == 1 else 'times'}",
        )
        for taps, uses in sizes
    ]


def _windows(x, upstream):
    """Return what each use of the filter sees, one row a use."""
    return np.lib.stride_tricks.sliding_window_view(x, len(x) - len(upstream) + 1)


SHARED_SLIPS = [
    Misconception(
        "last use only",
        lambda x, upstream: upstream[-1] * _windows(x, upstream)[-1],
        "Only the last place counts. Is something overwritten in your loop where it should be added?",
    ),
    Misconception(
        "first use only",
        lambda x, upstream: upstream[0] * _windows(x, upstream)[0],
        "Only the first place counts. The weight is used at every place.",
    ),
    Misconception(
        "mean over uses",
        lambda x, upstream: upstream @ _windows(x, upstream) / len(upstream),
        "You average over the places. Nudge the weight once: do its effects at all places add up, or average out?",
    ),
    Misconception(
        "filter flipped",
        lambda x, upstream: (upstream @ _windows(x, upstream))[::-1],
        "The right numbers from last to first. The filter slides without being turned round: v_p = sum_i w_i x_(p+i).",
    ),
    Misconception(
        "upstream flipped",
        lambda x, upstream: upstream[::-1] @ _windows(x, upstream),
        "The upstream gradients meet the places in reverse. Did a convolution turn one of the two round?",
    ),
    Misconception(
        "upstream gradient ignored",
        lambda x, upstream: _windows(x, upstream).sum(axis=0),
        "This adds up what the weight sees. How much E cares about each place, the upstream gradient, is missing.",
    ),
    Misconception(
        "input ignored",
        lambda x, upstream: np.full(len(x) - len(upstream) + 1, upstream.sum()),
        "That is the gradient of a shared *bias*. A weight's gradient also depends on what the weight is multiplied "
        "with.",
    ),
    Misconception(
        "upstream summed first",
        lambda x, upstream: upstream.sum() * _windows(x, upstream).sum(axis=0),
        "Sum of products, not product of sums: each place pairs its own upstream gradient with its own input.",
    ),
    Misconception(
        "sign",
        lambda x, upstream: -(upstream @ _windows(x, upstream)),
        "upstream is dE/dv already, without a minus: which sign has dE/dw?",
    ),
    Misconception(
        "not summed",
        lambda x, upstream: upstream[:, np.newaxis] * _windows(x, upstream),
        "One row for each use came back. The weight is one number: what does it do with its uses?",
    ),
    Misconception(
        "full correlation",
        lambda x, upstream: np.correlate(x, upstream, mode="full"),
        "Too many numbers: there is one gradient for each weight of the filter, len(x) - len(upstream) + 1 of them.",
    ),
    Misconception(
        "same-size correlation",
        lambda x, upstream: np.correlate(x, upstream, mode="same"),
        "Too many numbers: there is one gradient for each weight of the filter, len(x) - len(upstream) + 1 of them.",
    ),
    Misconception(
        "largest use only",
        lambda x, upstream: _largest(upstream[:, np.newaxis] * _windows(x, upstream)),
        "You keep the largest contribution. Gradients of several uses are added.",
    ),
    Misconception(
        "summed to one number",
        lambda x, upstream: np.sum(upstream @ _windows(x, upstream)),
        "Sum over the places, not over the weights: each weight of the filter keeps its own gradient.",
    ),
]


def _largest(contributions):
    rows = np.abs(contributions).argmax(axis=0)
    return contributions[rows, np.arange(contributions.shape[1])]


# ---- 01.numerical_gradient -------------------------------------------------------------------------------------


def _call_numerical(function, A, c, theta, epsilon):
    """Ask for the gradient of a smooth function with no symmetry: ``sum(sin(A theta)) + c . theta^3``.

    The function works on a copy of theta: adding and taking away epsilon may leave a last digit changed, which is no
    mistake; not taking it away shows in the result.
    """

    def f(point):
        flat = np.asarray(point, dtype=float).ravel()
        return float(np.sin(A @ flat).sum() + c @ flat**3)

    return function(f, theta.copy(), epsilon)


def _numerical_probes(rng):
    def probe(shape, epsilon, label):
        size = int(np.prod(shape))
        A, c = rng.normal(size=(size + 1, size)), rng.normal(size=size)
        return Probe(A, c, rng.uniform(0.3, 1.2, shape), epsilon, label=label)

    return [
        probe((3,), 0.1, "three parameters, epsilon 0.1"),
        probe((1,), 0.5, "one parameter, epsilon 0.5"),
        probe((4,), 0.01, "four parameters, epsilon 0.01"),
        probe((2, 3), 0.2, "theta is a matrix, epsilon 0.2"),
        probe((5,), 1e-3, "five parameters, epsilon 0.001"),
    ]


def _differences(quotient):
    """Build a gradient of one difference quotient after the other: ``quotient(f, theta, shift, epsilon)``."""

    def numeric(f, theta, epsilon=1e-5):
        gradient = np.zeros_like(theta)
        for place in np.ndindex(theta.shape):
            shift = np.zeros_like(theta)
            shift[place] = epsilon
            gradient[place] = quotient(f, theta, shift, epsilon)
        return gradient

    return numeric


def _never_reset(f, theta, epsilon=1e-5):
    gradient, theta = np.zeros_like(theta), theta.copy()
    for place in np.ndindex(theta.shape):
        theta[place] += epsilon
        above = f(theta)
        theta[place] -= 2 * epsilon
        gradient[place] = (above - f(theta)) / (2 * epsilon)
    return gradient


def _reset_too_little(f, theta, epsilon=1e-5):
    gradient, theta = np.zeros_like(theta), theta.copy()
    for place in np.ndindex(theta.shape):
        theta[place] += epsilon
        above = f(theta)
        theta[place] -= epsilon
        gradient[place] = (above - f(theta)) / (2 * epsilon)
    return gradient


def _forward_never_reset(f, theta, epsilon=1e-5):
    gradient, theta = np.zeros_like(theta), theta.copy()
    before = f(theta)
    for place in np.ndindex(theta.shape):
        theta[place] += epsilon
        gradient[place] = (f(theta) - before) / epsilon
    return gradient


NUMERICAL_SLIPS = [
    Misconception(
        "forward difference",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta)) / eps),
        "You look to one side only. Its error shrinks like epsilon; looking to both sides it shrinks like epsilon^2.",
    ),
    Misconception(
        "backward difference",
        _differences(lambda f, theta, shift, eps: (f(theta) - f(theta - shift)) / eps),
        "You look to one side only. Its error shrinks like epsilon; looking to both sides it shrinks like epsilon^2.",
    ),
    Misconception(
        "missing 2",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta - shift)) / eps),
        "Everything is twice too large: how far apart are the two points at which you evaluate f?",
    ),
    Misconception(
        "divided by 2 only",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta - shift)) / 2),
        "The difference shrinks with epsilon, so it must be divided by the whole distance, not by 2 alone.",
    ),
    Misconception(
        "precedence of the division",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta - shift)) / 2 * eps),
        "a / 2 * eps is (a / 2) * eps. Put the whole distance into brackets.",
    ),
    Misconception(
        "brackets round the difference missing",
        _differences(lambda f, theta, shift, eps: f(theta + shift) - f(theta - shift) / (2 * eps)),
        "Division comes before subtraction: your quotient divides only the second value.",
    ),
    Misconception(
        "not divided",
        _differences(lambda f, theta, shift, eps: f(theta + shift) - f(theta - shift)),
        "This is how much f changes. A slope is change divided by distance.",
    ),
    Misconception(
        "forward over 2 epsilon",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta)) / (2 * eps)),
        "The distance 2 epsilon belongs to two points on either side of theta. Where are yours?",
        same_as=("reset to the middle",),
    ),
    Misconception(
        "epsilon not taken back",
        _never_reset,
        "The first parameter's slope is right, the others are not: in which state did you leave the first parameter "
        "before you turned to the second?",
    ),
    Misconception(
        "reset to the middle",
        _reset_too_little,
        "After + epsilon, going back by epsilon brings you to theta, not to theta - epsilon.",
        same_as=("forward over 2 epsilon",),
    ),
    Misconception(
        "epsilon piles up",
        _forward_never_reset,
        "The parameters move one after the other and none comes back; and only one side is looked at.",
    ),
    Misconception(
        "all parameters at once",
        lambda f, theta, epsilon=1e-5: np.full_like(theta, (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)),
        "All parameters move together, so every entry is the same number. A partial derivative moves one and holds the "
        "others.",
    ),
    Misconception(
        "sign",
        _differences(lambda f, theta, shift, eps: (f(theta - shift) - f(theta + shift)) / (2 * eps)),
        "The sign is turned: which of the two values is subtracted from which?",
    ),
    Misconception(
        "epsilon argument ignored",
        lambda f, theta, epsilon=1e-5: _central(f, theta, 1e-5),
        "Your step does not depend on the epsilon that the function is given.",
    ),
    Misconception(
        "half steps",
        lambda f, theta, epsilon=1e-5: _central(f, theta, epsilon / 2),
        "A central difference too, with half the step: here the two points lie epsilon to the left and to the right.",
    ),
    Misconception(
        "second derivative",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - 2 * f(theta) + f(theta - shift)) / eps**2),
        "That is the second derivative, how the slope changes.",
    ),
    Misconception(
        "sum, not difference",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) + f(theta - shift)) / (2 * eps)),
        "A slope comes from a difference of values. Yours adds them.",
    ),
    Misconception(
        "relative step",
        _differences(lambda f, theta, shift, eps: (f(theta * (1 + shift)) - f(theta * (1 - shift))) / (2 * eps)),
        "You change the parameter by a share of itself. Epsilon is added, whatever the parameter's size.",
    ),
]

_central = _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta - shift)) / (2 * eps))


# ---- what the lab asks -----------------------------------------------------------------------------------------

EXERCISES = [
    PaperExercise(
        id="01.paper",
        name="paper",
        title="One update by hand",
        numbers=paper_net.numbers,
        steps=paper_net.STEPS,
        decimals=paper_net.DECIMALS,
        atol=paper_net.TOLERANCE,
    ),
    Exercise(
        id="01.forward",
        name="forward",
        title="The forward pass, one sample",
        points=2,
        reference=forward,
        probes=_forward_probes,
        misconceptions=FORWARD_SLIPS,
    ),
    Exercise(
        id="01.output_delta",
        name="output_delta",
        title="BP1: the output deltas",
        points=1,
        reference=output_delta,
        probes=_output_delta_probes,
        misconceptions=OUTPUT_DELTA_SLIPS,
    ),
    Exercise(
        id="01.hidden_delta",
        name="hidden_delta",
        title="BP2: the hidden deltas",
        points=2,
        reference=hidden_delta,
        probes=_hidden_delta_probes,
        misconceptions=HIDDEN_DELTA_SLIPS,
    ),
    Exercise(
        id="01.step",
        name="step",
        title="One update, with the right sign",
        points=2,
        reference=step,
        probes=_step_probes,
        misconceptions=STEP_SLIPS,
    ),
    Exercise(
        id="01.forward_batch",
        name="forward_batch",
        title="The forward pass of a batch",
        points=1,
        reference=forward,
        probes=_batch_forward_probes,
        misconceptions=[*BATCH_FORWARD_SLIPS, *FORWARD_SLIPS],
    ),
    Exercise(
        id="01.gradients",
        name="gradients",
        title="The gradients of a batch",
        points=3,
        reference=gradients,
        probes=_gradients_probes,
        misconceptions=GRADIENTS_SLIPS,
    ),
    Exercise(
        id="01.shared_gradient",
        name="shared_gradient",
        title="The gradient of a shared weight",
        points=2,
        reference=shared_gradient,
        probes=_shared_probes,
        misconceptions=SHARED_SLIPS,
    ),
    Exercise(
        id="01.numerical_gradient",
        name="numerical_gradient",
        title="The gradient by central differences",
        points=2,
        reference=numerical_gradient,
        probes=_numerical_probes,
        call=_call_numerical,
        rtol=1e-6,
        misconceptions=NUMERICAL_SLIPS,
    ),
]
