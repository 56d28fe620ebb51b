"""Sheets of paper filled in by hand, with one idea wrong or none."""

import math

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet

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


SHEETS = [AnswerSheet(
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
)]  # fmt: skip
