"""Alternative text is worded as a person would, and travels with every picture."""

import base64
import re
from html.parser import HTMLParser
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from labkit.errors import LabkitError
from labkit.plots import Picture, alt_text, style, training_curves


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.125, "0.125"), (0, "0"), (2e-5, "2e-5"), (1.25e-4, "1.25e-4"), (0.001, "0.001"), (40_000, "40,000"), (7.0, "7"),
     (float("nan"), "not a number"), (float("inf"), "infinity"), (-0.5, "-0.5"), (3.2e9, "3.2e9"),
     (999, "999"), (1000, "1,000"), (9_999_999, "9,999,999"), (1e7, "1e7"), (9.99e-4, "9.99e-4")],
)  # fmt: skip
def test_numbers(value, words):
    assert alt_text.number(value) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([0.9, 0.5, 0.12], "falls from 0.9 to 0.12"),
        ([0.1, 0.4, 0.8], "rises from 0.1 to 0.8"),
        ([0.1, 0.9, 0.3], "rises from 0.1 to a peak of 0.9, then ends at 0.3"),
        ([0.9, 0.1, 0.5], "falls from 0.9 to 0.1, then ends at 0.5"),
        ([0.1, 0.1], "stays at 0.1"),
        ([1.0, 3.0, np.nan], "rises from 1 to 3, then stops being a number"),
        ([np.nan], "has no finite value"),
    ],
)
def test_trends(values, words):
    assert alt_text.trend(values) == words


def test_sentences_and_lists():
    assert alt_text.sentences("a title", "", "k = 1 is best", "done!") == "A title. k = 1 is best. Done!"
    assert [alt_text.listed(list(parts)) for parts in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_a_picture_needs_words():
    with pytest.raises(LabkitError, match="no alternative text"):
        Picture(style.new_figure(1, 1), "  ")


class FirstImage(HTMLParser):
    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.image = dict(attrs)


def test_the_html_carries_a_sharp_small_image_and_escaped_words():
    picture = training_curves({"a": np.linspace(0.1, 0.9, 50)}, title='<b> & "quotes"')
    parser = FirstImage()
    parser.feed(picture._repr_html_())
    assert parser.image["alt"] == picture.alt
    assert "<b>" not in re.sub(r"<img[^>]*>", "", picture.html())
    data = base64.b64decode(parser.image["src"].removeprefix("data:image/png;base64,"))
    image = Image.open(BytesIO(data))
    assert image.width == 2 * int(parser.image["width"]) == 2 * 7 * 96
    assert len(data) < 60_000
    assert image.convert("RGB").getpixel((2, 2)) == (255, 255, 255)
    assert repr(picture) == f"Picture: {picture.alt}"


def test_pictures_leave_nothing_behind_in_pyplot_or_its_settings():
    import matplotlib as mpl
    import matplotlib.pyplot as plt

    before = dict(mpl.rcParams)
    training_curves({"a": np.linspace(0, 1, 5)}).image()
    assert plt.get_fignums() == []
    assert dict(mpl.rcParams) == before


def test_the_look_does_not_depend_on_the_notebooks_settings():
    import matplotlib as mpl

    def drawn():
        return training_curves({"a": np.linspace(0, 1, 5)}).image(72)

    plain = drawn()
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "black", "axes.spines.top": True}):
        assert drawn() == plain


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_save(tmp_path, ending):
    path = training_curves({"a": np.linspace(0, 1, 5)}).save(tmp_path / f"curve.{ending}")
    assert path.stat().st_size > 1000


def test_train_and_test_keep_their_colours_and_the_palette_stays_distinct():
    assert list(style.colours(["test", "train"])) == [style.TEST, style.TRAIN]
    assert list(style.colours(["other", "Train"]))[1] == style.TRAIN
    several = list(style.colours(["train", "a", "b", "c", "d", "e"]))
    assert len(set(several)) == 6


def test_every_label_can_be_read_on_white():
    """WCAG asks for a contrast of 4.5 to 1 in text; black on white has 21."""

    def luminance(colour):
        channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
        linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
        return linear @ [0.2126, 0.7152, 0.0722]

    for colour in style.CYCLE:
        assert 1.05 / (luminance(style.readable(colour)) + 0.05) >= 4.45
    axes = training_curves({name: np.array([0, i]) for i, name in enumerate("abcdefg")}).figure.axes[0]
    assert {text.get_color() for text in axes.texts} == {style.readable(colour) for colour in style.CYCLE}
