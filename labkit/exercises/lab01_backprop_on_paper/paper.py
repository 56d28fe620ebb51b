"""One update of a 2-2-2 net by hand; the sheet itself stands in :mod:`labkit.exercises.paper_net`."""

from labkit.exercises import paper_net
from labkit.exercises.paper import PaperExercise

PAPER = PaperExercise(
    id="01.paper",
    name="paper",
    title="One update by hand",
    numbers=paper_net.numbers,
    steps=paper_net.STEPS,
    decimals=paper_net.DECIMALS,
    atol=paper_net.TOLERANCE,
)
