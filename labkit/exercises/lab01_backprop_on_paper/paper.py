"""One update of a 2-2-2 net by hand."""

from labkit.exercises.lab01_backprop_on_paper import sheet
from labkit.exercises.paper import PaperExercise

PAPER = PaperExercise(
    id="01.paper",
    name="paper",
    title="One update by hand",
    numbers=sheet.numbers,
    steps=sheet.STEPS,
    decimals=sheet.DECIMALS,
    atol=sheet.TOLERANCE,
)
