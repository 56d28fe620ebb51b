"""ReLU6's value is right (or has a floor besides), and its slope is not."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import relu6 as value
from labkit.nn.functional import relu6_derivative as slope
from labkit.nn.functional import relu_derivative

NEVER = (
    "Your slope is 1 everywhere. If it comes from a condition, try the condition on a few numbers: none is "
    "below 0 *and* "
    "above 6 (as Report B's listing asks), and every one is above 0 *or* below 6."
)

WRONG_SLOPES = [
    Misconception("below 0 and above 6", lambda x: (value(x), np.ones_like(x, dtype=float)), NEVER),
    Misconception(
        "below 0 and above 6, with a floor",
        lambda x: (np.clip(x, 0.01, 6), np.ones_like(x, dtype=float)),
        NEVER + " And look at the value where x is negative: it should be 0.",
    ),
    Misconception(
        "below 0 and above 6, turned round",
        lambda x: (value(x), np.zeros_like(x, dtype=float)),
        "Your slope is 0 everywhere. Can one number be below 0 *and* above 6? That condition is never true.",
    ),
    Misconception(
        "ceiling forgotten in the slope",
        lambda x: (value(x), relu_derivative(x)),
        "Above 6 the curve is flat again, and your slope is still 1 there.",
    ),
    Misconception(
        "floor forgotten in the slope",
        lambda x: (value(x), (x < 6) * 1.0),
        "Below 0 the curve is flat, and your slope is 1 there.",
    ),
    Misconception(
        "flat and steep exchanged",
        lambda x: (value(x), 1 - slope(x)),
        "Your slope is 1 where the curve is flat, and 0 where it rises.",
    ),
    Misconception(
        "slope is the value",
        lambda x: (value(x), value(x)),
        "You return the value twice. A slope says how steep the curve is: it rises as steeply at 1 as at 5.",
    ),
    Misconception(
        "slope is the input",
        lambda x: (value(x), x * slope(x)),
        "Where the unit is between its limits you return x. A slope says how steep the curve is: as steep at 1 as "
        "at 5.",
    ),
    Misconception(
        "slope 6 above",
        lambda x: (value(x), np.where(x > 6, 6, slope(x))),
        "Above 6 you return 6, which is the value. How steep is a horizontal line?",
    ),
    Misconception(
        "slope 6 at 6 and above",
        lambda x: (value(x), np.where(x >= 6, 6, slope(x))),
        "From 6 on you return 6, which is the value. How steep is a horizontal line?",
    ),
    Misconception(
        "slope -1 above",
        lambda x: (value(x), np.where(x > 6, -1, slope(x))),
        "Above 6 the curve does not fall. It stays where it is.",
    ),
    Misconception(
        "slope a sixth",
        lambda x: (value(x), slope(x) / 6),
        "Between its limits the curve is y = x. Is that a sixth as steep as it should be?",
    ),
    Misconception(
        "slope times 6",
        lambda x: (value(x), slope(x) * 6),
        "Between its limits the curve is y = x. The 6 is a height, not a steepness.",
    ),
    Misconception(
        "threshold at 0.01",
        lambda x: (value(x), slope(x) * (x > 0.01)),
        "Between 0 and 0.01 the curve rises too. What is special about 0.01?",
    ),
    Misconception(
        "threshold at 1",
        lambda x: (value(x), slope(x) * (x > 1)),
        "Between 0 and 1 the curve rises too.",
    ),
    Misconception(
        "a chain of comparisons",
        lambda x: (value(x), np.where(0 < x < 6, 1, 0)),
        "For arrays Python cannot chain comparisons: `0 < x < 6` asks for one yes or no. Compare twice, and join "
        "the answers with `&`, each in brackets.",
    ),
    Misconception(
        "difference of neighbours",
        lambda x: (value(x), np.gradient(value(x))),
        "np.gradient compares an entry with its *neighbours in the array*: with other units. Each unit has a slope of "
        "its own, whatever its neighbours do.",
    ),
    Misconception(
        "slope is one number",
        lambda x: (value(x), np.float64(1.0)),
        "Your slope is one number for all. Each entry needs its own.",
    ),
]
