"""What the checks of an executed notebook said: each leaves a card among the outputs of its cell."""

from typing import Any

from nbformat import NotebookNode

from labkit.exercises.card import MIME


def cards_of(cell: NotebookNode) -> list[dict[str, Any]]:
    """Cards among the outputs of one executed cell."""
    return [output.data[MIME] for output in cell.get("outputs", []) if MIME in output.get("data", {})]


def cards_by_check(notebook: NotebookNode) -> dict[str, dict[str, Any]]:
    """Last card of each check cell, by the id of the exercise, in the order of the notebook."""
    cards = {}
    for cell in notebook.cells:
        exercise = cell.metadata.get("labkit", {}).get("check")
        if exercise is not None:
            cards[exercise] = next(reversed(cards_of(cell)), None)
    return cards
