"""A prediction is laid beside the measurement; one that was a choice is judged as one."""

import pytest

from labkit.exercises import reveal


@pytest.mark.parametrize(
    ("prediction", "ties", "said"),
    [
        (1, [], "we measured 1: that is it"),
        (0.5, [0.5, 1], "we measured 1, with 0.5 too close to call: that is it"),
        (2, [0.5, 1], "with 0.5 too close to call: not this time"),
        (1.05, [], "not this time"),
        (None, [0.5], "No prediction yet"),
    ],
)
def test_choices_and_ties(prediction, ties, said):
    text = str(reveal("99.best", prediction, 1.0, ties=ties))
    assert said in text
    assert "too high" not in text and "too low" not in text


@pytest.mark.parametrize(
    ("prediction", "measured", "said"),
    [
        (2.0, 2, "that is it"),
        (2.1, 2.0, "close"),
        (3.0, 2.0, "50% too high"),
        (1.2, 2.0, "40% too low"),
        (9.0, 2.0, "4.5 times too high"),
        (0.1, 2.0, "20 times too low"),
        (-4.0, -2.0, "100% too low"),
        (-1.0, 2.0, "not so"),
        (True, False, "You predicted yes; we measured no: not so"),
        ("ReLU ", "relu", "close"),
        ([1, 2], [1, 3], "1 of 2 met"),
        ([1], [1, 3], "1 things predicted, 2 measured"),
        ({"a": 1}, {"a": 1, "b": 2}, "1 of 2 met"),
        ({"a": 1, "b": "x"}, {"a": 1.05, "b": "x"}, "all met"),
    ],
)
def test_how_near_a_prediction_came(prediction, measured, said):
    assert said in str(reveal("99.best", prediction, measured))
