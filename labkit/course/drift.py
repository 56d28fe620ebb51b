"""Drift: a committed notebook that is no longer what its source generates."""

from labkit.course.build import labs_of
from labkit.course.folders import Course
from labkit.course.notebook import to_bytes
from labkit.course.source import read
from labkit.course.student import student_notebook


def find_drift(course: Course) -> list[str]:
    """One sentence for every student notebook that differs from its source, is missing, or has no source."""
    findings = []
    expected = set()
    for lab in labs_of(course):
        expected.add(lab.notebook)
        name = lab.notebook.relative_to(course.root).as_posix()
        if not lab.notebook.is_file():
            findings.append(f"drift: {name} is missing; run 'labkit build --notebooks-only' and commit it")
        elif lab.notebook.read_bytes() != to_bytes(student_notebook(read(lab))):
            findings.append(
                f"drift: {name} is not what {lab}/lab.py generates; edit lab.py, never the notebook, "
                "then run 'labkit build --notebooks-only'"
            )
    for path in sorted(course.root.glob("labs/*/*.ipynb")):
        if path not in expected:
            findings.append(f"drift: {path.relative_to(course.root).as_posix()} comes from no lab.py; remove it")
    return findings
