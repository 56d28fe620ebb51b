"""Lab 06's recorded runs: the same network under squared error and under cross-entropy."""

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment


@experiment("06.full", grid={"init": list(report_b.INITIALIZERS)}, seeds=[0], data="mnist")
def full(init: str, seed: int, data: Dataset, iterations: int = 200) -> list[dict]:
    """Report B's sigmoids under cross-entropy on all 60,000 images at its rate, 1e-5, 200 full-batch updates."""
    net, loss = report_b.network(seed, report_b.INITIALIZERS[init]), nn.BinaryCrossEntropy("sum")
    return report_b.log(
        net, data, 1e-5, iterations, look=lambda net, images: report_b.look(net, images, loss), loss=loss, every=20
    )
