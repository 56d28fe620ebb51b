"""Where exercises are found, and what is said when one is not."""

import pytest

from labkit import exercises
from labkit.errors import LabkitError
from labkit.exercises import find, of_lab, registry


@pytest.fixture
def two_labs(tmp_path, monkeypatch):
    """Lab 90 as a single module, lab 91 as a package."""
    (tmp_path / "lab90_module.py").write_text("EXERCISES = ['one']")
    package = tmp_path / "lab91_package"
    package.mkdir()
    (package / "two.py").write_text("TWO = 'two'")
    (package / "__init__.py").write_text("from labkit.exercises.lab91_package.two import TWO\nEXERCISES = [TWO]")
    monkeypatch.setattr(exercises, "__path__", [*exercises.__path__, str(tmp_path)])
    registry.labs.cache_clear()
    yield
    registry.labs.cache_clear()


def test_a_lab_is_a_module_or_a_package(two_labs):
    assert of_lab("90") == ["one"]
    assert of_lab("91") == ["two"]


def test_exercises_come_in_the_order_of_their_lab():
    names = [exercise.id for exercise in of_lab("03")]
    assert names == [f"03.{name}" for name in (
        "sigmoid", "slope_from_input", "slope_from_output", "saturated_share", "rescale",
    )]  # fmt: skip
    assert of_lab("01")[0] is find("01.paper")


@pytest.mark.parametrize(
    "id, meant",
    [
        ("sigmoid", "03.sigmoid"),
        ("sigmiod", "03.sigmoid"),
        ("step", "01.step"),
        ("sigmoid_derivative", "03.slope_from_input"),  # the name of the function
        ("02.sigmoid", "03.sigmoid"),
        ("3.sigmoid", "03.sigmoid"),
        ("03.sigmoyd", "03.sigmoid"),
    ],
)
def test_a_name_without_its_lab_finds_the_id(id, meant):
    with pytest.raises(LabkitError) as raised:
        find(id)
    assert f"There is no exercise {id!r}; did you mean '{meant}'" in str(raised.value)


def test_a_name_like_none_says_which_labs_there_are():
    with pytest.raises(LabkitError, match="no exercises of a lab 'nonsense'; there are labs 01, 02, 03, 0"):
        find("nonsense")
