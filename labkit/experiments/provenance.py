"""Where a record comes from: enough to make it again, and to see whether it still answers to the code."""

import os
import platform
from datetime import date
from typing import Any

import labkit
from labkit.experiments.fingerprint import fingerprint
from labkit.experiments.specification import Experiment


def current(experiment: Experiment) -> dict[str, Any]:
    """Return what decides the numbers, as of today; a record that differs in any of it is stale."""
    from labkit.nn.numerics import NUMERICS_VERSION

    return {
        "fingerprint": fingerprint(experiment.function),
        "numerics": NUMERICS_VERSION,
        "data_name": experiment.data,
        "seeds": list(experiment.seeds),
        "cells": [[cell[name] for name in experiment.settings] for cell in experiment.cells[:: len(experiment.seeds)]],
    }


def provenance(experiment: Experiment, data: Any, seconds: float) -> dict[str, Any]:
    """Return the whole note for a finished run: ``seconds`` is the sum over all cells, one thread each."""
    import numpy as np

    return {
        "id": experiment.id,
        "summary": experiment.summary,
        "command": f"labkit record {experiment.id}",
        "settings": list(experiment.settings),
        **current(experiment),
        "data": data
        and {
            "name": data.name,
            "sha256": data.checksum,
            "train_images": experiment.images or len(data.x_train),
            "test_images": len(data.x_test),
            "notes": list(data.notes),
        },
        "versions": {
            "labkit": labkit.__version__,
            "numpy": np.__version__,
            "python": platform.python_version(),
        },
        "machine": f"{platform.machine()} {platform.system()}, {os.cpu_count()} cores, 1 thread per run",
        "date": date.today().isoformat(),
        "seconds": round(seconds, 1),
    }
