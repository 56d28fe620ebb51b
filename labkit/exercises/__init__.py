"""Exercises that teach: a check runs a student's function, and a card says what it saw.

=================  ====================================================================================
`Exercise`         a reference, probes, points, and the misconceptions it recognises
`PaperExercise`    numbers worked out by hand, marked at the first wrong node with errors carried forward
`check`            mark an answer and show a card
`use`              the student's function once it is right, labkit's until then
`reveal`           a prediction beside the measurement
`find`             an exercise by its id
=================  ====================================================================================

The exercises of lab NN stand beside this module in ``labNN_name.py``, or in a package ``labNN_name`` with one file for
each exercise; either has a list called ``EXERCISES``.
"""

from labkit.exercises.card import Card
from labkit.exercises.checking import CheckFailed, check, use
from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.paper import PaperExercise
from labkit.exercises.prediction import reveal
from labkit.exercises.probe import Probe
from labkit.exercises.registry import all_exercises, find, of_lab
from labkit.exercises.step import Step
from labkit.exercises.verdict import Verdict, Where

__all__ = [
    "Card",
    "CheckFailed",
    "Exercise",
    "Misconception",
    "PaperExercise",
    "Probe",
    "Step",
    "Verdict",
    "Where",
    "all_exercises",
    "check",
    "find",
    "of_lab",
    "reveal",
    "use",
]
