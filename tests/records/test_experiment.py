import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labkit import LabkitError
from labkit.experiments import experiment, find, names
from labkit.experiments.experiment import REGISTRY
from labkit.experiments.experiment import build as declared


def build(function=lambda k, seed: {"x": 1}, grid=None, seeds=(0,), sample=(), id="97.built"):
    return declared(id, function, {"k": [1]} if grid is None else grid, seeds, None, None, sample, 1e-3, {"x": 0.5})


def test_declared_function_can_still_be_called(slopes):
    assert slopes.slopes(k=7, rate=1, seed=0)[1]["accuracy"] == 1
    assert find("97.slopes").function is slopes.slopes
    assert find("97.slopes").summary == "Accuracy rises with slope and rate."


def test_found_by_scanning(lab):
    lab("raise SystemExit('a module of another lab is not imported')", "lab96_other", load=False)
    lab(
        """
        from labkit.experiments.experiment import experiment

        @experiment("97.hidden", grid={"k": [1]}, seeds=[0])
        def hidden(k, seed):
            return {"x": 1}
        """,
        load=False,
    )
    assert find("97.hidden").folder.parts[-2:] == ("records", "97_demo")


def test_unknown_id_lists_the_known(slopes):
    with pytest.raises(LabkitError, match=r"no experiment '97\.slope': the known ones of lab 97 are 97\.slopes"):
        find("97.slope")
    with pytest.raises(LabkitError, match=r"no experiment 'slope': the known ones are 01\..*97\.slopes"):
        find("slope")
    assert "97.slopes" in names()


def test_all_experiments_of_the_labs_are_found():
    for id in names():
        assert re.fullmatch(r"\d\d\.\w+", id) and find(id).summary, id


@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True),
    st.lists(st.integers(0, 99), min_size=1, max_size=4, unique=True),
)
def test_cells_are_all_combinations_once(ks, words, seeds):
    made = build(lambda k, word, seed: {}, {"k": ks, "word": words}, seeds)
    assert len(made.cells) == len(ks) * len(words) * len(seeds)
    assert {tuple(cell.values()) for cell in made.cells} == {
        (k, word, seed) for k in ks for word in words for seed in seeds
    }


def test_several_grids_share_defaults_and_no_cell_runs_twice():
    made = build(lambda k=1, rate=0.5, seed=0: {}, [{"k": [1, 2]}, {"rate": [0.5, 0.9]}], [7])
    assert [tuple(cell.values()) for cell in made.cells] == [(1, 0.5, 7), (2, 0.5, 7), (1, 0.9, 7)]


def test_numpy_values_are_written_as_plain_ones():
    rows = build(lambda k, seed: {"x": np.float32(0.5), "n": np.int64(3)}).run({"k": 1, "seed": 0})
    assert rows == [{"k": 1, "seed": 0, "x": 0.5, "n": 3}] and type(rows[0]["n"]) is int


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"id": "rate"}, "called 'NN.name'"),
        ({"grid": {"q": [1]}}, r"sets \['q'\]"),
        ({"grid": {"k": []}}, "empty grid"),
        ({"grid": {"k": [None]}}, "numbers or words"),
        ({"grid": {"k": [(1, 2)]}}, "numbers or words"),
        ({"grid": [{"k": [1]}, {}]}, "numbers or words"),
        ({"seeds": []}, "at least one"),
        ({"seeds": [1, 1]}, "none twice"),
        ({"sample": {"k": 2, "seed": 0}}, "no cell"),
        ({"sample": {"k": 1, "seed": 0, "epochs": 3}}, "samples with"),
        ({"function": lambda k: {}}, r"sets \['seed'\]"),
    ],
)
def test_declarations_that_do_not_fit(arguments, sentence):
    with pytest.raises(LabkitError, match=sentence):
        build(**arguments)


@pytest.mark.parametrize(
    ("returned", "sentence"),
    [
        (None, "return a dict"),
        ([], "return a dict"),
        (3, "return a dict"),
        ([3], "a row is a dict"),
        ({1: 2}, "a row is a dict"),
        ({"x": np.ones(2)}, "numbers and words"),
        ({"x": None}, "numbers and words"),
        ({"k": 5}, "also a setting"),
    ],
)
def test_results_that_are_no_rows(returned, sentence):
    with pytest.raises(LabkitError, match=sentence):
        build(lambda k, seed: returned).run({"k": 1, "seed": 0})


def test_data_are_passed_on_where_asked_for():
    def count(k, seed, data):
        return {"images": len(data.x_train)}

    made = declared("97.count", count, {"k": [1]}, [0], "mnist-subset", None, None, 0, 0)
    assert made.run({"k": 1, "seed": 0})[0]["images"] == 4000
    assert made.sample == ({"k": 1, "seed": 0},)
    assert declared("97.count", count, {"k": [1]}, [0], "mnist", None, None, 0, 0).sample == ()
    with pytest.raises(LabkitError, match="names none"):
        declared("97.count", count, {"k": [1]}, [0], None, None, None, 0, 0).run({"k": 1, "seed": 0})


def test_two_experiments_of_one_name():
    def one(k, seed): ...

    def two(k, seed): ...

    try:
        experiment("97.twice", grid={"k": [1]}, seeds=[0])(one)
        experiment("97.twice", grid={"k": [1]}, seeds=[0])(one)  # a reload is fine
        with pytest.raises(LabkitError, match="two experiments '97.twice'"):
            experiment("97.twice", grid={"k": [1]}, seeds=[0])(two)
    finally:
        REGISTRY.pop("97.twice", None)


def test_no_home_for_records_outside_a_lab_module():
    with pytest.raises(LabkitError, match="labNN_name"):
        _ = build().folder
