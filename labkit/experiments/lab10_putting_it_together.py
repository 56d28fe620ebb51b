"""Lab 10's recorded runs: the report's final recipe, and what each of its changes is worth."""

from dataclasses import replace

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment
from labkit.experiments.logbook import Logbook
from labkit.experiments.recipes import Recipe, both_accuracies

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


# The report's first network has uniform weights, squared error, a rate of 0.6 per image on average (1e-5 for the sum
# over 60,000), the full batch and no biases. Each change comes with the settings that it stands for.
FIRST = {"warmup": 20}
CHANGES = {
    "He's weights": {"init": "He"},
    "cross-entropy": {"loss": "cross-entropy"},
    "twice the rate": {"rate": 1.2},
    "cosine": {"schedule": "cosine"},
    "mini-batches": {"batch": 100},
    "biases": {"biases": True},
    "four times the images": {"images": 4000},
}


def changed(*names: str) -> tuple[Recipe, int]:
    """Return the recipe with these changes, and on how many images; a cosine has the same rate on average."""
    settings = FIRST | {"images": 1000}
    for name in names:
        settings |= CHANGES[name]
    images = settings.pop("images")
    recipe = Recipe(**settings)
    return (replace(recipe, rate=2 * recipe.rate) if recipe.schedule == "cosine" else recipe), images


@experiment(
    "10.ablation",
    grid={"start": ["first network", "all together"], "change": ["none", *CHANGES]},
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample=[
        {"start": "all together", "change": "none", "seed": 0},
        {"start": "all together", "change": "cross-entropy", "seed": 1},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL | {"seconds": 1e3},
)
def ablation(start: str, change: str, seed: int, data: Dataset, updates: int = 200) -> dict:
    """One change at a time put into Report B's first network, or taken out of all of them together, 200 updates."""
    if start == "first network":
        names = [] if change == "none" else [change]
    else:
        names = [name for name in CHANGES if name != change]
    recipe, images = changed(*names)
    _, rows = recipe.train(data.take(train=images // 10), seed, updates)
    return rows[-1]


@experiment(
    "10.recipes",
    grid={
        "init": ["uniform", "He"],
        "loss": ["squared error", "cross-entropy"],
        "rate": [0.6, 1.2],
        "batch": ["full", "100"],
        "schedule": ["constant", "cosine"],
    },
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample=[
        {"init": "He", "loss": "cross-entropy", "rate": 1.2, "batch": "100", "schedule": "cosine", "seed": 0},
        {"init": "uniform", "loss": "squared error", "rate": 0.6, "batch": "100", "schedule": "constant", "seed": 1},
    ],
    rtol=report_b.RTOL,
    atol=report_b.ATOL | {"seconds": 1e3},
)
def recipes(
    init: str, loss: str, rate: float, batch: str, schedule: str, seed: int, data: Dataset, updates: int = 200
) -> list[dict]:
    """All combinations of five changes to Report B's first network, 200 updates on 1,000 images.

    A cosine schedule climbs for 20 updates to twice the rate, so that its mean is the rate.
    """
    recipe = Recipe(
        init=init,
        loss=loss,
        rate=2 * rate if schedule == "cosine" else rate,
        batch=0 if batch == "full" else int(batch),
        schedule=schedule,
        warmup=20,
    )
    return recipe.train(data.take(train=100), seed, updates, every=25)[1]


@experiment(
    "10.cosine",
    grid={"schedule": ["constant", "cosine", "cosine, warm-up"], "rate": [0.6, 1.2, 2.4, 4.8, 9.6]},
    seeds=range(5),
    data="mnist-subset",
    images=4000,
    sample=[{"schedule": "cosine, warm-up", "rate": 1.2, "seed": 0}],
    rtol=report_b.RTOL,
    atol=report_b.ATOL | {"seconds": 1e3},
)
def cosine(schedule: str, rate: float, seed: int, data: Dataset, updates: int = 1000) -> list[dict]:
    """The report's final recipe in mini-batches of 100, at a constant rate and at a cosine that starts from it."""
    recipe = Recipe(
        init="He",
        loss="cross-entropy",
        rate=rate,
        batch=100,
        schedule=schedule.partition(",")[0],
        warmup=100 if schedule.endswith("warm-up") else 0,
    )
    return recipe.train(data, seed, updates, every=100)[1]
