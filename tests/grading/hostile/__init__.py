"""Hostile and broken submissions of lab 03, in :data:`CASES`: each module lists those of its kind."""

from hostile import answers, resources, cells, files, attacks  # isort: skip  # the order of the table
from hostile.case import CASES

__all__ = ["CASES", "answers", "attacks", "cells", "files", "resources"]
