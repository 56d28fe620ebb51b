"""What the figures show, read back from the drawn objects, and what their words say."""

import numpy as np
import pandas as pd
import pytest

from labkit import nn
from labkit.errors import LabkitError
from labkit.plots import (
    activation_curves,
    descend,
    heat_map,
    histograms,
    layer_grid,
    loss_surface,
    network_diagram,
    style,
    training_curves,
)
from labkit.plots.grids import as_image


def recorded(*ends):
    """Runs that rise in a straight line to their ends, one seed each, 11 steps."""
    return pd.DataFrame(
        {"seed": seed, "iteration": i, "accuracy": end * i / 100, "validation_accuracy": end * i / 200}
        for seed, end in enumerate(ends)
        for i in range(0, 101, 10)
    )


def texts(axes):
    return [text.get_text() for text in axes.texts]


# -- training curves ------------------------------------------------------------------------------------------------


def test_the_line_is_the_mean_and_the_band_reaches_from_lowest_to_highest():
    picture = training_curves({"rate 1": recorded(0.2, 0.6, 0.7)})
    (axes,) = picture.figure.axes
    (line,), (band,) = axes.lines, axes.collections
    assert line.get_ydata()[-1] == pytest.approx(0.5)
    at_end = band.get_paths()[0].vertices
    at_end = at_end[np.isclose(at_end[:, 0], 100)]
    assert (at_end[:, 1].min(), at_end[:, 1].max()) == (pytest.approx(0.2), pytest.approx(0.7))
    assert picture.alt == (
        "Accuracy over 100 iterations: rate 1: rises from 0.0 % to 50.0 % "
        "(3 seeds, runs end between 20.0 % and 70.0 %)."
    )
    assert texts(axes) == ["rate 1"]


def test_the_standard_deviation_is_the_samples():
    picture = training_curves({"a": recorded(0.2, 0.6, 0.7)}, spread="std")
    edge = np.std([0.2, 0.6, 0.7], ddof=1)
    assert picture.figure.axes[0].collections[0].get_paths()[0].vertices[:, 1].max() == pytest.approx(0.5 + edge)
    with pytest.raises(LabkitError, match="'range' and 'std'"):
        training_curves({"a": recorded(0.2)}, spread="sem")


def test_a_live_run_keeps_the_colour_of_its_setting():
    rng = np.random.default_rng(0)
    x = rng.random((60, 4))
    t = np.eye(2)[(x[:, 0] > 0.5).astype(int)]
    net = nn.Sequential([nn.Dense(4, 2, init=nn.FanInNormal()), nn.Sigmoid()], seed=0)
    history = nn.fit(net, x, t, loss=nn.SquaredError("mean"), optimizer=nn.SGD(0.5), epochs=40, progress=False)
    picture = training_curves({"a": recorded(0.2, 0.4), "b": recorded(0.5, 0.6)}, live={"b": history})
    mean_a, mean_b, live = picture.figure.axes[0].lines
    assert live.get_color() == mean_b.get_color() != mean_a.get_color()
    assert live.get_ydata() == pytest.approx(history.accuracy)
    assert live.get_xdata()[-1] == 40
    assert "b, live" in picture.alt


def test_one_history_shows_loss_and_accuracy_in_the_colours_of_train_and_test():
    class Run:
        iterations = np.array([1, 2, 3])
        loss, accuracy = np.array([0.9, 0.4, 0.12]), np.array([0.1, 0.5, 0.8])
        validation_loss, validation_accuracy = loss + 0.1, accuracy - 0.1

    picture = training_curves(Run(), ("loss", "accuracy"), validation=True)
    left, right = picture.figure.axes
    assert [line.get_color() for line in left.lines] == [style.TRAIN, style.TEST]
    assert (left.get_ylabel(), right.get_ylabel(), left.get_xlabel()) == ("loss", "accuracy", "iteration")
    assert "train: falls from 0.9 to 0.12; test: falls from 1 to 0.22" in picture.alt
    assert "train: rises from 10.0 % to 80.0 %; test: rises from 0.0 % to 70.0 %" in picture.alt


def test_a_run_that_stopped_early_is_compared_over_the_shared_steps():
    frame = recorded(0.4, 0.8)
    picture = training_curves({"a": frame[(frame.seed == 0) | (frame.iteration <= 50)]})
    assert picture.figure.axes[0].lines[0].get_xdata()[-1] == 50
    assert picture.figure.axes[0].lines[0].get_ydata()[-1] == pytest.approx(0.3)


def test_labels_at_line_ends_stay_apart_and_in_order():
    runs = {name: np.array([0, end]) for name, end in (("a", 0.5), ("b", 0.501), ("c", 0.502), ("d", 0.1))}
    axes = training_curves(runs).figure.axes[0]
    height = {text.get_text(): text.xy[1] for text in axes.texts}
    assert height["d"] < height["a"] < height["b"] < height["c"] <= 1
    assert min(height["b"] - height["a"], height["c"] - height["b"]) > 0.04


@pytest.mark.parametrize(
    ("runs", "metric", "words"),
    [
        (pd.DataFrame({"iteration": [1], "loss": [1.0]}), "accuracy", "columns iteration, loss: it needs 'accuracy'"),
        (pd.DataFrame({"accuracy": [1.0]}), "accuracy", "'iteration' or 'epoch'"),
        (nn.History(), "accuracy", "did not record"),
    ],
)
def test_runs_without_the_curve_are_refused_in_a_sentence(runs, metric, words):
    with pytest.raises(LabkitError, match=words):
        training_curves({"a": runs}, metric)


def test_validation_that_was_not_recorded_is_named():
    class Run:
        iterations, accuracy = np.array([1, 2]), np.array([0.1, 0.2])
        validation_accuracy = np.array([np.nan, np.nan])

    with pytest.raises(LabkitError, match="validation=\\(x, t\\)"):
        training_curves(Run(), validation=True)


# -- layer grids ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "shape"), [(784, (28, 28)), (256, (16, 16)), (128, (8, 16)), (10, (2, 5)), (7, (1, 7))])
def test_vectors_become_nearly_square_images(n, shape):
    image = as_image(np.arange(n))
    assert image.shape == shape
    assert image.ravel().tolist() == list(range(n))


def test_a_row_shares_one_scale_centred_on_zero_that_no_layer_outvotes():
    rng = np.random.default_rng(0)
    rows = {
        "mean activation": [rng.random(20), rng.random(10), rng.random(5)],
        "weights": [rng.normal(0, 0.01, (500, 100)), rng.normal(0, 0.01, (100, 50)), rng.normal(0, 1, (20, 5))],
        "last update": [np.zeros((4, 4)), np.zeros((4, 4)), np.zeros((4, 4))],
    }
    picture = layer_grid(rows)
    images = [axes.images[0] for axes in picture.figure.axes if axes.images]
    assert len(images) == 9
    limits = [image.get_clim() for image in images]
    for row in range(3):
        assert len(set(limits[3 * row : 3 * row + 3])) == 1
    assert limits[0][0] == 0
    assert limits[3][0] == -limits[3][1] and limits[3][1] > 1.5
    assert picture.figure.axes[0].get_title() == "layer 1"
    assert picture.figure.axes[3].get_xlabel() == "500 × 100, 1 in 12 shown"
    size = np.sqrt(np.mean(rows["weights"][2] ** 2))
    assert f"layer 3 {size:.3g}" in picture.alt


def test_layer_grid_refuses_rows_of_unequal_length_and_diverged_values():
    with pytest.raises(LabkitError, match="'a' has 1, 'b' has 2"):
        layer_grid({"a": [np.ones(4)], "b": [np.ones(4), np.ones(4)]})
    with pytest.raises(LabkitError, match="diverged"):
        layer_grid({"a": [np.full(4, np.nan)]})


# -- histograms, heat map, functions --------------------------------------------------------------------------------


def test_histogram_heights_are_shares_that_add_up_with_outliers_in_the_end_bins():
    values = np.concatenate([np.full(75, 0.1), np.full(20, 0.9), np.full(5, 99.0)])
    picture = histograms({"layer 1": values}, bins=10, limits=(0, 1))
    (axes,) = picture.figure.axes
    shares = axes.patches[0].get_data().values
    assert shares.sum() == pytest.approx(100)
    assert shares[9] == pytest.approx(25)
    assert f"mean {values.mean():.2g}" in picture.alt


def test_histograms_compare_series_on_one_axis_with_a_legend():
    rng = np.random.default_rng(0)
    layers = {f"layer {i}": {"before": rng.normal(0, i, 500), "after": rng.normal(0, 0.1, 500)} for i in (1, 2)}
    picture = histograms(layers, "gradient")
    one, two = picture.figure.axes
    assert one.get_xlim() == two.get_xlim()
    assert [text.get_text() for text in picture.figure.legends[0].texts] == ["before", "after"]
    with pytest.raises(LabkitError, match="no finite gradient"):
        histograms({"layer 1": np.array([np.nan])}, "gradient")


@pytest.mark.parametrize("empty", [[], {"k = 1": []}, {}])
def test_histograms_name_the_empty_layer(empty):
    with pytest.raises(LabkitError, match="no gradient for 'layer 2'"):
        histograms({"layer 1": [0.5, 1], "layer 2": empty}, "gradient")


def test_the_best_cell_of_each_row_is_framed_and_named():
    table = pd.DataFrame([[0.1, 0.6, np.nan], [0.7, 0.2, 0.3]], index=[0.5, 2.0], columns=[1e-6, 1e-5, 1e-4])
    picture = heat_map(table, row_label="k", column_label="rate")
    axes = picture.figure.axes[0]
    assert [(round(p.get_x() + 0.47), round(p.get_y() + 0.46)) for p in axes.patches] == [(1, 0), (0, 1)]
    assert texts(axes) == ["10 %", "60 %", "diverged", "70 %", "20 %", "30 %"]
    assert picture.alt.endswith("k 0.5: best at rate 1e-5 (60 %); k 2: best at rate 1e-6 (70 %).")


def test_heat_map_by_column_and_for_losses():
    values = np.array([[3.0, 10.0], [20.0, 5.0]])
    alt = heat_map(values, ["a", "b"], ["c", "d"], best="column", smaller_is_better=True, value_label="loss").alt
    assert "Column c: best at row a (3)" in alt and "column d: best at row b (5)" in alt
    with pytest.raises(LabkitError, match=r"1 row and 2 column names .* \(2, 2\)"):
        heat_map(values, ["a"], ["c", "d"])


def test_activation_curves_draw_the_functions_that_were_passed():
    picture = activation_curves(nn.functional.sigmoid, nn.functional.sigmoid_derivative, (0.5, 2))
    left, right = picture.figure.axes
    x = left.lines[1].get_xdata()
    assert left.lines[1].get_ydata() == pytest.approx(1 / (1 + np.exp(-2 * x)))
    assert right.lines[1].get_ydata().max() == pytest.approx(0.5)
    assert "k = 0.5:" in picture.alt and "k = 2:" in picture.alt


# -- diagram and descent --------------------------------------------------------------------------------------------


def test_the_diagram_carries_values_blanks_weights_and_biases():
    W = [np.array([[0.15, 0.25], [0.2, 0.3]]), np.array([[0.4], [0.45]])]
    b = [np.array([0.35, 0.36]), np.array([0.6])]
    picture = network_diagram(W, b, values=[[0.05, 0.1], [0.593, "?"], None], notes=[None, None, ["target 1"]])
    written = texts(picture.figure.axes[0])
    assert all(f"{value:g}" in written for value in [0.15, 0.25, 0.2, 0.3, 0.4, 0.45, 0.35, 0.36, 0.6, 0.593])
    assert {"x1", "x2", "h1", "h2", "o1", "?", "target 1"} <= set(written)
    assert "network of 2-2-1 units" in picture.alt
    assert "h2 = ?" in picture.alt and "o1 (target 1)" in picture.alt
    assert "x1→h1 0.15, x1→h2 0.25" in picture.alt and "1→o1 0.6" in picture.alt


def test_what_is_active_is_coloured():
    W = [np.ones((2, 2)), np.ones((2, 1))]
    axes = network_diagram(W, active=[("edges", 1), ("node", 2, 0)], backward=True).figure.axes[0]
    hot = [line for line in axes.lines if line.get_color() == style.VERMILION]
    assert len(axes.lines) == 6 and len(hot) == 2
    with pytest.raises(LabkitError, match=r"weights\[1\] of shape \(3, 1\)"):
        network_diagram([np.ones((2, 2)), np.ones((3, 1))])


def test_descent_multiplies_the_distance_by_one_minus_rate_times_curvature():
    path = descend(lambda p: np.array([1.0, 8.0]) * p, np.array([2.0, 1.0]), 0.2, 5)
    assert path.shape == (6, 2)
    assert path[-1] == pytest.approx([2 * 0.8**5, (-0.6) ** 5])
    assert len(descend(lambda p: 10 * p, np.array([1.0]), 1.0, 100)) < 10


def test_the_surface_names_its_lowest_point_and_the_path():
    xs, ys = np.linspace(-3, 3, 31), np.linspace(-2, 2, 21)
    loss = (xs[None, :] - 1) ** 2 + 4 * (ys[:, None] + 1) ** 2
    path = np.array([[-2.0, 1.0], [0.5, -0.5]])
    alt = loss_surface(xs, ys, loss, path).alt
    assert "lowest at first weight 1, second weight -1" in alt
    assert "1 step leads from (-2, 1) to (0.5, -0.5)" in alt


def test_runs_logged_at_different_steps_are_compared_as_far_as_both_reach():
    often = pd.DataFrame({"iteration": range(1, 101), "seed": 0, "loss": 1.0})
    seldom = pd.DataFrame({"iteration": range(10, 91, 10), "seed": 1, "loss": 3.0})
    for runs in ([often, seldom], [seldom, often.assign(seed=2)]):
        axes = training_curves({"a": pd.concat(runs)}, "loss").figure.axes[0]
        steps, mean = axes.lines[0].get_data()
        assert (steps[0], steps[-1]) == (10, 90) and set(mean) == {2.0}


@pytest.mark.parametrize("runs", [[], pd.DataFrame({"iteration": [], "seed": [], "loss": []})], ids=["list", "table"])
def test_runs_without_points_are_named(runs):
    with pytest.raises(LabkitError, match="without a single point"):
        training_curves({"a": runs}, "loss")
