"""One kind of error is meant to be read by a person: a single sentence that says what to do."""


class LabkitError(Exception):
    """What was given, what was expected, and the remedy, in one sentence.

    The command line prints it as one line and exits with code 2; in a notebook it ends the traceback.
    """
