"""Reading ``lab.py``."""

import pytest

from labkit.course.folders import Course, Lab
from labkit.errors import LabkitError


def test_header_and_cells(source):
    tiny = source()
    assert tiny.header == {"title": "Doubling", "question": "What is twice a number?", "minutes": 5}
    assert [cell.cell_type for cell in tiny.cells].count("markdown") == 3
    assert tiny.cells[2].metadata["exercise"] == "07.double"


def test_windows_line_ends_make_the_same_cells(source, tmp_path):
    plain = source()
    path = plain.lab.source
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    from labkit.course.source import read

    assert [cell.source for cell in read(plain.lab).cells] == [cell.source for cell in plain.cells]


@pytest.mark.parametrize(
    "change",
    [
        ("#   title: Doubling\n", ""),
        ("#   minutes: 5\n", "#   minutes:\n"),
        ("# labkit:\n", "# somebody:\n"),
        ("#   title: Doubling\n", "#   title: [Doubling\n"),
    ],
)
def test_a_header_that_lacks_something_is_one_sentence(source, change):
    with pytest.raises(LabkitError, match=r"labs/07_doubling/lab.py has no .*expected 'labkit:' with title"):
        source(change)


def test_text_that_is_not_utf8(source):
    tiny = source()
    tiny.lab.source.write_bytes(b"# %%\nx = '\xff'\n")
    from labkit.course.source import read

    with pytest.raises(LabkitError, match="save it as UTF-8"):
        read(tiny.lab)


def test_labs_are_found_in_order_and_bad_names_are_told(tmp_path):
    for name in ("10_late", "02_early"):
        (tmp_path / "labs" / name).mkdir(parents=True)
        (tmp_path / "labs" / name / "lab.py").touch()
    course = Course.find(tmp_path / "labs" / "10_late")
    assert course.root == tmp_path
    assert [lab.slug for lab in course.labs()] == ["02_early", "10_late"]
    assert Lab(tmp_path / "labs" / "02_early").notebook.name == "early.ipynb"
    (tmp_path / "labs" / "3_Bad").mkdir()
    (tmp_path / "labs" / "3_Bad" / "lab.py").touch()
    with pytest.raises(LabkitError, match="labs/3_Bad is not the name of a lab"):
        course.labs()


def test_outside_a_course(tmp_path):
    with pytest.raises(LabkitError, match="No course in"):
        Course.find(tmp_path)
