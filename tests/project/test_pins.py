"""constraints.txt, pyproject.toml and environment.yml describe one and the same set of packages."""

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parents[2]
EXTRAS = ("course", "test")


def normal(name):
    """The name as package indexes compare it: 'Jinja2' and 'jinja2' are one package."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_pins():
    """{normal name: version} of constraints.txt; anything but `name==version` and comments is an error."""
    pins = {}
    for line in (ROOT / "constraints.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            match = re.fullmatch(r"([A-Za-z0-9._-]+)==([A-Za-z0-9.!+]+)", line)
            assert match, f"not a '==' pin: {line!r}"
            assert normal(match[1]) not in pins, f"pinned twice: {match[1]}"
            pins[normal(match[1])] = match[2]
    return pins


PINS = read_pins()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
DECLARED = [
    Requirement(text)
    for group in (
        PROJECT["build-system"]["requires"],
        PROJECT["project"]["dependencies"],
        *(PROJECT["project"]["optional-dependencies"][extra] for extra in EXTRAS),
    )
    for text in group
]


@pytest.mark.parametrize("requirement", DECLARED, ids=str)
def test_every_declared_dependency_is_pinned_inside_its_range(requirement):
    pin = PINS.get(normal(requirement.name))
    assert pin is not None, f"constraints.txt pins no {requirement.name}, which pyproject.toml declares"
    assert requirement.specifier.contains(pin), f"pinned {requirement.name} {pin}, declared {requirement}"


def needed_here():
    """All that labkit[course,test] pulls in on this machine, by the metadata of what is installed."""
    found, waiting = set(), [(normal(r.name), tuple(r.extras)) for r in DECLARED]
    while waiting:
        name, extras = visit = waiting.pop()
        if visit in found:
            continue
        found.add(visit)
        for text in metadata.distribution(name).requires or []:
            requirement = Requirement(text)
            marker = requirement.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
                waiting.append((normal(requirement.name), tuple(requirement.extras)))
    return {name for name, _ in found}


def test_everything_needed_is_pinned():
    # Windows and macOS bring a few packages of their own; the pins were made on Linux.
    assert needed_here() - set(PINS) <= {"appnope", "colorama", "pywin32", "pywinpty"}


@pytest.mark.skipif(
    sys.platform != "linux" or sys.version_info[:2] != (3, 11),
    reason="the pins were made on Linux with Python 3.11, which needs every one; others need fewer",
)
def test_everything_pinned_is_needed():
    assert set(PINS) - needed_here() == set()


def test_installed_packages_are_the_pinned_ones():
    pinned = {name: (metadata.version(name), PINS[name]) for name in needed_here() & set(PINS)}
    wrong = {name: versions for name, versions in pinned.items() if versions[0] != versions[1]}
    assert not wrong, f"{{package: (installed, pinned)}} {wrong}: run 'make setup'"


def test_conda_users_get_the_same_set():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    conda = [entry for entry in environment["dependencies"] if isinstance(entry, str)]
    (pip,) = [entry["pip"] for entry in environment["dependencies"] if isinstance(entry, dict)]

    # Conda brings Python and pip only, so that no package can come at another version than the pinned one ...
    assert sorted(re.split("[=<>]", entry)[0] for entry in conda) == ["pip", "python"]
    (python,) = [entry.split("=")[1] for entry in conda if entry.startswith("python")]
    assert SpecifierSet(PROJECT["project"]["requires-python"]).contains(python)
    # ... and pip installs labkit with the extras and the constraints that the Makefile uses.
    assert pip == ["--constraint constraints.txt", f"--editable .[{','.join(EXTRAS)}]"]
    (line,) = [line for line in (ROOT / "Makefile").read_text().splitlines() if "--editable" in line]
    assert "--constraint constraints.txt" in line and f"--editable '.[{','.join(EXTRAS)}]'" in line


SET_UP = ("constraints.txt", "pyproject.toml", "environment.yml", "Makefile", ".ci/run", "tools/debian.sh")


@pytest.mark.parametrize("name", SET_UP)
def test_set_up_names_no_index_and_no_machine(name):
    found = re.findall(r"--\S*index-url|--find-links|https?://\S+|/home/\S*", (ROOT / name).read_text())
    assert not found


def test_one_version_everywhere():
    version = PROJECT["project"]["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert citation["version"] == version
    namespace = {}
    init = (ROOT / "labkit" / "__init__.py").read_text()
    exec(re.search(r"^__version__ = .*$", init, re.MULTILINE)[0], namespace)
    assert namespace["__version__"] == version
