"""One source, three products: ``lab.py`` becomes the student's notebook, the solved one and a book page.

Read the files in this order: :mod:`~labkit.course.source` reads a lab, :mod:`~labkit.course.cells` turns
the words of its cell headers into nbgrader cells (:mod:`~labkit.course.misuse` says what is wrong with
one), :mod:`~labkit.course.solved` and
:mod:`~labkit.course.student` are the two notebooks, :mod:`~labkit.course.execute` runs the solved one,
:mod:`~labkit.course.page` and :mod:`~labkit.course.book` make the book, :mod:`~labkit.course.drift` and
:mod:`~labkit.course.leak` guard what is published, and :mod:`~labkit.course.cli` is the ``labkit``
command.
"""
