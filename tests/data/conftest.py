"""Shared by the data tests: a cache of one's own, a small web server, and the folder of full data sets."""

import gzip
import os
import struct
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """Every test has an empty cache folder and no LABKIT_DATA."""
    monkeypatch.setenv("LABKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("LABKIT_DATA", raising=False)
    return tmp_path / "cache"


@pytest.fixture(scope="session")
def full_data():
    """Folder with full data sets: LABKIT_DATA, or shared/data beside the repository."""
    beside = Path(__file__).parents[3] / "shared" / "data"
    folder = Path(os.environ.get("LABKIT_DATA") or beside)
    if not (folder / "mnist").is_dir():
        pytest.skip(f"FULL DATA SETS NOT TESTED: no mnist/ in {folder}; set LABKIT_DATA to a folder that holds them.")
    return folder


class Site:
    """A web server on this machine whose files and faults a test sets, and that remembers what it was asked."""

    def __init__(self):
        self.files: dict[str, bytes] = {}
        self.break_after: dict[str, int] = {}  # bytes sent before the connection drops, once
        self.hold_after: dict[str, int] = {}  # bytes sent before the server falls silent
        self.ranges = True  # whether it continues transfers
        self.requests: list[tuple[str, str | None]] = []  # path and Range header
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site._answer(self)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _answer(self, handler):
        wanted = handler.headers.get("Range")
        self.requests.append((handler.path, wanted))
        if handler.path not in self.files:
            return handler.send_error(404)
        body, start = self.files[handler.path], 0
        if wanted and self.ranges:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            if start >= len(body):
                return handler.send_error(416)
            handler.send_response(206)
            handler.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        else:
            handler.send_response(200)
        handler.send_header("Content-Length", str(len(body) - start))
        handler.end_headers()
        stop = self.break_after.pop(handler.path, self.hold_after.get(handler.path))
        handler.wfile.write(body[start:stop])
        while handler.path in self.hold_after:
            time.sleep(0.05)
        handler.close_connection = True

    def close(self):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site():
    made = Site()
    yield made
    made.close()


def idx_images(pixels, magic=2051, sizes=None):
    """Bytes of an IDX file of images, gzipped; header fields can be wrong on purpose."""
    pixels = np.asarray(pixels, dtype=np.uint8)
    return gzip.compress(struct.pack(">IIII", magic, *(sizes or pixels.shape)) + pixels.tobytes())


def idx_labels(labels, magic=2049, n=None):
    """Bytes of an IDX file of labels, gzipped."""
    labels = np.asarray(labels, dtype=np.uint8)
    return gzip.compress(struct.pack(">II", magic, len(labels) if n is None else n) + labels.tobytes())


@pytest.fixture
def small_mnist(tmp_path):
    """A data folder with MNIST's four files, 30 and 20 random images; returns the folder and the images."""
    rng = np.random.default_rng(0)
    folder = tmp_path / "data" / "mnist"
    folder.mkdir(parents=True)
    made = {}
    for half, n in (("train", 30), ("t10k", 20)):
        pixels = rng.integers(0, 256, (n, 28, 28), dtype=np.uint8)
        labels = np.arange(n, dtype=np.uint8) % 10
        (folder / f"{half}-images-idx3-ubyte.gz").write_bytes(idx_images(pixels))
        (folder / f"{half}-labels-idx1-ubyte.gz").write_bytes(idx_labels(labels))
        made[half] = (pixels, labels)
    return folder, made
