"""Sign maps and unit maps: what they show, read back from the drawn objects, what their words say, and bad input."""

import numpy as np
import pytest

from labkit.errors import LabkitError
from labkit.plots import sign_map, style, unit_map
from labkit.plots.sign_map import NEGATIVE, POSITIVE, ZERO, agreement
from labkit.plots.unit_map import ALIVE, DEAD, came_back


def luminance(colour):
    return style._luminance(np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255)


# -- sign maps ------------------------------------------------------------------------------------------------------


def test_positive_inputs_give_all_weights_one_sign_at_each_sample():
    rng = np.random.default_rng(0)
    delta, x = rng.normal(size=(20, 1)), rng.uniform(0.1, 1, (20, 30))
    assert agreement(delta * x).tolist() == [1.0] * 20
    picture = sign_map(delta * x)
    upper, lower = picture.figure.axes
    signs = upper.images[0].get_array()
    assert signs.shape == (30, 20)
    assert np.array_equal(signs[0], np.sign(delta[:, 0]))
    assert lower.lines[0].get_ydata().tolist() == [100.0] * 20
    assert "At every update 100.0 % of the weights with a gradient share one sign." in picture.alt
    assert "All have the same sign at 20 of 20 updates" in picture.alt


def test_zero_gradients_have_no_sign_and_do_not_vote():
    gradients = np.array([[1.0, 2, -1, 0, 0], [-1, -1, -1, -1, 0], [0, 0, 0, 0, 0]])
    assert agreement(gradients) == pytest.approx([2 / 3, 1, np.nan], nan_ok=True)
    alt = sign_map(gradients, title="unit 7").alt
    assert alt.startswith("Unit 7. Sign of the gradient of 5 weights of one unit at 3 updates: 13 % positive, 33 %")
    assert "least at update 1 (66.7 %), most at update 2 (100.0 %)" in alt
    assert "same sign at 1 of 3 updates" in alt and "At 1 update all gradients are zero" in alt


def test_the_drawn_signs_use_one_colour_each_and_name_zero_only_where_there_is_one():
    def labels(gradients):
        return [text.get_text() for text in sign_map(gradients).figure.axes[0].get_legend().texts]

    assert labels(np.array([[1.0, -1]])) == ["gradient > 0", "gradient < 0"]
    assert labels(np.array([[1.0, 0]])) == ["gradient > 0", "gradient < 0", "exactly 0"]
    image = sign_map(np.array([[1e-12, -1e-12, 0.0]])).figure.axes[0].images[0]
    drawn = (255 * image.to_rgba(image.get_array())[:, 0, :3]).round().astype(int)
    assert ["#" + "".join(f"{c:02X}" for c in rgb) for rgb in drawn] == [POSITIVE, NEGATIVE, ZERO]


def test_the_colours_of_both_maps_differ_in_grey():
    shades = sorted(luminance(colour) for colour in (NEGATIVE, POSITIVE, ZERO))
    assert min(np.diff(shades)) > 0.2
    assert luminance(ALIVE) - luminance(DEAD) > 0.5


def test_many_weights_are_thinned_and_it_is_said():
    upper = sign_map(np.random.default_rng(0).normal(size=(4, 784))).figure.axes[0]
    assert upper.images[0].get_array().shape == (262, 4)
    assert upper.get_ylabel() == "weight (1 in 3 shown)"


@pytest.mark.parametrize(
    ("gradients", "words"),
    [
        (np.ones(5), r"\(updates, inputs\); it got shape \(5,\)"),
        (np.ones((2, 3, 4)), r"Choose the unit"),
        (np.ones((0, 3)), r"it got shape \(0, 3\)"),
        (np.array([[1, np.nan]]), "has the training diverged"),
        (np.zeros((3, 3)), "learns nothing"),
    ],
)
def test_bad_gradients_are_refused_in_a_sentence(gradients, words):
    with pytest.raises(LabkitError, match=words):
        sign_map(gradients)


# -- unit maps ------------------------------------------------------------------------------------------------------


def history():
    """Four frames of five units: one dead throughout, one dies, one is dead for a while and comes back."""
    return np.array(
        [[0, 1, 0, 0, 0], [0, 1, 1, 0, 0], [0, 1, 1, 0, 1], [0, 1, 0, 0, 1]],
        dtype=bool,
    )


def test_units_are_rows_sorted_by_how_long_they_are_dead():
    picture = unit_map({"layer 1": history()}, [0, 10, 20, 40])
    (axes,) = picture.figure.axes
    (mesh,) = (c for c in axes.collections if hasattr(c, "get_coordinates"))
    drawn = np.asarray(mesh.get_array()).reshape(5, 4)
    assert drawn.sum(axis=1).tolist() == [4, 2, 2, 0, 0]
    assert np.array_equal(drawn[0], history()[:, 1])
    assert mesh.get_coordinates()[0, :, 0].tolist() == [0, 5, 15, 30, 40]
    unsorted = unit_map({"layer 1": history()}, [0, 10, 20, 40], sort=False).figure.axes[0].collections[0]
    assert np.array_equal(np.asarray(unsorted.get_array()).reshape(5, 4), history().T)


def test_shares_and_the_units_that_came_back_are_told():
    layers = {"layer 1": history(), "layer 2": np.zeros((4, 3), dtype=bool)}
    picture = unit_map(layers, [0, 10, 20, 40], title="rate 1")
    assert came_back(history()).tolist() == [False, False, True, False, False]
    assert picture.alt == (
        "Rate 1. Units that are dead from update 0 to 40. "
        "Layer 1: 1 of 5 units dead at first (20 %), 2 at the end (40 %), most at update 20 (60 %); "
        "1 was dead at some time and came back. "
        "Layer 2: 0 of 3 units dead at first (0 %), 0 at the end (0 %); none came back."
    )
    titles = [axes.get_title(loc="left") for axes in picture.figure.axes]
    assert titles == ["layer 1: 2 of 5 units dead at the end (40 %)", "layer 2: 0 of 3 units dead at the end (0 %)"]


@pytest.mark.parametrize(
    ("masks", "iterations", "words"),
    [
        ({}, [0, 1], "no layer"),
        (np.ones((2, 2), bool), [0, 1], "given a ndarray: pass a mapping"),
        (
            {"a": np.ones((3, 2), bool)},
            [0, 1],
            r"'a' an array \(frames, units\) .* 2 iterations; it got shape \(3, 2\)",
        ),
        ({"a": np.ones(2, bool)}, [0, 1], r"it got shape \(2,\)"),
        ({"a": np.ones((1, 2), bool)}, [0], "at least two iterations"),
        ({"a": np.ones((2, 2), bool)}, [5, 5], "each after the one before"),
    ],
)
def test_bad_masks_are_refused_in_a_sentence(masks, iterations, words):
    with pytest.raises(LabkitError, match=words):
        unit_map(masks, iterations)
