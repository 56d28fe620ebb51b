"""Forward passes of a batch, wrong and right."""

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab01_backprop_on_paper.forward import both, forward_by_loops, forward_einsum


def sample_by_sample(x, *net):
    pairs = [forward_by_loops(row, *net) for row in x]
    return np.array([h for h, _ in pairs]), np.array([y for _, y in pairs])


SHEETS = [
    AnswerSheet(
        "01.forward_batch",
        wrong=[
            both(lambda a, W, b: expit(a @ W)),
            both(lambda a, W, b: expit(a @ W.T + b)),
            both(lambda a, W, b: a @ W + b),
            both(lambda a, W, b: expit(-(a @ W + b))),
            both(lambda a, W, b: np.tanh(a @ W + b)),
            both(lambda a, W, b: expit(a @ W) + b),
            both(lambda a, W, b: expit(a @ W - b)),
            both(lambda a, W, b: expit(a @ W + b) * expit(-(a @ W + b))),
            lambda x, *net: forward_einsum(x[0], *net),
            lambda x, *net: tuple(part.mean(0) for part in sample_by_sample(x, *net)),
            lambda x, *net: tuple(part.sum(0) for part in sample_by_sample(x, *net)),
            lambda x, *net: tuple(np.transpose(part) for part in sample_by_sample(x, *net)),
            lambda x, *net: sample_by_sample(x, *net)[::-1],
            lambda x, *net: sample_by_sample(x, *net)[1],
            lambda x, W1, b1, W2, b2: (expit(x @ W1 + b1), expit(x @ W1 + b1) @ W2 + b2),
            lambda x, *net: forward_einsum(x, *net),
        ],
        right=[
            sample_by_sample,
            both(lambda a, W, b: expit(a.dot(W) + b)),
            both(lambda a, W, b: expit(np.einsum("si,ij->sj", a, W) + b[None, :])),
            both(lambda a, W, b: expit((W.T @ a.T).T + b)),
            both(lambda a, W, b: expit((a @ W + b).astype(np.float32))),
        ],
    )
]
