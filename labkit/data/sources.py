"""Where the full data sets live on the web, and the checksums that tell a true copy from a false one.

The file names are the canonical ones; the cache folder and your own (``LABKIT_DATA``) use the same.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Archive:
    """A file to fetch: its place below the data folder, its SHA-256, and addresses to try in turn."""

    file: str
    sha256: str
    mirrors: tuple[str, ...]


TRAIN_IMAGES, TRAIN_LABELS = "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"
TEST_IMAGES, TEST_LABELS = "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"
IDX_FILES = (TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS)


def _four(folder: str, checksums: tuple[str, ...], bases: tuple[str, ...]) -> tuple[Archive, ...]:
    """Make the four archives of a set in MNIST's format, in the order of ``IDX_FILES``."""
    return tuple(
        Archive(f"{folder}/{file}", sha256, tuple(f"{base}/{file}" for base in bases))
        for file, sha256 in zip(IDX_FILES, checksums, strict=True)
    )


ARCHIVES: dict[str, tuple[Archive, ...]] = {
    "mnist": _four(
        "mnist",
        (
            "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
            "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
            "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
            "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        ),
        (
            "https://ossci-datasets.s3.amazonaws.com/mnist",
            "https://storage.googleapis.com/cvdf-datasets/mnist",
        ),
    ),
    "fashion-mnist": _four(
        "fashion-mnist",
        (
            "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
        ),
        (
            "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion",
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets",
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com",
        ),
    ),
    "cifar-10": (
        Archive(
            "cifar-10-binary.tar.gz",
            "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
            (
                "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
                "https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/cifar-10-binary.tar.gz",
                "https://mindspore-website.obs.cn-north-4.myhuaweicloud.com/notebook/datasets/cifar-10-binary.tar.gz",
            ),
        ),
    ),
}
