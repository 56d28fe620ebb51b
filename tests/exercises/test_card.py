"""A card says the same in a terminal, in HTML and as data, and lets no student text become markup."""

import json
from html.parser import HTMLParser

import numpy as np
import pytest

from labkit.exercises import Exercise, Probe, check
from labkit.exercises.card import MIME, Note, code
from tests.exercises.samples import DENSE, GRADIENTS, LOGISTIC, dense, logistic

VOID = {"br"}


class Tags(HTMLParser):
    """Collects tags and fails on unbalanced ones."""

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.attributes = [], [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.attributes.append(dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed(html):
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    return tags


CARDS = {
    "passed": (LOGISTIC, logistic),
    "known": (LOGISTIC, lambda x, k: logistic(x)),
    "empty": (LOGISTIC, lambda x, k: None),
    "error": (LOGISTIC, lambda x, k: x / None),
    "failed": (DENSE, lambda x, W, b: x @ W),
}


@pytest.mark.parametrize("state", CARDS)
def test_every_state_in_every_form(state):
    exercise, answer = CARDS[state]
    card = check(exercise, answer)
    assert card.state == state
    bundle = card._repr_mimebundle_()
    assert bundle["text/plain"] == str(card) == repr(card)
    assert str(card).startswith(f"{card.points:g} of {exercise.points:g} point")
    with pytest.raises(ValueError):
        float(str(card).split(":")[0])  # nbgrader takes a bare number for a grade
    data = json.loads(json.dumps(bundle[MIME]))
    assert data["exercise"] == exercise.id
    assert (data["passed"], data["points"], data["possible"]) == (card.passed, card.points, exercise.points)
    assert {"misconception", "diagnosis", "message"} < set(data)
    tags = parsed(bundle["text/html"])
    assert tags.attributes[0]["role"] == "status"
    assert card.score in tags.attributes[0]["aria-label"]
    assert any(a.get("role") == "heading" for a in tags.attributes)
    assert any(a.get("aria-hidden") == "true" for a in tags.attributes), "the icon is for the eye only"
    assert not {"script", "img", "link"} & set(tags.seen)
    assert "http" not in bundle["text/html"]


def test_sentence_of_a_passed_check():
    assert str(check(LOGISTIC, logistic)) == "2 of 2 points: logistic is right on all 5 probes."
    assert str(check(DENSE, dense)) == "1 of 1 point: dense is right on all 3 probes."


def test_student_text_is_escaped():
    def attack(x):
        raise ValueError("</div><script>alert(1)</script> `<b>`")

    exercise = Exercise(
        id="99.echo",
        name="echo",
        title="<i>Echo</i> & co",
        points=1,
        reference=lambda x: x,
        probes=lambda rng: [Probe("<u>text</u>", label="<s>"), Probe("b")],
    )
    for answer in (attack, lambda x: "<script>x</script>", lambda x: {"<b>": 1.0}):
        html = check(exercise, answer)._repr_html_()
        assert not {"script", "b", "u", "s", "i"} & set(parsed(html).seen)


def test_huge_values_stay_short():
    exercise = Exercise(
        id="99.big",
        name="big",
        title="Big",
        points=1,
        reference=lambda x, W: x.sum(),
        probes=lambda rng: [Probe(rng.normal(size=(500, 784)), [rng.normal(size=(784, 256))] * 40)],
    )
    card = check(exercise, lambda x, W: np.repeat(x, 3, axis=0))
    assert len(str(card)) < 2000
    assert "array of shape (1500, 784)" in str(card)


def test_note():
    note = Note("Your prediction", "`k` < 2")
    assert str(note) == "Your prediction: k < 2"
    assert "<code>k</code> &lt; 2" in note._repr_html_()
    parsed(note._repr_html_())


def test_code_and_emphasis():
    assert code("*into* `a * b * c` 2 * k * x") == "<em>into</em> <code>a * b * c</code> 2 * k * x"


def test_parts_and_warnings_are_pointed_at():
    card = check(GRADIENTS, lambda x, d: (x.T @ d, d.max(axis=0)))
    assert "expected: a tuple of 2: array (3, 4), array (4,); [1] differs" in str(card)
    card = check(LOGISTIC, lambda x, k: (1 + np.exp(-x * k)) ** -1.0)
    assert "and NumPy warns: overflow encountered in exp" in str(card)
    assert "an array of shape (2,), and no warning" in str(card)
