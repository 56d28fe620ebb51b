"""Layers to ask about: activations, weights with their updates, and stretches of training."""

import numpy as np

from labkit.exercises.probe import Probe


def activations(rng: np.random.Generator) -> list[Probe]:
    """Outputs of a layer (samples, units), and how many units stand in a row of the picture."""

    def layer(samples: int, units: int) -> np.ndarray:
        return np.round(rng.normal(0.3, 1, (samples, units)), 2)

    return [
        Probe(layer(4, 6), 3, label="six units in two full rows"),
        Probe(layer(5, 10), 4, label="ten units, four to a row: two places stay empty"),
        Probe(layer(3, 5), 8, label="fewer units than a row has places"),
        Probe(layer(1, 7), 7, label="one sample, one full row"),
        Probe(layer(9, 9), 4, label="as many samples as units"),
        Probe(layer(6, 4), 1, label="one unit in each row"),
        Probe(layer(20, 30), 7, label="thirty units, seven to a row"),
        Probe(np.zeros((8, 11)), 4, label="a dead layer"),
        Probe(layer(12, 128), 16, label="a hidden layer of 128 units"),
    ]


def moves(rng: np.random.Generator) -> list[Probe]:
    """Weights and an update of the same shape."""

    def pair(*shape: int, size: float = 0.01, mean: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
        return rng.normal(mean, 1, shape), size * rng.normal(0.3, 1, shape)

    return [
        Probe(np.array([[3.0, 0.5], [-4.0, -1.5]]), np.array([[0.03, 0.0], [0.04, -0.05]]), label="two by two"),
        Probe(*pair(6, 4), label="a small layer"),
        Probe(*pair(5, 5, mean=2.0), label="weights that are positive on average"),
        Probe(*pair(8, 3, size=3.0), label="an update larger than the weights"),
        Probe(rng.normal(size=(7, 3)) * [1, 0.1, 10], 0.1 * rng.normal(size=(7, 3)), label="units of different sizes"),
        Probe(rng.normal(size=(4, 6)), np.zeros((4, 6)), label="an update of zero"),
        Probe(*pair(12, 1, size=1e-6), label="one unit, a tiny update"),
        Probe(rng.normal(size=(1, 9)), -0.02 * np.abs(rng.normal(size=(1, 9))), label="an update that lowers all"),
    ]


def first_weights(rng: np.random.Generator) -> list[Probe]:
    """First-layer weights (pixels, units), and height and width of the image."""

    def layer(height: int, width: int, units: int) -> Probe:
        W = np.round(rng.normal(size=(height * width, units)), 2)
        return Probe(W, height, width, label=f"{units} units, images of {height} x {width}")

    counted = Probe(np.arange(18.0).reshape(6, 3), 2, 3, label="weights that count 0, 1, 2, ...")
    return [counted, layer(3, 4, 5), layer(4, 2, 1), layer(3, 3, 9), layer(28, 28, 4), layer(5, 1, 2)]


def stretches(rng: np.random.Generator) -> list[Probe]:
    """Losses (rows,), ratios (rows, layers) and the two thresholds."""
    n = 12

    def loss(spread: float, level: float = 0.5) -> np.ndarray:
        """Between 1 - spread and 1 times the level, both reached, in random order."""
        inside = rng.uniform(0.2, 0.8, n - 2)
        return level * (1 - spread * rng.permutation(np.concatenate([[0, 1], inside])))

    def ratios(size: float, layers: int = 3) -> np.ndarray:
        return size * rng.uniform(0.2, 0.6, (n, layers))

    def one(at: tuple[int, int], large: float = 4e-4) -> np.ndarray:
        found = ratios(1e-4)
        found[at] = large
        return found

    dip = np.full(n, 0.5)
    dip[5:7] = 0.4
    restless = np.tile([0.5, 0.9], n // 2)
    restless[-1] = 0.501
    slow = 0.5 * 0.995 ** np.arange(n)
    exploded = loss(0.004)
    exploded[-1] = np.nan
    small_layer = ratios(1e-4)
    small_layer[:, 2] = 1.5e-4
    two_layers = ratios(1e-4)
    two_layers[:, 1:] = 3e-4
    cooling = ratios(1e-4)
    cooling[:3] *= 30
    late = ratios(1e-4)
    late[:-2] *= 30
    in_turn = ratios(1e-4)
    in_turn[np.arange(n), np.arange(n) % 3] = 4e-4
    drop = np.full(n, 0.5)
    drop[0] = 0.8
    nick = np.full(n, 0.5)
    nick[4] = 0.49
    low_start = np.full(n, 0.5)
    low_start[0] *= 0.9065
    high_start = np.full(n, 0.5 * 0.9055)
    high_start[0] = 0.5
    wild = loss(0.3)
    wild[-2] = np.nan

    def probe(losses: np.ndarray, sizes: np.ndarray, label: str, flat: float = 0.01, tiny: float = 1e-4) -> Probe:
        return Probe(losses, sizes, flat, tiny, label=label)

    return [
        probe(loss(0.004), ratios(1e-4), "flat, and tiny updates"),
        probe(np.full(n, 0.5), np.zeros((n, 3)), "nothing moves at all"),
        probe(loss(0.004), ratios(1e-2), "flat, but large updates"),
        probe(loss(0.3), ratios(1e-4), "a loss that moves, tiny updates"),
        probe(loss(0.3), ratios(1e-2), "a loss that moves, large updates"),
        probe(loss(0.004), small_layer, "one layer's updates are larger"),
        probe(loss(0.004), one((0, 0)), "one large update at the beginning, in the first layer"),
        probe(loss(0.004), one((n // 2, 1)), "one large update in the middle"),
        probe(loss(0.004), one((n - 1, 2)), "one large update at the end, in the last layer"),
        probe(loss(0.004), cooling, "large updates that become tiny"),
        probe(loss(0.004), late, "large updates that become tiny at the very end"),
        probe(loss(0.004), in_turn, "every layer in its turn makes a large update"),
        probe(loss(0.004), ratios(3e-5), "updates of a third of the size"),
        probe(dip, ratios(1e-4), "a dip in the middle"),
        probe(restless, ratios(1e-4), "up and down, ending near its start"),
        probe(0.8 * slow[::-1], ratios(1e-4), "a loss that rises slowly"),
        probe(slow, ratios(1e-4), "a loss that falls slowly, by 5 per cent in all"),
        probe(drop, ratios(1e-4), "a drop at the start, then level"),
        probe(loss(0.004, level=300.0), ratios(1e-4), "a large loss, flat for its size"),
        probe(loss(0.3, level=0.002), ratios(1e-4), "a small loss that has moved by a third"),
        probe(loss(0.004, level=0.002), ratios(1e-4), "a small loss, flat"),
        probe(loss(0.015), ratios(1e-2), "flat and tiny by wider limits", flat=0.1, tiny=0.02),
        probe(loss(0.004), ratios(1e-4), "not flat by a narrower limit", flat=0.001),
        probe(loss(0.004), ratios(1e-4), "not tiny by a narrower limit", tiny=1e-6),
        probe(loss(0.04), ratios(1e-4), "flat by a wider limit", flat=0.1),
        probe(exploded, ratios(1e-4), "a loss that has become nan"),
        probe(wild, ratios(1e-4), "a loss that has moved, and become nan"),
        probe(loss(0.093), ratios(1e-4), "a loss that is flat by a limit of 10 per cent", flat=0.1),
        probe(loss(0.0985), ratios(1e-4), "a loss that is just flat by a limit of 10 per cent", flat=0.1),
        probe(low_start, ratios(1e-4), "a loss that is just flat by a limit of 10 per cent, lower at first", flat=0.1),
        probe(
            high_start, ratios(1e-4), "a loss that is just flat by a limit of 10 per cent, higher at first", flat=0.1
        ),
        probe(loss(0.004), np.full((n, 3), 0.01), "large updates, all of one size"),
        probe(nick, ratios(1e-4), "one value lower by 2 per cent"),
        probe(loss(0.004), two_layers, "two layers' updates are larger"),
        probe(loss(0.004), ratios(1e-5), "updates of a tenth of the size"),
        probe(loss(0.004), ratios(1e-8), "the tiniest of updates"),
        probe(np.array([0.5]), np.full((1, 3), 5e-5), "one row"),
        probe(loss(0.004), ratios(1e-4, layers=1), "a single layer"),
        probe(loss(0.004), ratios(1e-4, layers=12), "as many layers as rows"),
    ]
