"""What a plot cannot draw is refused in one sentence that names the plot, before anything is drawn."""

import os

import numpy as np
import pandas as pd
import pytest

from labkit import plots
from labkit.errors import LabkitError

PAIR = (lambda x, k: x * k, lambda x, k: np.full_like(x, k))


@pytest.mark.parametrize(
    ("draw", "sentence"),
    [
        (lambda: plots.activation_curves(*PAIR, values=()), "at least one value of k"),
        (
            lambda: plots.activation_curves(PAIR[0], lambda x, k: k),
            r"gave the derivative 401 .* shape \(\) back",
        ),
        (lambda: plots.gradient_error([1e-3], {}), "a mapping of ways to errors"),
        (lambda: plots.gradient_error([1e-3], {"one-sided": [[0.0]]}), "above 0 for its logarithmic axes; 'one-sided'"),
        (lambda: plots.gradient_error([1e-3], {"one-sided": [[np.nan]]}), "above 0"),
        (lambda: plots.range_test([0.1, 1], []), "at least one curve"),
        (lambda: plots.range_test([0.1, 1], [[np.nan, np.nan]]), "without a finite loss"),
        (lambda: plots.range_test([0.1, 1], [[]]), "without a finite loss"),
        (lambda: plots.loss_surface([0, 1], [0, 1, 2], np.ones((2, 3))), r"here \(3, 2\).* it got shape \(2, 3\)"),
        (lambda: plots.loss_surface([0, 1], [0, 1], np.full((2, 2), np.nan)), "with a finite value"),
        (lambda: plots.loss_surface([0, 1], [0, 1], np.eye(2), path=[0, 1]), r"shape \(points, 2\), not \(2,\)"),
        (lambda: plots.layer_grid({}), "was given no image"),
        (lambda: plots.layer_grid({"weights": []}), "was given no image"),
        (lambda: plots.layer_grid({"weights": [np.ones(4)]}, ["a", "b"]), "2 names for 1 layers"),
        (lambda: plots.histograms(np.ones(3)), "no layer: pass a mapping"),
        (lambda: plots.heat_map([["a"]]), "a table of numbers"),
        (lambda: plots.heat_map(pd.DataFrame({"a": ["x"]})), "a table of numbers"),
        (lambda: plots.heat_map(np.empty((0, 3))), "rows, columns and a finite value"),
        (lambda: plots.filters([np.ones((2, 2)), np.ones((3, 3))]), "filters of different sizes are shown by maps"),
        (lambda: plots.embedding([["a", "b"]]), "positions that are numbers"),
        (lambda: plots.embedding(np.ones((3, 2)), columns=0), "columns=0"),
        (lambda: plots.training_curves({}), "at least one run and one metric"),
        (lambda: plots.training_curves(np.ones(3), []), "at least one run and one metric"),
        (lambda: plots.training_curves(np.empty((2, 0))), r"it got shape \(2, 0\)"),
        (lambda: plots.training_curves([[1, 2], [1]]), "as many points in each run"),
        (lambda: plots.training_curves(np.ones((2, 2, 2))), r"it got shape \(2, 2, 2\)"),
        (lambda: plots.training_curves(3.0), "was given a float: pass a History"),
        (lambda: plots.network_diagram([]), "no weights"),
        (lambda: plots.network_diagram([np.ones(3)]), r"weights\[0\] of shape \(3,\); \(n_inputs, n_outputs\)"),
        (lambda: plots.network_diagram([np.ones((2, 3)), np.ones((2, 1))]), r"weights\[1\] .*\(3, n_outputs\)"),
        (lambda: plots.network_diagram([np.ones((2, 3))], [np.ones(2)]), r"biases of shapes \(2,\); .*: \(3,\)"),
    ],
)
def test_one_sentence(draw, sentence):
    with pytest.raises(LabkitError, match=sentence) as refused:
        draw()
    assert "\n" not in str(refused.value) and str(refused.value).endswith(".")


PICTURE = plots.maps([np.eye(3)])


def test_a_picture_is_saved_whole_in_a_folder_that_was_not_there(tmp_path):
    path = PICTURE.save(tmp_path / "new" / "eye.svg")
    assert path.read_bytes().startswith(b"<?xml") and [path] == list(path.parent.iterdir())


@pytest.mark.parametrize("name", ["eye", "eye.docx", "eye.png.old"])
def test_a_format_that_is_not_known(tmp_path, name):
    with pytest.raises(LabkitError, match=rf"cannot be saved as '{name}': end its name in .*\.pdf, .*\.png"):
        PICTURE.save(tmp_path / name)


@pytest.mark.parametrize("picture", [PICTURE, plots.animation([PICTURE, PICTURE])], ids=["picture", "film"])
def test_a_place_that_cannot_be_written(tmp_path, picture):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LabkitError, match="cannot be written to"):
        picture.save(tmp_path / "file" / ("eye.png" if picture is PICTURE else "eye.gif"))
    assert os.listdir(tmp_path) == ["file"]
