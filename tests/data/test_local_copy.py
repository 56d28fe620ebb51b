"""Copies in LABKIT_DATA: good ones load, bad ones get one sentence with file, expectation and remedy."""

import gzip
import io
import tarfile

import numpy as np
import pytest

from labkit import LabkitError, data
from labkit.data import cifar

from .conftest import idx_images, idx_labels


@pytest.fixture(autouse=True)
def use_local(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir(exist_ok=True)
    monkeypatch.setenv("LABKIT_DATA", str(tmp_path / "data"))


def sentence(name="mnist"):
    with pytest.raises(LabkitError) as caught:
        data.load(name)
    text = str(caught.value)
    assert "\n" not in text and "expected" in text and "LABKIT_DATA" in text
    return text


def test_good_copy(small_mnist):
    _, made = small_mnist
    digits = data.load("mnist")
    pixels, labels = made["t10k"]
    np.testing.assert_array_equal(digits.x_test, pixels.reshape(-1, 784).astype(np.float32) / np.float32(255))
    assert np.array_equal(digits.y_test, labels) and digits.image_shape == (28, 28)


def test_checksum_tells_contents_not_containers(small_mnist):
    folder, made = small_mnist
    before = data.load("mnist").checksum
    path = folder / "t10k-labels-idx1-ubyte.gz"
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()), compresslevel=1, mtime=1))
    assert data.load("mnist").checksum == before
    path.write_bytes(idx_labels(made["t10k"][1][::-1]))
    assert data.load("mnist").checksum != before


@pytest.mark.parametrize("half", ["train", "t10k"])
@pytest.mark.parametrize("kind", ["images-idx3", "labels-idx1"])
def test_missing_file(small_mnist, half, kind):
    path = small_mnist[0] / f"{half}-{kind}-ubyte.gz"
    path.unlink()
    assert str(path) in sentence() and "is missing" in sentence()


def _bad(pixels, labels):
    packed = idx_images(pixels)
    flipped = bytearray(packed)
    flipped[len(packed) // 2] ^= 0xFF
    return {
        "cut gzip": ("images", packed[: len(packed) // 2], "damaged or cut short"),
        "flipped byte": ("images", bytes(flipped), "damaged or cut short"),
        "no gzip": ("images", b"<html>404 not found</html>", "damaged"),
        "empty": ("images", b"", "damaged|something else"),
        "empty gzip": ("images", gzip.compress(b""), "something else"),
        "labels for images": ("images", idx_labels(labels), r"holds labels \(magic number 2049\)"),
        "images for labels": ("labels", packed, r"holds images \(magic number 2051\)"),
        "bad magic": ("images", idx_images(pixels, magic=1234), "magic number 1234"),
        "other size": ("images", idx_images(pixels[:, :20, :20]), "20 x 20"),
        "fewer pixels": ("images", idx_images(pixels[:-1], sizes=pixels.shape), "cut short"),
        "too many bytes": ("labels", idx_labels(labels, n=len(labels) - 1), "too long"),
        "counts disagree": ("labels", idx_labels(labels[:-2]), "28 labels, expected one for each of the 30"),
        "label 10": ("labels", idx_labels([*labels[:-1], 10]), r"label 10 \(item 29\)"),
        "no images": ("images", idx_images(pixels[:0]), "cut short"),
    }


@pytest.mark.parametrize("case", _bad(np.zeros((30, 28, 28), np.uint8), np.zeros(30, np.uint8)))
def test_bad_file(small_mnist, case):
    folder, made = small_mnist
    kind, content, pattern = _bad(*made["train"])[case]
    path = folder / f"train-{kind}-idx{3 if kind == 'images' else 1}-ubyte.gz"
    path.write_bytes(content)
    said = sentence()
    assert str(path) in said
    import re

    assert re.search(pattern, said), said


def test_folder_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setenv("LABKIT_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(LabkitError, match="nowhere, which is no folder: set it"):
        data.load("mnist")


def test_a_folder_that_lacks_the_data_set_leaves_it_to_the_download(tmp_path, monkeypatch):
    from labkit.data import download

    asked = []

    def fetch(archive, folder, progress):
        asked.append(archive.file)
        raise LabkitError("offline")

    monkeypatch.setenv("LABKIT_DATA", str(tmp_path))
    monkeypatch.setattr(download, "fetch", fetch)
    with pytest.raises(LabkitError, match="offline"):
        data.load("fashion-mnist")
    assert asked == ["fashion-mnist/train-images-idx3-ubyte.gz"]


def batch(n, seed=0, labels=None):
    rng = np.random.default_rng(seed)
    records = rng.integers(0, 256, (n, 3073), dtype=np.uint8)
    records[:, 0] = np.arange(n) % 10 if labels is None else labels
    return records


@pytest.fixture
def batches(tmp_path):
    folder = tmp_path / "data" / cifar.FOLDER
    folder.mkdir(parents=True)
    made = {name: batch(12, seed) for seed, name in enumerate((*cifar.TRAIN, cifar.TEST))}
    for name, records in made.items():
        (folder / name).write_bytes(records.tobytes())
    return folder, made


def test_cifar_whole(batches, recwarn):
    _, made = batches
    images = data.load("cifar-10")
    assert images.x_train.shape == (60, 3072) and images.image_shape == (3, 32, 32) and images.notes == ()
    np.testing.assert_array_equal(images.x_train[12:24], made["data_batch_2.bin"][:, 1:] / np.float32(255))
    assert np.array_equal(images.y_test, made["test_batch.bin"][:, 0]) and not recwarn.list


def test_cifar_with_two_batches_is_said(batches):
    folder, _ = batches
    for name in cifar.TRAIN[1:]:
        (folder / name).unlink()
    with pytest.warns(UserWarning, match="lacks 4 of the 5 training batches"):
        images = data.load("cifar-10")
    assert len(images.x_train) == 12 and "data_batch_5.bin" in images.describe()


def test_cifar_bad_batches(batches):
    folder, _ = batches
    path = folder / "data_batch_3.bin"
    path.write_bytes(path.read_bytes()[:-5])
    assert str(path) in sentence("cifar-10") and "multiple of 3,073" in sentence("cifar-10")
    path.write_bytes(b"")
    assert "cut short" in sentence("cifar-10")
    path.write_bytes(batch(3, labels=[1, 11, 2]).tobytes())
    assert "label 11 (image 1)" in sentence("cifar-10")
    (folder / "test_batch.bin").unlink()
    assert "test_batch.bin is missing" in sentence("cifar-10")


def test_cifar_needs_a_training_batch(batches):
    for name in cifar.TRAIN:
        (batches[0] / name).unlink()
    assert "data_batch_1.bin is missing" in sentence("cifar-10")


def tar_gz(files):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, records in files.items():
            member = tarfile.TarInfo(f"{cifar.FOLDER}/{name}")
            member.size = records.nbytes
            archive.addfile(member, io.BytesIO(records.tobytes()))
    return packed.getvalue()


def test_cifar_archive_reads_as_the_folder(batches, tmp_path):
    folder, made = batches
    path = tmp_path / "cifar-10-binary.tar.gz"
    path.write_bytes(tar_gz(dict(reversed(made.items()))))
    assert cifar.read_archive(path, "x").checksum() == cifar.read_folder(folder, "x").checksum()
    path.write_bytes(path.read_bytes()[:-2000])
    with pytest.raises(LabkitError, match="damaged or cut short.*remedy"):
        cifar.read_archive(path, "remedy")
    made.pop("data_batch_4.bin")
    path.write_bytes(tar_gz(made))
    with pytest.raises(LabkitError, match="lacks data_batch_4.bin, expected six"):
        cifar.read_archive(path, "remedy")


@pytest.mark.parametrize(
    ("name", "n_train", "shape"), [("mnist", 60_000, (28, 28)), ("fashion-mnist", 60_000, (28, 28))]
)
def test_full_sets(full_data, monkeypatch, name, n_train, shape):
    monkeypatch.setenv("LABKIT_DATA", str(full_data))
    images = data.load(name)
    assert images.x_train.shape == (n_train, 784) and images.x_test.shape == (10_000, 784)
    assert images.image_shape == shape and set(images.y_test) == set(range(10))
    assert np.bincount(images.y_test).sum() == 10_000


def test_published_checksums_are_those_of_the_copies(full_data):
    import hashlib

    from labkit.data.sources import ARCHIVES

    for archive in (*ARCHIVES["mnist"], *ARCHIVES["fashion-mnist"]):
        assert hashlib.sha256((full_data / archive.file).read_bytes()).hexdigest() == archive.sha256


def test_full_mnist_holds_the_subset(full_data, monkeypatch):
    monkeypatch.setenv("LABKIT_DATA", str(full_data))
    whole = data.load("mnist")
    known = {row.tobytes(): label for row, label in zip(whole.x_train, whole.y_train, strict=True)}
    known |= {row.tobytes(): label for row, label in zip(whole.x_test, whole.y_test, strict=True)}
    digits = data.load("mnist-subset")
    assert [known.get(row.tobytes()) for row in digits.x_train] == digits.y_train.tolist()


def test_two_batches_of_cifar(full_data, monkeypatch):
    if not (full_data / cifar.FOLDER).is_dir():
        pytest.skip(f"CIFAR-10 NOT TESTED: no {cifar.FOLDER}/ in {full_data}.")
    monkeypatch.setenv("LABKIT_DATA", str(full_data))
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        images = data.load("cifar-10")
    assert images.x_test.shape == (10_000, 3072) and np.bincount(images.y_test).tolist() == [1000] * 10
