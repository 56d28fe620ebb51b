"""Lab 02's exercises: the loss, the accuracy, the update, and a range test for its rate.

The probes are small batches with *fewer classes than samples* and ties nowhere, so that every mixed-up axis shows.
"""

from labkit.exercises.lab02_learning_rate.accuracy import ACCURACY
from labkit.exercises.lab02_learning_rate.mean_rate import MEAN_RATE
from labkit.exercises.lab02_learning_rate.range_test import RANGE_TEST
from labkit.exercises.lab02_learning_rate.rate_ladder import RATE_LADDER
from labkit.exercises.lab02_learning_rate.squared_error import SQUARED_ERROR
from labkit.exercises.lab02_learning_rate.update import UPDATE

EXERCISES = [
    SQUARED_ERROR,
    ACCURACY,
    UPDATE,
    MEAN_RATE,
    RATE_LADDER,
    RANGE_TEST,
]
