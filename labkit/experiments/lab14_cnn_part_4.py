"""Lab 14's recorded runs: which pixels a small convolutional network looks at, and what its deconvolved maps show.

Report A's architecture A, in ReLU and tanh, on ordinary digits and on digits cut out so tightly that they touch the
border (``size`` 20), and each with and without a frame of background (``frame`` 6), which lets the filters look
at the outermost pixels as often as at all others.
"""

from collections.abc import Callable

import numpy as np

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_a
from labkit.experiments.experiment import experiment
from labkit.metrics import accuracy

RING, RATE = 4, 0.001  # pixels around the digits, which fill the 20 by 20 in the middle; the report's learning rate
Pictures = tuple[np.ndarray, ...]  # x_train, t_train, x_test, t_test
Answer = Callable[[np.ndarray], np.ndarray]  # images (samples, channels, height, width) to outputs (samples, classes)


@experiment(
    "14.pixels",
    grid={"activation": ["ReLU", "tanh"], "size": [28, 20], "frame": [0, 6]},
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample=[
        {"activation": "tanh", "size": 28, "frame": 0, "seed": 0, "epochs": 0},
        {"activation": "tanh", "size": 20, "frame": 0, "seed": 1},
    ],
    rtol=report_a.RTOL,
    atol=report_a.ATOL,
)
def pixels(activation: str, size: int, frame: int, seed: int, data: Dataset, epochs: int = 20) -> list[dict]:
    """What matters to network A before and after training, on 1,000 images, looked at with 50 others.

    ``border_...`` are border scores, the mean of a map's border over that of its centre, of the mean map of all
    images: occlusion by grey and by black, gradient of the true class's output, deconvolved activations. ``a_b`` is the
    correlation of maps a and b, the mean over the images; ``untrained`` is the same kind of map of a network with other
    first weights that has not been trained. ``one_filter_image`` is the mean size, over the filters, of that
    correlation for one filter's deconvolved activation and the image.
    """
    given = pictures(data.take(train=100), size, frame)
    x, t = first_of_each(given[2], given[3], 5)
    net, other = (network(s, activation, size + 2 * frame) for s in (seed, 1000 + seed))
    strangers, rows = maps(other, x, t, frame), []
    for epoch in (0, epochs) if epochs else (0,):
        if epoch:
            report_a.train(net, given[0], given[1], RATE, epoch, seed)
        seen = {"epoch": epoch, "test_accuracy": accuracy(net.predict(given[2]), given[3])}
        rows.append(seen | borders(net, x, t, frame) | likeness(maps(net, x, t, frame), strangers))
    return rows


def pictures(digits: Dataset, size: int = 28, frame: int = 0) -> Pictures:
    """Normalised images, cut out to ``size`` in the middle, with ``frame`` pixels of background around them."""
    x_train, t_train, x_test, t_test = report_a.normalised(digits)
    cut, background = (28 - size) // 2, x_train.min()
    border = ((0, 0), (0, 0), (frame, frame), (frame, frame))
    x_train, x_test = (
        np.pad(x[:, :, cut : 28 - cut, cut : 28 - cut], border, constant_values=background) for x in (x_train, x_test)
    )
    return x_train, t_train, x_test, t_test


def network(seed: int, activation: str, size: int = 28) -> nn.Sequential:
    """Report A's architecture A for images of another size: sixteen 7 by 7 filters, then ten outputs."""
    above_filters, above_outputs = report_a.activations(activation, 2)
    init = nn.FanInNormal()
    layers = [nn.Conv2D(1, 16, 7, init=init), above_filters(), nn.Flatten()]
    layers += [nn.Dense(16 * (size - 6) ** 2, 10, init=init), above_outputs()]
    return nn.Sequential(layers, seed=seed, dtype=np.float32)


def first_of_each(x: np.ndarray, t: np.ndarray, count: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """The first images of every class with their targets, class by class."""
    chosen = np.concatenate([np.flatnonzero(t[:, k])[:count] for k in range(t.shape[1])])
    return x[chosen], t[chosen]


def occlusion_map(
    answer: Answer, image: np.ndarray, true: int, patch: int, grey: float = 0.0, stride: int = 1
) -> np.ndarray:
    """How far the true class's output drops when a grey square hides a part of the image, place by place.

    Parameters
    ----------
    answer : function
        Images (samples, channels, height, width) to outputs (samples, classes).
    image : array (channels, height, width)
    true : int
        Number of the true class.
    patch : int
        Side of the square, which stays inside the image.
    grey : float
        What all pixels under the square become, in all channels.
    stride : int
        Pixels from place to place.

    Returns
    -------
    array (places down, places across)
        Output for the whole image less output for the hidden one.
    """
    down, across = nn.functional.places(image.shape[1:], patch, stride)
    hidden = np.repeat(image[None], down * across, axis=0)
    for n, (row, column) in enumerate(np.ndindex(down, across)):
        top, left = row * stride, column * stride
        hidden[n, :, top : top + patch, left : left + patch] = grey
    return (answer(image[None])[0, true] - answer(hidden)[:, true]).reshape(down, across)


def border_score(importance: np.ndarray, ring: int) -> float:
    """Mean size of a map's numbers in its border, ``ring`` wide on all sides, over their mean size in the centre."""
    size = np.abs(importance)
    centre = np.zeros(size.shape, bool)
    centre[ring:-ring, ring:-ring] = True
    return float(size[~centre].mean() / size[centre].mean())


def project_back(T: np.ndarray, y: np.ndarray, image_shape: tuple[int, int, int]) -> np.ndarray:
    """The transposed Toeplitz matrix times the responses (filters, down, across), as an image of ``image_shape``."""
    return (T.T @ y.ravel()).reshape(image_shape)


def deconvolve_filter(z: np.ndarray, W: np.ndarray, activation: Callable, which: int) -> np.ndarray:
    """Image (channels, height, width) of what one filter alone answered, from all pre-activations z.

    Its activation is kept, the other filters' are set to zero, and all goes back by transposed convolution, stride 1.
    """
    kept = np.zeros_like(z)
    kept[which] = activation(z)[which]
    return nn.functional.transposed_convolution(kept[None], W)[0]


def deconvolved(net: nn.Sequential, x: np.ndarray) -> np.ndarray:
    """Deconvolved activations of the first layer, one image for each filter: (samples, filters, height, width)."""
    filters, activation = net.layers[:2]
    y = activation.apply(filters.apply(x))
    back = nn.functional.transposed_convolution
    return np.concatenate([back(y[:, f : f + 1], filters.W[f : f + 1]) for f in range(len(filters.W))], axis=1)


def input_gradient(net: nn.Sequential, x: np.ndarray, t: np.ndarray) -> np.ndarray:
    """Gradient of the true class's output at the pixels, array of the shape of x."""
    net = net.copy()
    net.forward(x)
    return net.backward(t)


def drops(net: nn.Sequential, x: np.ndarray, t: np.ndarray, frame: int, stride: int, grey: float = 0.0) -> np.ndarray:
    """Occlusion maps of several framed images, array (samples, down, across); the square is never on the frame."""
    around = ((0, 0), (0, 0), (frame, frame), (frame, frame))

    def answer(inner: np.ndarray) -> np.ndarray:
        return net.predict(np.pad(inner, around, constant_values=x.min()))

    inside = within(x, frame)
    return np.array(
        [occlusion_map(answer, image, int(k), RING, grey, stride) for image, k in zip(inside, t.argmax(1), strict=True)]
    )


def within(x: np.ndarray, frame: int) -> np.ndarray:
    """Images without their frame; a view."""
    return x[..., frame : x.shape[-2] - frame, frame : x.shape[-1] - frame]


def borders(net: nn.Sequential, x: np.ndarray, t: np.ndarray, frame: int) -> dict[str, float]:
    """Border scores of several maps, each the mean over all images of the maps' absolute values."""
    energy = np.abs(within(deconvolved(net, x), frame)).mean(axis=(0, 1))
    gradient = np.abs(within(input_gradient(net, x, t), frame)).mean(axis=(0, 1))
    grey, black = (np.abs(drops(net, x, t, frame, RING, colour)).mean(axis=0) for colour in (0.0, x.min()))
    scores = {"occlusion": (grey, 1), "black": (black, 1), "gradient": (gradient, RING), "deconvolved": (energy, RING)}
    return {f"border_{name}": border_score(seen, ring) for name, (seen, ring) in scores.items()}


def maps(net: nn.Sequential, x: np.ndarray, t: np.ndarray, frame: int) -> dict[str, np.ndarray]:
    """For each image the maps (samples, height, width) that are compared, without the frame."""
    back = within(deconvolved(net, x), frame)
    return {
        "occlusion": spread(np.abs(drops(net, x, t, frame, RING // 2)), RING, RING // 2),
        "gradient": np.abs(within(input_gradient(net, x, t), frame)).sum(axis=1),
        "deconvolved": back.sum(axis=1),
        "energy": np.abs(back).sum(axis=1),
        "filters": back,
        "image": within(x, frame)[:, 0],
    }


def spread(places: np.ndarray, patch: int, stride: int) -> np.ndarray:
    """Each pixel's mean over the squares that hid it: (samples, down, across) to (samples, height, width)."""
    ones, back = np.ones((1, 1, patch, patch)), nn.functional.transposed_convolution
    return (back(places[:, None], ones, stride) / back(np.ones_like(places)[:, None], ones, stride))[:, 0]


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    """Correlation of two maps over their pixels, the mean over the samples."""
    a, b = (m.reshape(len(m), -1) - m.reshape(len(m), -1).mean(axis=1, keepdims=True) for m in (one, other))
    return float(np.mean((a * b).sum(axis=1) / np.sqrt((a**2).sum(axis=1) * (b**2).sum(axis=1))))


def likeness(mine: dict[str, np.ndarray], strangers: dict[str, np.ndarray]) -> dict[str, float]:
    """Correlations of maps with each other, with the image, and with the same kind of map of an untrained network."""
    pairs = [("deconvolved", "image"), ("energy", "image"), ("gradient", "image"), ("occlusion", "image")]
    pairs += [("occlusion", "energy"), ("occlusion", "gradient")]
    found = {f"{a}_{b}": correlation(mine[a], mine[b]) for a, b in pairs}
    kinds = ("deconvolved", "energy", "gradient", "occlusion")
    by_filter = [correlation(mine["filters"][:, f], mine["image"]) for f in range(mine["filters"].shape[1])]
    found["one_filter_image"] = float(np.mean(np.abs(by_filter)))
    return found | {f"{a}_untrained": correlation(mine[a], strangers[a]) for a in kinds}
