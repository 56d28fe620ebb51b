"""Two verbs of a lab: check an answer, and use it once it is right."""

import os
import sys
from typing import Any

from labkit.errors import LabkitError
from labkit.exercises.card import Card, Note
from labkit.exercises.registry import find


class CheckFailed(LabkitError):
    """A check failed while ``LABKIT_STRICT=1`` asks for every check to pass.

    Its message is the card's first line; ``card`` is all of it, and a traceback shows that below as a note.
    """

    def __init__(self, card: Card) -> None:
        """Say the card's first line."""
        first, _, rest = str(card).partition("\n")
        super().__init__(f"{card.exercise}: {first}")
        self.card = card
        if rest:
            self.add_note(rest)


def check(id: Any, obj: Any, student: str = "guest") -> Card:
    """Mark an answer and return the card that shows how it went.

    Parameters
    ----------
    id : str or Exercise
        ``"03.sigmoid"``.
    obj : object
        The student's function, or the dict of blanks of a paper exercise.
    student : str
        Whose numbers to use, where they are drawn per student.

    Raises
    ------
    LabkitError
        When there is no such exercise.
    CheckFailed
        When the answer is not right and the environment says ``LABKIT_STRICT=1``.
    """
    exercise = find(id)
    card = Card(exercise.id, exercise.title, exercise.mark(obj, student))
    if os.environ.get("LABKIT_STRICT") == "1" and not card.passed:
        raise CheckFailed(card)
    return card


def use(id: Any, obj: Any, student: str = "guest") -> Any:
    """Return the student's own answer once its check passes, labkit's until then, with a visible note.

    Parameters
    ----------
    id, obj, student
        As in :func:`check`.

    Returns
    -------
    object
        ``obj`` itself, or the exercise's reference.
    """
    exercise = find(id)
    card = check(exercise, obj, student)
    if card.passed:
        return obj
    why = "is not written yet" if card.diagnosis == "not attempted" else "does not pass its check yet"
    show(
        Note(
            "For now with labkit's version",
            f"Your `{exercise.name}` {why}, so the cells below use labkit's. Come "
            "back, mend it, and run them again with your own.",
        )
    )
    return exercise.fallback(student)


def show(note: Note) -> None:
    """Display a note in a notebook; print it elsewhere."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if shell is None:
        print(note)
    else:
        from IPython.display import display

        display(note)
