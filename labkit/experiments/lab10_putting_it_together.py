"""Lab 10's recorded runs: the report's final recipe, and what each of its changes is worth."""

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment
from labkit.experiments.logbook import Logbook
from labkit.metrics import accuracy

RATE = 2e-5  # of the report's final recipe, for the gradient summed over 60,000 images
BATCH = 128


@experiment(
    "10.full",
    grid={"recipe": ["full batch", "mini-batches", "mini-batches, cosine"]},
    seeds=[0],
    data="mnist",
)
def full(recipe: str, seed: int, data: Dataset, updates: int = 2000, epochs: int = 100) -> list[dict]:
    """Report B's final recipe on all 60,000 images, 2,000 full-batch updates, and the same in mini-batches of 128.

    He's weights, sigmoids, cross-entropy; every recipe starts from the same weights and uses the report's rate per
    image on average, 1.2. The cosine schedule starts from twice that, so that its mean is the same, and climbs there
    over the first epoch. ``seconds`` is the processor time of the updates, one thread.
    """
    net, rate, n_images = report_b.network(seed, nn.He()), RATE * report_b.IMAGES, len(data.x_train)
    in_batches = recipe != "full batch"
    epoch = -(-n_images // BATCH)
    if recipe.endswith("cosine"):
        rate = nn.Cosine(2 * rate, steps=epochs * epoch, warmup=epoch)
    logbook = Logbook(lambda net: both_accuracies(net, data), every=epoch if in_batches else 20)
    nn.fit(
        net,
        data.x_train,
        data.t_train,
        loss=nn.BinaryCrossEntropy("mean"),
        optimizer=nn.SGD(rate),
        epochs=epochs if in_batches else updates,
        batch_size=BATCH if in_batches else None,
        seed=seed,
        callbacks=(logbook,),
        progress=False,
    )
    return logbook.rows


def both_accuracies(net: nn.Sequential, images: Dataset) -> dict:
    """Shares of the training and of the test images that the network gets right."""
    return {
        "accuracy": accuracy(net.predict(images.x_train), images.t_train),
        "test_accuracy": accuracy(net.predict(images.x_test), images.t_test),
    }
