"""Lab 08's recorded runs: t-SNE of toy data whose truth is known, of digits, and of the layers of a network."""

from itertools import combinations

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments.experiment import experiment
from labkit.experiments.report_b import SIZES
from labkit.metrics import accuracy
from labkit.tsne import affinities, kl_divergence, principal_components, tsne
from labkit.tsne.measures import centres, clumps, label_agreement, neighbours, widths

STARTS = ["random", "pca"]
IMAGES, NEIGHBOURS = 500, 10
LOOSE = 0.1  # of a repeated run: a last digit that is rounded otherwise sends the descent another way


@experiment(
    "08.widths",
    grid={"perplexity": [5, 15, 30, 50], "start": STARTS},
    seeds=range(5),
    sample={"perplexity": 30, "start": "random", "seed": 0},
    rtol=LOOSE,
)
def width_ratios(perplexity: float, start: str, seed: int) -> dict:
    """Two clusters of 100 points in ten dimensions, one ten times as wide: the ratio of their widths."""
    x, labels = clusters(seed, places=(0, 100), spreads=(1, 10), points=100)
    return {name: np.divide(*widths(y, labels)[::-1]) for name, y in seen(x, perplexity, start, seed).items()}


@experiment(
    "08.gaps",
    grid={"perplexity": [5, 15, 30, 50, 75, 100], "start": STARTS},
    seeds=range(5),
    sample={"perplexity": 15, "start": "random", "seed": 0},
    rtol=LOOSE,
)
def gap_ratios(perplexity: float, start: str, seed: int) -> dict:
    """Three clusters of 50 points in a row, the second gap five times as wide as the first: the ratio of the gaps."""
    x, labels = clusters(seed, places=(0, 10, 60), spreads=(1, 1, 1), points=50)
    ratios = {}
    for name, y in seen(x, perplexity, start, seed).items():
        a, b, c = centres(y, labels)
        ratios[name] = np.linalg.norm(c - b) / np.linalg.norm(b - a)
    return ratios


@experiment(
    "08.order",
    grid={"perplexity": [5, 15, 30], "start": STARTS},
    seeds=range(5),
    sample={"perplexity": 15, "start": "random", "seed": 0},
    rtol=LOOSE,
    atol=0.34,  # two of the six clusters
)
def order_kept(perplexity: float, start: str, seed: int) -> dict:
    """Six clusters of 40 points in a row: the share of those whose nearest cluster stands next to them in the row."""
    x, labels = clusters(seed, places=range(0, 60, 10), spreads=[1] * 6, points=40)
    kept = {}
    for name, y in seen(x, perplexity, start, seed).items():
        nearest = neighbours(centres(y, labels), 1)[:, 0]
        kept[name] = float(np.mean(np.abs(nearest - np.arange(6)) == 1))
    return kept


@experiment(
    "08.noise",
    grid={"perplexity": [2, 5, 10, 30, 50]},
    seeds=range(5),
    sample={"perplexity": 2, "seed": 0},
    rtol=0.5,
    atol=2.0,
)
def noise_clumps(perplexity: float, seed: int) -> dict:
    """200 points of one normal distribution in 50 dimensions: how many clumps of 5 points or more are seen."""
    x = np.random.default_rng(seed).normal(size=(200, 50))
    return {name: float(clumps(y).max() + 1) for name, y in seen(x, perplexity, "random", seed).items()}


@experiment(
    "08.digits",
    grid=[{"perplexity": [2, 5, 15, 30, 50, 100], "start": ["random"]}, {"perplexity": [30], "start": ["pca"]}],
    seeds=range(5),
    data="mnist-subset",
    images=IMAGES,
    sample={"perplexity": 30, "start": "random", "seed": 0},
    rtol=0.05,
    atol={"": 0.03, "far_again": 0.6, "far_true": 0.4},
)
def digits(perplexity: float, start: str, seed: int, data: Dataset) -> dict:
    """500 digits, drawn by the seed, at several perplexities, and once more from another start."""
    x, labels = drawn(data.x_train, data.y_train, seed)
    p = affinities(x, perplexity)
    one, two = (
        tsne(x if start == "pca" else p, perplexity, start=start, seed=2 * seed + again, progress=False)
        for again in range(2)
    )
    flat = principal_components(x)
    return {
        "kl": one.kl,
        "kl_again": two.kl,
        **judged(x, one.y, labels),
        "shared": shared(one.y, two.y),
        "far_again": far_correlation(one.y, two.y, labels),
        "far_true": far_correlation(one.y, x, labels),
        "pca_far_true": far_correlation(flat, x, labels),
        **{f"pca_{name}": value for name, value in judged(x, flat, labels).items()},
    }


@experiment(
    "08.layers",
    grid={"state": ["untrained", "trained"], "images": ["training", "held-out"]},
    seeds=range(5),
    data="mnist-subset",
    sample={"state": "trained", "images": "held-out", "seed": 0},
    rtol=0.05,
    atol=0.05,
)
def layers(state: str, images: str, seed: int, data: Dataset) -> list[dict]:
    """t-SNE of 500 digits as pixels and as every layer of a 784-256-128-10 network sees them, perplexity 30."""
    net = network(seed)
    if state == "trained":
        train(net, data, seed)
    x, t = (data.x_train, data.y_train) if images == "training" else (data.x_test, data.y_test)
    x, labels = drawn(x, t, seed)
    right = accuracy(net.predict(x), labels)
    rows = []
    for layer, a in zip(("pixels", "hidden 1", "hidden 2", "output"), [x, *net.units(x)], strict=True):
        flat, y = principal_components(a), tsne(a, 30, seed=seed, progress=False).y
        rows.append(
            {"layer": layer, "accuracy": right}
            | {"own_agreement": float(label_agreement(a, labels, NEIGHBOURS).mean())}
            | judged(a, y, labels)
            | {f"pca_{name}": value for name, value in judged(a, flat, labels).items()}
        )
    return rows


@experiment(
    "08.scikit_learn",
    grid={"method": ["labkit", "exact", "barnes_hut"]},
    seeds=range(5),
    data="mnist-subset",
    images=400,
    sample={"method": "labkit", "seed": 0},
    rtol=0.05,
    atol=0.03,
)
def against_scikit_learn(method: str, seed: int, data: Dataset) -> dict:
    """400 digits at perplexity 30 from a random start, by labkit and by scikit-learn's two methods."""
    from sklearn.manifold import TSNE

    x, labels = drawn(data.x_train, data.y_train, seed, images=400)
    p = affinities(x, 30)
    if method == "labkit":
        y = tsne(p, start="random", seed=seed, progress=False).y
    else:
        y = TSNE(perplexity=30, method=method, init="random", random_state=seed).fit_transform(x).astype(float)
    return {"kl": kl_divergence(p.p, y)} | judged(x, y, labels)


def clusters(seed: int, places, spreads, points: int, dimensions: int = 10) -> tuple[np.ndarray, np.ndarray]:
    """Round clusters along the first axis, each of so many points, with their labels from 0."""
    rng = np.random.default_rng(seed)
    along = np.eye(dimensions)[0]
    x = [
        rng.normal(0, spread, (points, dimensions)) + place * along
        for place, spread in zip(places, spreads, strict=True)
    ]
    return np.vstack(x), np.repeat(np.arange(len(x)), points)


def seen(x: np.ndarray, perplexity: float, start: str, seed: int) -> dict[str, np.ndarray]:
    """The data themselves, t-SNE's picture, and the first two principal components."""
    picture = tsne(x, perplexity, start=start, seed=seed, progress=False).y
    return {"data": x, "tsne": picture, "pca": principal_components(x)}


def drawn(x: np.ndarray, labels: np.ndarray, seed: int, images: int = IMAGES) -> tuple[np.ndarray, np.ndarray]:
    """So many images and their labels, drawn without replacement."""
    chosen = np.random.default_rng(seed).permutation(len(x))[:images]
    return x[chosen], labels[chosen]


def judged(x: np.ndarray, y: np.ndarray, labels: np.ndarray) -> dict:
    """How far the picture's neighbours are those of the data, and how far they bear the same label."""
    from sklearn.manifold import trustworthiness

    return {
        "trust": float(trustworthiness(x, y, n_neighbors=NEIGHBOURS)),
        "agreement": float(label_agreement(y, labels, NEIGHBOURS).mean()),
    }


def shared(one: np.ndarray, two: np.ndarray) -> float:
    """Share of a point's nearest neighbours that two pictures have in common."""
    pairs = zip(neighbours(one, NEIGHBOURS), neighbours(two, NEIGHBOURS), strict=True)
    return float(np.mean([len(np.intersect1d(a, b)) / NEIGHBOURS for a, b in pairs]))


def far_correlation(one: np.ndarray, two: np.ndarray, labels: np.ndarray) -> float:
    """Correlation of the distances between the centres of all pairs of classes."""
    distances = [[np.linalg.norm(a - b) for a, b in combinations(centres(points, labels), 2)] for points in (one, two)]
    return float(np.corrcoef(*distances)[0, 1])


def network(seed: int) -> nn.Sequential:
    """A 784-256-128-10 network of ReLUs with softmax outputs, freshly drawn."""
    made: list[nn.Layer] = []
    for n_inputs, n_units in zip(SIZES, SIZES[1:], strict=False):
        made += [nn.Dense(n_inputs, n_units, init=nn.He()), nn.ReLU()]
    made[-1] = nn.Softmax()
    return nn.Sequential(made, seed=seed)


def train(net: nn.Sequential, images: Dataset, seed: int, epochs: int = 10) -> None:
    """Ten passes through the training images in batches of 32, cross-entropy, rate 0.1."""
    nn.fit(
        net, images.x_train, images.t_train, loss=nn.CrossEntropy("mean"), optimizer=nn.SGD(0.1), epochs=epochs,
        batch_size=32, seed=seed, progress=False,
    )  # fmt: skip
