"""What the network's numbers depend on besides its equations: the version of its arithmetic, and blocks.

Recorded runs remember the version below. Raise it by hand whenever a change moves the results of a training
run (another formula, another order of random draws); a change of speed alone leaves it as it is.
"""

import math
from collections.abc import Iterator

import numpy as np

NUMERICS_VERSION = 1

BLOCK_ELEMENTS = 32_768  # 128 kB of float32: several passes over a block stay within the processor's second-level cache
STEP_ELEMENTS = 131_072  # parameters that step together: what is to be subtracted is still in that cache then
CHUNK_ROWS = 2_500  # samples that go through together: enough for fast products, few enough for memory
IMAGE_CHUNK_ROWS = 128  # images that go through convolutions together: they see every pixel many times


def row_blocks(array: np.ndarray) -> Iterator[slice]:
    """Cut the rows of an array into slices of about ``BLOCK_ELEMENTS`` elements.

    An activation reads and writes its array four times; block by block, only the first reading comes from
    main memory.
    """
    n_rows = len(array)
    step = max(1, BLOCK_ELEMENTS * n_rows // max(1, array.size))
    return (slice(start, start + step) for start in range(0, n_rows, step))


def in_memory_order(*arrays: np.ndarray) -> tuple[np.ndarray, ...]:
    """The arrays as they are; or, where the samples are last in memory, with one row for each unit of all samples.

    Blocks of rows are contiguous then. What is done number by number may be done in either view.
    """
    if not arrays[0].flags.c_contiguous:
        turned = [array.transpose(*range(1, array.ndim), 0) for array in arrays]
        if all(array.flags.c_contiguous for array in turned):
            return tuple(array.reshape(-1, array.shape[-1]) for array in turned)
    return arrays


def chunks(n_samples: int, rows: int = CHUNK_ROWS) -> list[slice]:
    """Cut ``n_samples`` into equal slices of at most ``rows`` samples each."""
    n_chunks = max(1, -(-n_samples // rows))
    step = max(1, -(-n_samples // n_chunks))
    return [slice(start, min(start + step, n_samples)) for start in range(0, n_samples, step)]


def all_finite(array: np.ndarray) -> bool:
    """Whether no number is nan or infinite.

    Their sum tells, in one pass: it is finite only if all of them are. A sum may overflow all by itself, so where it
    has, the largest and the smallest number decide.
    """
    if math.isfinite(np.einsum("i->", array.ravel())):  # in a third of the time of np.sum
        return True
    with np.errstate(invalid="ignore"):
        return bool(np.isfinite(array.max(initial=0)) and np.isfinite(array.min(initial=0)))


def products_finite(a: np.ndarray, b: np.ndarray) -> bool:
    """Whether every product of a number of ``a`` and one of ``b`` is finite: the product of the largest tells."""
    with np.errstate(over="ignore", invalid="ignore"):
        return bool(np.isfinite(np.abs(a).max(initial=0) * np.abs(b).max(initial=0)))


def flush_tiny(array: np.ndarray) -> np.ndarray:
    """Set to zero, in place, what is so small that its products would be subnormal numbers.

    Numbers under 1e-38 (float32) are stored in a special form on which processors are up to 150 times
    slower. Everything below the square root of that limit, 1e-19, goes to zero: seventeen orders of
    magnitude under what float32 can tell apart from 1.
    """
    array[np.abs(array) < np.sqrt(np.finfo(array.dtype).tiny)] = 0
    return array
