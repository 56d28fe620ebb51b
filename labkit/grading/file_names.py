"""Who handed in what, told by names of files and folders, as Canvas, Moodle and nbgrader give them."""

import re
from pathlib import PurePosixPath

# Canvas: lastnamefirstname_LATE_12345_67890_original name-1.ipynb (LATE only where it was)
_CANVAS = re.compile(r"(?P<who>[^_/]+)(?:_(?P<late>LATE))?_(?P<user>\d+)_(?P<file>\d+)_(?P<name>.+)")
# Moodle: First Last_1234567_assignsubmission_file_/original.ipynb, or with the file's name behind, in one piece
_MOODLE = re.compile(r"(?P<who>[^/]+?)_(?P<user>\d+)_assignsubmission_file_?(?P<name>.*)")
_SAFE = re.compile(r"[^\w.-]+")


def student_id(text: str) -> str:
    """Turn a name into an id that may name a folder: ``"Ada Byron"`` -> ``"Ada_Byron"``; empty when nothing is left."""
    text = _SAFE.sub("_", text.strip()).strip("._-")
    return text[:80]


def owner(path: PurePosixPath) -> tuple[str, str, str]:
    """Student, the LMS's number for them (or nothing) and original file name of one file of a collection.

    A folder per student wins over the file's name; of an LMS's names the student's part is taken. The student is empty
    where neither tells one.
    """
    for part in path.parts[:-1]:
        found = _MOODLE.fullmatch(part)
        if found:
            return student_id(found["who"]), found["user"], path.name
    for pattern in (_MOODLE, _CANVAS):
        found = pattern.fullmatch(path.name)
        if found and found["name"]:
            return student_id(found["who"]), found["user"], found["name"]
    folders = [part for part in path.parts[:-1] if not re.fullmatch(r"\d\d_\w+|lab[ _-]?\d\d?", part)]
    return (student_id(folders[-1]) if folders else ""), "", path.name
