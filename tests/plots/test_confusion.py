"""Confusion matrices: the mistakes carry the colour, the commonest are framed and named."""

import numpy as np
import pytest

from labkit.errors import LabkitError
from labkit.plots import confusion, style

MATRIX = np.array([[90, 2, 8], [1, 99, 0], [12, 3, 85]])


def texts(axes):
    return [text.get_text() for text in axes.texts]


def test_colours_show_mistakes_only_and_numbers_show_all():
    axes = confusion(MATRIX).figure.axes[0]
    drawn = axes.images[0].get_array()
    assert np.array_equal(drawn, MATRIX * (1 - np.eye(3)))
    assert axes.images[0].norm.vmax == 12
    assert sorted(map(int, texts(axes))) == sorted(MATRIX[MATRIX > 0])
    frames = [p.get_xy() for p in axes.patches if not p.get_fill()]
    assert frames == [(-0.5, 1.5), (1.5, -0.5), (0.5, 1.5)]
    assert axes.get_ylabel() == "true class"


def test_the_commonest_mistakes_are_named_with_an_example():
    image = np.arange(6.0).reshape(2, 3)
    picture = confusion(MATRIX, {(2, 0): image, (0, 1): image}, "abc", pairs=2, title="seed 0")
    _, first, second = picture.figure.axes
    assert np.array_equal(first.images[0].get_array(), image)
    assert first.get_xlabel() == "c read as a\n12 times"
    assert not second.images and texts(second) == ["a read as c\n8 times"]
    assert picture.alt == (
        "Seed 0. Confusion matrix of 3 classes, rows true and columns predicted: 274 of 300 right (91.3 %). "
        "Most confused: c read as a 12 times and a read as c 8 times. "
        "Recognised best is b (99.0 %), worst c (85.0 %)."
    )


def test_without_mistakes_or_samples():
    assert "no mistakes" in confusion(np.diag([3, 4])).alt.lower()
    assert "no samples" in confusion(np.zeros((2, 2), int)).alt
    assert "b read as a once" in confusion(np.array([[1, 0], [1, 0]]), class_names="ab").alt


def test_numbers_can_be_read_on_their_cells():
    axes = confusion(MATRIX).figure.axes[0]
    colours = {text.get_text(): text.get_color() for text in axes.texts}
    assert colours["12"] == "white" and colours["1"] == colours["99"] == style.INK


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((np.zeros((2, 3)),), r"shape \(n_classes, n_classes\).*not \(2, 3\)"),
        ((-np.eye(2),), "holds counts"),
        ((MATRIX, None, "ab"), "2 class names for 3 classes"),
        ((MATRIX, {(2, 0): np.zeros(4)}), r"number 1 has shape \(4,\)"),
    ],
)
def test_bad_input_gets_a_sentence(arguments, words):
    with pytest.raises(LabkitError, match=words):
        confusion(*arguments)
