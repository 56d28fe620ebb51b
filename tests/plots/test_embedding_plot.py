"""Embeddings: classes told apart without colour, and words that count whose neighbours bear the same label."""

import numpy as np
import pytest

from labkit.errors import LabkitError
from labkit.plots import embedding
from labkit.plots.embedding import COLOURS, MARKERS


def blobs(*places, points=20, seed=0):
    rng = np.random.default_rng(seed)
    return np.vstack([rng.normal(0, 1, (points, 2)) + place for place in places])


def lines(axes):
    return {line.get_label(): line for line in axes.lines}


def test_every_class_has_a_marker_a_colour_and_its_name_among_its_points():
    y, labels = blobs(*[(0.5 * i, 0) for i in range(10)]), np.repeat(np.arange(10), 20)
    (axes,) = embedding(y, labels).figure.axes
    drawn = lines(axes)
    assert list(drawn) == [str(i) for i in range(10)]
    assert (
        len({line.get_marker() for line in drawn.values()}) == len({line.get_color() for line in drawn.values()}) == 10
    )
    assert len(set(COLOURS)) == len(set(MARKERS)) == 10
    for i, text in enumerate(axes.texts):
        assert text.get_text() == str(i)
        assert (y[labels == i] == text.xy).all(axis=1).any(), "a name stands at a point of its class"
    assert axes.get_aspect() == 1
    assert not len(axes.get_xticks()), "the axes mean nothing, so they carry no numbers"


def test_the_name_of_a_narrow_class_stands_above_it_and_strays_do_not_make_it_wide():
    y, labels = blobs((0, 0), (300, 0)), np.repeat(["a", "b"], 20)
    y[0] = 250, 40
    (axes,) = embedding(y, labels).figure.axes
    for text, own in zip(axes.texts, (y[:20], y[20:]), strict=True):
        assert text.xy == (np.median(own[:, 0]), np.quantile(own[:, 1], 0.75))
        assert text.xyann == (0, 11)


def test_words_say_who_lies_apart_and_who_mixes():
    y = np.vstack([blobs((0, 0), (100, 0)), blobs((0, 0), seed=1)])
    labels = np.repeat(["four", "one", "nine"], 20)
    alt = embedding(y, labels, title="Three").alt
    assert alt.startswith("Three. 60 points of 3 classes; of each point's 10 nearest neighbours ")
    assert "apart from the others lies one;" in alt
    assert alt.endswith("chiefly with four.") or alt.endswith("chiefly with nine.")


def test_shares_are_those_of_a_count_by_hand():
    y = np.array([[0.0, 0], [1, 0], [2.5, 0], [10, 0], [11, 0], [12.5, 0]])
    alt = embedding(y, [0, 0, 1, 1, 1, 1]).alt
    assert "of each point's 1 nearest neighbours 83 % bear its label" in alt
    assert "1 mixes most (75 %), chiefly with 0" in alt
    assert "apart from the others lies 0" in alt


def test_where_all_lie_apart_the_words_say_who_is_nearest_to_whom():
    alt = embedding(blobs((0, 0), (20, 0), (90, 0), (50, 0)), np.repeat(list("abcd"), 20)).alt
    assert "all classes lie apart; nearest lies b to a, a to b, d to c and b to d" in alt


def test_several_panels_and_names():
    y, labels = blobs((0, 0), (30, 0)), np.repeat([3, 8], 20)
    picture = embedding({"PCA": y, "t-SNE": 2 * y, "again": y}, labels, names={3: "three"}, columns=2)
    shown = picture.figure.axes
    assert [axes.get_title() for axes in shown] == ["PCA", "t-SNE", "again", ""]
    assert [axes.axison for axes in shown] == [True, True, True, False]
    assert list(lines(shown[0])) == ["three", "8"]
    assert picture.alt.count("apart from the others lie three and 8") == 3
    assert list(lines(embedding(y, labels, names=["a", "b"]).figure.axes[0])) == ["a", "b"]


def test_without_labels_and_with_one_class():
    assert embedding(blobs((0, 0))).alt.startswith("20 points without labels, in ")
    assert embedding(blobs((0, 0), (200, 0), points=40)).alt.endswith(
        "80 points without labels, in 2 clumps of five or more."
    )
    assert embedding(blobs((0, 0)), np.zeros(20)).alt == "20 points of 1 classes."


@pytest.mark.parametrize(
    ("y", "labels", "options", "words"),
    [
        (np.zeros((5, 3)), None, {}, r"shape \(n, 2\), at least two, not \(5, 3\)"),
        (np.array([[0, np.nan], [1, 1]]), None, {}, "1 of 2 positions that are nan"),
        (np.zeros((5, 2)), [1, 2], {}, "5 points and 2 labels"),
        ({"PCA": np.zeros((5, 2))}, [1, 2], {}, "5 points in 'PCA' and 2 labels"),
        (np.zeros((12, 2)), range(12), {}, "12 classes and has 10 markers"),
        (np.zeros((4, 2)), [0, 0, 1, 1], {"names": ["a"]}, "1 names for 2 classes"),
        ({}, None, {}, "no positions"),
    ],
)
def test_bad_input_gets_one_sentence(y, labels, options, words):
    with pytest.raises(LabkitError, match=words):
        embedding(y, None if labels is None else np.array(labels), **options)


def test_one_hot_labels_get_one_sentence():
    with pytest.raises(LabkitError, match=r"labels of shape \(3, 3\): .* t\.argmax"):
        embedding(np.eye(3)[:, :2], np.eye(3))
