"""What the checks of an executed notebook said: each leaves a card among the outputs of its cell."""

from typing import Any

from nbformat import NotebookNode

from labkit.exercises.card import MIME


def cards_of(cell: NotebookNode) -> list[dict[str, Any]]:
    """Cards among the outputs of one executed cell."""
    return [output.data[MIME] for output in cell.get("outputs", []) if MIME in output.get("data", {})]
