"""The divergence, its gradient, and where the descent ends."""

import numpy as np
import pytest
from sklearn.datasets import load_digits
from sklearn.manifold import TSNE

from labkit.errors import LabkitError
from labkit.tsne import affinities, embedded_affinities, kl_divergence, kl_gradient, principal_components, tsne
from labkit.tsne.forces import Forces


@pytest.fixture
def small():
    rng = np.random.default_rng(1)
    return affinities(rng.normal(size=(40, 6)), 7).p, rng.normal(size=(40, 2))


def test_divergence_is_scipys(small):
    from scipy.stats import entropy

    p, y = small
    q = embedded_affinities(y)
    pairs = ~np.eye(40, dtype=bool)
    assert kl_divergence(p, y) == pytest.approx(entropy(p[pairs], q[pairs]))
    assert kl_divergence(q, y) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("dimensions", [1, 2, 3])
def test_gradient_against_central_differences(small, dimensions):
    p = small[0]
    y = np.random.default_rng(2).normal(size=(40, dimensions))
    gradient, step = kl_gradient(p, y), 1e-5
    for i, j in [(0, 0), (7, dimensions - 1), (39, 0)]:
        moved = np.zeros_like(y)
        moved[i, j] = step
        slope = (kl_divergence(p, y + moved) - kl_divergence(p, y - moved)) / (2 * step)
        assert gradient[i, j] == pytest.approx(slope, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("n", [5, 127, 128, 129, 300])
@pytest.mark.parametrize("dimensions", [1, 2, 3])
def test_the_fast_gradient_is_the_gradient(n, dimensions):
    rng = np.random.default_rng(n)
    p, y = affinities(rng.normal(size=(n, 4)), 3).p, 5 * rng.normal(size=(n, dimensions))
    expected = kl_gradient(p, y)
    np.testing.assert_allclose(Forces(p, dimensions).gradient(y), expected, atol=2e-4 * np.abs(expected).max())
    strong = 12 * kl_gradient(p, y) + 11 * 4 * _push(y)
    np.testing.assert_allclose(Forces(p, dimensions).gradient(y, 12), strong, atol=2e-4 * np.abs(strong).max())


def _push(y):
    """Repulsion alone: sum over j of q w (y_i - y_j)."""
    from labkit.tsne import student_weights

    weights = student_weights(y)
    springs = weights**2 / weights.sum()
    return springs.sum(axis=1, keepdims=True) * y - springs @ y


def test_as_good_as_scikit_learns_exact_one():
    """Medians over five seeds, on the same points and perplexity: at most 3 % above."""
    x = load_digits().data[:250]
    p = affinities(x, 20).p
    ours = [tsne(x, 20, seed=seed, start="random", progress=False).kl for seed in range(5)]
    sklearn = [TSNE(perplexity=20, method="exact", init="random", random_state=s).fit_transform(x) for s in range(5)]
    theirs = [kl_divergence(p, y.astype(float)) for y in sklearn]
    assert np.median(ours) < 1.03 * np.median(theirs)


def test_neighbours_stay_neighbours():
    from sklearn.manifold import trustworthiness

    x = load_digits().data[:250]
    assert trustworthiness(x, tsne(x, 20, progress=False).y) > 0.95


def test_same_seed_same_picture_another_seed_another():
    x = np.random.default_rng(0).normal(size=(50, 4))
    one, same, other = (tsne(x, 5, seed=s, start="random", iterations=60, progress=False).y for s in (0, 0, 1))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_frames_lead_from_the_start_to_the_end():
    x = np.random.default_rng(0).normal(size=(50, 4))
    first = np.random.default_rng(1).normal(size=(50, 2))
    made = tsne(x, 5, start=first, iterations=70, frames_every=25, progress=False)
    assert made.iterations == [0, 25, 50, 70]
    assert np.array_equal(made.frames[0], first)
    assert np.array_equal(made.frames[-1], made.y)
    assert made.kl == pytest.approx(kl_divergence(made.affinities.p, made.y))
    shorter = tsne(x, 5, start=first, iterations=25, progress=False)
    np.testing.assert_array_equal(shorter.y, made.frames[1])


def test_affinities_may_be_shared():
    x = np.random.default_rng(0).normal(size=(50, 4))
    p = affinities(x, 5)
    one = tsne(p, start="random", seed=3, iterations=40, progress=False)
    assert np.array_equal(one.y, tsne(x, 5, start="random", seed=3, iterations=40, progress=False).y)


def test_copies_of_a_point_and_few_features_do_no_harm():
    x = np.repeat(np.random.default_rng(0).normal(size=(15, 1)), 3, axis=0)
    made = tsne(x, 5, iterations=300, progress=False)
    assert np.isfinite(made.y).all()
    assert np.isfinite(made.kl)


def test_principal_components_are_scikit_learns():
    from sklearn.decomposition import PCA

    x = np.random.default_rng(0).normal(size=(30, 5)) * [5, 4, 3, 2, 1]
    theirs = PCA(2).fit_transform(x)
    np.testing.assert_allclose(np.abs(principal_components(x)), np.abs(theirs), atol=1e-10)
    assert principal_components(x[:, :1]).shape == (30, 2)


@pytest.mark.parametrize(
    "settings, words",
    [
        ({"start": "middle"}, "'pca', 'random' or an array"),
        ({"start": np.zeros((3, 2))}, r"shape \(50, 2\)"),
        ({"iterations": 0}, "iterations must be"),
    ],
)
def test_bad_settings_get_one_sentence(settings, words):
    with pytest.raises(LabkitError, match=words):
        tsne(np.random.default_rng(0).normal(size=(50, 4)), 5, progress=False, **settings)


@pytest.mark.parametrize(
    "settings, sentence",
    [
        ({"dimensions": 0}, "dimensions must be a whole number of at least 1, not 0"),
        ({"rate": -1}, "rate must be a finite number above 0, not -1"),
        ({"rate": float("nan")}, "rate must be a finite number above 0, not nan"),
        ({"rate": 1e7}, "numbers overflowed in iteration"),
    ],
)
def test_settings_that_lead_nowhere_get_one_sentence(settings, sentence):
    x = np.random.default_rng(0).normal(size=(40, 5))
    with pytest.raises(LabkitError, match=sentence):
        tsne(x, 5, progress=False, **settings)
