"""What can be said about an epoch of batches without knowing how it was drawn.

Many ways of drawing an order are right, and give different orders. So the check asks about each answer, in words, what
has to be true of all of them.
"""

from typing import Any

import numpy as np

NOTHING = "cannot be said"
FEW = 10
"""Below it a shuffled order may well be one that only begins elsewhere."""


def facts(x: np.ndarray, t: np.ndarray, batch_size: int, first: list, second: list, again: list) -> dict[str, Any]:
    """Sizes of the batches of an epoch, and in words: what was seen, with which target, in which order."""
    told = {"batches": "pairs (x, t)", "sizes": np.zeros(0, dtype=int), "rows": NOTHING}
    told |= {"seen": NOTHING, "targets": NOTHING, "order": NOTHING, "next epoch": NOTHING, "from rng": NOTHING}
    if not all(_is_pair(batch) for batch in first):
        return told | {"batches": _instead_of_pairs(first)}
    told["sizes"] = np.array([len(part) for part, _ in first])
    told["rows"] = "as they were" if all(_fits(batch, x, t) for batch in first) else "of another shape"
    if told["rows"] != "as they were" or any(len(part) != len(target) for part, target in first):
        return told | {"targets": "not one for each sample"} if told["rows"] == "as they were" else told
    numbers, targets = [_numbers([pair[i] for pair in first], data) for i, data in enumerate((x, t))]
    told["seen"] = _seen(numbers, len(x))
    told["targets"] = "each sample has its own" if numbers == targets else "some belong to other samples"
    later, repeated = (
        _numbers([pair[0] for pair in epoch], x) if all(map(_is_pair, epoch)) else [] for epoch in (second, again)
    )
    if numbers != later and all(_goes_round(order, len(x)) for order in (numbers, later)):
        return told | {"order": "that of the data, begun elsewhere"}
    told["order"] = _order(numbers, [len(part) for part, _ in first], batch_size, len(x))
    told["next epoch"] = "the same order" if later == numbers else "another order"
    told["from rng"] = "the same seed gives the same order" if repeated == numbers else "other orders from one seed"
    return told


def _is_pair(batch: Any) -> bool:
    return isinstance(batch, tuple | list) and len(batch) == 2 and all(np.ndim(part) > 0 for part in batch)


def _instead_of_pairs(batches: list) -> str:
    if all(isinstance(batch, np.ndarray) and batch.ndim for batch in batches):
        whole = all(batch.ndim == 1 and batch.dtype.kind == "i" for batch in batches)
        return "numbers of samples" if whole else "arrays alone"
    if len(batches) == 2 and all(isinstance(batch, tuple | list) for batch in batches):
        return "all of x, and all of t"
    return "not all of them are pairs (x, t)"


def _fits(batch: tuple, x: np.ndarray, t: np.ndarray) -> bool:
    return all(np.shape(part)[1:] == data.shape[1:] for part, data in zip(batch, (x, t), strict=True))


def _numbers(parts: list, data: np.ndarray) -> list[int]:
    """Which sample each row is; -1 for one that is none."""
    places = {row.tobytes(): i for i, row in enumerate(data)}
    rows = [np.ascontiguousarray(row, dtype=data.dtype) for part in parts for row in part]
    return [places.get(row.tobytes(), -1) for row in rows]


def _seen(numbers: list[int], n: int) -> str:
    missing, repeated = len(set(numbers) - {-1}) < n, len(set(numbers)) < len(numbers)
    if -1 in numbers:
        return "rows that are no samples"
    return {
        (False, False): "every sample once",
        (True, False): "some samples are left out",
        (False, True): "every sample, some more than once",
        (True, True): "some samples more than once, others never",
    }[missing, repeated]


def _goes_round(numbers: list[int], n: int) -> bool:
    """Whether this is the order of the data, begun at another sample."""
    return bool(numbers) and n >= FEW and numbers == [(numbers[0] + i) % n for i in range(len(numbers))]


def _order(numbers: list[int], sizes: list[int], batch_size: int, n: int) -> str:
    """How the order of the epoch relates to that of the data."""
    if numbers == list(range(n))[: len(numbers)]:
        return "that of the data"
    if numbers == list(range(n))[::-1][: len(numbers)]:
        return "that of the data, backwards"
    if not 1 < batch_size < n:
        return "mixed"
    ends = np.cumsum(sizes)
    batches = [numbers[end - size : end] for end, size in zip(ends, sizes, strict=True)]
    together = [[i // batch_size for i in batch] for batch in batches]
    if any(len(set(block)) > 1 for block in together):
        steady = all(batch == sorted(batch) for batch in batches)
        return "mixed, but sorted in each batch" if steady else "mixed"
    if [block[0] for block in together if block] == sorted(block[0] for block in together if block):
        return "mixed only inside each batch"
    return "whole batches in another order"
