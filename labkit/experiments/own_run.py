"""One switch between the recorded run on the full data and one's own, which takes its time."""

from labkit.experiments.record_run import record
from labkit.files import cache_folder
from labkit.records import Records
from labkit.records import load as recorded


def full_run(id: str, run: bool = False) -> Records:
    """Return a recorded run as it came with labkit, or make it anew on this machine.

    Parameters
    ----------
    id : str
        ``"13.full"``.
    run : bool
        True runs all of it here, with a progress bar. What is done stays done: stopped and started again, it goes on
        where it was. The result is kept in the cache folder, and labkit's own record is not touched.

    Returns
    -------
    Records

    Raises
    ------
    LabkitError
        When the data are not at hand, with what to do.
    """
    kept = recorded(id)
    if not run:
        minutes = max(1, round(kept.provenance["seconds"] / 60))
        print(f"Recorded: {kept.caption()}. All of it took {minutes} minutes of computing.")
        return kept
    folder = cache_folder() / "own-records" / id.partition(".")[0]
    record(id, folder=folder)
    return recorded(id, folder=folder)
