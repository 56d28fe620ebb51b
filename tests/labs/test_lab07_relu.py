"""Lab 07's checks against answers written without a look at the exercise module."""

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet

# --- the ReLU ---


def by_mask_in_place(x):
    x[x < 0] = 0
    return x


def by_ufunc_in_place(x):
    return np.maximum(x, 0, out=x)


def multiplied_in_place(x):
    x *= x > 0
    return x


def by_if(x):
    if x > 0:
        return x
    return 0


def by_any(x):
    if np.any(x < 0):
        return np.zeros_like(x)
    return x


def on_a_copy(x):
    y = x.copy()
    y[y < 0] = 0
    return y


def by_counting_places(x):
    y = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        if x[place] > 0:
            y[place] = x[place]
    return y


def rows_only(x):
    return np.array([[max(0, v) for v in row] for row in x])


RELU_WRONG = [
    lambda x: np.maximum(0.01, x),
    lambda x: np.maximum(1e-4, x),
    lambda x: np.where(x > 0.01, x, 0.01),
    lambda x: np.maximum(x, 0.1),
    lambda x: np.maximum(x, 1),
    lambda x: max(0, x),
    lambda x: np.max(0, x),
    lambda x: np.max([0, x]),
    lambda x: np.minimum(0, x),
    lambda x: np.maximum(0, -x),
    lambda x: np.abs(x),
    lambda x: (x > 0) * 1.0,
    lambda x: np.where(x > 0, 1, 0),
    lambda x: np.where(x > 0, 0, x),
    lambda x: np.clip(x, 0, 1),
    lambda x: np.clip(x, 0, 6),
    lambda x: np.clip(x, -1, None),
    lambda x: np.maximum(x, 0).max(),
    lambda x: np.maximum(x, 0).sum(axis=0),
    lambda x: np.log1p(np.exp(x)),
    lambda x: np.log(1 + np.exp(-np.abs(x))) + np.maximum(x, 0),
    lambda x: np.where(x < 0, 0.01 * x, x),
    lambda x: np.maximum(0.1 * x, x),
    lambda x: x * expit(x),
    lambda x: x[x > 0],
    lambda x: x + np.abs(x),
    lambda x: np.where(x > 1, x, 0),
    lambda x: np.maximum(0, x).astype(int),
    lambda x: np.where(x > 0, x, -1),
    lambda x: np.maximum(x - 1, 0),
    lambda x: x * (x < 0),
    lambda x: [max(0, v) for v in x.ravel()],
    lambda x: np.where(x > 0, x, np.nan),
    lambda x: x,
    lambda x: None,
    by_mask_in_place, by_ufunc_in_place, multiplied_in_place, by_if, by_any, rows_only,
]  # fmt: skip
RELU_RIGHT = [
    on_a_copy, by_counting_places,
    lambda x: x * (x > 0),
    lambda x: 0.5 * (x + abs(x)),
    lambda x: np.where(x < 0, 0, x),
    lambda x: np.clip(x, 0, np.inf),
    lambda x: x - np.minimum(x, 0),
    lambda x: np.vectorize(lambda v: max(0.0, float(v)))(x),
    lambda x: np.maximum(np.float32(0), x.astype(np.float32)),
    lambda x: np.fmax(0, x),
]  # fmt: skip

# --- its derivative ---


def returns_the_activation(x):
    y = np.maximum(x, 0.01)
    y[y <= 0] = 0
    return y


def edited_and_returned(x):
    x[x <= 0] = 0
    return x


def ones_written_into_the_argument(x):
    x[x > 0] = 1
    x[x <= 0] = 0
    return x


def zeros_first(x):
    x[x <= 0] = 0
    x[x > 0] = 1
    return x


def wrong_order_of_edits(x):
    y = x.copy()
    y[y <= 0] = 1
    y[y > 0] = 0
    return y


def second_edit_hits_the_first(x):
    y = x.copy()
    y[y <= 0] = 1e-9
    y[y > 0] = 1
    return y


def only_the_negatives(x):
    y = x.copy()
    y[y < 0] = 0
    return y


def only_the_positives(x):
    y = x.copy()
    y[y > 0] = 1
    return y


def by_one_if(x):
    return 1 if x > 0 else 0


def slope_on_a_copy(x):
    y = np.copy(x)
    y[x <= 0] = 0
    y[x > 0] = 1
    return y


def slope_counted(x):
    y = np.zeros(x.shape, dtype=x.dtype)
    for place in np.ndindex(x.shape):
        y[place] = 1.0 if x[place] >= 0 else 0.0
    return y


def measured_slope(x):
    x = x.astype(float)
    h = 1e-6
    return (np.maximum(x + h, 0) - np.maximum(x - h, 0)) / (2 * h)


def coarse_slope(x):
    return (np.maximum(x + 0.5, 0) - np.maximum(x - 0.5, 0)) / 1.0


SLOPE_WRONG = [
    lambda x: np.maximum(x, 0),
    lambda x: np.maximum(0.01, x),
    lambda x: np.maximum(1e-4, x),
    lambda x: x,
    lambda x: np.where(x > 0, x, 0),
    lambda x: x * (x > 0),
    lambda x: np.where(x > 0.01, 1, 0),
    lambda x: (x > 1e-4).astype(float),
    lambda x: (np.maximum(x, 0.01) > 0).astype(float),
    lambda x: np.where(np.maximum(x, 0.01) <= 0, 0, 1),
    lambda x: np.sign(x),
    lambda x: np.where(x > 0, 1, -1),
    lambda x: np.where(x < 0, 1, 0),
    lambda x: 1 - (x > 0),
    lambda x: np.where(x > 0, 1, 0.01),
    lambda x: np.where(x > 0, 1, x),
    lambda x: np.where(x > 0, 1, 0.01 * x),
    lambda x: np.ones_like(x),
    lambda x: np.zeros_like(x),
    lambda x: np.where(x >= 1, 1, 0),
    lambda x: np.clip(x, 0, 1),
    lambda x: np.maximum(x, 0) * (1 - np.maximum(x, 0)),
    lambda x: x * (1 - x),
    lambda x: expit(x),
    lambda x: expit(x) * (1 - expit(x)),
    lambda x: 1 - np.maximum(x, 0) ** 2,
    lambda x: np.maximum(x, 0) ** 2 / 2,
    lambda x: np.maximum(x, 0) / x,
    lambda x: 0.5 * (1 + x / np.abs(x)),
    lambda x: np.where(x > 0, -1, 0),
    lambda x: -(x > 0).astype(float),
    lambda x: 1.0,
    lambda x: np.mean(x > 0),
    lambda x: np.any(x > 0),
    lambda x: (x > 0).all(axis=0),
    lambda x: x[x > 0],
    lambda x: np.where(x != 0, 1, 0),
    lambda x: np.gradient(np.maximum(x, 0)),
    lambda x: None,
    returns_the_activation, edited_and_returned, ones_written_into_the_argument, zeros_first, wrong_order_of_edits,
    second_edit_hits_the_first, only_the_negatives, only_the_positives, by_one_if, coarse_slope,
]  # fmt: skip
SLOPE_RIGHT = [
    slope_on_a_copy, slope_counted, measured_slope,
    lambda x: x > 0,
    lambda x: (x >= 0) * 1,
    lambda x: np.heaviside(x, 0.5),
    lambda x: (np.sign(x) + 1) / 2,
    lambda x: np.where(x > 0, 1.0, 0.0).astype(np.float32),
    lambda x: 1 - (x <= 0),
]  # fmt: skip

# --- the leaky ReLU ---


def leaks_into_the_argument(x, leak=0.01):
    slope = np.where(x > 0, 1, leak)
    x[x < 0] *= leak
    return x, slope


def slope_after_the_edit(x, leak=0.01):
    y = np.maximum(leak * x, x)
    slope = y
    slope[slope > 0] = 1
    slope[slope <= 0] = leak
    return y, slope


def leaky_by_if(x, leak=0.01):
    if x > 0:
        return x, 1
    return leak * x, leak


def leaky_counted(x, leak=0.01):
    y, slope = np.empty_like(x), np.empty_like(x)
    for place in np.ndindex(x.shape):
        slope[place] = leak if x[place] < 0 else 1
        y[place] = slope[place] * x[place]
    return y, slope


def leaky_on_copies(x, leak=0.01):
    y, slope = x.copy(), np.ones_like(x)
    y[x < 0] *= leak
    slope[x <= 0] = leak
    return y, slope


def leaky_in_two_parts(x, leak=0.01):
    return [np.maximum(x, 0) + leak * np.minimum(x, 0), leak + (1 - leak) * (x > 0)]


LEAKY_WRONG = [
    lambda x, leak=0.01: np.maximum(leak * x, x),
    lambda x, leak=0.01: np.where(x > 0, 1, leak),
    lambda x, leak=0.01: (np.where(x > 0, 1, leak), np.maximum(leak * x, x)),
    lambda x, leak=0.01: (np.maximum(leak, x), np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (np.maximum(leak, x), np.where(x > leak, 1, 0)),
    lambda x, leak=0.01: (np.where(x > 0, x, leak), np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (np.where(x > 0, x, leak), np.where(x > 0, 1, 0)),
    lambda x, leak=0.01: (np.maximum(0, x) + leak * x, np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (np.maximum(0, x) + leak * x, (x > 0) + leak),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, 1, 0)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, 1, -leak)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, x, leak)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, 1, leak * x)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.maximum(leak * x, x)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, x, leak * x)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.ones_like(x)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > 0, leak, 1)),
    lambda x, leak=0.01: (np.where(x < 0, x, leak * x), np.where(x < 0, 1, leak)),
    lambda x, leak=0.01: (np.where(x < 0, -leak * x, x), np.where(x < 0, -leak, 1)),
    lambda x, leak=0.01: (np.where(x < 0, -leak * x, x), np.where(x < 0, leak, 1)),
    lambda x, leak=0.01: (np.where(x < 0, x / leak, x), np.where(x < 0, 1 / leak, 1)),
    lambda x, leak=0.01: (np.minimum(leak * x, x), np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (np.minimum(leak * x, x), np.where(x > 0, leak, 1)),
    lambda x, leak=0.01: (np.where(x < 0, 0.01 * x, x), np.where(x < 0, 0.01, 1)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x < 0, 0.01, 1)),
    lambda x, leak=0.01: (np.maximum(0, x), np.where(x > 0, 1, 0)),
    lambda x, leak=0.01: (np.maximum(0, x), np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (leak * x, np.full_like(x, leak)),
    lambda x, leak=0.01: (np.where(x > 0, x, x - leak), np.where(x > 0, 1, leak)),
    lambda x, leak=0.01: (np.where(x > 0, x, -leak), np.where(x > 0, 1, 0)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(x > leak, 1, leak)),
    lambda x, leak=0.01: (np.maximum(leak * x, x), np.where(np.maximum(leak * x, x) > leak, 1, leak)),
    lambda x, leak=0.01: (max(leak * x, x), 1 if x > 0 else leak),
    lambda x, leak=0.01: (np.maximum(leak * x, x), 1),
    lambda x, leak=0.01: None,
    leaks_into_the_argument, slope_after_the_edit, leaky_by_if,
]  # fmt: skip
LEAKY_RIGHT = [
    leaky_counted, leaky_on_copies, leaky_in_two_parts,
    lambda x, leak: (np.maximum(x * leak, x), np.maximum(x > 0, leak)),
    lambda x, leak: (np.where(x >= 0, x, leak * x), np.where(x >= 0, 1, leak)),
    lambda x, leak: ((1 + leak) / 2 * x + (1 - leak) / 2 * abs(x), (1 + leak) / 2 + (1 - leak) / 2 * np.sign(x)),
]  # fmt: skip

# --- ReLU6 ---


def relu6_as_printed(x):
    y = np.clip(x, 0.01, 6)
    slope = y.copy()
    slope[(slope <= 0) & (slope >= 6)] = 0
    slope[slope > 0] = 1
    return y, slope


def relu6_and_never(x):
    y = np.minimum(np.maximum(0, x), 6)
    slope = np.ones_like(x)
    slope[(x <= 0) & (x >= 6)] = 0
    return y, slope


def relu6_edits_its_output(x):
    y = np.clip(x, 0, 6)
    slope = y
    slope[(x <= 0) | (x >= 6)] = 0
    slope[(x > 0) & (x < 6)] = 1
    return y, slope


def relu6_edits_x(x):
    slope = ((x > 0) & (x < 6)) * 1.0
    x[x < 0] = 0
    x[x > 6] = 6
    return x, slope


def relu6_counted(x):
    y, slope = np.zeros_like(x), np.zeros_like(x)
    for place in np.ndindex(x.shape):
        if x[place] >= 6:
            y[place] = 6
        elif x[place] >= 0:
            y[place], slope[place] = x[place], 1
    return y, slope


def relu6_from_the_output(x):
    y = np.clip(x, 0, 6)
    return y, ((y > 0) & (y < 6)).astype(y.dtype)


def relu6_two_relus(x):
    return np.maximum(x, 0) - np.maximum(x - 6, 0), np.heaviside(x, 0.5) - np.heaviside(x - 6, 0.5)


def RIGHT6(x):
    return np.clip(x, 0, 6)


RELU6_WRONG = [
    lambda x: (RIGHT6(x), np.where((x <= 0) & (x >= 6), 0, 1)),
    lambda x: (RIGHT6(x), np.where((x <= 0) & (x >= 6), 1, 0)),
    lambda x: (np.clip(x, 0.01, 6), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.clip(x, 0.01, 6), np.where(np.clip(x, 0.01, 6) < 6, 1, 0)),
    lambda x: (RIGHT6(x), (x > 0) * 1.0),
    lambda x: (RIGHT6(x), (x < 6) * 1.0),
    lambda x: (RIGHT6(x), np.where((x > 0) | (x < 6), 1, 0)),
    lambda x: (RIGHT6(x), np.where((x <= 0) | (x >= 6), 1, 0)),
    lambda x: (np.maximum(np.minimum(x, 0), 6), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.minimum(np.maximum(x, 6), 0), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.minimum(x, 6), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.minimum(x, 6), np.where(x < 6, 1, 0)),
    lambda x: (np.maximum(x, 0), np.where(x > 0, 1, 0)),
    lambda x: (np.maximum(x, 0), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.where((x > 0) & (x < 6), x, 0), np.where((x > 0) & (x < 6), 1, 0)),
    lambda x: (np.clip(x, -6, 6), (np.abs(x) < 6) * 1.0),
    lambda x: (RIGHT6(x), RIGHT6(x)),
    lambda x: (RIGHT6(x), np.where((x > 0) & (x < 6), x, 0)),
    lambda x: (RIGHT6(x), np.where(x > 6, 6, np.where(x > 0, 1, 0))),
    lambda x: (RIGHT6(x), np.where(x > 6, -1, np.where(x > 0, 1, 0))),
    lambda x: (RIGHT6(x), np.where((x > 0) & (x < 6), 1 / 6, 0)),
    lambda x: (RIGHT6(x), np.where((x > 0) & (x < 6), 6, 0)),
    lambda x: (RIGHT6(x) / 6, np.where((x > 0) & (x < 6), 1 / 6, 0)),
    lambda x: (np.clip(x, 0, 1) * 6, np.where((x > 0) & (x < 1), 6, 0)),
    lambda x: (np.clip(x, 0, 1), np.where((x > 0) & (x < 1), 1, 0)),
    lambda x: (6 * expit(x), 6 * expit(x) * (1 - expit(x))),
    lambda x: RIGHT6(x),
    lambda x: np.where((x > 0) & (x < 6), 1, 0),
    lambda x: (np.where((x > 0) & (x < 6), 1, 0), RIGHT6(x)),
    lambda x: (RIGHT6(x), np.where((RIGHT6(x) > 0.01) & (x < 6), 1, 0)),
    lambda x: (RIGHT6(x), np.ones_like(x)),
    lambda x: (RIGHT6(x), np.where(0 < x < 6, 1, 0)),
    lambda x: (np.where(x > 6, 6, x), np.where(x > 6, 0, 1)),
    lambda x: (RIGHT6(x), np.where((x > 1) & (x < 6), 1, 0)),
    lambda x: None,
    relu6_as_printed, relu6_and_never, relu6_edits_its_output, relu6_edits_x,
]  # fmt: skip
RELU6_RIGHT = [
    relu6_counted, relu6_from_the_output, relu6_two_relus,
    lambda x: (np.minimum(6, np.maximum(0, x)), (x >= 0) & (x <= 6)),
    lambda x: [np.clip(x, 0.0, 6.0).astype(np.float32), 1.0 * ((x < 6) & (x > 0))],
    lambda x: (np.median([np.zeros_like(x), x, np.full_like(x, 6)], axis=0), (np.abs(x - 3) < 3) * 1),
]  # fmt: skip

# --- ELU ---


def elu_by_if(x, alpha=1.0):
    if x > 0:
        return x
    return alpha * (np.exp(x) - 1)


def elu_in_place(x, alpha=1.0):
    x[x < 0] = alpha * (np.exp(x[x < 0]) - 1)
    return x


def elu_by_masks(x, alpha=1.0):
    y = x.copy()
    off = y < 0
    y[off] = alpha * (np.exp(y[off]) - 1)
    return y


def elu_counted(x, alpha=1.0):
    y = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        v = x[place]
        y[place] = v if v >= 0 else alpha * np.expm1(v)
    return y


def elu_silenced(x, alpha=1.0):
    with np.errstate(over="ignore"):
        return np.where(x > 0, x, alpha * (np.exp(x) - 1))


ELU_WRONG = [
    lambda x, alpha=1.0: np.maximum(0, x) + np.minimum(np.exp(x) - 1, 0),
    lambda x, alpha=1.0: np.maximum(0, x) + np.minimum(np.expm1(np.minimum(x, 0)), 0),
    lambda x, alpha=1.0: np.maximum(0, x) + alpha * np.minimum(np.exp(x) - 1, 0),
    lambda x, alpha=1.0: np.maximum(0, x) + np.minimum(alpha * (np.exp(x) - 1), 0),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (np.exp(x) - 1)),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0)) - 1),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.exp(x) - 1),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0))),
    lambda x, alpha=1.0: np.where(x > 0, x, np.exp(alpha * np.minimum(x, 0)) - 1),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.expm1(alpha * np.minimum(x, 0))),
    lambda x, alpha=1.0: alpha * np.where(x > 0, x, np.expm1(np.minimum(x, 0))),
    lambda x, alpha=1.0: alpha * np.expm1(np.minimum(x, 0)),
    lambda x, alpha=1.0: np.maximum(x, alpha * (np.exp(x) - 1)),
    lambda x, alpha=1.0: np.maximum(x, alpha * np.expm1(np.minimum(x, 0))),
    lambda x, alpha=1.0: alpha * (np.exp(x) - 1),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * x),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (1 - np.exp(np.minimum(x, 0)))),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) + 1)),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (np.exp(-x) - 1)),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.expm1(-np.abs(x)) * -1),
    lambda x, alpha=1.0: np.where(x > 0, np.exp(np.minimum(x, 5)) - 1, alpha * x),
    lambda x, alpha=1.0: np.maximum(x, 0),
    lambda x, alpha=1.0: np.where(x > 0, x, -alpha),
    lambda x, alpha=1.0: np.maximum(x, -alpha),
    lambda x, alpha=1.0: np.where(x > 0, 1, alpha * np.exp(np.minimum(x, 0))),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (2 ** np.minimum(x, 0) - 1)),
    lambda x, alpha=1.0: np.where(x > 0, x, np.expm1(np.minimum(x, 0)) / alpha),
    lambda x, alpha=1.0: np.where(x > 0, x, np.expm1(np.minimum(x, 0)) - alpha),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.expm1(np.clip(x, -1, 0))),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0) - 1)),
    lambda x, alpha=1.0: 1.0507 * np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0))),
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * np.tanh(x)),
    lambda x, alpha=1.0: x,
    lambda x, alpha=1.0: np.maximum(0, x) - np.minimum(alpha * np.expm1(np.minimum(x, 0)), 0),
    lambda x, alpha=1.0: None,
    elu_by_if, elu_in_place,
]  # fmt: skip
ELU_RIGHT = [
    elu_by_masks, elu_counted, elu_silenced,
    lambda x, alpha=1.0: np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1)),
    lambda x, alpha=1.0: np.maximum(x, 0) + alpha * np.expm1(np.minimum(x, 0)),
    lambda x, alpha: np.maximum(x, 0) + np.minimum(0, alpha * (np.exp(np.clip(x, -600, 1)) - 1)),
    lambda x, alpha: np.where(x > 0, x, np.float32(alpha) * np.expm1(-np.abs(x).astype(np.float32))),
    lambda x, alpha: (x > 0) * x + (x <= 0) * alpha * (np.exp(-np.abs(x)) - 1),
]  # fmt: skip

# --- dead units ---


def dead_by_counting(slope):
    found = []
    for unit in range(slope.shape[1]):
        alive = False
        for sample in range(slope.shape[0]):
            if slope[sample, unit] != 0:
                alive = True
        found.append(not alive)
    return np.array(found)


def dead_by_names(slope):
    return np.where((slope == 0).all(axis=0))[0]


def dead_by_if(slope):
    verdict = False
    if slope == 0:
        verdict = True
    return verdict


def dead_never_reset(slope):
    found, alive = [], False
    for unit in slope.T:
        for value in unit:
            if value != 0:
                alive = True
        found.append(not alive)
    return np.array(found)


DEAD_WRONG = [
    lambda slope: (slope == 0).any(axis=0),
    lambda slope: (slope == 0).all(axis=1),
    lambda slope: (slope == 0).any(axis=1),
    lambda slope: slope.mean(axis=0) == 0,
    lambda slope: slope.sum(axis=0) == 0,
    lambda slope: np.isclose(slope.mean(axis=0), 0),
    lambda slope: slope.mean(axis=1) == 0,
    lambda slope: slope.sum() == 0,
    lambda slope: (slope == 0).all(),
    lambda slope: np.all(slope),
    lambda slope: slope.any(axis=0),
    lambda slope: (slope != 0).all(axis=0),
    lambda slope: ~slope.all(axis=0),
    lambda slope: (slope == 0).all(axis=0).sum(),
    lambda slope: (slope == 0).all(axis=0).mean(),
    lambda slope: (slope == 0).sum(axis=0),
    lambda slope: (slope == 0).mean(axis=0),
    lambda slope: slope[0] == 0,
    lambda slope: slope[-1] == 0,
    lambda slope: slope[:, 0] == 0,
    lambda slope: slope == 0,
    lambda slope: (slope < 0.01).all(axis=0),
    lambda slope: (np.abs(slope) < 0.01).all(axis=0),
    lambda slope: np.isclose(slope, 0).all(axis=0),
    lambda slope: (slope <= 0).all(axis=0),
    lambda slope: slope.max(axis=0) == 0,
    lambda slope: slope.max(axis=0) <= 0,
    lambda slope: slope.min(axis=0) == 0,
    lambda slope: (slope == 0).mean(axis=0) > 0.5,
    lambda slope: (slope == 0).sum(axis=0) == slope.shape[1],
    lambda slope: (slope == 0).sum(axis=1) == slope.shape[0],
    lambda slope: (slope == 0).all(axis=0, keepdims=True),
    lambda slope: slope.std(axis=0) == 0,
    lambda slope: slope.T == 0,
    lambda slope: not slope.any(axis=0),
    lambda slope: np.median(slope, axis=0) == 0,
    lambda slope: None,
    lambda slope: [u for u in range(slope.shape[1]) if not slope[:, u].any()],
    dead_by_names, dead_by_if, dead_never_reset,
]  # fmt: skip
DEAD_RIGHT = [
    dead_by_counting,
    lambda slope: ~slope.any(axis=0),
    lambda slope: np.abs(slope).max(axis=0) == 0,
    lambda slope: np.count_nonzero(slope, axis=0) == 0,
    lambda slope: (slope == 0).sum(axis=0) == len(slope),
    lambda slope: np.array([all(unit == 0) for unit in slope.T], dtype=int),
    lambda slope: (slope.astype(np.float32) ** 2).sum(axis=0) == 0,
    lambda slope: (slope.max(axis=0) == 0) & (slope.min(axis=0) == 0),
]  # fmt: skip

SHEETS = [
    AnswerSheet("07.relu", RELU_WRONG, RELU_RIGHT),
    AnswerSheet("07.relu_derivative", SLOPE_WRONG, SLOPE_RIGHT),
    AnswerSheet("07.leaky_relu", LEAKY_WRONG, LEAKY_RIGHT),
    AnswerSheet("07.relu6", RELU6_WRONG, RELU6_RIGHT),
    AnswerSheet("07.elu", ELU_WRONG, ELU_RIGHT),
    AnswerSheet("07.dead_units", DEAD_WRONG, DEAD_RIGHT),
]
