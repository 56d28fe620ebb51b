import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labkit import LabkitError, data
from labkit.data.dataset import Dataset, first_per_class


def made(n_train=60, n_test=30, n_classes=10):
    rng = np.random.default_rng(1)
    return Dataset(
        name="made",
        x_train=rng.random((n_train, 4), dtype=np.float32),
        y_train=np.arange(n_train) % n_classes,
        x_test=rng.random((n_test, 4), dtype=np.float32),
        y_test=np.arange(n_test) % n_classes,
        class_names=tuple("0123456789"[:n_classes]),
        image_shape=(2, 2),
        checksum="0" * 64,
    )


@given(st.lists(st.integers(0, 6), max_size=40), st.integers(7, 9))
def test_one_hot_rows_sum_to_one_and_find_the_label(labels, n_classes):
    rows = data.one_hot(np.array(labels, dtype=int), n_classes)
    assert rows.shape == (len(labels), n_classes) and rows.dtype == np.float32
    assert np.array_equal(rows.sum(axis=1), np.ones(len(labels)))
    assert np.array_equal(rows.argmax(axis=1), labels)


@pytest.mark.parametrize("bad", [[0.5, 1.0], [[1, 2]], 3, [-1], [10], ["a"]])
def test_one_hot_refuses(bad):
    with pytest.raises(LabkitError, match="label"):
        data.one_hot(bad)


def test_one_hot_of_bytes():
    assert data.one_hot(np.array([9], dtype=np.uint8))[0, 9] == 1


@given(st.lists(st.integers(0, 4), min_size=1, max_size=60), st.integers(1, 20))
def test_first_per_class_against_a_loop(labels, count):
    seen, expected = {}, []
    for position, label in enumerate(labels):
        seen[label] = seen.get(label, 0) + 1
        if seen[label] <= count:
            expected.append(position)
    assert first_per_class(np.array(labels), count).tolist() == expected


def test_take_halves():
    whole = made()
    small = whole.take(2)
    assert len(small.x_train) == len(small.x_test) == 20 and small.t_train.shape == (20, 10)
    assert np.array_equal(small.x_train, whole.x_train[:20])
    assert len(whole.take(train=3).x_test) == 30 and len(whole.take(train=3).x_train) == 30
    both = whole.take(4, test=1)
    assert (len(both.x_train), len(both.x_test)) == (40, 10)
    assert len(whole.x_train) == 60  # the original is as it was


@pytest.mark.parametrize("asked", [{"per_class": 4}, {"train": 7}, {"test": 0}, {"train": -1}, {"train": 1.5}])
def test_take_refuses_what_is_not_there(asked):
    with pytest.raises(LabkitError, match="per class"):
        made().take(**asked)


def test_describe_counts():
    assert "60 training and 30 test images of 2 x 2" in made().describe()


def test_unknown_name_lists_the_known():
    with pytest.raises(LabkitError, match="mnist-subset, mnist, fashion-mnist, cifar-10"):
        data.load("minst")
    with pytest.raises(LabkitError, match="fashion-mnist"):
        data.fetch("imagenet")
