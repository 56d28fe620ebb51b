"""A recipe says everything about how Report B's network is trained but the number of updates, which is the budget."""

import warnings
from dataclasses import dataclass

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.logbook import Logbook
from labkit.metrics import accuracy
from labkit.nn.schedules import Schedule

INITS = report_b.INITIALIZERS | {"Glorot": nn.Glorot()}
ACTIVATIONS = {"sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "ReLU": nn.ReLU, "leaky ReLU": nn.LeakyReLU}
LOSSES = {
    "squared error": (nn.SquaredError, nn.Sigmoid),
    "cross-entropy": (nn.BinaryCrossEntropy, nn.Sigmoid),
    "softmax": (nn.CrossEntropy, nn.Softmax),
}
SCHEDULES = ("constant", "cosine")


@dataclass(frozen=True)
class Recipe:
    """One way to train the 784-256-128-10 network; left as it is, Report B's first one.

    Parameters
    ----------
    init : str
        One of ``INITS``.
    activation : str
        Of the hidden layers, one of ``ACTIVATIONS``.
    loss : str
        One of ``LOSSES``, with the output layer that belongs to it: sigmoids, or a softmax with its cross-entropy.
    biases : bool
    rate : float
        For the gradient averaged over a batch; of a cosine schedule, the highest.
    schedule : str
        ``"constant"`` or ``"cosine"``, down to 0 at the last update.
    warmup : int
        Updates in which the cosine's rate climbs.
    batch : int
        Images in an update; 0 takes all of them.
    """

    init: str = "uniform"
    activation: str = "sigmoid"
    loss: str = "squared error"
    biases: bool = False
    rate: float = 0.6
    schedule: str = "constant"
    warmup: int = 0
    batch: int = 0

    def network(self, seed: int) -> nn.Sequential:
        """The network with its first weights."""
        last = LOSSES[self.loss][1]
        return report_b.network(seed, INITS[self.init], ACTIVATIONS[self.activation], last=last, bias=self.biases)

    def rate_of(self, updates: int) -> Schedule | float:
        """The rate, or the schedule of rates, for so many updates."""
        return self.rate if self.schedule == "constant" else nn.Cosine(self.rate, updates, self.warmup)

    def train(
        self, images: Dataset, seed: int, updates: int, every: int | None = None
    ) -> tuple[nn.Sequential, list[dict]]:
        """Train for exactly so many updates, and look at both accuracies every so often.

        Parameters
        ----------
        images : Dataset
        seed : int
            Of the first weights, and of the order of the images.
        updates : int
        every : int, optional
            Updates between two looks; by default only the first network and the last are looked at.

        Returns
        -------
        net : Sequential
        rows : list of dict
            ``iteration``, ``seconds`` (processor time of the updates), ``accuracy`` and ``test_accuracy``; a run
            whose numbers overflow has no row after that.
        """
        net, n_images = self.network(seed), len(images.x_train)
        logbook = Logbook(lambda net: both_accuracies(net, images), every or updates)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", nn.TrainingStopped)
            nn.fit(
                net,
                images.x_train,
                images.t_train,
                loss=LOSSES[self.loss][0]("mean"),
                optimizer=nn.SGD(self.rate_of(updates)),
                epochs=-(-updates * (self.batch or n_images) // n_images),
                batch_size=self.batch or None,
                seed=seed,
                callbacks=(logbook, Budget(updates)),
                progress=False,
            )
        return net, logbook.rows


class Budget(nn.Callback):
    """Stop when the updates are used up, in the middle of an epoch if need be."""

    def __init__(self, updates: int) -> None:
        self.updates = updates

    def after_update(self, run: nn.Run) -> None:
        """Count."""
        if run.iteration >= self.updates:
            run.stop("the budget of updates is used up")


def both_accuracies(net: nn.Sequential, images: Dataset) -> dict:
    """Shares of the training and of the test images that the network gets right."""
    return {
        "accuracy": accuracy(net.predict(images.x_train), images.t_train),
        "test_accuracy": accuracy(net.predict(images.x_test), images.t_test),
    }
