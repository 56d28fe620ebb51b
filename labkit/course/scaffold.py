"""Start a lab: everything it takes, small and working, to be changed from there.

Its files are written from the templates beside this module, its notebook is generated, and its one experiment is
recorded, so that the new lab builds and passes its tests before a word of it is changed.
"""

from pathlib import Path

import labkit
from labkit.course.build import build_lab
from labkit.course.folders import LAB_FOLDER, Course, Lab
from labkit.course.notebook import write_if_changed
from labkit.errors import LabkitError

_TEMPLATES = Path(__file__).parent / "template"


def scaffold(course: Course, slug: str) -> list[Path]:
    """Write a new lab and return its files, relative to the course.

    Parameters
    ----------
    course : Course
        Where it goes; labkit must be the course's own, because part of a lab lives in it.
    slug : str
        Number and name, such as ``18_attention``.

    Raises
    ------
    LabkitError
        When the name is no name of a lab, its number is taken, or labkit is installed from elsewhere.
    """
    parts = LAB_FOLDER.fullmatch(slug)
    if parts is None:
        raise LabkitError(
            f"{slug!r} is not the name of a lab: expected two digits, an underscore and lower-case words, "
            "such as 18_attention."
        )
    taken = sorted(course.root.glob(f"labs/{parts['number']}_*"))
    if taken:
        raise LabkitError(f"There is a lab {taken[0].name} already: choose another number than {parts['number']}.")
    package = Path(labkit.__file__).resolve().parent
    if package != (course.root / "labkit").resolve():
        raise LabkitError(
            f"labkit is installed in {package}, and a new lab writes into the course's own: "
            "run 'pip install --editable .[course,test]' in the course first."
        )
    lab = Lab(course.root / "labs" / slug)
    files = _files(lab, parts["name"].replace("_", " ").capitalize())
    existing = [path for path in files if (course.root / path).exists()]
    if existing:
        raise LabkitError(
            f"{existing[0]} exists already, and nothing is overwritten: remove it or choose another name."
        )
    for path, text in files.items():
        write_if_changed(course.root / path, text.encode())
    table = _record(lab)
    build_lab(lab)
    return [*files, *(path.relative_to(course.root) for path in (lab.notebook, table, table.with_suffix(".json")))]


def _files(lab: Lab, title: str) -> dict[Path, str]:
    exercises, answers = Path("labkit", "exercises", f"lab{lab.slug}"), Path("tests", "labs", f"lab{lab.slug}")
    places = {
        "lab.py.txt": Path("labs", lab.slug, "lab.py"),
        "exercises.py.txt": exercises / "__init__.py",
        "exercise.py.txt": exercises / "tanh_derivative.py",
        "experiment.py.txt": Path("labkit", "experiments", f"lab{lab.slug}.py"),
        "sheets.py.txt": answers / "__init__.py",
        "answers.py.txt": answers / "tanh_derivative.py",
    }
    words = {"LAB_NUMBER": lab.number, "LAB_SLUG": lab.slug, "LAB_TITLE": title}
    files = {}
    for template, place in places.items():
        text = (_TEMPLATES / template).read_text(encoding="utf-8")
        for word, value in words.items():
            text = text.replace(word, value)
        files[place] = text
    return files


def _record(lab: Lab) -> Path:
    from labkit import experiments

    return experiments.record(f"{lab.number}.slope", progress=False)
