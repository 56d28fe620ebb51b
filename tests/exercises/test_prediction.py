"""A prediction that was a choice is judged as one."""

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
