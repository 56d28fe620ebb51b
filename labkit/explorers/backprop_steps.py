"""Backpropagation one step at a time: numbers travel forward through a net, then the error travels back.

The conventions are lab 01's: v is the weighted sum that enters a unit, y = f(v) what leaves it, E = 1/2 sum (t - y)^2,
and delta = -dE/dv, so that every weight moves by *plus* rate x delta x the signal that enters it.
"""

from types import SimpleNamespace
from typing import Any

import numpy as np

from labkit.explorers.explorer import Explorer
from labkit.explorers.one_update import EXAMPLE, one_update
from labkit.plots import Picture, network_diagram

STEPS = (
    "what is given",
    "hidden sums",
    "hidden signals",
    "output sums",
    "output signals",
    "the error",
    "output deltas",
    "second layer's changes",
    "hidden deltas",
    "first layer's changes",
    "the update",
)


def backprop_steps(net: Any = None) -> Explorer:
    """Step through one update of a net with one hidden layer of sigmoid units.

    Parameters
    ----------
    net : object with arrays ``x``, ``W1``, ``b1``, ``W2``, ``b2``, ``t`` and a number ``rate``, optional
        Such as a student's own sheet of lab 01; Mazur's 2-2-2 example by default.

    Returns
    -------
    Explorer
        One slider, ``step``.
    """
    net = EXAMPLE if net is None else net
    values = one_update(net)
    return Explorer(
        lambda step: draw(step, net, values),
        "One update, step by step",
        {"step": {f"{i}: {name}": i for i, name in enumerate(STEPS)}},
        labels={"step": "Step"},
    )


def draw(step: int, net: Any, now: SimpleNamespace) -> Picture:
    """Draw ``net`` at one of :data:`STEPS`, with the working for its first unit under it."""
    n_in, n_hidden, n_out = len(net.x), len(net.b1), len(net.b2)
    every = {layer: [("node", layer, i) for i in range(n)] for layer, n in enumerate((n_in, n_hidden, n_out))}
    active = {
        0: [*every[0], ("edges", 0), ("edges", 1)],
        1: [*every[1], ("edges", 0)],
        2: every[1],
        3: [*every[2], ("edges", 1)],
        4: every[2],
        5: every[2],
        6: every[2],
        7: [("edges", 1)],
        8: [*every[1], ("weights", 1)],
        9: [("edges", 0)],
        10: [("edges", 0), ("edges", 1)],
    }[step]
    hidden = now.y1 if step >= 2 else now.v1 if step == 1 else None
    output = now.y2 if step >= 4 else now.v2 if step == 3 else None
    target = [f"target {_short(t)}" for t in net.t]
    notes = [
        None,
        [f"δ = {_d(d)}" for d in now.d1] if step >= 8 else [f"v = {_d(v)}" for v in now.v1] if step == 2 else None,
        [f"δ = {_d(d)}" for d in now.d2] if step >= 6 else target if step in (0, 4, 5) else None,
    ]
    return network_diagram(
        [net.W1, net.W2],
        [net.b1, net.b2],
        values=[
            [_short(x) for x in net.x],
            *(None if layer is None else [_d(v) for v in layer] for layer in (hidden, output)),
        ],
        notes=notes,
        edge_texts=_edge_texts(step, net, now),
        active=active,
        backward=step >= 5,
        title=_title(step),
        caption="\n".join(_working(step, net, now)),
    )


def _edge_texts(step: int, net: Any, now: SimpleNamespace) -> list[np.ndarray]:
    def table(W, b, write):
        return np.array([[write(value) for value in row] for row in np.vstack([W, b])])

    first, second = ((net.W1, net.b1), (net.W2, net.b2))
    changes = ((now.step_W1, now.step_b1), (now.step_W2, now.step_b2))
    if step == 10:
        return [table(W + dW, b + db, _d) for (W, b), (dW, db) in zip((first, second), changes, strict=True)]
    texts = [table(*first, _short), table(*second, _short)]
    if step in (7, 9):
        layer = 1 if step == 7 else 0
        texts[layer] = table(*changes[layer], lambda change: ("+" if change >= 0 else "") + _d(change))
    return texts


def _title(step: int) -> str:
    way = "Forward: " if 0 < step < 5 else "Backward: " if 5 < step < 10 else ""
    return way + STEPS[step] if way else STEPS[step].capitalize()


def _working(step: int, net: Any, now: SimpleNamespace) -> tuple[str, str]:
    """Write the formula on one line, and on the next its arithmetic for the first unit or weight, in full."""

    def weighted(signals, weights, bias):
        return " + ".join(f"{_g(s)} · {_g(w)}" for s, w in zip(signals, weights, strict=True)) + f" + {_g(bias)}"

    y1, y2, d1, d2 = now.y1[0], now.y2[0], now.d1[0], now.d2[0]
    error = " + ".join(f"½ ({_g(t)} − {_d(y)})²" for t, y in zip(net.t, now.y2, strict=True))
    back = " + ".join(f"{_g(w)} · {_g(d)}" for w, d in zip(net.W2[0], now.d2, strict=True))
    return {
        0: (f"Inputs, weights and targets are given; the rate is {net.rate:g}.",
            "The net computes everything else."),
        1: ("v = Σ x w + b", f"h1:  {weighted(net.x, net.W1[:, 0], net.b1[0])} = {_d(now.v1[0])}"),
        2: ("y = f(v) = 1 / (1 + exp(−v))", f"h1:  1 / (1 + exp(−{_g(now.v1[0])})) = {_d(y1)}"),
        3: ("v = Σ y w + b", f"o1:  {weighted(now.y1, net.W2[:, 0], net.b2[0])} = {_d(now.v2[0])}"),
        4: ("y = f(v) = 1 / (1 + exp(−v))", f"o1:  1 / (1 + exp(−{_g(now.v2[0])})) = {_d(y2)}"),
        5: ("E = ½ Σ (t − y)²", f"{error} = {_d(now.error)}"),
        6: ("δ = (t − y) · y (1 − y)",
            f"o1:  ({_g(net.t[0])} − {_d(y2)}) · {_d(y2)} · {_d(1 - y2)} = {_d(d2)}"),
        7: ("change of w = rate · δ of the unit it enters · y of the unit it leaves",
            f"h1 → o1:  {_g(net.rate)} · {_g(d2)} · {_d(y1)} = {_d(now.step_W2[0, 0])}"),
        8: ("δ = (Σ w δ) · y (1 − y), with the old weights",
            f"h1:  ({back}) · {_d(y1)} · {_d(1 - y1)} = {_d(d1)}"),
        9: ("change of w = rate · δ of the unit it enters · the input it leaves",
            f"x1 → h1:  {_g(net.rate)} · {_g(d1)} · {_g(net.x[0])} = {_d(now.step_W1[0, 0])}"),
        10: ("Every weight moves by its change, all at once.",
             f"The same input now has the error {_d(now.error_after)}; it was {_d(now.error)}."),
    }[step]  # fmt: skip


def _d(value: float) -> str:
    """Four decimals, as on the sheet; six where four would show nothing but zeros."""
    return (f"{value:.4f}" if abs(value) >= 0.001 or value == 0 else f"{value:.6f}").replace("-", "−")


def _short(value: float) -> str:
    """A given number as it was given, a computed one as in :func:`_d`."""
    return f"{value:g}".replace("-", "−") if len(f"{abs(value):g}") <= 5 else _d(value)


def _g(value: float) -> str:
    """Write a factor; a negative one in brackets, so that its sign stays with it."""
    return _short(value) if value >= 0 else f"({_short(value)})"
