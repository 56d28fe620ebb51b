"""Shared by the tests of recorded runs: a cache of one's own, and experiment modules that exist for one test."""

import sys
import textwrap
from importlib import import_module

import pytest

import labkit.experiments
from labkit.experiments import fingerprint
from labkit.experiments.experiment import REGISTRY


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("LABKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("LABKIT_DATA", raising=False)
    return tmp_path / "cache"


@pytest.fixture
def lab(tmp_path, monkeypatch):
    """Return a function that puts source code in place as ``labkit.experiments.lab97_demo``, or another module."""
    folder = tmp_path / "modules"
    folder.mkdir()
    labkit.experiments.names()  # import the real ones first, so that they are among those put back
    before = dict(REGISTRY)
    monkeypatch.setattr(labkit.experiments, "__path__", [*labkit.experiments.__path__, str(folder)])
    written = []

    def forget():
        for name in written:
            sys.modules.pop(f"labkit.experiments.{name}", None)
            vars(labkit.experiments).pop(name, None)
        REGISTRY.clear()
        REGISTRY.update(before)
        for cached in (fingerprint._tree, fingerprint._definitions, fingerprint._imports):
            cached.cache_clear()

    def write(source, name="lab97_demo", load=True):
        forget()
        written.append(name)
        (folder / f"{name}.py").write_text(textwrap.dedent(source), encoding="utf-8")
        sys.path_importer_cache.pop(str(folder), None)
        return import_module(f"labkit.experiments.{name}") if load else None

    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield write
    forget()


SLOPES = """
    from labkit.experiments.experiment import experiment

    @experiment("97.slopes", grid={"k": [1, 2.5], "rate": [0.1, 1 / 3]}, seeds=range(3))
    def slopes(k, rate, seed, iterations=4):
        '''Accuracy rises with slope and rate.'''
        return [{"iteration": i, "accuracy": (k * rate * i + seed) / 7} for i in range(iterations)]
"""


@pytest.fixture
def slopes(lab):
    return lab(SLOPES)
