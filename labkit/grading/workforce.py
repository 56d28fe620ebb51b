"""The workforce: chunks of submissions handed to processes here, or to a Dask cluster by its address."""

import math
from collections.abc import Iterator, Sequence

from labkit.errors import LabkitError
from labkit.grading.job import Job, Marked
from labkit.grading.marking import mark

LARGEST_CHUNK = 20


def chunks(jobs: Sequence[Job], workers: int) -> list[list[Job]]:
    """Split jobs into chunks of 10 to 20, fewer only where there are not enough for all workers.

    A chunk shares what costs most at the start of a process, the imports; the labs of a chunk are alike.
    """
    if not jobs:
        return []
    jobs = sorted(jobs, key=lambda job: (job.lab, job.student))
    n = max(math.ceil(len(jobs) / LARGEST_CHUNK), min(workers, len(jobs)))
    size = min(math.ceil(len(jobs) / n), LARGEST_CHUNK)
    return [jobs[i : i + size] for i in range(0, len(jobs), size)]


def mark_chunk(jobs: list[Job]) -> list[Marked]:
    """Mark some submissions one after the other; runs in a worker."""
    return [mark(job) for job in jobs]


def run_here(jobs: Sequence[Job], workers: int) -> Iterator[list[Marked]]:
    """Mark on this machine, results as they come. A worker that the system killed costs one more try."""
    from joblib import Parallel, delayed
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    parts = chunks(jobs, workers)
    if workers == 1 or len(parts) == 1:
        yield from map(mark_chunk, parts)
        return
    done: set[tuple[str, str]] = set()
    try:
        for marked in Parallel(n_jobs=workers, return_as="generator_unordered", batch_size=1, pre_dispatch="all")(
            delayed(mark_chunk)(part) for part in parts
        ):
            done |= {(m.result.student, m.result.lab) for m in marked}
            yield marked
    except TerminatedWorkerError:
        left = [job for job in jobs if (job.student, job.lab) not in done]
        for job in left:
            yield mark_chunk([job])


def run_on(jobs: Sequence[Job], address: str) -> Iterator[list[Marked]]:
    """Mark on a Dask cluster; a chunk whose worker died is given to another one.

    Raises
    ------
    LabkitError
        When there is no scheduler at the address, it has no workers, or a chunk fails on several workers.
    """
    from dask.distributed import Client, as_completed

    try:
        client = Client(address, timeout=15, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as problem:
        raise LabkitError(f"No Dask scheduler answers at {address} ({type(problem).__name__}): check it.") from None
    with client:
        workers = len(client.scheduler_info(n_workers=-1)["workers"])
        if not workers:
            raise LabkitError(f"The Dask scheduler at {address} has no workers: start some with 'dask worker'.")
        futures = [client.submit(mark_chunk, part, pure=False, retries=2) for part in chunks(jobs, workers)]
        for future in as_completed(futures, loop=client.loop):
            if future.status != "finished":
                raise LabkitError(f"A chunk failed on the cluster ({future.exception()}): run the same command again.")
            yield future.result()
            future.release()
