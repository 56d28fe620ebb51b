"""Filters, maps, bars and update ratios: what is drawn, on which scale, what the words say, and bad input."""

import numpy as np
import pytest

from labkit.errors import LabkitError
from labkit.plots import bars, filters, maps, style, update_ratios


def shown(picture):
    return [axes.images[0] for axes in picture.figure.axes if axes.images]


# -- filters --------------------------------------------------------------------------------------------------------


def test_filters_share_one_scale_about_zero():
    W = np.random.default_rng(0).normal(size=(16, 1, 7, 7))
    images = shown(filters(W))
    assert len(images) == 16
    assert all(np.array_equal(image.get_array(), each[0]) for image, each in zip(images, W, strict=True))
    assert {(image.norm.vmin, image.norm.vmax) for image in images} == {(-np.abs(W).max(), np.abs(W).max())}
    assert {image.get_cmap().name for image in images} == {style.DIVERGING}
    limited = filters(W, limit=0.5)
    assert {image.norm.vmax for image in shown(limited)} == {0.5}


def test_channels_are_columns_and_two_filters_are_compared():
    grid = [axes for axes in filters(np.ones((2, 3, 4, 5))).figure.axes if axes.images]
    assert [axes.get_title() for axes in grid] == ["channel 1", "channel 2", "channel 3", "", "", ""]
    assert [axes.get_ylabel() for axes in grid] == ["filter 0", "", "", "filter 1", "", ""]
    one = np.random.default_rng(1).normal(size=(6, 6))
    opposite = filters(np.stack([one, -2 * one]), titles=["one", "three"])
    assert "2 filters of 6 by 6" in opposite.alt and "cosine between the two is -1 (" in opposite.alt
    assert "Root mean square: one 0." in opposite.alt and "and three " in opposite.alt


def test_many_filters_are_told_by_the_strongest_and_the_weakest():
    W = np.ones((5, 2, 2)) * np.array([3, 1, 2, 5, 4])[:, None, None]
    assert "Root mean square from 1 (filter 1) to 5 (filter 3)." in filters(W).alt


@pytest.mark.parametrize(
    ("W", "options", "words"),
    [
        (np.ones((7, 7)), {}, r"it got shape \(7, 7\)"),
        (np.ones((0, 1, 7, 7)), {}, r"it got shape \(0, 1, 7, 7\)"),
        (np.full((1, 2, 2), np.nan), {}, "has the training diverged"),
        (np.ones((3, 2, 2)), {"titles": ["a"]}, "1 titles for 3 images"),
        (np.ones((3, 2, 2)), {"columns": 0}, "whole number from 1 up, not 0"),
    ],
)
def test_bad_filters(W, options, words):
    with pytest.raises(LabkitError, match=words):
        filters(W, **options)


# -- maps -----------------------------------------------------------------------------------------------------------


def test_each_map_has_its_own_scale_and_says_its_range():
    amount, signed = np.array([[0, 0.5], [0, 0]]), np.array([[-2.0, 1, 0]])
    picture = maps([amount, signed], titles=["digit", "response"], title="seed 1")
    first, second = shown(picture)
    assert (first.norm.vmin, first.norm.vmax, first.get_cmap().name) == (0, 0.5, style.SEQUENTIAL)
    assert (second.norm.vmin, second.norm.vmax, second.get_cmap().name) == (-2, 2, style.DIVERGING)
    assert [axes.get_xlabel() for axes in picture.figure.axes] == ["0 to 0.5", "−2 to 1"]
    assert picture.alt == (
        "Seed 1. 2 images. Digit: 2 by 2, 0 to 0.5, strongest top right. "
        "Response: 1 by 3, -2 to 1, strongest middle left."
    )


def test_a_shared_scale_has_a_bar():
    picture = maps(np.stack([np.eye(3), 4 * np.eye(3)]), shared=True, value_label="drop")
    assert {image.norm.vmax for image in shown(picture)} == {4}
    assert "drop" in [axes.get_ylabel() for axes in picture.figure.axes]
    assert "even" in maps([np.zeros((2, 2))]).alt
    assert len(shown(maps(np.ones((7, 1, 4, 4)), columns=3))) == 7


@pytest.mark.parametrize(
    ("images", "options", "words"),
    [
        ([], {}, "no image"),
        (np.ones((3, 3)), {}, r"number 1 has shape \(3,\)"),
        (np.ones((2, 3, 4, 4)), {}, r"number 1 has shape \(3, 4, 4\)"),
        ([np.full((2, 2), np.inf)], {}, "no finite number in image 1"),
        ([np.ones((2, 2))], {"titles": ["a", "b"]}, "2 titles for 1 images"),
        (3, {}, "needs a list of images"),
        ([["a"]], {}, "of numbers"),
    ],
)
def test_bad_maps(images, options, words):
    with pytest.raises(LabkitError, match=words):
        maps(images, **options)


# -- bars -----------------------------------------------------------------------------------------------------------


def test_bars_end_at_the_mean_and_are_told():
    picture = bars({"loop": 120.0, "im2col": [1, 2, 3]}, x_label="ms", title="Speed")
    (axes,) = picture.figure.axes
    assert [bar.get_width() for bar in axes.patches] == [120, 2]
    assert [text.get_text() for text in axes.texts] == ["120", "2"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["loop", "im2col"]
    assert picture.alt == "Speed. 2 bars: ms. Loop: 120; im2col: 2 (3 runs, 1 to 3)."


@pytest.mark.parametrize(("runs", "end", "side"), [([1, 2, 6], 6, "left"), ([-6, -2, -1], -6, "right")])
def test_the_number_stands_beyond_the_last_run_and_not_on_the_line_between_them(runs, end, side):
    (text,) = bars({"a": runs}).figure.axes[0].texts
    assert text.xy == (end, 0) and text.get_horizontalalignment() == side


def test_logarithmic_bars_begin_at_a_power_of_ten_and_tell_the_factor():
    picture = bars({"a": 20, "b": 2000}, log=True)
    (axes,) = picture.figure.axes
    assert axes.get_xscale() == "log" and axes.get_xlim()[0] == pytest.approx(10)
    assert [bar.get_x() + bar.get_width() for bar in axes.patches] == pytest.approx([20, 2000])
    assert "b is 100 times a" in picture.alt
    assert bars({"a": -1, "b": 2}).figure.axes[0].get_xlim()[0] < -1
    assert bars({"none": 0}).alt


@pytest.mark.parametrize(
    ("values", "log", "words"),
    [
        ({}, False, "mapping of names"),
        ([1, 2], False, "mapping of names"),
        ({"a": "fast"}, False, "a number for 'a'"),
        ({"a": []}, False, "finite number for 'a'"),
        ({"a": np.nan}, False, "finite number for 'a'"),
        ({"a": 0}, True, "0 is not above zero"),
    ],
)
def test_bad_bars(values, log, words):
    with pytest.raises(LabkitError, match=words):
        bars(values, log=log)


# -- update ratios --------------------------------------------------------------------------------------------------


def test_update_ratios_are_lines_beside_the_usual():
    layers = {"layer 1": [1e-2, 1e-4], "layer 2": np.array([[1e-4, 1e-3], [1e-2, 1e-3]])}
    picture = update_ratios(layers, [0, 100], title="tanh")
    (axes,) = picture.figure.axes
    first, second, usual = axes.lines
    assert axes.get_yscale() == "log"
    assert first.get_ydata() == pytest.approx([1e-2, 1e-4]) and second.get_ydata() == pytest.approx([1e-3, 1e-3])
    assert first.get_linestyle() != second.get_linestyle()
    assert list(usual.get_ydata()) == [1e-3, 1e-3] and usual.get_linewidth() == 1
    assert "Layer 1: falls from 0.01 to 1e-4, 0.1 times the usual 1e-3 at the end." in picture.alt
    assert "Layer 2: stays at 0.001, 1 times the usual 1e-3 at the end, 2 runs." in picture.alt


def test_ratios_that_cannot_be_drawn_are_counted():
    picture = update_ratios({"a": [1e-3, 0, np.nan], "b": [0, 0, 0]}, [0, 1, 2])
    assert "1 of 3 are zero and 1 of 3 are not finite and not drawn" in picture.alt
    assert "B: no ratio" in picture.alt or "b: no ratio" in picture.alt


@pytest.mark.parametrize(
    ("ratios", "iterations", "words"),
    [
        ({}, [0], "mapping of layers"),
        (np.ones(3), [0, 1, 2], "mapping of layers"),
        ({"a": [1, 2]}, [0], r"each of the 1 iterations; it got shape \(2,\)"),
        ({"a": [1]}, [[0]], r"not an array of shape \(1, 1\)"),
        ({"a": [0]}, [0], "nothing to show"),
    ],
)
def test_bad_ratios(ratios, iterations, words):
    with pytest.raises(LabkitError, match=words):
        update_ratios(ratios, iterations)
