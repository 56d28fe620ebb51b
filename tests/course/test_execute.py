"""Running a notebook: what a kernel says outside of any cell is nobody's news, unless it dies of it."""

import nbformat
import pytest

from labkit.course.execute import LabFailed, run


def notebook(*sources):
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])


# Past sys.stderr, which a cell's output goes through: ipykernel leaves the descriptor itself alone in tests.
ASIDE = "import os\nos.write(2, b'zmq.error.ZMQError: late\\n')"


def test_output_stays_and_what_the_kernel_says_aside_is_kept_away(tmp_path, capfd):
    done = run(notebook("print(6 * 7)", ASIDE), tmp_path, name="tiny")
    assert done.cells[0].outputs[0].text == "42\n"
    assert capfd.readouterr().err == ""


def test_a_kernel_that_dies_is_told_with_its_error(tmp_path, capfd):
    with pytest.raises(LabFailed, match=r"tiny: cell 2 \(.*\) ended its kernel .*: zmq.error.ZMQError: late$"):
        run(notebook("1", ASIDE + "\nos._exit(1)"), tmp_path, name="tiny")
    assert capfd.readouterr().err == ""


def test_a_cell_that_raises_is_named(tmp_path):
    with pytest.raises(LabFailed, match="cell 2 .* raised ValueError: no"):
        run(notebook("1", "raise ValueError('no')"), tmp_path, name="tiny")
