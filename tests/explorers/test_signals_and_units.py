"""What the explorers of labs 04 to 07 show and say, held against numbers worked out another way."""

import math
import re

import numpy as np
import pytest
from scipy.stats import norm

from labkit import data, explorers, nn
from labkit.errors import LabkitError
from labkit.explorers.activation_gallery import ACTIVATIONS, shares
from labkit.explorers.certain_and_wrong import gradients, losses, verdict
from labkit.explorers.dead_units import Life, live
from labkit.explorers.dead_units import draw as draw_units
from labkit.explorers.signals import between_images, flow
from labkit.nn import FanInNormal, Uniform
from labkit.nn.functional import cross_entropy_from_logits, tanh, tanh_derivative


def numbers(text):
    """All numbers of a sentence, in order."""
    return [float(found.replace(",", "")) for found in re.findall(r"-?\d[\d,]*\.?\d*(?:e-?\d+)?", text)]


def sentence(alt, about):
    return next(part for part in re.split(r"(?<=[a-z0-9%)])\. (?=[A-Z])", alt) if about in part)


# -- signal flow ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def signal():
    return explorers.signal_flow()


def factors(picture):
    """By what a layer multiplies the forward signal, its differences between images, and the backward signal."""
    return numbers(sentence(picture.alt, "on average a layer multiplies".capitalize()))


def test_relu_keeps_its_signal_at_the_root_of_two_and_tanh_at_one(signal):
    for point in ({"activation": "ReLU", "gain": 1.41}, {"activation": "tanh", "gain": 1}):
        forward, _, backward = factors(signal.picture(depth=10, **point))
        assert 0.9 < forward < 1.1 and 0.9 < backward < 1.1
    for gain in (0.5, 1, 2, 4):  # a ReLU halves the mean square, so that a layer multiplies by gain / sqrt(2)
        forward, _, backward = factors(signal.picture(depth=10, gain=gain, activation="ReLU"))
        assert [forward, backward] == pytest.approx([gain / math.sqrt(2)] * 2, rel=0.06)


def test_behind_sigmoids_the_images_become_alike_although_the_outputs_vary(signal):
    forward, differences, backward = factors(signal.picture(depth=10, gain=1, activation="sigmoid"))
    assert forward > 0.9
    assert differences < 0.3 and backward < 0.25


def test_the_flow_is_the_networks_own():
    """Deltas against central differences of the loss, for weights and biases of no special kind."""
    rng = np.random.default_rng(1)
    x, t = rng.normal(size=(5, 4)), np.eye(3)[[0, 1, 2, 0, 1]]
    weights = [rng.normal(size=shape) for shape in ((4, 6), (6, 5), (5, 3))]
    signals = flow(x, t, weights, tanh, tanh_derivative)
    v1 = x @ weights[0]

    def loss(v):
        return cross_entropy_from_logits(np.tanh(np.tanh(v) @ weights[1]) @ weights[2], t)

    nudge = np.zeros_like(v1)
    nudge[2, 3] = 1e-6
    assert signals.deltas[0][2, 3] == pytest.approx((loss(v1 + nudge) - loss(v1 - nudge)) / 2e-6, rel=1e-6)
    assert [y.shape for y in signals.activations] == [d.shape for d in signals.deltas] == [(5, 6), (5, 5)]


def test_what_differs_between_images_leaves_out_what_differs_between_units():
    same_for_all = np.tile(np.arange(4.0), (10, 1))
    assert between_images(same_for_all) == 0
    assert between_images(np.array([[1.0, 5], [-1, 5]])) == pytest.approx(math.sqrt(0.5))


def test_outputs_beyond_the_axis_and_zeros_are_counted_not_hidden(signal):
    picture = signal.picture(depth=10, gain=4, activation="ReLU")
    histograms, forward, _ = picture.figure.axes
    assert len([text for text in histograms.texts if text.get_text().endswith("↑")]) == 10
    assert re.fullmatch(r"layer; outputs of 0 \((4|5)\d %\) are left out", histograms.get_xlabel())
    faint = signal.picture(depth=10, gain=0.5, activation="sigmoid").figure.axes[2]
    assert (faint.get_xlabel(), forward.get_xlabel()) == ("layer (hollow: off the scale)", "layer")


# -- certain and wrong ----------------------------------------------------------------------------------------------


def test_certain_and_wrong_squared_error_hardly_pushes():
    picture = explorers.certain_and_wrong().picture()
    assert "certain and wrong" in picture.alt and "answers 0.0003" in picture.alt
    assert "squared error pushes z up with 0.0003, cross-entropy with 0.9997" in picture.alt.replace(
        "Squared", "squared"
    )
    assert "certain and wrong" in picture.figure.get_suptitle()
    caption = picture.figure.texts[-1].get_text()
    assert "0.0003" in caption and "0.9997" in caption


@pytest.mark.parametrize("z", [-8, -3, 0, 2, 8])
@pytest.mark.parametrize("target", [0, 1])
def test_the_numbers_are_those_of_the_formulas(z, target):
    y = 1 / (1 + math.exp(-z))
    squared, cross = 0.5 * (y - target) ** 2, -math.log(y if target else 1 - y)
    at = np.array([float(z)])
    assert losses(at, target)["squared error"] == pytest.approx([squared])
    assert losses(at, target)["cross-entropy"] == pytest.approx([cross])
    assert gradients(at, target)["squared error"] == pytest.approx([(y - target) * y * (1 - y)])
    assert gradients(at, target)["cross-entropy"] == pytest.approx([y - target])
    alt = explorers.certain_and_wrong().picture(z=z, target=target).alt
    assert numbers(sentence(alt, "The losses are"))[:2] == pytest.approx([squared, cross], rel=5e-3)
    *pushes, ratio = numbers(sentence(alt, "pushes z"))
    assert pushes == pytest.approx([abs(y - target) * y * (1 - y), abs(y - target)], rel=0.05, abs=5e-5)
    assert ratio == pytest.approx(1 / (y * (1 - y)), rel=0.05)
    assert ("pushes z up" if target else "pushes z down") in alt


def test_gradients_are_the_slopes_of_the_losses():
    z = np.linspace(-6, 6, 25)
    for target in (0, 1):
        above, below = losses(z + 1e-5, target), losses(z - 1e-5, target)
        for name, gradient in gradients(z, target).items():
            assert (above[name] - below[name]) / 2e-5 == pytest.approx(gradient, abs=1e-8)


def test_verdicts():
    told = [verdict(z, target) for target in (1, 0) for z in (-8, -2, -1, 0, 1, 4)]
    assert told == [
        "certain and wrong", "fairly sure and wrong", "unsure and wrong", "undecided", "unsure, and right",
        "certain, and right",
        "certain, and right", "fairly sure, and right", "unsure, and right", "undecided", "unsure and wrong",
        "certain and wrong",
    ]  # fmt: skip


# -- the gallery of activations -------------------------------------------------------------------------------------


@pytest.mark.parametrize("mean", [-4, -2, 0, 2, 4])
def test_shares_against_the_normal_distribution(mean):
    off = norm.cdf(0, mean)
    zero, flat, average = shares(ACTIVATIONS["ReLU"][1], mean, 1)
    assert [zero, flat, average] == pytest.approx([off, off, 1 - off], abs=5e-4)
    zero, flat, average = shares(ACTIVATIONS["ReLU6"][1], mean, 1)
    silent = off + norm.sf(6, mean)
    assert [zero, average] == pytest.approx([silent, 1 - silent], abs=5e-4)
    zero, flat, average = shares(ACTIVATIONS["leaky ReLU"][1], mean, 1)
    assert [zero, flat, average] == pytest.approx([0, 0, 0.01 * off + 1 - off], abs=5e-4)
    edge = math.log(99)  # y (1 - y) < .01, close to exp(-|v|)
    zero, flat, _ = shares(ACTIVATIONS["sigmoid"][1], mean, 1)
    assert zero == 0
    assert flat == pytest.approx(norm.cdf(-edge, mean) + norm.sf(edge, mean), abs=0.01)


def test_the_gallery_says_where_each_is_flat():
    gallery = explorers.activation_gallery()
    assert list(ACTIVATIONS) == ["sigmoid", "tanh", "LeCun's tanh", "ReLU", "leaky ReLU", "ReLU6", "ELU"]
    told = {name: gallery.picture(activation=name).alt for name in ACTIVATIONS}
    assert "Its derivative is 0 below 0 and 0 above 6." in told["ReLU6"]
    assert "Its derivative is 0 below 0." in told["ReLU"]
    assert "Its derivative is nowhere below 0.01." in told["leaky ReLU"]
    assert "Its derivative is less than 0.01 below -4.6." in told["ELU"]
    assert "less than 0.01 below -3 and less than 0.01 above 3" in told["tanh"]
    assert "97.7 % have the derivative 0" in gallery.picture(activation="ReLU", mean=-2).alt


def test_a_students_own_activation_can_be_looked_at():
    own = {"swish": (lambda v: v / (1 + np.exp(-v)), lambda v: np.full_like(v, 0.5))}
    gallery = explorers.activation_gallery(own, means=(1, 2), spread=0.5)
    assert gallery.start == {"activation": "swish", "mean": 1}
    assert "mean 1 and standard deviation 0.5" in gallery.picture().alt
    assert "the mean derivative is 0.5" in gallery.picture().alt


# -- dead units -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dead():
    return explorers.dead_units()


def counts(picture):
    """Dead units of both layers."""
    return [int(found) for found in re.findall(r"(\d+) of \d+ units dead", picture.alt)]


def test_units_die_at_a_high_rate_and_only_those_of_the_second_layer_come_back(dead):
    assert counts(dead.picture(rate=1e-6, start="1/√n", update=60)) == [0, 0]
    early, late = (counts(dead.picture(rate=1e-5, start="1/√n", update=update)) for update in (5, 60))
    assert early[0] > 20 and late[0] >= early[0]
    assert early[1] > late[1]
    assert "none alive again" in sentence(dead.picture().alt, "Layer 1")
    assert re.search(r"\d+ alive again", sentence(dead.picture().alt, "Layer 2"))


def test_no_unit_of_a_first_layer_comes_back():
    """Its inputs never change; that is why. Several seeds, and rates at which about half of them die."""
    digits = data.load("mnist-subset").take(train=10)
    for seed in range(3):
        first, second = live(digits.x_train, digits.t_train, (64, 32), FanInNormal(), 1e-5, 30, seed).dead
        assert 0.1 < first[-1].mean() < 1
        assert not (first[:-1] & ~first[1:]).any()
        assert (second[:-1] & ~second[1:]).any()


def test_masks_and_accuracy_are_those_of_a_network_written_out():
    rng = np.random.default_rng(0)
    x, t = rng.random((30, 12)).astype(np.float32), np.eye(3, dtype=np.float32)[rng.integers(0, 3, 30)]
    life = live(x, t, (9, 7), FanInNormal(), 1e-5, updates=6, seed=4)
    assert life.looks == 7 and [mask.shape for mask in life.dead] == [(7, 9), (7, 7)]
    start = nn.Sequential(
        [layer for n, m in ((12, 9), (9, 7), (7, 3)) for layer in (nn.Dense(n, m, init=FanInNormal(), bias=False),)],
        seed=4,
    )
    W = [layer.W.astype(float) for layer in start.dense]
    for look in range(7):
        v1 = x @ W[0]
        v2 = np.maximum(v1, 0) @ W[1]
        y = np.maximum(v2, 0) @ W[2]
        assert np.array_equal(life.dead[0][look], (v1 <= 0).all(axis=0))
        assert np.array_equal(life.dead[1][look], (v2 <= 0).all(axis=0))
        assert life.accuracy[look] == pytest.approx(np.mean(y.argmax(axis=1) == t.argmax(axis=1)))
        d3 = y - t
        d2 = (d3 @ W[2].T) * (v2 > 0)
        d1 = (d2 @ W[1].T) * (v1 > 0)
        signals = zip(W, (x, np.maximum(v1, 0), np.maximum(v2, 0)), (d1, d2, d3), strict=True)
        W = [w - 1e-5 * 60_000 / 30 * signal.T @ delta for w, signal, delta in signals]


def test_a_run_that_overflows_is_shown_up_to_there_and_says_so():
    rng = np.random.default_rng(0)
    x, t = rng.random((20, 50)).astype(np.float32), np.eye(2, dtype=np.float32)[rng.integers(0, 2, 20)]
    explorer = explorers.dead_units(x, t, (40, 30), rates=(3e-6,), starts={"wide": Uniform(-1, 1)}, updates=(1, 200))
    stories = [live(x, t, (40, 30), Uniform(-1, 1), rate, 200, 0) for rate in np.geomspace(1e-8, 1e-5, 13)]
    stopped = [life for life in stories if life.looks < 201]
    assert stopped, "at one of these rates the numbers overflow"
    picture = draw_units(3e-6, "wide", 200, stopped[0], 200)
    last = stopped[0].looks - 1
    assert f"the numbers overflowed after {last} update" in picture.alt
    assert any("overflow" in text.get_text() for text in picture.figure.axes[2].texts)
    assert "overflow" not in explorer.picture(update=1).alt


def test_squares_carry_a_mark_besides_their_colour():
    masks = np.zeros((3, 10), dtype=bool)
    masks[1, :4] = True
    masks[2, :3] = True
    picture = draw_units(1e-6, "He", 2, Life([masks, ~masks], np.array([0.1, 0.2, 0.3])), 2)
    first, second, _ = picture.figure.axes
    crosses, rings = first.lines
    assert crosses.get_marker() == "x" and crosses.get_xdata().tolist() == [0.5, 1.5, 2.5]
    assert rings.get_marker() == "o" and rings.get_xdata().tolist() == [3.5]
    assert len(second.lines[0].get_xdata()) == 7
    assert (
        "3 of 10 units dead (30 %), 1 alive again" in picture.alt
        and "Accuracy on the training images 30 %" in picture.alt
    )


def test_a_pre_activation_off_the_axis_gets_one_sentence():
    with pytest.raises(LabkitError, match=r"z = 40 lies off the axis, which goes from -8\.5 to 8\.5"):
        explorers.certain_and_wrong([0, 40])


def test_every_hidden_layer_has_a_line():
    masks = [np.zeros((3, 8), bool)] * 3
    course = draw_units(1e-6, "He", 2, Life(masks, np.zeros(3)), 2).figure.axes[-1]
    assert [text.get_text() for text in course.get_legend().get_texts()] == ["layer 1", "layer 2", "layer 3"]
