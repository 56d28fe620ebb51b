"""Lab 01's checks against answers written without a look at the exercise module."""

import math

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def logistic(v):
    return 1 / (1 + np.exp(-v))


# --- forward ---------------------------------------------------------------------------------------------------


def forward_by_loops(x, W1, b1, W2, b2):
    def layer(signals, W, b):
        out = []
        for j in range(W.shape[1]):
            total = b[j]
            for i in range(W.shape[0]):
                total += signals[i] * W[i, j]
            out.append(1 / (1 + math.exp(-total)))
        return np.array(out)

    hidden = layer(x, W1, b1)
    return hidden, layer(hidden, W2, b2)


def forward_bias_as_weight(x, W1, b1, W2, b2):
    h = expit(np.r_[x, 1.0] @ np.vstack([W1, b1]))
    return h, expit(np.append(h, 1) @ np.vstack([W2, b2]))


def forward_einsum(x, W1, b1, W2, b2):
    h = 0.5 * (1 + np.tanh(0.5 * (np.einsum("i,ij->j", x, W1) + b1)))
    return h, 0.5 * (1 + np.tanh(0.5 * (np.einsum("i,ij->j", h, W2) + b2)))


def forward_single(x, W1, b1, W2, b2):
    x, W1, b1, W2, b2 = (a.astype(np.float32) for a in (x, W1, b1, W2, b2))
    h = logistic(x.dot(W1) + b1)
    return h, logistic(h.dot(W2) + b2)


def forward_columns(x, W1, b1, W2, b2):
    h = expit(W1.T @ x + b1)
    return [h, expit(W2.T @ h + b2)]


def forward_rows_for_columns(x, W1, b1, W2, b2):
    h = logistic(W1.dot(x) + b1)
    return h, logistic(W2.dot(h) + b2)


def both(layer):
    """A forward pass in which both layers make the same mistake."""

    def wrong(x, W1, b1, W2, b2):
        h = layer(x, W1, b1)
        return h, layer(h, W2, b2)

    return wrong


def softmax_at_the_end(x, W1, b1, W2, b2):
    h = expit(x @ W1 + b1)
    z = np.exp(h @ W2 + b2)
    return h, z / z.sum()


FORWARD = AnswerSheet(
    "01.forward",
    wrong=[
        (forward_rows_for_columns, "weights transposed"),
        (both(lambda a, W, b: expit(a @ W)), "bias forgotten"),
        (both(lambda a, W, b: expit(a @ W - b)), "bias subtracted"),
        both(lambda a, W, b: a @ W + b),
        both(lambda a, W, b: expit(-(a @ W) - b)),
        both(lambda a, W, b: expit(a @ W + b) * (1 - expit(a @ W + b))),
        both(lambda a, W, b: np.tanh(a @ W + b)),
        both(lambda a, W, b: expit(a @ W) + b),
        both(lambda a, W, b: expit(a).dot(W) + b),
        both(lambda a, W, b: math.exp(a @ W + b)),
        lambda x, W1, b1, W2, b2: (expit(x @ W1 + b1), expit(x @ W1 + b1) @ W2 + b2),
        lambda x, W1, b1, W2, b2: (x @ W1 + b1, expit((x @ W1 + b1) @ W2 + b2)),
        lambda x, W1, b1, W2, b2: (expit(x @ W1), expit(expit(x @ W1) @ W2 + b2)),
        lambda x, W1, b1, W2, b2: (expit(x @ W1 + b1), expit(expit(x @ W1 + b1) @ W2)),
        lambda *net: forward_by_loops(*net)[1],
        lambda *net: forward_einsum(*net)[::-1],
        lambda *net: None,
        lambda *net: np.concatenate(forward_einsum(*net)),
    ],
    right=[forward_by_loops, forward_bias_as_weight, forward_einsum, forward_single, forward_columns],
    unnamed=[softmax_at_the_end],
)


# --- one layer's deltas ------------------------------------------------------------------------------------------


def output_delta_by_loops(y, t):
    d = np.zeros(len(y))
    for k in range(len(y)):
        d[k] = (t[k] - y[k]) * y[k] * (1 - y[k])
    return d


OUTPUT_DELTA = AnswerSheet(
    "01.output_delta",
    wrong=[
        (lambda y, t: np.subtract(t, y), "f' missing"),
        (lambda y, t: -(t - y) * (y - y**2), "sign"),
        lambda y, t: y - t,
        (lambda y, t: (t - y) * expit(y) * (1 - expit(y)), "f' at the wrong place"),
        lambda y, t: (y - t) * expit(y) * expit(-y),
        lambda y, t: y - y * y,
        lambda y, t: 2 * (t - y) * y * (1 - y),
        lambda y, t: (t - y) * y * (1 - y) / 2,
        lambda y, t: ((t - y) ** 2 / 2) * y * (1 - y),
        lambda y, t: (t - y) * (1 - y * y),
        lambda y, t: (t - y) * y,
        lambda y, t: (t - y) - y * (1 - y),
        lambda y, t: ((t - y) * y * (1 - y)).sum(),
        lambda y, t: ((t - y) * y * (1 - y)).mean(),
        lambda y, t: np.abs(y - t) * (y - y * y),
        lambda y, t: (t - y) * t * (1 - t),
        lambda y, t: (t - y).dot(y * (1 - y)) * np.ones(len(y)),
        lambda y, t: np.outer(t - y, y * (1 - y)),
        lambda y, t: print((t - y) * y * (1 - y)),
    ],
    right=[
        output_delta_by_loops,
        lambda y, t: np.prod([t - y, y, 1 - y], axis=0),
        lambda y, t: t * y - t * y**2 - y**2 + y**3,
        lambda y, t: np.diag(y - y**2) @ (t - y),
        lambda y, t: ((t - y) * y * (1 - y)).astype(np.float32),
    ],
)


def hidden_delta_by_loops(delta_output, W2, y_hidden):
    answer = np.empty_like(y_hidden)
    for j, y in enumerate(y_hidden):
        back = 0.0
        for k, d in enumerate(delta_output):
            back += W2[j, k] * d
        answer[j] = back * y * (1 - y)
    return answer


def overwritten_in_the_loop(delta_output, W2, y_hidden):
    answer = np.zeros(len(y_hidden))
    for j in range(len(y_hidden)):
        for k in range(len(delta_output)):
            answer[j] = W2[j, k] * delta_output[k] * y_hidden[j] * (1 - y_hidden[j])
    return answer


HIDDEN_DELTA = AnswerSheet(
    "01.hidden_delta",
    wrong=[
        (lambda d, W, y: np.dot(W.T, d) * (y - y**2), "weights transposed"),
        lambda d, W, y: d @ W * y * (1 - y),
        (lambda d, W, y: np.dot(W, d), "f' missing"),
        (lambda d, W, y: np.dot(W, d) * expit(y) * expit(-y), "f' at the wrong place"),
        (lambda d, W, y: -np.dot(W, d) * y * (1 - y), "sign"),
        lambda d, W, y: np.sum(W, axis=1) * y * (1 - y),
        lambda d, W, y: np.sum(d) * y * (1 - y),
        lambda d, W, y: (W * d).mean(axis=1) * y * (1 - y),
        (overwritten_in_the_loop, "last output only"),
        lambda d, W, y: y - y**2,
        lambda d, W, y: np.dot(W, d) * (1 - y**2),
        lambda d, W, y: np.dot(W, d) * y**2 * (1 - y) ** 2,
        lambda d, W, y: W * d,
        lambda d, W, y: (W * d).T * y * (1 - y),
        lambda d, W, y: 2 * np.dot(W, d) * y * (1 - y),
        lambda d, W, y: W.dot(d) * y,
        lambda d, W, y: sum(W.dot(d) * y * (1 - y)),
        lambda d, W, y: d * y * (1 - y),
    ],
    right=[
        hidden_delta_by_loops,
        lambda d, W, y: d @ W.T * y * (1 - y),
        lambda d, W, y: np.einsum("jk,k,j->j", W, d, y - y * y),
        lambda d, W, y: (W * d).sum(axis=1) * (0.25 - (y - 0.5) ** 2),
        lambda d, W, y: (np.float32(W) @ np.float32(d)) * np.float32(y) * (1 - np.float32(y)),
    ],
)  # fmt: skip


# --- one step ----------------------------------------------------------------------------------------------------


def step_by_loops(x, t, W1, b1, W2, b2, rate):
    h, y = forward_by_loops(x, W1, b1, W2, b2)
    W1, b1, W2, b2 = W1.copy(), b1.copy(), W2.copy(), b2.copy()
    d2 = [(t[k] - y[k]) * y[k] * (1 - y[k]) for k in range(len(y))]
    d1 = [h[j] * (1 - h[j]) * sum(W2[j, k] * d2[k] for k in range(len(y))) for j in range(len(h))]
    for j in range(len(h)):
        for k in range(len(y)):
            W2[j, k] += rate * d2[k] * h[j]
    for k in range(len(y)):
        b2[k] += rate * d2[k]
    for j in range(len(h)):
        b1[j] += rate * d1[j]
        for i in range(len(x)):
            W1[i, j] += rate * d1[j] * x[i]
    return W1, b1, W2, b2


def step_with(
    slope_out=lambda y: y * (1 - y),
    slope_hidden=lambda h: h * (1 - h),
    move_first=False,
    bias_times=1,
    sign=1,
    transpose=False,
    use_rate=True,
    freeze=(),
    sent=lambda x, h: x,
    only_change=False,
):
    def one(x, t, W1, b1, W2, b2, rate):
        a = rate if use_rate else 1
        h = logistic(b1 + x.dot(W1))
        y = logistic(b2 + h.dot(W2))
        d2 = (t - y) * slope_out(y)
        later = W2 + sign * a * h[:, None] * d2
        through = later if move_first else W2
        d1 = (through.T if transpose else through).dot(d2) * slope_hidden(h)
        new = [W1 + sign * a * sent(x, h)[:, None] * d1, b1 + sign * bias_times * a * d1, later,
               b2 + sign * bias_times * a * d2]  # fmt: skip
        old = [W1, b1, W2, b2]
        new = [o if i in freeze else n for i, (o, n) in enumerate(zip(old, new, strict=True))]
        return tuple(n - o for n, o in zip(new, old, strict=True)) if only_change else tuple(new)

    return one


def step_in_place(x, t, W1, b1, W2, b2, rate):
    h, y = forward_einsum(x, W1, b1, W2, b2)
    d2 = (t - y) * y * (1 - y)
    d1 = W2 @ d2 * h * (1 - h)
    W1 += rate * np.outer(x, d1)
    b1 += rate * d1
    W2 += rate * np.outer(h, d2)
    b2 += rate * d2
    return W1, b1, W2, b2


def step_via_gradient(x, t, W1, b1, W2, b2, rate):
    h, y = forward_einsum(x, W1, b1, W2, b2)
    g2 = (y - t) * y * (1 - y)
    g1 = (g2 @ W2.T) * h * (1 - h)
    return (W1 - rate * np.einsum("i,j->ij", x, g1), b1 - rate * g1, W2 - rate * np.multiply.outer(h, g2),
            b2 - rate * g2)  # fmt: skip


STEP = AnswerSheet(
    "01.step",
    wrong=[
        (step_with(sign=-1), "sign"),
        (step_with(move_first=True), "updated weights used"),
        (step_with(bias_times=2), "bias updated twice"),
        step_with(bias_times=0),
        step_with(freeze=(0, 1)),
        step_with(freeze=(1, 3)),
        step_with(use_rate=False),
        step_with(only_change=True),
        (step_with(slope_hidden=lambda h: 1), "f' missing in the hidden layer"),
        step_with(slope_out=lambda y: 1),
        step_with(slope_out=lambda y: 1, slope_hidden=lambda h: 1),
        (step_with(slope_out=lambda y: expit(y) * expit(-y), slope_hidden=lambda h: expit(h) * expit(-h)),
         "f' at the wrong place"),
        (step_with(transpose=True), "weights transposed"),
        step_with(move_first=True, bias_times=2),
        step_with(bias_times=-1),
        step_in_place,
        lambda *net: step_by_loops(*net)[::2],
        lambda *net: step_by_loops(*net)[2:] + step_by_loops(*net)[:2],
    ],
    right=[step_by_loops, step_with(), step_via_gradient,
           lambda *net: [part.astype(np.float32) for part in step_via_gradient(*net)]],
    unnamed=[step_with(slope_out=lambda y: expit(y) * expit(-y))],
)  # fmt: skip


# --- batches -----------------------------------------------------------------------------------------------------


def sample_by_sample(x, *net):
    pairs = [forward_by_loops(row, *net) for row in x]
    return np.array([h for h, _ in pairs]), np.array([y for _, y in pairs])


FORWARD_BATCH = AnswerSheet(
    "01.forward_batch",
    wrong=[
        both(lambda a, W, b: expit(a @ W)),
        both(lambda a, W, b: expit(a @ W.T + b)),
        both(lambda a, W, b: a @ W + b),
        both(lambda a, W, b: expit(-(a @ W + b))),
        both(lambda a, W, b: np.tanh(a @ W + b)),
        both(lambda a, W, b: expit(a @ W) + b),
        both(lambda a, W, b: expit(a @ W - b)),
        both(lambda a, W, b: expit(a @ W + b) * expit(-(a @ W + b))),
        lambda x, *net: forward_einsum(x[0], *net),
        lambda x, *net: tuple(part.mean(0) for part in sample_by_sample(x, *net)),
        lambda x, *net: tuple(part.sum(0) for part in sample_by_sample(x, *net)),
        lambda x, *net: tuple(np.transpose(part) for part in sample_by_sample(x, *net)),
        lambda x, *net: sample_by_sample(x, *net)[::-1],
        lambda x, *net: sample_by_sample(x, *net)[1],
        lambda x, W1, b1, W2, b2: (expit(x @ W1 + b1), expit(x @ W1 + b1) @ W2 + b2),
        lambda x, *net: forward_einsum(x, *net),
    ],
    right=[
        sample_by_sample,
        both(lambda a, W, b: expit(a.dot(W) + b)),
        both(lambda a, W, b: expit(np.einsum("si,ij->sj", a, W) + b[None, :])),
        both(lambda a, W, b: expit((W.T @ a.T).T + b)),
        both(lambda a, W, b: expit((a @ W + b).astype(np.float32))),
    ],
)


def gradients_by_loops(x, t, W1, b1, W2, b2):
    """Minus the change of a step with rate 1, added up sample by sample."""
    total = [np.zeros_like(part) for part in (W1, b1, W2, b2)]
    for one_x, one_t in zip(x, t, strict=True):
        moved = step_by_loops(one_x, one_t, W1, b1, W2, b2, 1.0)
        for part, old, new in zip(total, (W1, b1, W2, b2), moved, strict=True):
            part -= new - old
    return tuple(total)


def gradients_with(
    slope_out=lambda y: y * (1 - y),
    slope_hidden=lambda h: h * (1 - h),
    back=lambda g, W: g @ W.T,
    bias=lambda g: g.sum(0),
    scale=lambda x: 1,
    sent=lambda x, h: x,
):
    def one(x, t, W1, b1, W2, b2):
        h = expit(x @ W1 + b1)
        y = expit(h @ W2 + b2)
        g2 = (y - t) * slope_out(y) * scale(x)
        g1 = back(g2, W2) * slope_hidden(h)
        return np.einsum("si,sj->ij", sent(x, h), g1), bias(g1), np.einsum("si,sj->ij", h, g2), bias(g2)

    return one


def gradients_bias_as_weight(x, t, W1, b1, W2, b2):
    one = np.ones((len(x), 1))
    x1 = np.hstack([x, one])
    h = expit(x1 @ np.vstack([W1, b1]))
    h1 = np.hstack([h, one])
    y = expit(h1 @ np.vstack([W2, b2]))
    g2 = (y - t) * (y - y**2)
    G2 = h1.T @ g2
    G1 = x1.T @ ((W2 @ g2.T).T * (h - h**2))
    return G1[:-1], G1[-1], G2[:-1], G2[-1]


def changed(change):
    return lambda *net: change(*gradients_with()(*net))


GRADIENTS = AnswerSheet(
    "01.gradients",
    wrong=[
        (gradients_with(scale=lambda x: 1 / len(x)), "mean for sum"),
        (gradients_with(scale=lambda x: -1), "sign"),
        (gradients_with(bias=lambda g: g), "bias gradient not summed"),
        gradients_with(bias=lambda g: g.mean(0)),
        (gradients_with(bias=lambda g: 2 * g.sum(0)), "bias counted twice"),
        gradients_with(bias=lambda g: g.sum(0, keepdims=True)),
        gradients_with(bias=lambda g: g.sum()),
        gradients_with(bias=lambda g: -g.sum(0)),
        (gradients_with(slope_hidden=lambda h: 1), "f' missing in the hidden layer"),
        gradients_with(slope_out=lambda y: 1),
        gradients_with(slope_out=lambda y: 1, slope_hidden=lambda h: 1),
        gradients_with(slope_out=lambda y: expit(y) * expit(-y), slope_hidden=lambda h: expit(h) * expit(-h)),
        (gradients_with(back=lambda g, W: g @ W), "weights transposed"),
        (gradients_with(back=lambda g, W: 1), "upstream gradient ignored"),
        gradients_with(back=lambda g, W: -g @ W.T),
        gradients_with(scale=lambda x: 2),
        lambda x, t, *net: gradients_by_loops(x[:1], t[:1], *net),
        lambda x, t, *net: gradients_by_loops(x[-1:], t[-1:], *net),
        changed(lambda a, b, c, d: (a.T, b, c.T, d)),
        changed(lambda a, b, c, d: (a, c, b, d)),
        changed(lambda a, b, c, d: (a, c)),
        gradients_with(scale=lambda x: 1 / len(x), slope_hidden=lambda h: 1),
        gradients_with(sent=lambda x, h: h),
    ],
    right=[
        gradients_by_loops,
        gradients_with(),
        gradients_bias_as_weight,
        lambda *net: [part.astype(np.float32) for part in gradients_bias_as_weight(*net)],
    ],
)


# --- shared weights ----------------------------------------------------------------------------------------------


def shared_by_loops(x, upstream):
    grad = [0.0] * (len(x) - len(upstream) + 1)
    for i in range(len(grad)):
        for p, u in enumerate(upstream):
            grad[i] += u * x[p + i]
    return np.array(grad)


def shared_by_toeplitz(x, upstream):
    m = len(x) - len(upstream) + 1
    return np.stack([x[p : p + m] for p in range(len(upstream))]).T @ upstream


def overwritten(x, upstream):
    m = len(x) - len(upstream) + 1
    for p in range(len(upstream)):
        grad = upstream[p] * x[p : p + m]
    return grad


SHARED = AnswerSheet(
    "01.shared_gradient",
    wrong=[
        (overwritten, "last use only"),
        lambda x, u: u[0] * x[: len(x) - len(u) + 1],
        (lambda x, u: shared_by_loops(x, u) / len(u), "mean over uses"),
        lambda x, u: shared_by_loops(x, u)[::-1],
        lambda x, u: np.convolve(x, u, "valid"),
        (lambda x, u: shared_by_loops(x, np.ones(len(u))), "upstream gradient ignored"),
        lambda x, u: np.ones(len(x) - len(u) + 1) * np.sum(u),
        lambda x, u: -shared_by_loops(x, u),
        lambda x, u: np.array([u * x[i : i + len(u)] for i in range(len(x) - len(u) + 1)]).T,
        lambda x, u: np.correlate(x, u, "same"),
        lambda x, u: np.correlate(x, u, "full"),
        lambda x, u: np.convolve(x, u),
        lambda x, u: shared_by_loops(x, u).sum(),
        lambda x, u: np.outer(x, u),
        lambda x, u: 2 * shared_by_loops(x, u),
        lambda x, u: x * u,
    ],
    right=[
        shared_by_loops,
        shared_by_toeplitz,
        lambda x, u: np.convolve(x, u[::-1], "valid"),
        lambda x, u: np.einsum("pi,p->i", np.lib.stride_tricks.sliding_window_view(x, len(x) - len(u) + 1), u),
        lambda x, u: shared_by_toeplitz(x, u).astype(np.float32),
    ],
)  # fmt: skip


# --- differences -------------------------------------------------------------------------------------------------


def with_saved_value(f, theta, epsilon=1e-5):
    theta = theta.astype(float)
    grad = np.zeros(theta.shape)
    walk = np.nditer(theta, flags=["multi_index"])
    for _ in walk:
        place = walk.multi_index
        saved = theta[place]
        theta[place] = saved + epsilon
        up = f(theta)
        theta[place] = saved - epsilon
        down = f(theta)
        theta[place] = saved
        grad[place] = (up - down) / (2 * epsilon)
    return grad


def plus_minus_plus(f, theta, epsilon=1e-5):
    """Moves theta itself and moves it back: a last digit of theta may change."""
    grad = np.zeros_like(theta)
    for place in np.ndindex(theta.shape):
        theta[place] += epsilon
        up = f(theta)
        theta[place] -= 2 * epsilon
        down = f(theta)
        theta[place] += epsilon
        grad[place] = (up - down) / (2 * epsilon)
    return grad


def with_unit_vectors(f, theta, epsilon=1e-5):
    basis = np.eye(theta.size).reshape(theta.size, *theta.shape)
    return np.array([(f(theta + epsilon * e) - f(theta - epsilon * e)) / 2 / epsilon for e in basis]).reshape(
        theta.shape
    )


def mean_of_two_sides(f, theta, epsilon=1e-5):
    ahead, behind = np.zeros(theta.size), np.zeros(theta.size)
    for i in range(theta.size):
        e = np.zeros(theta.size)
        e[i] = epsilon
        e = e.reshape(theta.shape)
        ahead[i] = (f(theta + e) - f(theta)) / epsilon
        behind[i] = (f(theta) - f(theta - e)) / epsilon
    return ((ahead + behind) / 2).reshape(theta.shape)


def quotient(rule):
    def numeric(f, theta, epsilon=1e-5):
        grad = np.zeros(theta.shape)
        for place in np.ndindex(theta.shape):
            up, down = theta.copy(), theta.copy()
            up[place] += epsilon
            down[place] -= epsilon
            grad[place] = rule(f(up), f(theta), f(down), epsilon)
        return grad

    return numeric


def never_back(f, theta, epsilon=1e-5):
    grad = np.zeros(theta.shape)
    for place in np.ndindex(theta.shape):
        theta[place] += epsilon
        up = f(theta)
        theta[place] -= 2 * epsilon
        grad[place] = (up - f(theta)) / (2 * epsilon)
    return grad


def flat_only(f, theta, epsilon=1e-5):
    grad = np.zeros(theta.shape)
    for i in range(len(theta)):
        up, down = theta.copy(), theta.copy()
        up[i] += epsilon
        down[i] -= epsilon
        grad[i] = (f(up) - f(down)) / (2 * epsilon)
    return grad


NUMERICAL = AnswerSheet(
    "01.numerical_gradient",
    wrong=[
        (quotient(lambda up, mid, down, e: (up - mid) / e), "forward difference"),
        (quotient(lambda up, mid, down, e: (mid - down) / e), "backward difference"),
        (quotient(lambda up, mid, down, e: (up - down) / e), "missing 2"),
        quotient(lambda up, mid, down, e: (up - down) / 2 * e),
        quotient(lambda up, mid, down, e: (up - down) / 2),
        quotient(lambda up, mid, down, e: up - down / (2 * e)),
        quotient(lambda up, mid, down, e: up - down),
        quotient(lambda up, mid, down, e: (up - mid) / (2 * e)),
        quotient(lambda up, mid, down, e: (down - up) / (2 * e)),
        quotient(lambda up, mid, down, e: (up + down) / (2 * e)),
        quotient(lambda up, mid, down, e: (up - 2 * mid + down) / e**2),
        (never_back, "epsilon not taken back"),
        (lambda f, theta, epsilon=1e-5: with_saved_value(f, theta), "epsilon argument ignored"),
        lambda f, theta, epsilon=1e-5: with_saved_value(f, theta, epsilon / 2),
        lambda f, theta, epsilon=1e-5: (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon),
        lambda f, theta, epsilon=1e-5: np.full(theta.shape, (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)),
        lambda f, theta, epsilon=1e-5: with_saved_value(f, theta, epsilon).ravel(),
        lambda f, theta, epsilon=1e-5: with_saved_value(f, theta, epsilon).sum(),
    ],
    right=[with_saved_value, plus_minus_plus, with_unit_vectors, mean_of_two_sides],
    unnamed=[flat_only],
)  # fmt: skip


# --- the sheet of paper ------------------------------------------------------------------------------------------

ORDER = [
    "v_h1", "v_h2", "y_h1", "y_h2", "v_o1", "v_o2", "y_o1", "y_o2", "E", "delta_o1", "delta_o2", "delta_h1", "delta_h2",
    "new_w_h1_o1", "new_w_h1_o2", "new_w_h2_o1", "new_w_h2_o2", "new_b_o1", "new_b_o2",
    "new_w_x1_h1", "new_w_x1_h2", "new_w_x2_h1", "new_w_x2_h2", "new_b_h1", "new_b_h2",
]  # fmt: skip


def sheet(
    n,
    f=lambda v: 1 / (1 + math.exp(-v)),
    slope_o=lambda v, y: y * (1 - y),
    slope_h=lambda v, y: y * (1 - y),
    half=0.5,
    sign=1,
    new_weights=False,
    transposed=False,
    transposed_back=False,
    bias_in=1,
    bias_times=1,
    rounding=lambda value: value,
):
    """Fill in a whole sheet, consistently, with one idea wrong; nothing of it is shared with the exercise."""
    r, a = rounding, n["rate"]
    X, H, O = ("x1", "x2"), ("h1", "h2"), ("o1", "o2")  # noqa: E741
    w = {(i, j): n[f"w_{i}_{j}"] for i in X for j in H} | {(j, k): n[f"w_{j}_{k}"] for j in H for k in O}

    def arrow(sources, targets, i, j):
        return w[sources[targets.index(j)], targets[sources.index(i)]] if transposed else w[i, j]

    v = {j: r(sum(n[i] * arrow(X, H, i, j) for i in X) + bias_in * n[f"b_{j}"]) for j in H}
    y = {j: r(f(v[j])) for j in H}
    v |= {k: r(sum(y[j] * arrow(H, O, j, k) for j in H) + bias_in * n[f"b_{k}"]) for k in O}
    y |= {k: r(f(v[k])) for k in O}
    E = r(half * sum((n[f"t_{k}"] - y[k]) ** 2 for k in O))
    d = {k: r(sign * (n[f"t_{k}"] - y[k]) * slope_o(v[k], y[k])) for k in O}
    moved = {(j, k): w[j, k] + a * d[k] * y[j] for j in H for k in O}
    way = moved if new_weights else w
    if transposed_back:
        way = {(j, k): w[H[O.index(k)], O[H.index(j)]] for j in H for k in O}
    d |= {j: r(sum(way[j, k] * d[k] for k in O) * slope_h(v[j], y[j])) for j in H}
    values = [v["h1"], v["h2"], y["h1"], y["h2"], v["o1"], v["o2"], y["o1"], y["o2"], E, *(d[u] for u in O + H)]
    values += [r(moved[j, k]) for j in H for k in O] + [r(n[f"b_{k}"] + bias_times * a * d[k]) for k in O]
    values += [r(w[i, j] + a * d[j] * n[i]) for i in X for j in H] + [r(n[f"b_{j}"] + bias_times * a * d[j]) for j in H]
    return dict(zip(ORDER, values, strict=True))


def four(value):
    return round(value, 4)


PAPER = AnswerSheet(
    "01.paper",
    wrong=[
        (lambda n: sheet(n, slope_o=lambda v, y: 1), "f' missing"),
        (lambda n: sheet(n, slope_h=lambda v, y: 1, rounding=four), "f' missing"),
        (lambda n: sheet(n, slope_o=lambda v, y: v * (1 - v)), "v (1 - v)"),
        (lambda n: sheet(n, slope_h=lambda v, y: v * (1 - v)), "v (1 - v)"),
        (lambda n: sheet(n, slope_o=lambda v, y: expit(y) * expit(-y)), "f' at the wrong place"),
        (lambda n: sheet(n, slope_h=lambda v, y: expit(y) * expit(-y), rounding=four), "f' at the wrong place"),
        (lambda n: sheet(n, new_weights=True, rounding=four), "updated weights used"),
        (lambda n: sheet(n, transposed=True), "weights transposed"),
        (lambda n: sheet(n, transposed_back=True, rounding=four), "weights transposed"),
        (lambda n: sheet(n, bias_times=2, rounding=four), "bias updated twice"),
        (lambda n: sheet(n, bias_in=0), "bias forgotten"),
        (lambda n: sheet(n, sign=-1), "sign"),
        (lambda n: sheet(n, half=1), "half forgotten"),
        (lambda n: sheet(n, half=0.25), "mean for sum"),
        (lambda n: sheet(n | {"rate": -n["rate"]}), "sign"),
        lambda n: sheet(n, f=lambda v: v),
        lambda n: sheet(n, f=lambda v: 1 / (1 + math.exp(v))),
        lambda n: sheet(n, f=math.tanh),
        lambda n: dict.fromkeys(ORDER),
        lambda n: sheet(n) | {"E": None},
        lambda n: sheet(n) | {"delta_h2": "about 0.1"},
        lambda n: list(sheet(n).values()),
    ],
    right=[
        sheet,
        lambda n: sheet(n, rounding=four),
        lambda n: {name: four(value) for name, value in sheet(n).items()},
        lambda n: {name: np.float32(value) for name, value in sheet(n).items()},
        lambda n: {name: f"{value:.4f}" for name, value in sheet(n, rounding=lambda v: round(v, 5)).items()},
    ],
    unnamed=[lambda n: sheet(n) | {"y_o2": 0.123}],
)  # fmt: skip


SHEETS = [PAPER, FORWARD, OUTPUT_DELTA, HIDDEN_DELTA, STEP, FORWARD_BATCH, GRADIENTS, SHARED, NUMERICAL]
