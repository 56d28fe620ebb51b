"""What must hold before anything is published: no drift, no leaks."""

import sys

from labkit.course.book import BookFailed, build_book, folder_of
from labkit.course.build import build_solved, labs_of
from labkit.course.drift import find_drift
from labkit.course.execute import LabFailed
from labkit.course.folders import Course
from labkit.course.leak import find_leaks, secrets_of
from labkit.course.source import read


def check(course: Course, with_book: bool = True) -> list[str]:
    """Look for drift and leaks, and return one sentence for each.

    Parameters
    ----------
    course : Course
        What to look at; its committed notebooks are not changed, the solved ones under ``build/`` are renewed.
    with_book : bool
        Build the book too (what is up to date is not executed again) and search all of it: staged pages,
        HTML, downloads and ``_sources``.
    """
    labs = labs_of(course)
    build_solved(course)
    secrets = secrets_of(read(lab) for lab in labs)
    findings = find_drift(course)
    findings += find_leaks(course, sorted(course.root.glob("labs/*/*.ipynb")), secrets)
    if with_book:
        try:
            build_book(course)
        except (LabFailed, BookFailed) as error:  # what was found before must still be told
            return [*findings, str(error)]
        findings += find_leaks(course, [folder_of(course)], secrets)
    return findings


def report(findings: list[str]) -> int:
    """Print the findings and return the exit code."""
    for finding in findings:
        print(finding, file=sys.stderr)
    if not findings:
        print("No drift, no leaks.")
    return 1 if findings else 0
