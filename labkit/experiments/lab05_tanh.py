"""Lab 05's recorded runs: tanh in every unit, with narrow and wide first weights."""

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment


@experiment(
    "05.full",
    grid=[{"init": ["uniform", "1/sqrt n"]}, {"init": ["1/sqrt n"], "output_delta": ["as printed"]}],
    seeds=[0],
    data="mnist",
)
def full(init: str, seed: int, data: Dataset, output_delta: str = "right", iterations: int = 200) -> list[dict]:
    """Report B's tanh on all 60,000 images at its rate, 1e-6, 200 full-batch updates; also with its printed delta."""
    net = report_b.network(
        seed, report_b.INITIALIZERS[init], nn.Tanh, last=printed if output_delta == "as printed" else None
    )
    return report_b.log(net, data, 1e-6, iterations, look=report_b.look, every=20)


def printed() -> nn.Layer:
    """The output layer of Report B's listing, whose delta has the output as a stray factor: (y - t) (1 - y^2) y."""
    return nn.Activation(np.tanh, lambda y: (1 - y**2) * y, from_output=True)
