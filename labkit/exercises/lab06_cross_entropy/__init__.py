"""Lab 06's exercises: softmax, log-sum-exp, cross-entropy and its gradient, and what each loss sends back."""

from labkit.exercises.lab06_cross_entropy.binary_cross_entropy import BINARY_CROSS_ENTROPY
from labkit.exercises.lab06_cross_entropy.cross_entropy import CROSS_ENTROPY
from labkit.exercises.lab06_cross_entropy.log_sum_exp import LOG_SUM_EXP
from labkit.exercises.lab06_cross_entropy.logit_gradient import LOGIT_GRADIENT
from labkit.exercises.lab06_cross_entropy.output_signals import OUTPUT_SIGNALS
from labkit.exercises.lab06_cross_entropy.softmax import SOFTMAX

EXERCISES = [
    BINARY_CROSS_ENTROPY,
    OUTPUT_SIGNALS,
    SOFTMAX,
    LOG_SUM_EXP,
    CROSS_ENTROPY,
    LOGIT_GRADIENT,
]
