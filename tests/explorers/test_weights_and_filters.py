"""What the explorers of labs 09, 10 and 12 to 14 show and say, held against numbers worked out another way."""

import re

import numpy as np
import pytest
from scipy.signal import convolve2d, correlate2d

from labkit import explorers, nn, records
from labkit.errors import LabkitError
from labkit.explorers.deconvolved_maps import trained
from labkit.explorers.layer_grids import RUNS, Run, train


def images(picture):
    """All images of a picture, in order."""
    return [np.asarray(axes.images[0].get_array()) for axes in picture.figure.axes if axes.images]


# -- layer grids ----------------------------------------------------------------------------------------------------


def small(run, iterations=(1, 3), n=30):
    rng = np.random.default_rng(0)
    x, t = rng.random((n, 12)).astype(np.float32), np.eye(3, dtype=np.float32)[rng.integers(0, 3, n)]
    return x, t, train(x, t, (8, 6), run, iterations, 4)


def test_moments_are_those_of_a_network_written_out():
    x, t, moments = small(RUNS["default"])
    net = nn.Sequential(
        [
            layer
            for n, m in ((12, 8), (8, 6), (6, 3))
            for layer in (nn.Dense(n, m, init=nn.Uniform(-1, 1), bias=False),)
        ],
        seed=4,
    )
    W = [layer.W.astype(float) for layer in net.dense]
    sigmoid = lambda v: 1 / (1 + np.exp(-v))
    for update in (1, 2, 3):
        y = [x]
        for weights in W:
            y.append(sigmoid(y[-1] @ weights))
        delta = (y[-1] - t) * y[-1] * (1 - y[-1])
        steps = []
        for layer in (2, 1, 0):
            steps.insert(0, -1e-5 * 60_000 / len(x) * y[layer].T @ delta)
            delta = (delta @ W[layer].T) * y[layer] * (1 - y[layer])
        W = [weights + step for weights, step in zip(W, steps, strict=True)]
        if update in moments:
            now = moments[update]
            assert all(a == pytest.approx(b, abs=1e-4) for a, b in zip(now.weights, W, strict=True))
            assert all(a == pytest.approx(b, abs=1e-4) for a, b in zip(now.updates, steps, strict=True))
            means = sigmoid(x @ W[0]).mean(axis=0)
            assert now.activations[0] == pytest.approx(means, abs=1e-3)


def test_layer_grids_show_the_moment_and_updates_fade():
    explorer = explorers.layer_grids(iterations=(1, 20))
    first, last = explorer.picture(run="default", iteration=1), explorer.picture(run="default", iteration=20)
    assert len(images(first)) >= 9
    sizes = [float(re.search(r"Last update, root mean square: layer 1 ([\d.e-]+)", p.alt)[1]) for p in (first, last)]
    assert sizes[1] < sizes[0]
    assert "after 1 update, " in first.figure.get_suptitle()


def test_a_run_that_overflows_says_so():
    wild = Run(nn.Identity, 1e-3, init=nn.He())
    with pytest.raises(LabkitError, match="overflows before update 60: take a lower rate than 0.001"):
        small(wild, iterations=(60,))
    picture = explorers.layer_grids(runs={"wild": wild}, iterations=(1, 60)).picture()
    assert "after 60 updates" in picture.alt and "(stopped after 1: overflow)" in picture.alt


# -- the sliding filter ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "kernel"), [((7, 9), (3, 2)), ((6, 6), (6, 6)), ((5, 4), (1, 1))])
def test_the_row_is_the_filter_at_its_place(size, kernel):
    rng = np.random.default_rng(1)
    image, W = rng.normal(size=size), rng.normal(size=kernel)
    explorer = explorers.sliding_filter(image, W)
    response = correlate2d(image, W, mode="valid")
    for place in list(explorer.combinations())[:8]:
        row, column = place["row"], place["column"]
        picture = explorer.picture(**place)
        shown, folded, answered, _ = images(picture)
        expected = np.zeros(size)
        expected[row : row + kernel[0], column : column + kernel[1]] = W
        assert np.array_equal(shown, image) and np.array_equal(folded, expected)
        assert answered == pytest.approx(response)
        assert f"row {row * response.shape[1] + column} of the matrix" in picture.figure.get_suptitle()
        assert float(re.search(r"Row times image is (-?[\d.e-]+);", picture.alt)[1]) == pytest.approx(
            response[row, column], rel=0.06, abs=1e-3
        )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((np.zeros(4),), r"image \(height, width\), not of shape \(4,\)"),
        ((np.zeros((4, 4)), np.zeros(3)), r"a filter \(height, width\)"),
        ((np.zeros((4, 4)), np.zeros((5, 2))), "does not fit"),
        ((np.zeros((4, 4)), np.zeros((2, 2)), [3]), "3 by 3 places"),
    ],
)
def test_a_filter_that_cannot_slide(arguments, words):
    with pytest.raises(LabkitError, match=words):
        explorers.sliding_filter(*arguments)


# -- two filters ----------------------------------------------------------------------------------------------------


def test_what_training_adds_is_the_difference_and_grows():
    explorer = explorers.filters_through_training(rates=(0.01,), epochs=(0, 2), per_class=10)
    before, after = explorer.picture(epoch=0), explorer.picture(epoch=2)
    first, last = images(before), images(after)
    assert not first[2].any() and not first[3].any()
    for number in (0, 1):
        assert last[2 + number] == pytest.approx(last[number] - first[number], abs=1e-6)
        assert last[2 + number].any()
    right = [int(re.search(r"(\d+) % of the test images", p.alt)[1]) for p in (before, after)]
    assert right[1] > right[0]


# -- deconvolved maps -----------------------------------------------------------------------------------------------


def test_a_response_is_projected_back_by_full_convolution():
    net, shown, right = trained()
    assert right > 0.6
    explorer = explorers.deconvolved_maps(filters=[2])
    _, W, response, back = images(explorer.picture(digit=4))
    assert np.array_equal(W, net.layers[0].W[2, 0])
    expected = np.tanh(0.5 * (correlate2d(shown[4, 0], W, mode="valid") + net.layers[0].b[2]))
    assert response == pytest.approx(expected, abs=1e-4)
    assert back == pytest.approx(convolve2d(response, W, mode="full"), abs=1e-4)


def test_deconvolved_maps_take_a_net_of_ones_own_and_refuse_another():
    net = nn.Sequential([nn.Conv2D(1, 3, 5), nn.ReLU(), nn.Flatten(), nn.Dense(3 * 16, 2)], seed=0)
    explorer = explorers.deconvolved_maps(net, np.random.default_rng(0).normal(size=(2, 1, 8, 8)).astype("f4"))
    assert len(list(explorer.combinations())) == 6
    assert "filter 0 of 5 by 5" in explorer.picture(digit=1).alt
    with pytest.raises(LabkitError, match="begins with a Conv2D, not Dense"):
        explorers.deconvolved_maps(nn.Sequential([nn.Dense(4, 2)], seed=0))
    with pytest.raises(LabkitError, match="filters 0 to 15"):
        explorers.deconvolved_maps(filters=[16])


# -- recipes --------------------------------------------------------------------------------------------------------


def test_every_recipe_shows_its_recorded_mean():
    recorded = records.load("10.recipes")
    explorer = explorers.recipe_builder()
    assert list(explorer.options) == recorded.settings
    final = recorded.frame[recorded.frame.iteration == recorded.frame.iteration.max()]
    means = final.groupby(recorded.settings)["test_accuracy"].mean()
    for recipe in explorer.combinations():
        told = explorer.picture(**recipe).alt
        expected = means[tuple(recipe[name] for name in recorded.settings)]
        assert "Test accuracy rises from" in told and f"to {100 * expected:.1f} %" in told.split("Test accuracy")[1]
    assert "This is the first recipe itself" in explorer.picture().alt


def test_a_record_without_accuracies_is_refused():
    with pytest.raises(LabkitError, match="recipe_builder needs a record with"):
        explorers.recipe_builder("09.depth")
