"""The instructor's path: release, collect, grade, give back; nbgrader's format and gradebook, hardened.

Read in this order: :mod:`settings` and :mod:`places` (where everything lies), :mod:`release`, :mod:`collect`; then what
happens to one submission: :mod:`matching` and :mod:`preflight` (rebuilt from the released notebook), :mod:`needed`
(which cells a grade needs), :mod:`secret`, :mod:`wire`, :mod:`sandbox` and :mod:`runner` (answers, from inside),
:mod:`scoring` and :mod:`marking` (points, outside); and what happens to a cohort: :mod:`fingerprint` and
:mod:`pending` (what is still to be marked), :mod:`workforce`, :mod:`gradebook`, :mod:`lateness` and :mod:`grade` (one
writer).

What grading leaves behind, for export, feedback and report, in the folder of the cohort (``places.Places``):

``gradebook.db``
    nbgrader's. Per lab (assignment ``NN_name``, notebook ``name``) and student one submission. Checks are grade cells
    ``check-NN-exercise``: ``auto_score`` is a number, or None with ``needs_manual_grade`` where only a person can say.
    Written answers are grade cells ``written-NN-name``. Comments stand at the solution cells ``ex-NN-exercise`` and
    ``written-NN-name`` (``auto_comment``: what was found, with the flags of that exercise).
    ``SubmittedNotebook.flagged`` says that something needs a human. Points for written answers and any change come
    from nbgrader's page (``formgrader``).
``results/STUDENT/NN_name.json``
    What grading found, as plain data, see :class:`labkit.grading.result.Result`: per exercise points, possible, passed,
    misconception, diagnosis, message, hint; written answers; flags; time stamps; whether a sandbox was used.
``autograded/STUDENT/NN_name/name.ipynb``
    The rebuilt notebook that nbgrader's page shows, with a card under every check and the rubric under every written
    answer (cells with ``metadata.labkit.rubric``: for instructors only, leave them out of what students get).
``submitted-originals/`` and ``submitted/``
    What came in, byte for byte, and the copy of it that is graded.
"""
