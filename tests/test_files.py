"""Files are written whole or not at all, and by one writer at a time."""

import pytest

from labkit.errors import LabkitError
from labkit.files import alone, cache_folder, write_whole


def test_write_whole(tmp_path):
    path = tmp_path / "folder" / "file.txt"
    write_whole(path, lambda file: file.write(b"old"))

    def fail(file):
        file.write(b"half of the n")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, fail)
    assert path.read_bytes() == b"old" and list(path.parent.iterdir()) == [path]


def test_alone(tmp_path):
    lock = tmp_path / "lock"
    with alone(lock, "busy"), pytest.raises(LabkitError, match="^busy$"), alone(lock, "busy"):
        pass
    with alone(lock, "busy"):
        pass


def test_the_cache_folder_can_be_chosen(tmp_path, monkeypatch):
    monkeypatch.setenv("LABKIT_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("LABKIT_CACHE")
    assert "labkit" in cache_folder().parts
