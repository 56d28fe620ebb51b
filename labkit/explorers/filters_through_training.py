"""Two filters as large as the image learn to tell 1 from 3: what they are, and what training has added to them.

The first weights are noise, and noise they stay to the eye. What has been learnt lies on top of it: take the first
weights away, and it can be seen.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any
from warnings import catch_warnings, simplefilter

import numpy as np

from labkit import data, nn
from labkit.explorers.explorer import Explorer
from labkit.metrics import accuracy
from labkit.plots import Picture, alt_text, style, tiles

RATES = (0.001, 0.01, 0.1)
EPOCHS = (0, 1, 3, 10, 30)
CLASSES = (1, 3)


def filters_through_training(
    rates: Sequence[float] = RATES,
    epochs: Sequence[int] = EPOCHS,
    classes: tuple[int, int] = CLASSES,
    per_class: int = 30,
    spread: float = 0.1,
    seed: int = 0,
) -> Explorer:
    """Choose a learning rate and an epoch, and see two filters of 28 by 28 and what they have learnt.

    The network is Report A's of part 2: two filters, a number each, two outputs, leaky ReLUs, one image per update.
    It is trained when a rate is first looked at.

    Parameters
    ----------
    rates : sequence of float
        Learning rates.
    epochs : sequence of int
        After how many passes through the images to look.
    classes : two digits
        What is to be told apart.
    per_class : int
        Training images of each, from the embedded MNIST subset.
    spread : float
        Standard deviation of the first weights; the report's is 1.
    seed : int
        Of the weights and of the order of the images.

    Returns
    -------
    Explorer
        Two sliders: ``rate`` and ``epoch``.
    """
    digits = data.load("mnist-subset").take(train=per_class)
    x, t = _of(digits.x_train, digits.y_train, classes)
    test = _of(digits.x_test, digits.y_test, classes)

    @cache
    def run(rate: float) -> dict[int, tuple[np.ndarray, float]]:
        return train(x, t, test, rate, epochs, spread, seed)

    return Explorer(
        lambda rate, epoch: draw(rate, epoch, run(rate), classes),
        "What do two filters learn?",
        {"rate": rates, "epoch": epochs},
        labels={"rate": "Learning rate", "epoch": "Epochs done"},
        start={"rate": rates[len(rates) // 2], "epoch": epochs[-1]},
    )


def _of(x: np.ndarray, y: np.ndarray, classes: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Images (samples, 1, 28, 28) and one-hot targets of the two classes."""
    kept = np.isin(y, classes)
    return x[kept].reshape(-1, 1, 28, 28), np.eye(2, dtype=x.dtype)[(y[kept] == classes[1]).astype(int)]


class _Look(nn.Callback):
    """Keep the filters, and how many test images are answered rightly, after the given numbers of updates."""

    def __init__(self, test: tuple[np.ndarray, np.ndarray], updates: dict[int, int]) -> None:
        self.test, self.updates = test, updates
        self.seen: dict[int, tuple[np.ndarray, float]] = {}

    def keep(self, net: nn.Sequential, update: int) -> None:
        if update in self.updates:
            right = accuracy(net.predict(self.test[0]), self.test[1])
            self.seen[self.updates[update]] = (net.layers[0].W.astype(float), right)

    def after_update(self, run: nn.Run) -> None:
        """Look when it is time to."""
        self.keep(run.net, run.iteration)


def train(
    x: np.ndarray,
    t: np.ndarray,
    test: tuple[np.ndarray, np.ndarray],
    rate: float,
    epochs: Sequence[int],
    spread: float,
    seed: int,
) -> dict[int, tuple[np.ndarray, float]]:
    """Train once; return filters and test accuracy by epoch, those before training at 0."""
    init = nn.Normal(spread)
    layers = [nn.Conv2D(1, 2, 28, init=init), nn.LeakyReLU(), nn.Flatten(), nn.Dense(2, 2, init=init), nn.LeakyReLU()]
    net, look = nn.Sequential(layers, seed=seed), _Look(test, {epoch * len(x): epoch for epoch in (0, *epochs)})
    look.keep(net, 0)
    with catch_warnings(), np.errstate(over="ignore", invalid="ignore"):
        simplefilter("ignore")  # where the numbers overflow, training stops, and the picture says so
        nn.fit(
            net, x, t, loss=nn.SquaredError("sum"), optimizer=nn.SGD(rate), epochs=max(epochs), batch_size=1,
            log_every=max(epochs) * len(x), seed=seed, callbacks=[look], progress=False,
        )  # fmt: skip
    return look.seen


@style.styled
def draw(rate: float, epoch: int, seen: dict[int, tuple[np.ndarray, float]], classes: tuple[int, int]) -> Picture:
    """Draw both filters, and below them what training has added."""
    last = max(at for at in seen if at <= epoch)
    (W, right), first = seen[last], seen[0][0]
    added, told = W - first, f"{alt_text.percent(right, 0)} of the test images right"
    stopped = f"; stopped after epoch {last}: overflow" if last != epoch else ""
    done = f"after {alt_text.counted(epoch, 'epoch')}"
    margins = {"left": 0.06, "right": 0.82, "top": 0.84, "bottom": 0.03, "hspace": 0.14, "wspace": 0.06}
    figure = style.new_figure(5.0, 5.2, f"{classes[0]} or {classes[1]}, rate {alt_text.number(rate)}, {done}:\n{told}"
                              f"{stopped}", margins)  # fmt: skip
    words = []
    grid = figure.subplots(2, 2)
    for axes_row, bank, name in zip(grid, (W, added), ("weights", "added by training"), strict=True):
        norm, cmap = tiles.scale([bank], signed=True)
        for number, (axes, tile) in enumerate(zip(axes_row, bank[:, 0], strict=True), start=1):
            drawn = tiles.show(axes, tile, norm, cmap)
            if bank is W:
                axes.set_title(f"filter {number}")
        axes_row[0].set_ylabel(name)
        place = axes_row[1].get_position()
        bar = figure.add_axes([0.84, place.y0, 0.025, place.height])
        figure.colorbar(drawn, cax=bar)
        bar.yaxis.set_major_locator(style.few_ticks(3))
        bar.yaxis.set_major_formatter(lambda value, _: tiles.minus(alt_text.number(value, 2)))
        words.append(f"{name}: {_sizes(bank)}")
    return Picture(figure, alt_text.sentences(
        f"two filters of 28 by 28 that tell {classes[0]} from {classes[1]}, rate {alt_text.number(rate)}, {done}: "
        f"{told}{stopped}",
        *words,
    ))  # fmt: skip


def _sizes(bank: Any) -> str:
    """Say how large both are, and what the cosine between them is."""
    one, other = bank.reshape(2, -1)
    sizes = [alt_text.number(np.sqrt(np.mean(each**2)), 2) for each in (one, other)]
    length = np.linalg.norm(one) * np.linalg.norm(other)
    told = f", cosine {alt_text.number(one @ other / length, 2)} between them" if length else ""
    return f"root mean square {sizes[0]} and {sizes[1]}{told}"
