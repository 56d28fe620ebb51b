"""What the toy clusters show: the inventions that lab 08 is about, in numbers of the pictures' own words."""

import re

import numpy as np
import pytest

from labkit import explorers
from labkit.explorers.tsne_clusters import DATA
from labkit.tsne.measures import clumps, widths


@pytest.fixture(scope="module")
def clusters():
    return explorers.tsne_clusters()


def told(explorer, **point):
    """The number about the data and the one about the picture."""
    _, about, shown, _ = explorer.picture(**point).alt.split(". ", 3)
    return [float(re.search(r"[\d.]+ (?=times|clump)", part)[0]) for part in (about, shown)]


def test_the_data_are_what_they_are_called():
    x, labels = DATA["two widths"](np.random.default_rng(0))
    assert np.divide(*widths(x, labels)[::-1]) == pytest.approx(10, rel=0.2)
    assert clumps(DATA["noise"](np.random.default_rng(0))[0]).max() == 0
    assert all(len(make(np.random.default_rng(0))[0]) == 90 for make in DATA.values())


@pytest.mark.parametrize("perplexity", [5, 15, 30])
def test_widths_come_out_alike(clusters, perplexity):
    true, shown = told(clusters, data="two widths", perplexity=perplexity)
    assert true > 8 and 0.6 < shown < 1.6


def test_distances_come_out_even_until_the_perplexity_reaches_beyond_a_cluster(clusters):
    true, even = told(clusters, data="three distances", perplexity=15)
    assert true == pytest.approx(5, rel=0.1) and 0.7 < even < 1.5
    assert told(clusters, data="three distances", perplexity=60)[1] > 3


def test_noise_falls_into_clumps_at_low_perplexity(clusters):
    assert told(clusters, data="noise", perplexity=2)[1] >= 5
    assert told(clusters, data="noise", perplexity=30)[1] <= 2


def test_other_iterations_can_be_asked_for():
    few = explorers.tsne_clusters(perplexities=(5,), iterations=(10, 25))
    assert [point["iteration"] for point in few.combinations()] == [10, 25] * 3
    assert "iteration 25" in few.picture(iteration=25).alt
