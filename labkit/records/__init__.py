"""Recorded runs: tables that show what came out, how it was made, and whether the code has changed since.

``records.load("03.rate_by_k")`` reads ``labkit/records/03_.../rate_by_k.csv`` and the note of provenance
beside it. Nothing here runs an experiment; ``labkit record`` does.
"""

from labkit.records.records import Records, load, names

__all__ = ["Records", "load", "names"]
