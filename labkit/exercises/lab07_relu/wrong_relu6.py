"""More ways to get ReLU6 wrong."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import relu6, relu6_derivative

WRONG_RELU6 = [
    Misconception(
        "slope first, then value",
        lambda x: (relu6_derivative(x), relu6(x)),
        "Value and slope have changed places: the value comes first.",
    ),
    Misconception(
        "drops to 0 only above 6",
        lambda x: (np.where(x > 6, 0, np.maximum(0, x)), relu6_derivative(x)),
        "Above 6 your unit falls back to 0. It should stay at its ceiling.",
    ),
    Misconception(
        "slope 6 at 6 and above",
        lambda x: (relu6(x), np.where(x >= 6, 6, relu6_derivative(x))),
        "From 6 on you return 6, which is the value. How steep is a horizontal line?",
    ),
    Misconception(
        "slope first, then value, with 1 at the kinks",
        lambda x: (((x >= 0) & (x <= 6)) * 1.0, relu6(x)),
        "Value and slope have changed places: the value comes first.",
    ),
    Misconception(
        "six times a ReLU",
        lambda x: (6 * np.maximum(0, x), (x > 0) * 6.0),
        "You multiply by 6. The 6 is the height of a ceiling; below it the curve is y = x.",
    ),
    Misconception(
        "a floor at 6",
        lambda x: (np.maximum(x, 6), (x > 6) * 1.0),
        "Nothing in your value is below 6: that makes the 6 a floor, and it is the ceiling.",
    ),
    Misconception(
        "slope is one number",
        lambda x: (relu6(x), np.float64(1.0)),
        "Your slope is one number for all. Each entry needs its own.",
    ),
    Misconception(
        "difference of neighbours",
        lambda x: (relu6(x), np.gradient(relu6(x))),
        "np.gradient compares an entry with its *neighbours in the array*: with other units. Each unit has a slope of "
        "its own, whatever its neighbours do.",
    ),
]
