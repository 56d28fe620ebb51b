"""Lab 04's exercises: how large weighted sums become, and four ways to draw weights that keep them in bounds.

Random numbers cannot be compared one by one. What is compared is what :mod:`.draws` sees in them.
"""

from labkit.exercises.lab04_initialisation.fan_in_normal import FAN_IN_NORMAL
from labkit.exercises.lab04_initialisation.glorot import GLOROT
from labkit.exercises.lab04_initialisation.he import HE
from labkit.exercises.lab04_initialisation.preactivation_rms import PREACTIVATION_RMS
from labkit.exercises.lab04_initialisation.truncated_normal import TRUNCATED_NORMAL
from labkit.exercises.lab04_initialisation.uniform_std import UNIFORM_STD

EXERCISES = [
    UNIFORM_STD,
    PREACTIVATION_RMS,
    FAN_IN_NORMAL,
    HE,
    GLOROT,
    TRUNCATED_NORMAL,
]
