"""Lab 04's recorded runs: how the first weights are drawn, and what that does to two hundred updates."""

from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment


@experiment("04.full", grid={"init": list(report_b.INITIALIZERS), "multiple": [1, 2]}, seeds=[0], data="mnist")
def full(init: str, multiple: float, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Report B's three initialisations on all 60,000 images, at its rates 1e-5 and 2e-5, 200 full-batch updates."""
    net = report_b.network(seed, init=report_b.INITIALIZERS[init])
    return report_b.log(net, data, multiple * 1e-5, iterations, look=report_b.look, every=20)
