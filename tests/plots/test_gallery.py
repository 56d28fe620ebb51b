"""The gallery of activations: panels, the flat parts, words, and bad input."""

import numpy as np
import pytest

from labkit.errors import LabkitError
from labkit.nn.functional import elu, elu_derivative, relu, relu6, relu6_derivative, relu_derivative
from labkit.plots import activation_gallery
from labkit.plots.gallery import flat_parts, where_flat

THREE = {"ReLU": (relu, relu_derivative), "ReLU6": (relu6, relu6_derivative), "ELU": (elu, elu_derivative)}


def test_each_function_has_a_panel_with_its_derivative_dashed():
    picture = activation_gallery(THREE, title="three")
    panels = picture.figure.axes
    assert [axes.get_title() for axes in panels] == list(THREE)
    v = np.linspace(-5, 7, 601)
    for axes, (function, derivative) in zip(panels, THREE.values(), strict=True):
        drawn = {line.get_label(): line for line in axes.lines}
        assert drawn["activation"].get_ydata() == pytest.approx(function(v))
        assert drawn["derivative"].get_ydata() == pytest.approx(derivative(v))
        assert drawn["activation"].get_linestyle() == "-" != drawn["derivative"].get_linestyle()
    assert [len(axes.patches) for axes in panels] == [1, 2, 1]
    assert "ReLU: rises from 0 to 7; its derivative is 0 below 0, at most 1." in picture.alt
    assert "ReLU6: rises from 0 to 6; its derivative is 0 below 0 and 0 above 6, at most 1." in picture.alt


def test_an_incomplete_row_is_left_empty():
    panels = activation_gallery({**THREE, "again": THREE["ELU"]}).figure.axes
    assert len(panels) == 6 and [axes.axison for axes in panels] == [True] * 4 + [False] * 2
    assert len(activation_gallery({"ReLU": THREE["ReLU"]}).figure.axes) == 1


def test_flat_parts_in_numbers_and_words():
    v = np.linspace(-2, 2, 5)
    assert flat_parts(np.array([0, 0, 1, 0, 0.0])) == [slice(0, 2), slice(3, 5)]
    assert where_flat(v, np.array([0, 0, 1, 0.001, 0.001])) == "its derivative is 0 below -1 and less than 0.01 above 1"
    assert where_flat(v, np.array([1, 0, 0, 0, 1.0])) == "its derivative is 0 above -1 and below 1"
    assert where_flat(v, np.zeros(5)) == "its derivative is 0 throughout"
    assert where_flat(v, np.ones(5)) == "its derivative is nowhere below 0.01"


@pytest.mark.parametrize(
    ("functions", "words"),
    [
        ({}, "no function"),
        ({"mine": relu}, r"'mine' a pair \(function, derivative\)"),
        ({"mine": (relu, lambda: 1)}, r"'mine' a pair \(function, derivative\), each of one array"),
        ({"mine": (relu, lambda v: 1.0)}, r"derivative of 'mine' an array of shape \(601,\) and got \(\) back"),
        ({"mine": (lambda v: v[:-1], relu)}, r"function of 'mine'"),
    ],
)
def test_bad_functions_are_refused_in_a_sentence(functions, words):
    with pytest.raises(LabkitError, match=words):
        activation_gallery(functions)


@pytest.mark.parametrize("pair", [(relu, relu_derivative, relu), (lambda v: v if v > 0 else 0, relu_derivative)])
def test_what_is_no_pair_of_functions_of_an_array_gets_one_sentence(pair):
    with pytest.raises(LabkitError, match="for 'mine' a pair"):
        activation_gallery({"mine": pair})


def test_flat_parts_are_stretches_and_not_single_points():
    slope = np.array([0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.009, 0.0])
    assert flat_parts(slope) == [slice(0, 2), slice(5, 8)], "where a curve only passes zero it is not flat"
