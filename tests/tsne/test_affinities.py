"""Distances, the search for a perplexity, and the affinities that come of it."""

import numpy as np
import pytest
from scipy.spatial.distance import cdist
from sklearn.manifold import _t_sne as theirs  # no public function gives scikit-learn's P

from labkit.errors import LabkitError
from labkit.tsne import (
    affinities,
    conditional_probabilities,
    embedded_affinities,
    joint_probabilities,
    perplexity_of,
    squared_distances,
    student_weights,
)


@pytest.fixture
def points():
    return np.random.default_rng(0).normal(size=(60, 5)) * [1, 2, 3, 4, 5]


def test_distances_are_scipys(points):
    np.testing.assert_allclose(squared_distances(points), cdist(points, points, "sqeuclidean"), rtol=1e-10, atol=1e-10)
    others = points[:7] + 1
    np.testing.assert_allclose(squared_distances(points, others), cdist(points, others, "sqeuclidean"), atol=1e-10)


def test_distances_far_from_the_origin_keep_their_digits(points):
    np.testing.assert_allclose(squared_distances(points + 1e6), squared_distances(points), rtol=1e-6, atol=1e-6)
    assert (np.diag(squared_distances(points + 1e6)) == 0).all()
    assert (squared_distances(np.repeat(points, 2, axis=0) + 1e6) >= 0).all()


@pytest.mark.parametrize("perplexity", [1.5, 5, 30, 57.9])
def test_every_point_reaches_the_perplexity(points, perplexity):
    assert np.abs(affinities(points, perplexity).perplexity - perplexity).max() < 1e-3


@pytest.mark.parametrize("scale", [1e-150, 1e-12, 1, 1e12, 1e150])
def test_units_of_measurement_do_not_matter(points, scale):
    reached = affinities(points * scale, 10)
    assert np.abs(reached.perplexity - 10).max() < 1e-3
    np.testing.assert_allclose(reached.p, affinities(points, 10).p, rtol=1e-4, atol=1e-12)


def test_one_far_outlier_is_still_somebodys_neighbour(points):
    points[3] = 1e5
    p = affinities(points, 5).p
    assert p[3].sum() >= 1 / (2 * len(points)) - 1e-12
    assert np.isfinite(p).all()


def test_p_is_symmetric_adds_up_to_one_and_is_scikit_learns(points):
    ours = affinities(points, 12).p
    assert np.array_equal(ours, ours.T)
    assert ours.sum() == pytest.approx(1)
    assert (np.diag(ours) == 0).all()
    squared = squared_distances(points).astype(np.float32)
    from scipy.spatial.distance import squareform

    np.testing.assert_allclose(ours, squareform(theirs._joint_probabilities(squared, 12, 0)), rtol=1e-3, atol=1e-7)


def test_joint_probabilities_average_both_directions():
    conditional = np.array([[0, 0.2, 0.8], [0.5, 0, 0.5], [1.0, 0, 0]])
    np.testing.assert_allclose(joint_probabilities(conditional)[0], [0, 0.7 / 6, 1.8 / 6])


def test_tied_neighbours_say_which_perplexity_was_reached():
    """Twenty copies of one point: nobody among them can have fewer than nineteen neighbours."""
    points = np.vstack([np.zeros((20, 3)), np.random.default_rng(0).normal(size=(10, 3)) + 9])
    reached = affinities(points, 5)
    np.testing.assert_allclose(reached.perplexity[:20], 19, rtol=1e-6)
    np.testing.assert_allclose(reached.perplexity[20:], 5, atol=1e-3)
    assert np.isfinite(reached.p).all()


def test_student_weights_by_hand():
    y = np.array([[0.0, 0], [3, 4], [0, 1]])
    np.testing.assert_allclose(student_weights(y)[0], [0, 1 / 26, 1 / 2])
    assert embedded_affinities(y).sum() == pytest.approx(1)


@pytest.mark.parametrize(
    "points, perplexity, words",
    [
        (np.ones((9, 3)), 2, "all 9 points are equal"),
        (np.arange(30.0).reshape(10, 3), 9, "a perplexity of 9 was asked for with 10 points"),
        (np.arange(30.0).reshape(10, 3), 0.5, "at least 1 and less than 9"),
        (np.where(np.arange(30).reshape(10, 3) == 7, np.nan, 1.0 * np.arange(30).reshape(10, 3)), 2, "1 of 10 points"),
        (np.arange(8.0), 2, r"\(n, features\)"),
        (np.arange(6.0).reshape(3, 2), 1, "n of at least 4"),
        (np.array([["a"]] * 5), 2, "must be numbers"),
    ],
)
def test_bad_input_gets_one_sentence(points, perplexity, words):
    with pytest.raises(LabkitError, match=words):
        affinities(points, perplexity)


def test_conditional_probabilities_are_the_rows_that_the_search_finds(points):
    """With scikit-learn's widths left aside: any precision gives rows that add up to 1 and skip the point itself."""
    beta = np.random.default_rng(1).uniform(0.01, 2, len(points))
    p = conditional_probabilities(squared_distances(points), beta)
    np.testing.assert_allclose(p.sum(axis=1), 1)
    assert (np.diag(p) == 0).all()
    i, j, k = 4, 9, 30
    d = cdist(points, points, "sqeuclidean")
    assert p[i, j] / p[i, k] == pytest.approx(np.exp(-beta[i] * (d[i, j] - d[i, k])), rel=1e-9)
    far = conditional_probabilities(1e6 * squared_distances(points), beta)  # every other exponential underflows
    np.testing.assert_allclose(far.sum(axis=1), 1)


def test_perplexity_counts_equal_neighbours():
    p = np.array([[0, 0.25, 0.25, 0.25, 0.25], [0, 1, 0, 0, 0], [0.5, 0, 0, 0, 0.5]])
    np.testing.assert_allclose(perplexity_of(p), [4, 1, 2])
    rows = np.random.default_rng(0).dirichlet(np.ones(7), 5)
    from scipy.stats import entropy

    np.testing.assert_allclose(perplexity_of(rows), 2 ** entropy(rows, axis=1, base=2))
