"""Pending: what is still to be marked of a submission, told by its checksum and the fingerprints of the exercises."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from labkit.course.notebook import read_notebook
from labkit.exercises.registry import find
from labkit.grading import result as results
from labkit.grading import secret
from labkit.grading.fingerprint import fingerprint
from labkit.grading.foundations import Code
from labkit.grading.handed_in import STAMP
from labkit.grading.job import Job
from labkit.grading.places import Places
from labkit.grading.release import read_release
from labkit.grading.settings import Settings


@dataclass(frozen=True)
class Released:
    """What grading has to know of a lab."""

    release: NotebookNode
    source: NotebookNode
    text: str
    fingerprints: dict[str, str]


def released(places: Places, lab: str, code: Code) -> Released:
    """Read a released lab, with the fingerprints of its exercises."""
    release = read_release(places, lab)
    names = [name for cell in release.cells if (name := cell.metadata.get("labkit", {}).get("check"))]
    return Released(
        release,
        read_notebook(places.source(lab)),
        places.release(lab).read_text(encoding="utf-8"),
        {name: fingerprint(find(name), release, code) for name in names},
    )


def job_for(
    settings: Settings, key: bytes, student: str, lab: str, facts: Released, sandboxed: bool, again: bool
) -> Job | None:
    """What has to be done for one submission; None when it is up to date."""
    places = settings.places
    path = places.submitted(student, lab)
    data = path.read_bytes()
    checksum = hashlib.sha256(data).hexdigest()
    old = results.read(places.result(student, lab))
    kept = {}
    if old is not None and old.submission == checksum and not old.failed and not again:
        kept = {
            name: mark
            for name, mark in old.marks.items()
            if facts.fingerprints.get(name) == mark.fingerprint and (old.sandbox != "none" or not sandboxed)
        }
        if kept.keys() == facts.fingerprints.keys():
            return None
    return Job(
        student,
        lab,
        data,
        facts.text,
        checksum,
        submitted(path),
        {name: secret.rng(key, name, student).bytes(32) for name in facts.fingerprints},
        facts.fingerprints,
        settings.limits,
        sandboxed,
        kept,
        [flag for flag in old.flags if flag.exercise in kept] if kept else [],
    )


def submitted(path: Path) -> str:
    """When a submission was handed in, as it stands beside it; empty where nothing tells."""
    stamp = path.with_name(STAMP)
    return stamp.read_text(encoding="utf-8").strip() if stamp.is_file() else ""
