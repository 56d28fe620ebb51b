"""What an answer is reduced to, when two are the same, and how they are described."""

import numpy as np
import pytest

from labkit.exercises.description import a_or_an, describe_shape, short
from labkit.exercises.plain_values import Foreign, as_array, plain, repeats, same


def test_plain_values():
    assert isinstance(plain(object()), Foreign)
    assert plain(3).shape == ()
    assert plain(2**70).dtype == float
    assert plain(np.array([1, 2.5], dtype=object)).dtype == float
    assert plain(np.array([1, "a"], dtype=object)) == Foreign("array of dtype object")
    assert [type(part) for part in plain(("a", None, [1.5]))] == [str, type(None), list]


def test_a_plain_value_is_a_copy():
    array = np.zeros(2)
    value = plain([array])
    array += 1
    assert value[0].tolist() == [0, 0]


def test_same_is_exact():
    assert same(plain({"a": (1, [2.0])}), plain({"a": (1, [2.0])}))
    assert same(np.array([np.nan, 1.0]), np.array([np.nan, 1.0]))
    assert not same(plain(np.zeros(2)), plain(np.zeros(2, dtype=np.float32)))
    assert not same(np.array([1.0]), np.array([1.0 + 1e-15]))


def test_repeats_forgives_rounding_only():
    assert repeats([np.array([1.0, 1e-9])], [np.array([1.0 + 1e-12, 0.0])])
    assert not repeats(np.array([1.0]), np.array([1.001]))
    assert not repeats((np.array(1.0),), (np.array(1.0), np.array(1.0)))


def test_lists_of_numbers_as_one_array():
    assert as_array([[1, 2], [3, 4]]).shape == (2, 2)
    assert as_array([[1, 2], [3]]) is None
    assert as_array(["a"]) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "None"),
        (np.array(1.0), "one number"),
        (np.zeros((4, 3)), "an array of shape (4, 3)"),
        ([np.array(1.0), np.array(2.0)], "a list, 2 long"),
        ((np.zeros(2), np.array(1.0)), "a tuple of 2: array (2,), number"),
        ({"W": np.zeros((2, 2))}, "a dict {'W': array (2, 2)}"),
        ((np.zeros(2), [np.array(0.5)] * 30), "a tuple of 2: array (2,), list (30,)"),
        (([np.zeros(2)] * 2, np.array(1.0)), "a tuple of 2: [array (2,), array (2,)], number"),
        ((np.array(1.0),) * 30, "a tuple, 30 long"),
        ([(np.zeros(2), "a")] * 9, "a list, 9 long"),
        ("yes", "a text"),
        (Foreign("int64index"), "an int64index"),
    ],
)
def test_kinds_in_words(value, words):
    assert describe_shape(value) == words


def test_values_in_one_short_line():
    assert short(np.array(0.1234567)) == "0.123457"
    assert short([np.array(1.0), "a"]) == "[1, 'a']"
    assert len(short(np.zeros((100, 100)) + np.pi)) < 400
    assert a_or_an("array") == "an array" and a_or_an("list") == "a list"
