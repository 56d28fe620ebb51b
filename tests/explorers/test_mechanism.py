"""The mechanism: grids, live widgets with their errors, frames with awkward words, and bad input."""

import json
import logging

import numpy as np
import pytest

from labkit import explorers
from labkit.errors import LabkitError
from labkit.explorers import Explorer
from labkit.explorers.frames import frames
from labkit.explorers.live import live
from labkit.plots import Picture, training_curves
from labkit.plots.style import new_figure


def draw(k, shape="falls"):
    sign = 1 if shape == "falls" else -1
    return training_curves(np.linspace(1, 1 - sign * k / 20, 5), "loss", title=f"k {k} {shape}", width=4, height=2)


@pytest.fixture
def two():
    return Explorer(
        draw, "Two", {"k": [1, 2, 5], "shape": {"going down": "falls", "going up": "rises"}}, start={"k": 2}
    )


def test_the_grid_in_order_and_the_start(two):
    points = [(p["k"], p["shape"]) for p in two.combinations()]
    assert points == [(1, "falls"), (1, "rises"), (2, "falls"), (2, "rises"), (5, "falls"), (5, "rises")]
    assert two.start == {"k": 2, "shape": "falls"}
    assert two.picture().alt.startswith("k 2 falls")
    assert two.picture(shape="rises").alt.startswith("k 2 rises")


def test_labels_name_values(two):
    box = live(two)
    assert box.children[2].options == (("going down", "falls"), ("going up", "rises"))


def test_a_notebook_gets_widgets_and_the_book_gets_html(two, monkeypatch):
    monkeypatch.delenv("LABKIT_FRAMES", raising=False)
    assert "application/vnd.jupyter.widget-view+json" in two._repr_mimebundle_()
    monkeypatch.setenv("LABKIT_FRAMES", "1")
    bundle = two._repr_mimebundle_()
    assert set(bundle) == {"text/html", "text/plain"}
    assert 'class="labkit-explorer"' in bundle["text/html"]
    assert bundle["text/plain"].startswith("Explorer: Two (k: 1, 2, 5; shape: going down, going up)")


def test_each_frames_output_has_ids_of_its_own(two):
    ids = [piece.split('"')[0] for html in (frames(two), frames(two)) for piece in html.split(' id="')[1:]]
    assert len(ids) == 4 == len(set(ids))


def test_awkward_words_cannot_break_out():
    def shown(k):
        return Picture(new_figure(2, 1), f'{k} </script><b> "quoted" & more')

    html = frames(Explorer(shown, "a < b", {"k": [1, 2]}))
    assert html.count("</script>") == 1
    told = json.loads(html.split('application/json">')[1].split("</script>")[0])
    assert told[1]["alt"] == '2 </script><b> "quoted" & more'
    assert 'alt="1 &lt;/script&gt;&lt;b&gt; &quot;quoted&quot; &amp; more"' in html


def test_an_error_is_told_in_the_widget_and_raised(caplog):
    def fragile(k):
        if k == 2:
            raise ValueError("k must not be <2>")
        return draw(k)

    box = live(Explorer(fragile, "Fragile", {"k": [1, 2, 5]}))
    slider, message, picture = box.children[1], box.children[2], box.children[3]
    before = picture.value
    with caplog.at_level(logging.ERROR), pytest.raises(ValueError, match="must not"):
        slider.value = 2
    assert "could not be drawn at k = 2: k must not be &lt;2&gt;" in message.value
    assert picture.value == before
    assert "Fragile" in caplog.text
    slider.value = 5
    assert message.value == "" and picture.value != before


def test_pictures_are_drawn_once_for_each_setting():
    calls = []

    def counted(k):
        calls.append(k)
        return draw(k)

    slider = live(Explorer(counted, "Counted", {"k": [1, 2]})).children[1]
    for value in (2, 1, 2, 1):
        slider.value = value
    assert calls == [1, 2]


@pytest.mark.parametrize(
    ("grid", "start", "words"),
    [
        ({}, None, "empty grid"),
        ({"k": []}, None, "has no values"),
        ({"k": [1, 2]}, {"k": 3}, "not in its grid"),
        ({"k": [1, 2]}, {"q": 1}, "not in its grid"),
    ],
)
def test_bad_grids_are_named(grid, start, words):
    with pytest.raises(LabkitError, match=words):
        Explorer(draw, "Bad", grid, start=start)


def test_draw_must_return_a_picture():
    with pytest.raises(LabkitError, match="returned Figure, not a Picture"):
        Explorer(lambda k: new_figure(2, 1), "Bare", {"k": [1]}).picture()


@pytest.mark.parametrize(
    "make", [explorers.descent, explorers.signal_flow, explorers.dead_units, explorers.layer_grids]
)
@pytest.mark.parametrize(
    ("x", "t", "told"),
    [
        (np.ones((3, 2)), None, r"it got \(3, 2\), none"),
        (None, np.ones((3, 2)), r"it got none, \(3, 2\)"),
        (np.ones((3, 2)), np.ones((4, 1)), r"\(4, 1\)"),
        (np.ones(3), np.ones((3, 1)), r"it got \(3,\)"),
        (np.ones((0, 2)), np.ones((0, 1)), r"\(0, 2\)"),
    ],
)
def test_data_of_ones_own_come_as_inputs_and_targets_of_one_length(make, x, t, told):
    with pytest.raises(LabkitError, match=rf"^{make.__name__} needs inputs .* together with targets .*{told}"):
        make(x, t)


def test_parts_of_explorers_are_no_explorers():
    assert not set(explorers.names()) & {"digits", "explorer", "frames", "live", "one_update", "signals", "slices"}
    assert all(callable(getattr(explorers, name)) for name in explorers.names())
