"""Everything that must hold, in the order in which a fault is cheapest to find: what ``make test`` runs.

Each step is a command that can be run by hand and is printed before it runs. All steps run, whatever
failed before.
"""

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field

from labkit.course.folders import Course

# Notebooks are shared out whole (loadfile): a notebook's cells need one kernel, in order.
_NBVAL = [
    "-m",
    "pytest",
    "--nbval-lax",
    "--nbval-current-env",
    "--nbval-cell-timeout=120",
    "--dist",
    "loadfile",
]
_NBVAL += ["-n", "2", "-p", "no:cacheprovider"]
_UNITS = ["-m", "pytest", "-n", "2", "--dist", "loadfile"]
_SINGLY = ["-m", "pytest", "-n", "2"]  # each test is a notebook of its own: whoever is free takes the next
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # two notebooks at a time share the cores
_SEPARATE = ("notebooks", "browser")


@dataclass(frozen=True)
class Step:
    """One command of the suite: what it shows, arguments for Python, environment variables on top."""

    title: str
    arguments: list[str]
    settings: dict[str, str] = field(default_factory=dict)


def steps(course: Course, slow: bool = False) -> list[Step]:
    """List the steps; ``slow`` is the long suite that runs beside the usual one."""
    if slow:
        fuzz = {"LABKIT_FUZZ": "1"} | _ONE_THREAD
        return [
            Step("the network, a thousand new examples for each property", [*_UNITS, "tests/nn"], fuzz),
            Step("more draws of probes, recorded runs again", [*_UNITS, "tests", "-m", "slow"], _ONE_THREAD),
        ]
    separate = [f"--ignore=tests/{name}" for name in _SEPARATE]
    labkit = ["-m", "labkit.course.cli"]
    student = [lab.notebook.relative_to(course.root).as_posix() for lab in course.labs()]
    return [
        Step("style", ["-m", "ruff", "check", "."]),
        Step("layout", ["-m", "ruff", "format", "--check", "."]),
        Step("unit tests", [*_UNITS, "tests", *separate, "-m", "not slow"], _ONE_THREAD),
        Step("the book, drift and leaks", [*labkit, "build", "--check"]),
        Step("solved notebooks, strict", [*_NBVAL, "build/solved"], _ONE_THREAD | {"LABKIT_STRICT": "1"}),
        Step("student notebooks, untouched", [*_NBVAL, *student], _ONE_THREAD),
        Step("scores of all notebooks", [*_SINGLY, "tests/notebooks", "-m", "not slow"], _ONE_THREAD),
        Step("the book and JupyterLab in a browser", ["-m", "pytest", "tests/browser", "-m", "not slow"]),
    ]


def run_suite(course: Course, slow: bool = False) -> int:
    """Run all steps, print a line for each at the end, and return 1 if one of them failed."""
    lines = []
    failed = False
    for step in steps(course, slow):
        print(f"\n=== {step.title}: python {' '.join(step.arguments)}", flush=True)
        started = time.perf_counter()
        code = subprocess.run(
            [sys.executable, *step.arguments], cwd=course.root, env=os.environ | step.settings
        ).returncode
        failed |= code != 0
        outcome = "passed" if code == 0 else f"FAILED (exit code {code})"
        lines.append(f"{step.title}: {outcome} in {time.perf_counter() - started:.0f} s")
    print("\n" + "\n".join(lines), flush=True)
    return 1 if failed else 0
