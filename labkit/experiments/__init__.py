"""Named experiments: the long runs behind a lab's claims, each a plain function of settings and a seed.

A lab trains live for seconds, on one seed. What it claims rests on runs over several seeds that take minutes:
an experiment says in code what was run, :func:`record` runs it and writes a table that travels with labkit,
and :func:`verify` runs a sample of it again and compares. Modules named ``labNN_name.py`` in this folder are
found by scanning, so a new lab edits no list.

Example
-------
::

    @experiment("03.rate_by_k", grid={"k": [0.5, 1, 2], "rate": [1e-5, 2e-5]}, seeds=range(5),
                data="mnist-subset", sample={"k": 1, "rate": 2e-5, "seed": 0, "iterations": 20})
    def rate_by_k(k, rate, seed, data, iterations=200):
        '''Train the 784-256-128-10 network at every slope and rate.'''
        history = ...
        return [{"iteration": i, "accuracy": a} for i, a in zip(history.iterations, history.accuracy)]
"""

from labkit.experiments.experiment import experiment
from labkit.experiments.find import find, names
from labkit.experiments.own_run import full_run
from labkit.experiments.record_run import record
from labkit.experiments.specification import Experiment
from labkit.experiments.verify import Verification, verify

__all__ = ["Experiment", "Verification", "experiment", "find", "full_run", "names", "record", "verify"]
