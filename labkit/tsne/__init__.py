"""Exact t-SNE, in the order in which it works: distances, neighbours, affinities, a divergence, and a descent.

>>> from labkit.tsne import tsne
>>> embedding = tsne(images, perplexity=30, seed=0)
>>> embedding.y.shape, embedding.kl
((1000, 2), 0.77)

Exact means that every pair of points is looked at: time grows with the square of their number. With 1,000 points it
takes half the time of scikit-learn's Barnes-Hut (``python -m tests.benchmarks.tsne``); for many more, take that one.
"""

from labkit.tsne.affinities import (
    Affinities,
    affinities,
    embedded_affinities,
    joint_probabilities,
    student_weights,
)
from labkit.tsne.distances import squared_distances
from labkit.tsne.divergence import kl_divergence, kl_gradient
from labkit.tsne.embedding import Embedding, principal_components, tsne
from labkit.tsne.perplexity import conditional_probabilities, perplexity_of

__all__ = [
    "Affinities",
    "Embedding",
    "affinities",
    "conditional_probabilities",
    "embedded_affinities",
    "joint_probabilities",
    "kl_divergence",
    "kl_gradient",
    "perplexity_of",
    "principal_components",
    "squared_distances",
    "student_weights",
    "tsne",
]
