"""Answers to the predicted root mean square of weighted sums, wrong and right."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def rms_by_loop(weight_std, input_rms, n_inputs):
    variance = 0.0
    for _ in range(n_inputs):
        variance += weight_std**2 * input_rms**2
    return math.sqrt(variance)


def rms_by_drawing(weight_std, input_rms, n_inputs):
    weights = np.random.default_rng(1).normal(0, weight_std, (500, n_inputs))
    return np.std(weights.sum(axis=1)) * input_rms


WRONG = [
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms * n_inputs,
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms,
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms / np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: weight_std**2 * input_rms**2 * n_inputs,
    lambda weight_std, input_rms, n_inputs: np.sqrt(weight_std * input_rms * n_inputs),
    lambda weight_std, input_rms, n_inputs: weight_std * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: input_rms * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: weight_std**2 * input_rms * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms**2 * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs * weight_std * input_rms**2),
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs * weight_std**2 * input_rms),
    lambda weight_std, input_rms, n_inputs: n_inputs * weight_std**2 * input_rms,
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs) * weight_std**2 * input_rms**2,
    lambda weight_std, input_rms, n_inputs: (n_inputs * weight_std * input_rms) ** 2,
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms / n_inputs,
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs) * (weight_std + input_rms),
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs * (weight_std**2 + input_rms**2)),
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms * n_inputs**2,
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms * np.sqrt(n_inputs / 2),
    lambda weight_std, input_rms, n_inputs: weight_std / input_rms * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: -weight_std * input_rms * np.sqrt(n_inputs),
    lambda weight_std, input_rms, n_inputs: n_inputs * weight_std * input_rms**2,
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms * np.sqrt(784),
    rms_by_drawing,
    (lambda weight_std, input_rms, n_inputs: weight_std * input_rms * np.sqrt(2 * n_inputs), "twice the mean square"),
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs / 3) * input_rms,
    lambda weight_std, input_rms, n_inputs: 1 / (1 + np.exp(-weight_std * input_rms * np.sqrt(n_inputs))),
    lambda weight_std, input_rms, n_inputs: weight_std * input_rms * int(np.sqrt(n_inputs)),
]
RIGHT = [
    rms_by_loop,
    lambda weight_std, input_rms, n_inputs: np.sqrt(n_inputs * weight_std**2 * input_rms**2),
    lambda weight_std, input_rms, n_inputs: weight_std * n_inputs**0.5 * input_rms,
    lambda weight_std, input_rms, n_inputs: np.float32(math.sqrt(n_inputs) * weight_std * input_rms),
    lambda weight_std, input_rms, n_inputs: np.linalg.norm(np.full(n_inputs, weight_std * input_rms)),
]

SHEETS = [AnswerSheet("04.preactivation_rms", WRONG, RIGHT)]
