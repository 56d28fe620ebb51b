"""One quantity against another: markers, logarithmic axes, what cannot be shown, words, and bad input."""

import numpy as np
import pytest

from labkit.errors import LabkitError
from labkit.plots import scatter


def test_series_differ_in_marker_as_well_as_colour():
    series = {name: (np.arange(4), np.arange(4) * slope) for slope, name in enumerate("abcdef", start=1)}
    lines = scatter(series, x_label="error", y_label="gradient").figure.axes[0].lines
    assert len({line.get_marker() for line in lines}) == 6
    assert len({line.get_color() for line in lines}) == 6
    assert {line.get_linestyle() for line in lines} == {"None"}
    joined = scatter(dict(list(series.items())[:4]), x_label="x", y_label="y", line=True).figure.axes[0].lines
    assert len({str(line._dash_pattern) for line in joined}) == 4


def test_lines_go_from_left_to_right_and_are_told_so():
    picture = scatter({"loss": ([3, 1, 2], [9, 1, 4])}, x_label="z", y_label="E", line=True, title="squares")
    (axes,) = picture.figure.axes
    assert axes.lines[0].get_xdata().tolist() == [1, 2, 3] and axes.lines[0].get_ydata().tolist() == [1, 4, 9]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("z", "E")
    assert picture.alt == "Squares. E against z. Loss: 3 points, x from 1 to 3; y rises from 1 to 9."


def test_points_are_told_with_their_correlation():
    x = np.linspace(1, 10, 20)
    alt = scatter({"a": (x, -(x**2)), "b": (x, x**3)}, x_label="x", y_label="y").alt
    assert "y from -100 to -1" in alt and f"correlation {np.corrcoef(x, -(x**2))[0, 1]:.2g}" in alt
    alt = scatter({"b": (x, x**3)}, x_label="x", y_label="y", log=True).alt
    assert "both logarithmic" in alt and "correlation of the logarithms 1" in alt
    assert "one point at x = 2, y = 3" in scatter({"": (2, 3)}, x_label="x", y_label="y").alt


def test_what_a_logarithm_cannot_show_is_left_out_and_counted():
    x, y = [0, 1, 2, np.nan, 4], [1, 0, 3, 4, 5]
    both = scatter({"a": (x, y)}, x_label="x", y_label="y", log=True)
    assert both.figure.axes[0].lines[0].get_xdata().tolist() == [2, 4]
    assert "3 of 5 points cannot be shown" in both.alt
    only_y = scatter({"a": (x, y)}, x_label="x", y_label="y", log="y")
    assert only_y.figure.axes[0].lines[0].get_xdata().tolist() == [0, 2, 4]
    assert (only_y.figure.axes[0].get_xscale(), only_y.figure.axes[0].get_yscale()) == ("linear", "log")


@pytest.mark.parametrize(
    ("series", "options", "words"),
    [
        ({}, {}, "no series"),
        ({"a": ([1, 2], [1])}, {}, "2 values of x and 1 of y for 'a'"),
        ({"a": ([-1, 0], [1, 1])}, {"log": "x"}, "no point to show for 'a': none is finite and, on a logarithmic"),
        ({"a": ([np.nan], [1])}, {}, "none is finite"),
        ({"a": np.ones(5)}, {}, r"a pair \(x, y\)"),
        ({"a": ([1], ["one"])}, {}, r"a pair \(x, y\)"),
        ({"a": ([1], [1])}, {"log": "xy"}, "log='xy'"),
    ],
)
def test_bad_series_are_refused_in_a_sentence(series, options, words):
    with pytest.raises(LabkitError, match=words):
        scatter(series, x_label="x", y_label="y", **options)


def test_a_correlation_says_of_what_where_one_axis_is_logarithmic():
    x, y = np.geomspace(1, 1000, 9), np.linspace(1, 2, 9)
    told = lambda x, y, log: scatter({"a": (x, y)}, x_label="x", y_label="y", log=log).alt
    assert "correlation of y with the logarithm of x 1." in told(x, y, "x")
    assert "correlation of the logarithm of y with x 1." in told(y, x, "y")


@pytest.mark.parametrize("series", [np.ones((3, 2)), [1, 2], None])
def test_a_plain_array_gets_a_sentence(series):
    with pytest.raises(LabkitError, match="scatter was given a .*: pass a mapping"):
        scatter(series, x_label="x", y_label="y")
