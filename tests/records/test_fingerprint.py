import pytest

from labkit import LabkitError
from labkit.experiments.fingerprint import fingerprint

BASE = """
    from labkit.experiments import shared97
    from labkit.experiments.experiment import experiment

    FACTOR = 2
    UNUSED = 1

    @experiment("97.f", grid={"k": [1]}, seeds=[0])
    def f(k, seed):
        return {"x": helper(k) + shared97.add(k, seed)}

    def helper(k):
        return deeper(k) * FACTOR

    def deeper(k):
        return k + 1

    def unused(k):
        return k
"""
SHARED = """
    STEP = 5

    def add(a, b):
        return a + b + STEP

    def other(a):
        return a
"""


@pytest.fixture
def taken(lab):
    def take(source=BASE, shared=SHARED):
        lab(shared, "shared97", load=False)
        return fingerprint(lab(source).f)

    return take


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("FACTOR = 2\n", "FACTOR = 2  # a comment\n\n\n"),
        ("return deeper(k) * FACTOR", "return (\n            deeper(k)\n            * FACTOR\n        )"),
        ("def f(k, seed):\n", "def f(k, seed):\n        '''A docstring.'''\n"),
        ("def deeper(k):\n", "def deeper(k):\n        '''Another.'''\n"),
        ('grid={"k": [1]}', 'grid={"k": [1, 2]}'),
        ("seeds=[0]", "seeds=range(5), atol=0.1"),
        ("UNUSED = 1", "UNUSED = 3"),
        ("def unused(k):\n        return k", "def unused(k):\n        return k + 1"),
        ("FACTOR = 2", "OTHER = 9\n    FACTOR = 2"),
        ('"x"', "'x'"),
    ],
)
def test_what_does_not_count(taken, old, new):
    assert old in BASE
    assert taken(BASE.replace(old, new)) == taken()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("FACTOR = 2", "FACTOR = 3"),
        ("FACTOR = 2", "FACTOR = 2.0"),
        ("return k + 1", "return k - 1"),
        ("return k + 1", "return 1 + k"),
        ("deeper(k) * FACTOR", "deeper(k) * 2"),
        ("def f(k, seed):", "def f(k, seed, extra=1):"),
        ('"x"', '"y"'),
        ("shared97.add", "shared97.other"),
        ("FACTOR = 2", "FACTOR = 2\n    FACTOR += 1"),
    ],
)
def test_what_counts(taken, old, new):
    assert old in BASE
    assert taken(BASE.replace(old, new)) != taken()


def test_shared_modules_count_as_far_as_they_are_used(taken):
    assert taken(shared=SHARED.replace("STEP = 5", "STEP = 6")) != taken()
    assert taken(shared=SHARED.replace("a + b + STEP", "a - b + STEP")) != taken()
    assert taken(shared=SHARED.replace("return a\n", "return -a\n")) == taken()
    by_name = BASE.replace("import shared97", "import shared97\n    from labkit.experiments.shared97 import add")
    by_name = by_name.replace("shared97.add(", "add(")
    assert taken(by_name, SHARED.replace("STEP = 5", "STEP = 6")) != taken(by_name)


def test_module_may_be_renamed(lab):
    source = BASE.replace("    from labkit.experiments import shared97\n", "").replace("shared97.add(k, seed)", "0")
    assert fingerprint(lab(source).f) == fingerprint(lab(source, "lab96_other").f)


def test_the_spelling_is_pinned(lab):
    """Records hold fingerprints, so the same code must give the same one under every Python and labkit."""
    module = lab(
        "A = 1\n\ndef f(k, seed=None, *, t: int = 0):\n    return [{'x': A * k[-1:]} for _ in (1.5, 'a', f'{k!r}')]\n"
    )
    assert fingerprint(module.f) == "8fc7b1b8f8680ae6"


def test_functions_inside_functions_are_refused():
    def inner(k, seed): ...

    with pytest.raises(LabkitError, match="not at the top"):
        fingerprint(inner)
    inner.__module__ = "__main__"
    with pytest.raises(LabkitError, match="module file"):
        fingerprint(inner)
