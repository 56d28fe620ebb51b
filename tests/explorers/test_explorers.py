"""Every explorer of the course: its whole grid is drawn, every picture has words of its own, and it stays small."""

import json
from html.parser import HTMLParser

import numpy as np
import pytest

from labkit import explorers
from labkit.explorers.frames import frames
from labkit.explorers.live import live

NAMES = explorers.names()


@pytest.fixture(scope="module", params=NAMES)
def explorer(request):
    return getattr(explorers, request.param)()


@pytest.fixture(scope="module")
def drawn(explorer):
    """Words and size of every picture of the grid, so that it is drawn once for all the tests that ask."""
    pictures = (explorer.picture(**point) for point in explorer.combinations())
    return [(picture.alt, picture.figure.get_size_inches().tobytes()) for picture in pictures]


class Outline(HTMLParser):
    """Collects what the tests ask about; complains about tags that do not pair up."""

    VOID = {"img", "input"}

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.json = [], [], ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1] == "script":
            self.json += data

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def test_the_labs_have_theirs():
    assert {"backprop_steps", "descent", "saturation"} <= set(NAMES)
    assert {"signal_flow", "certain_and_wrong", "activation_gallery", "dead_units"} <= set(NAMES)
    assert {"layer_grids", "recipe_builder", "sliding_filter", "filters_through_training"} <= set(NAMES)
    assert {"deconvolved_maps", "tsne_clusters"} <= set(NAMES)


def test_the_whole_grid_is_drawn_with_words_of_its_own(drawn):
    words = [alt for alt, _ in drawn]
    assert len(set(words)) == len(words)
    assert all(len(alt) > 60 and "nan" not in alt for alt in words)
    assert len({size for _, size in drawn}) == 1, "the page would jump"


def test_drawing_is_pure(explorer):
    first, again = explorer.picture(), explorer.picture()
    assert first.alt == again.alt
    assert first.image(72) == again.image(72)


def test_frames_are_complete_small_and_well_formed(explorer, drawn):
    html = frames(explorer)
    assert len(html.encode()) < 600_000
    outline = Outline(html)
    told = json.loads(outline.json)
    assert [frame["alt"] for frame in told] == [alt for alt, _ in drawn]
    assert len({frame["src"] for frame in told}) == len(told)
    assert all(frame["src"].startswith("data:image/webp;base64,") for frame in told)
    (image,), sliders = outline.all("img"), outline.all("input")
    assert image["alt"] == explorer.picture().alt
    assert {label["for"] for label in outline.all("label")} == {slider["id"] for slider in sliders}
    assert [int(s["max"]) + 1 for s in sliders] == [len(options) for options in explorer.options.values()]
    assert "http" not in html


def test_every_slider_changes_the_live_picture(explorer):
    box = live(explorer)
    sliders = [child for child in box.children if hasattr(child, "options")]
    picture = box.children[-1]
    assert [slider.description for slider in sliders] == list(explorer.labels.values())
    for slider in sliders:
        before = picture.value
        slider.index = (slider.index + 1) % len(slider.options)
        assert picture.value != before
        assert "<img" in picture.value and 'alt="' in picture.value


# -- what each one says ---------------------------------------------------------------------------------------------


def test_backprop_steps_show_mazurs_published_numbers():
    example = explorers.backprop_steps()
    told = " ".join(example.picture(step=step).alt for step in range(11))
    # E, the hidden and output signals, the new weights and the error after the update (biases move too here).
    numbers = ("0.2984", "0.5933", "0.5969", "0.7514", "0.7729", "−0.1385", "0.0381", "−0.0411", "0.2805")
    assert [number for number in numbers if number not in told] == []


def test_backprop_steps_draw_a_net_of_ones_own():
    from types import SimpleNamespace

    rng = np.random.default_rng(3)
    first = {"x": rng.random(2), "W1": rng.normal(size=(2, 3)), "b1": rng.normal(size=3)}
    second = {"W2": rng.normal(size=(3, 2)), "b2": rng.normal(size=2), "t": np.array([0.0, 1.0])}
    net = SimpleNamespace(**first, **second, rate=0.1)
    y1 = 1 / (1 + np.exp(-(net.x @ net.W1 + net.b1)))
    alt = explorers.backprop_steps(net).picture(step=2).alt
    assert "2-3-2" in alt
    assert all(f"{value:.4f}" in alt for value in y1)


def test_the_update_goes_downhill_by_the_step_it_shows():
    from labkit.explorers.one_update import EXAMPLE, one_update

    now = one_update(EXAMPLE)
    assert now.error == pytest.approx(0.298371109, abs=1e-9)
    # Mazur's published new weights, biases left alone: w5 .35891648, w6 .408666186, w7 .511301270, w8 .561370121;
    # w1 .149780716, w2 .19956143, w3 .24975114, w4 .29950229.
    assert (EXAMPLE.W2 + now.step_W2).T.ravel() == pytest.approx([0.35891648, 0.408666186, 0.511301270, 0.561370121])
    assert (EXAMPLE.W1 + now.step_W1).T.ravel() == pytest.approx([0.149780716, 0.19956143, 0.24975114, 0.29950229])
    assert now.error_after < now.error


def test_descent_finds_the_sharpest_direction():
    from labkit.explorers.slices import top_eigenvector

    rng = np.random.default_rng(0)
    basis = np.linalg.qr(rng.normal(size=(30, 30)))[0]
    hessian = basis @ np.diag([-9, *np.linspace(0, 5, 28), 7.0]) @ basis.T
    value, v = top_eigenvector(lambda theta: hessian @ theta, rng.normal(size=30), rng)
    assert value == pytest.approx(7, rel=1e-5)
    assert abs(v @ basis[:, -1]) == pytest.approx(1, abs=1e-4)


def test_descent_shows_the_limit_being_crossed():
    explorer = explorers.descent()
    rates = dict(explorer.options["rate"])
    told = {}
    for multiple in ("0.25", "0.98", "1", "1.02", "2"):
        rate = next(rate for name, rate in rates.items() if name.endswith(f"= {multiple} × limit"))
        told[multiple] = explorer.picture(rate=rate).alt
    assert "below the limit" in told["0.98"] and "shrinks" in told["0.25"] and "shrinks" in told["0.98"]
    assert "equal to the limit" in told["1"] and "never settles" in told["1"]
    assert "above the limit" in told["1.02"] and "grows" in told["1.02"] and "diverges" in told["2"]


def test_the_real_loss_has_the_curvature_that_it_claims():
    from labkit import data
    from labkit.explorers.slices import steepest_slice

    digits = data.load("mnist-subset").take(train=20)
    line = steepest_slice(digits.x_train.astype(float), digits.t_train.astype(float), 12, 400, 0)
    step = 1e-2
    bend = (line.loss(step) - 2 * line.loss(0) + line.loss(-step)) / step**2
    assert bend == pytest.approx(line.curvature, rel=0.02)
    slope = (line.loss(0.5 + 1e-5) - line.loss(0.5 - 1e-5)) / 2e-5
    assert line.slope(0.5) == pytest.approx(slope, rel=1e-4)


def test_saturation_grows_with_k_and_with_the_weights():
    from labkit.explorers.saturation import flat_share, outputs

    rng = np.random.default_rng(0)
    x = rng.random((50, 100))
    wide, narrow = rng.uniform(-1, 1, (100, 40)), rng.normal(0, 0.1, (100, 40))
    shares = [flat_share(outputs(x, [wide], k)[0], k) for k in (1, 2, 10)]
    assert shares == sorted(shares) and shares[0] < shares[-1]
    assert flat_share(outputs(x, [narrow], 1)[0], 1) < shares[0]
    y = outputs(x, [wide], 2)[0]
    assert flat_share(y, 2) == pytest.approx(np.mean(2 * y * (1 - y) < 0.01))
