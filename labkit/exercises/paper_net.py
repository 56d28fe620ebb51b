"""A network small enough for a sheet of paper: two inputs, two hidden units, two outputs, one update.

Every student gets numbers of their own, drawn from their id. A sheet is marked the way a patient teacher marks it:
step by step, in the order of the computation, each step judged *from the student's own earlier values*. One slip
therefore costs one step, not everything after it (an error carried forward), and the slip can be given its name.

Conventions are those of Report A: ``E = 1/2 sum_k (t_k - y_k)^2`` and ``delta = -dE/dv``, where ``v`` is the weighted
sum that enters a unit, bias included, and ``y = f(v)`` what leaves it. ``W[i, j]`` leads from unit i to unit j.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from labkit.nn.functional import sigmoid, sigmoid_derivative, sigmoid_derivative_from_output

#: An answer counts when it lies this close to the value that follows from the earlier answers.
TOLERANCE = 0.0005

#: Draws are repeated until every slip below misses the right value by at least this much, so that no slip passes.
GAP = 0.002

Values = dict[str, np.ndarray]


@dataclass(frozen=True)
class PaperNet:
    """The given numbers of one sheet.

    Attributes
    ----------
    x : numpy.ndarray, shape (2,)
        Inputs.
    W1, W2 : numpy.ndarray, shape (2, 2)
        Weights; ``W1[i, j]`` leads from input i to hidden unit j, ``W2[j, k]`` from hidden unit j to output k.
    b1, b2 : numpy.ndarray, shape (2,)
        Biases of the hidden and of the output units.
    t : numpy.ndarray, shape (2,)
        Targets.
    rate : float
        Learning rate alpha.
    """

    x: np.ndarray
    W1: np.ndarray
    b1: np.ndarray
    W2: np.ndarray
    b2: np.ndarray
    t: np.ndarray
    rate: float

    def __str__(self) -> str:
        """List the given numbers, one line each, ready to be copied onto paper."""
        lines = [
            f"inputs        x  = {_tidy(self.x)}        targets t = {_tidy(self.t)}        rate alpha = {self.rate:g}"
        ]
        for weights, bias, source, to in (("W1", "b1", "x", "h"), ("W2", "b2", "h", "o")):
            matrix = getattr(self, weights)
            for i in range(2):
                row = "   ".join(f"{source}{i + 1} -> {to}{j + 1}: {matrix[i, j]:+.1f}" for j in range(2))
                lines.append(f"{weights}[{i}]         {row}")
            row = "   ".join(f"into  {to}{j + 1}: {getattr(self, bias)[j]:+.1f}" for j in range(2))
            lines.append(f"{bias}            {row}")
        return "\n".join(lines)


def _tidy(numbers: np.ndarray) -> str:
    return "(" + ", ".join(f"{number:g}" for number in numbers) + ")"


@dataclass(frozen=True)
class Slip:
    """A named way of getting one step wrong: what it computes, and what to think about."""

    name: str
    formula: Callable[[PaperNet, Values], np.ndarray]
    hint: str


@dataclass(frozen=True)
class Step:
    """One line of the sheet: what is asked, what follows from the earlier lines, and the slips that are known here."""

    name: str
    units: tuple[str, ...]
    formula: Callable[[PaperNet, Values], np.ndarray]
    slips: tuple[Slip, ...] = ()


@dataclass(frozen=True)
class Marking:
    """What a marked sheet says.

    Attributes
    ----------
    right : dict of numpy.ndarray of bool
        For each step, which of its blanks are right given the student's own earlier values.
    first_wrong : str or None
        The first wrong blank in the order of the computation, such as ``"delta_hidden of h1"``.
    given : float or None
        What stands in that blank (None when it is empty).
    slip : Slip or None
        The slip that explains the first wrong step, where one is recognised.
    """

    right: dict[str, np.ndarray] = field(default_factory=dict)
    first_wrong: str | None = None
    given: float | None = None
    slip: Slip | None = None

    @property
    def share(self) -> float:
        """Return the share of right blanks, from 0 to 1."""
        blanks = np.concatenate([marks.ravel() for marks in self.right.values()])
        return float(blanks.mean())


def _activation_slips(v: str) -> tuple[Slip, ...]:
    return (
        Slip(
            "activation forgotten",
            lambda net, a: a[v],
            "This is v, the weighted sum. What leaves the unit is y = f(v): squash v with the sigmoid first.",
        ),
        Slip(
            "sign in the exponent",
            lambda net, a: sigmoid(-a[v]),
            "f(0) is 1/2 and f grows with v. Does your f grow? Look at the sign in the exponent of 1 / (1 + e^(-v)).",
        ),
        Slip(
            "derivative for the function",
            lambda net, a: sigmoid_derivative(a[v]),
            "This is f'(v), the slope. It is needed on the way back; the way forward needs f(v) itself.",
        ),
    )


def _sum_slips(source: str, weights: str, bias: str) -> tuple[Slip, ...]:
    def sent(net: PaperNet, a: Values) -> np.ndarray:
        return net.x if source == "x" else a[source]

    return (
        Slip(
            "weights transposed",
            lambda net, a: getattr(net, weights) @ sent(net, a) + getattr(net, bias),
            f"Follow the arrows *into* one unit: they are one column of {weights}. You seem to have followed a row, "
            "the arrows that leave one unit.",
        ),
        Slip(
            "bias forgotten",
            lambda net, a: sent(net, a) @ getattr(net, weights),
            "The weighted sum is there. One more number enters every unit, whatever the inputs are.",
        ),
    )


def _update_slips(weights: str, delta: str, sent: Callable[[PaperNet, Values], np.ndarray]) -> tuple[Slip, ...]:
    def moved(net: PaperNet, change: np.ndarray) -> np.ndarray:
        return getattr(net, weights) + net.rate * change

    return (
        Slip(
            "sign",
            lambda net, a: moved(net, -np.outer(sent(net, a), a[delta])),
            "The step goes uphill. delta is *minus* dE/dv here: which sign takes E down?",
        ),
        Slip(
            "rate forgotten",
            lambda net, a: getattr(net, weights) + np.outer(sent(net, a), a[delta]),
            "The direction is right; its length is not. What scales every step?",
        ),
        Slip(
            "weights transposed",
            lambda net, a: moved(net, np.outer(a[delta], sent(net, a))),
            "W[i, j] joins unit i, where its signal starts, to unit j, where its delta lives. Which of the two indices "
            "does your delta carry?",
        ),
        Slip(
            "only the change",
            lambda net, a: net.rate * np.outer(sent(net, a), a[delta]),
            "This is how far the weight moves. The blank asks where it arrives.",
        ),
        Slip(
            "error for delta",
            lambda net, a: moved(net, np.outer(sent(net, a), net.t - a["y_output"])),
            "The error t - y is not yet the delta of the unit: how did you get from one to the other?",
        )
        if delta == "delta_output"
        else Slip(
            "later signal used",
            lambda net, a: moved(net, np.outer(a["y_hidden"], a[delta])),
            "A weight's update uses the signal that *enters* that weight. What enters the first layer's weights?",
        ),
    )


def _bias_slips(bias: str, delta: str) -> tuple[Slip, ...]:
    def moved(net: PaperNet, change: np.ndarray) -> np.ndarray:
        return getattr(net, bias) + net.rate * change

    return (
        Slip(
            "bias updated twice",
            lambda net, a: moved(net, 2 * a[delta]),
            "Twice the step: the bias seems to have been updated twice, perhaps once with the weights and once on "
            "its own.",
        ),
        Slip(
            "sign",
            lambda net, a: moved(net, -a[delta]),
            "The step goes uphill. delta is *minus* dE/dv here: which sign takes E down?",
        ),
        Slip(
            "rate forgotten",
            lambda net, a: getattr(net, bias) + a[delta],
            "The direction is right; its length is not. What scales every step?",
        ),
        Slip(
            "bias not updated",
            lambda net, a: getattr(net, bias),
            "This bias has not moved. It is a weight like the others, on an input that is always 1.",
        ),
        Slip(
            "only the change",
            lambda net, a: net.rate * a[delta],
            "This is how far the bias moves. The blank asks where it arrives.",
        ),
    )


#: The sheet, line by line, in the order in which it is filled in and marked.
STEPS = (
    Step("v_hidden", ("h1", "h2"), lambda net, a: net.x @ net.W1 + net.b1, _sum_slips("x", "W1", "b1")),
    Step("y_hidden", ("h1", "h2"), lambda net, a: sigmoid(a["v_hidden"]), _activation_slips("v_hidden")),
    Step(
        "v_output",
        ("o1", "o2"),
        lambda net, a: a["y_hidden"] @ net.W2 + net.b2,
        (
            *_sum_slips("y_hidden", "W2", "b2"),
            Slip(
                "sum used for the signal",
                lambda net, a: a["v_hidden"] @ net.W2 + net.b2,
                "The outputs receive what *leaves* the hidden units: y, not v.",
            ),
            Slip(
                "inputs used again",
                lambda net, a: net.x @ net.W2 + net.b2,
                "The outputs do not see x. What do the hidden units send them?",
            ),
        ),
    ),
    Step("y_output", ("o1", "o2"), lambda net, a: sigmoid(a["v_output"]), _activation_slips("v_output")),
    Step(
        "E",
        ("",),
        lambda net, a: np.array([0.5 * np.sum((net.t - a["y_output"]) ** 2)]),
        (
            Slip(
                "half forgotten",
                lambda net, a: np.array([np.sum((net.t - a["y_output"]) ** 2)]),
                "Read the definition of E once more, from its very first symbol.",
            ),
            Slip(
                "mean for sum",
                lambda net, a: np.array([0.25 * np.sum((net.t - a["y_output"]) ** 2)]),
                "E adds the outputs up; it does not average over them.",
            ),
            Slip(
                "square forgotten",
                lambda net, a: np.array([0.5 * np.sum(np.abs(net.t - a["y_output"]))]),
                "Each error is squared before it is added.",
            ),
        ),
    ),
    Step(
        "delta_output",
        ("o1", "o2"),
        lambda net, a: (net.t - a["y_output"]) * sigmoid_derivative_from_output(a["y_output"]),
        (
            Slip(
                "f' missing",
                lambda net, a: net.t - a["y_output"],
                "This is the error at the output. delta belongs to v, one step further back: what lies between v and "
                "y?",
            ),
            Slip(
                "sign",
                lambda net, a: (a["y_output"] - net.t) * sigmoid_derivative_from_output(a["y_output"]),
                "The size is right. With delta = -dE/dv, an output that is too small must get a positive delta.",
            ),
            Slip(
                "f' at the wrong place",
                lambda net, a: (net.t - a["y_output"]) * sigmoid_derivative(a["y_output"]),
                "f' was taken at y. The sigmoid was applied to v: take its slope there, f'(v) = f(v) (1 - f(v)), in "
                "which f(v) is the y that you already have.",
            ),
            Slip(
                "v (1 - v)",
                lambda net, a: (net.t - a["y_output"]) * a["v_output"] * (1 - a["v_output"]),
                "f'(v) = f(v) (1 - f(v)). Which number is f(v): the v or the y of the unit?",
            ),
            Slip(
                "error missing",
                lambda net, a: sigmoid_derivative_from_output(a["y_output"]),
                "This is the slope f'(v) alone. How wrong the output is has not come in yet.",
            ),
        ),
    ),
    Step(
        "delta_hidden",
        ("h1", "h2"),
        lambda net, a: (net.W2 @ a["delta_output"]) * sigmoid_derivative_from_output(a["y_hidden"]),
        (
            Slip(
                "f' missing",
                lambda net, a: net.W2 @ a["delta_output"],
                "This is what arrives at the unit's output y. delta belongs to its v: what lies between?",
            ),
            Slip(
                "f' at the wrong place",
                lambda net, a: (net.W2 @ a["delta_output"]) * sigmoid_derivative(a["y_hidden"]),
                "f' was taken at y. The hidden unit applied f to its v: take the slope there.",
            ),
            Slip(
                "v (1 - v)",
                lambda net, a: (net.W2 @ a["delta_output"]) * a["v_hidden"] * (1 - a["v_hidden"]),
                "f'(v) = f(v) (1 - f(v)). Which number is f(v): the v or the y of the unit?",
            ),
            Slip(
                "f' of the wrong layer",
                lambda net, a: (net.W2 @ a["delta_output"]) * sigmoid_derivative_from_output(a["y_output"]),
                "The slope of an *output* unit came in a second time. Whose slope belongs to a hidden unit's delta?",
            ),
            Slip(
                "weights transposed",
                lambda net, a: (a["delta_output"] @ net.W2) * sigmoid_derivative_from_output(a["y_hidden"]),
                "On the way back, follow the arrows that *leave* the hidden unit: they are one row of W2.",
            ),
            Slip(
                "updated weights used",
                lambda net, a: (
                    (net.W2 + net.rate * np.outer(a["y_hidden"], a["delta_output"])) @ a["delta_output"]
                )
                * sigmoid_derivative_from_output(a["y_hidden"]),
                "These deltas went back through weights that had already moved. The gradient is taken at one point: "
                "all deltas first, then all updates.",
            ),
            Slip(
                "sign",
                lambda net, a: -(net.W2 @ a["delta_output"]) * sigmoid_derivative_from_output(a["y_hidden"]),
                "The size is right. The minus of delta = -dE/dv is already inside the output deltas.",
            ),
            Slip(
                "error for delta",
                lambda net, a: (
                    (net.W2 @ (net.t - a["y_output"])) * sigmoid_derivative_from_output(a["y_hidden"])
                ),
                "Raw errors t - y went back through the weights. They have to pass the output units' slopes first.",
            ),
        ),
    ),
    Step(
        "W2_new",
        ("h1 -> o1", "h1 -> o2", "h2 -> o1", "h2 -> o2"),
        lambda net, a: net.W2 + net.rate * np.outer(a["y_hidden"], a["delta_output"]),
        _update_slips("W2", "delta_output", lambda net, a: a["y_hidden"]),
    ),
    Step(
        "b2_new",
        ("o1", "o2"),
        lambda net, a: net.b2 + net.rate * a["delta_output"],
        _bias_slips("b2", "delta_output"),
    ),
    Step(
        "W1_new",
        ("x1 -> h1", "x1 -> h2", "x2 -> h1", "x2 -> h2"),
        lambda net, a: net.W1 + net.rate * np.outer(net.x, a["delta_hidden"]),
        _update_slips("W1", "delta_hidden", lambda net, a: net.x),
    ),
    Step(
        "b1_new",
        ("h1", "h2"),
        lambda net, a: net.b1 + net.rate * a["delta_hidden"],
        _bias_slips("b1", "delta_hidden"),
    ),
)


def solve(net: PaperNet) -> Values:
    """Fill in the whole sheet: every step's name with its right values.

    Parameters
    ----------
    net : PaperNet
        The given numbers.

    Returns
    -------
    dict of numpy.ndarray
        Step name to values, shape (2,), (2, 2) for weights and (1,) for E.
    """
    answers: Values = {}
    for step in STEPS:
        answers[step.name] = step.formula(net, answers)
    return answers


def draw(student: str) -> PaperNet:
    """Draw the numbers of one student: always the same for the same id, and well conditioned.

    A draw is refused, and the next one taken, while any slip that the marking knows would give a value closer than
    ``GAP`` to the right one (such a slip could pass unseen) or while two slips could be mistaken for each other.

    Parameters
    ----------
    student : str
        The student's id; ``"guest"`` at home.
    """
    seed = int.from_bytes(hashlib.sha256(f"paper net of {student}".encode()).digest()[:8], "big")
    rng = np.random.default_rng(seed)
    while True:
        net = _draw_once(rng)
        if _well_conditioned(net):
            return net


def _draw_once(rng: np.random.Generator) -> PaperNet:
    def tenths(low: int, high: int, *shape: int) -> np.ndarray:
        """Return signed tenths, kept away from 0 so that every arrow matters."""
        return rng.integers(low, high + 1, shape) * rng.choice([-1, 1], shape) / 10

    return PaperNet(
        x=tenths(4, 10, 2),
        W1=tenths(3, 15, 2, 2),
        b1=tenths(1, 8, 2),
        W2=tenths(5, 20, 2, 2),
        b2=tenths(1, 8, 2),
        t=rng.permutation([0.0, 1.0]),
        rate=float(rng.choice([2, 3, 4])),
    )


def _well_conditioned(net: PaperNet) -> bool:
    right = solve(net)
    for step in STEPS:
        wrong = [slip.formula(net, right) for slip in step.slips]
        for values in wrong:
            miss = np.abs(values - right[step.name])
            same = miss < 1e-12  # the diagonal of a transposed matrix, say: not wrong at all
            if same.all() or miss[~same].min() < GAP:
                return False
        if any(np.abs(a - b).max() < GAP for place, a in enumerate(wrong) for b in wrong[:place]):
            return False
    return True


def mark(net: PaperNet, answers: Mapping[str, object]) -> Marking:
    """Mark a sheet step by step, each blank from the student's own earlier values.

    Parameters
    ----------
    net : PaperNet
        The given numbers.
    answers : mapping
        Step name to numbers. Missing steps, None and text count as empty blanks.

    Returns
    -------
    Marking
        Which blanks are right, where the first wrong one stands, and the slip that explains it.
    """
    truth = solve(net)
    own: Values = {}
    marking = Marking()
    for step in STEPS:
        given = _numbers(answers.get(step.name), truth[step.name].shape)
        follows = step.formula(net, own)
        right = np.isclose(given, follows, rtol=0, atol=TOLERANCE)
        right |= np.isclose(given, truth[step.name], rtol=0, atol=TOLERANCE)
        marking.right[step.name] = right
        if marking.first_wrong is None and not right.all():
            marking = _explain(marking, step, net, own, given, right)
        own[step.name] = np.where(np.isfinite(given), given, follows)  # an empty blank carries nothing forward
    return marking


def _explain(
    marking: Marking, step: Step, net: PaperNet, own: Values, given: np.ndarray, right: np.ndarray
) -> Marking:
    """Return the marking with its first wrong blank located and, where possible, named."""
    place = int(np.flatnonzero(~right.ravel())[0])
    value = float(given.ravel()[place])
    wrong = ~right & np.isfinite(given)
    explained = [
        slip
        for slip in step.slips
        if wrong.any() and np.all(np.abs(slip.formula(net, own) - given)[wrong] <= TOLERANCE)
    ]
    return Marking(
        right=marking.right,
        first_wrong=f"{step.name} of {step.units[place]}" if step.units[place] else step.name,
        given=value if np.isfinite(value) else None,
        slip=explained[0] if explained else None,
    )


def _numbers(given: object, shape: tuple[int, ...]) -> np.ndarray:
    """Return what a student wrote as an array of that shape; whatever is no number is nan, an empty blank."""
    blank = np.full(shape, np.nan)
    if given is None:
        return blank
    try:
        array = np.array(given, dtype=float)
    except (TypeError, ValueError):
        return blank
    return array.reshape(shape) if array.size == blank.size else blank
