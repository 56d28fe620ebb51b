"""Downloads from a web server on this machine: resume, mirrors, checksums, two processes; no network is needed."""

import hashlib
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest

from labkit import LabkitError, data
from labkit.data import download
from labkit.data.sources import ARCHIVES, Archive

CONTENT = np.random.default_rng(5).bytes(600_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()


def archive(*mirrors):
    return Archive("set/file.gz", SHA256, mirrors)


def fetched(folder, *mirrors):
    return download.fetch(archive(*mirrors), folder, progress=False).read_bytes()


def leftovers(cache):
    return sorted(p.name for p in (cache / "set").iterdir() if not p.name.endswith(".lock"))


def test_plain_download_then_from_the_cache(site, cache):
    site.files["/file.gz"] = CONTENT
    assert fetched(cache, site.url + "/file.gz") == CONTENT
    assert fetched(cache, site.url + "/file.gz") == CONTENT
    assert len(site.requests) == 1 and leftovers(cache) == ["file.gz"]


def test_broken_transfer_goes_on_where_it_stopped(site, cache):
    site.files["/file.gz"], site.break_after["/file.gz"] = CONTENT, 300_000
    assert fetched(cache, site.url + "/file.gz") == CONTENT
    (_, first), (_, second) = site.requests
    assert first is None and 0 < int(second.removeprefix("bytes=").rstrip("-")) <= 300_000
    assert leftovers(cache) == ["file.gz"]


def test_another_mirror_continues(site, cache):
    site.files |= {"/a/file.gz": CONTENT, "/b/file.gz": CONTENT}
    site.break_after["/a/file.gz"] = 300_000
    assert fetched(cache, site.url + "/a/file.gz", site.url + "/b/file.gz") == CONTENT
    assert site.requests[1][0] == "/b/file.gz" and site.requests[1][1] is not None


def test_server_that_cannot_continue_sends_all_again(site, cache):
    site.files["/file.gz"], site.break_after["/file.gz"], site.ranges = CONTENT, 300_000, False
    assert fetched(cache, site.url + "/file.gz") == CONTENT
    assert len(site.requests) == 2


def test_part_of_an_earlier_run_is_used(site, cache):
    site.files["/file.gz"] = CONTENT
    (cache / "set").mkdir(parents=True)
    (cache / "set" / "file.gz.part").write_bytes(CONTENT[:400_000])
    assert fetched(cache, site.url + "/file.gz") == CONTENT
    assert site.requests == [("/file.gz", "bytes=400000-")]


@pytest.mark.parametrize("part", [b"rubbish" * 1000, CONTENT + b"more", CONTENT])
def test_part_that_does_not_fit(site, cache, part):
    """A wrong beginning, too much, and all of it: the checksum decides, and a wrong part is thrown away."""
    site.files["/file.gz"] = CONTENT
    (cache / "set").mkdir(parents=True)
    (cache / "set" / "file.gz.part").write_bytes(part)
    assert fetched(cache, site.url + "/file.gz") == CONTENT
    assert leftovers(cache) == ["file.gz"]


def test_mirrors_in_turn(site, cache):
    site.files |= {"/wrong/file.gz": b"not the file", "/good/file.gz": CONTENT}
    mirrors = [f"{site.url}/{name}/file.gz" for name in ("missing", "wrong", "good")]
    assert fetched(cache, "http://127.0.0.1:9/file.gz", *mirrors) == CONTENT
    assert [path for path, _ in site.requests] == ["/missing/file.gz", "/wrong/file.gz", "/good/file.gz"]


def test_wrong_checksum_everywhere(site, cache):
    site.files["/file.gz"] = b"not the file"
    with pytest.raises(LabkitError) as caught:
        fetched(cache, site.url + "/file.gz")
    said = str(caught.value)
    assert "set/file.gz" in said and "another SHA-256" in said and "LABKIT_DATA" in said and "\n" not in said
    assert leftovers(cache) == []  # nothing half-done or false is kept


def test_offline_says_what_to_do(cache):
    with pytest.raises(LabkitError) as caught:
        fetched(cache, "http://127.0.0.1:9/file.gz")
    said = str(caught.value)
    assert "no connection" in said and "online" in said and "LABKIT_DATA" in said and "mnist-subset" in said


def test_folder_that_cannot_be_written(site, tmp_path):
    site.files["/file.gz"] = CONTENT
    (tmp_path / "file").write_text("a file where a folder should be")
    with pytest.raises(LabkitError, match="cannot be kept in .*LABKIT_CACHE"):
        fetched(tmp_path / "file", site.url + "/file.gz")


def test_full_disk_is_said(site, cache, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(download, "_transfer", full)
    with pytest.raises(LabkitError, match="No space left on device.*LABKIT_CACHE"):
        fetched(cache, site.url + "/file.gz")


def test_missing_file_says_the_status_and_what_is_kept(site, cache):
    (cache / "set").mkdir(parents=True)
    (cache / "set" / "file.gz.part").write_bytes(CONTENT[:400_000])
    with pytest.raises(LabkitError, match=r"HTTP status 404.*0\.4 MB have arrived and are kept"):
        fetched(cache, site.url + "/file.gz")
    assert leftovers(cache) == ["file.gz.part"]


def test_damaged_cached_file_is_fetched_again(site, cache):
    site.files["/file.gz"] = CONTENT
    (cache / "set").mkdir(parents=True)
    (cache / "set" / "file.gz").write_bytes(CONTENT[:-1])
    assert fetched(cache, site.url + "/file.gz") == CONTENT


def test_interrupted_by_the_user(site, cache, monkeypatch):
    site.files["/file.gz"] = CONTENT
    real = download._transfer

    def stopped(url, part, *rest):
        real(url, part, *rest)
        part.write_bytes(part.read_bytes()[:123_456])
        raise KeyboardInterrupt

    monkeypatch.setattr(download, "_transfer", stopped)
    with pytest.raises(KeyboardInterrupt):
        fetched(cache, site.url + "/file.gz")
    monkeypatch.undo()
    assert leftovers(cache) == ["file.gz.part"]
    assert fetched(cache, site.url + "/file.gz") == CONTENT
    assert site.requests[-1] == ("/file.gz", "bytes=123456-")


def test_bar_counts_what_was_there(site, cache, capsys):
    site.files["/file.gz"] = CONTENT
    (cache / "set").mkdir(parents=True)
    (cache / "set" / "file.gz.part").write_bytes(CONTENT[:300_000])
    download.fetch(archive(site.url + "/file.gz"), cache)
    shown = capsys.readouterr().err
    assert "file.gz" in shown and "50%" in shown and "100%" in shown


PROGRAM = """
import sys
from pathlib import Path
from labkit.data import download
from labkit.data.sources import Archive
print(len(download.fetch(Archive("set/file.gz", sys.argv[1], (sys.argv[2],)), Path(sys.argv[3])).read_bytes()))
"""


def start(url, cache):
    command = [sys.executable, "-c", PROGRAM, SHA256, url, str(cache)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_three_processes_fetch_once(site, cache):
    site.files["/file.gz"] = CONTENT
    running = [start(site.url + "/file.gz", cache) for _ in range(3)]
    said = [process.communicate(timeout=60) for process in running]
    assert [out for out, _ in said] == ["600000\n"] * 3, said
    assert len(site.requests) == 1 and leftovers(cache) == ["file.gz"]


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_killed_in_the_middle_then_resumed(site, cache):
    """The lock of a killed process is gone with it, and what had arrived is used."""
    site.files["/file.gz"] = CONTENT
    hold = site.hold_after["/file.gz"] = 300_000
    process = start(site.url + "/file.gz", cache)
    part = cache / "set" / "file.gz.part"
    deadline = time.monotonic() + 30
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=10)
    site.hold_after.clear()
    assert 0 < part.stat().st_size <= hold and not (cache / "set" / "file.gz").exists()
    assert fetched(cache, site.url + "/file.gz") == CONTENT
    assert site.requests[-1][1] is not None


def test_a_whole_data_set_from_the_web(site, small_mnist, monkeypatch):
    """load() fetches the four files, reads them, and needs no server the second time."""
    folder, made = small_mnist
    archives = []
    for path in folder.iterdir():
        site.files[f"/{path.name}"] = path.read_bytes()
    for original in ARCHIVES["mnist"]:
        name = original.file.split("/")[1]
        sha256 = hashlib.sha256(site.files[f"/{name}"]).hexdigest()
        archives.append(Archive(original.file, sha256, (f"{site.url}/{name}",)))
    monkeypatch.setitem(ARCHIVES, "mnist", tuple(archives))
    digits = data.load("mnist")
    assert np.array_equal(digits.y_train, made["train"][1]) and len(site.requests) == 4
    site.files.clear()
    assert data.load("mnist").checksum == digits.checksum
    assert len(data.fetch("mnist")) == 4


def test_local_folder_without_the_set_falls_back_to_the_web(tmp_path, monkeypatch):
    monkeypatch.setenv("LABKIT_DATA", str(tmp_path))
    asked = []
    monkeypatch.setattr(download, "fetch", lambda archive, *_: asked.append(archive.file) or tmp_path / archive.file)
    with pytest.raises(LabkitError, match="missing"):
        data.load("mnist")
    assert len(asked) == 4


def test_addresses_and_checksums_are_well_formed():
    for archives in ARCHIVES.values():
        for one in archives:
            assert len(one.sha256) == 64 and int(one.sha256, 16) and len(one.mirrors) >= 2
            assert all(url.startswith("http") and url.endswith(one.file.split("/")[-1]) for url in one.mirrors)
    assert len({one.sha256 for archives in ARCHIVES.values() for one in archives}) == 9
