"""The images that the labs look at: one set works offline, three more are fetched once.

Four sets of small images, each with ten classes. The subset of 5,000 MNIST digits comes with a Python package
that labkit installs anyway, so every lab runs without a network; full MNIST, Fashion-MNIST and CIFAR-10 are
downloaded, checked and kept on first use, or read from a folder of your own (environment variable
``LABKIT_DATA``).
"""

from labkit.data.dataset import Dataset, one_hot
from labkit.data.load import NAMES, fetch, load
from labkit.data.normalise import normalise, normalise_whole

__all__ = ["NAMES", "Dataset", "fetch", "load", "normalise", "normalise_whole", "one_hot"]
