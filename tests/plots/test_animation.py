"""Films and their nine pictures: frames, words, the saved GIF opened again, and the script in a real chromium."""

import json

import numpy as np
import pytest
from PIL import Image

from labkit.errors import LabkitError
from labkit.plots import Picture, animation, layer_grids, style, training_curves


def frame(i, width=3):
    return training_curves(np.linspace(1, 1 - i / 20, 5), "loss", title=f"frame {i} <b>", width=width, height=2)


@pytest.fixture(scope="module")
def film():
    return animation(frame, ["update 0", "update 5", "update 9"], title='"Film" & more', seconds=0.05)


# -- nine pictures --------------------------------------------------------------------------------------------------


def nine(**options):
    rng = np.random.default_rng(0)
    grid = np.append(rng.random(9), np.nan).reshape(2, 5)
    weights = [rng.normal(size=shape) for shape in ((200, 20), (20, 12), (12, 9))]
    return layer_grids([rng.random(20), rng.random(12), grid], weights, [W / 1e3 for W in weights], **options)


def test_rows_share_a_scale_and_columns_are_layers():
    picture = nine(title="tanh, update 3")
    axes = [axes for axes in picture.figure.axes if axes.images]
    assert len(axes) == 9
    assert [a.get_title() for a in axes[:3]] == ["layer 1", "layer 2", "layer 3"]
    assert [axes[i].get_ylabel() for i in (0, 3, 6)] == ["mean activation", "weights", "last update"]
    for row in range(3):
        assert len({a.images[0].norm.vmax for a in axes[3 * row : 3 * row + 3]}) == 1
    assert axes[0].images[0].get_cmap().name == style.SEQUENTIAL
    assert axes[3].images[0].get_cmap().name == axes[6].images[0].get_cmap().name == style.DIVERGING
    assert axes[3].get_xlabel() == "200 × 20, 1 in 4"
    assert picture.alt.startswith("Tanh, update 3. Pictures of 3 layers. Mean activation, root mean square: layer 1 0.")
    assert "nan" not in picture.alt and "not a number" not in picture.alt


def test_a_film_keeps_its_scale():
    axes = [axes for axes in nine(limits=(1, None, 0.5)).figure.axes if axes.images]
    assert axes[0].images[0].norm.vmax == 1 and axes[6].images[0].norm.vmax == 0.5


@pytest.mark.parametrize(
    ("rows", "options", "words"),
    [
        (([np.ones(3)], [np.ones(3)] * 2, [np.ones(3)]), {}, "1 of mean activation, 2 of weights and 1 of last"),
        (([], [], []), {}, "0 of mean activation"),
        (([np.ones(3)],) * 3, {"columns": "ab"}, "2 names for 1 layers"),
        (([np.full(3, np.nan)],) * 3, {}, "has the training diverged"),
    ],
)
def test_bad_rows(rows, options, words):
    with pytest.raises(LabkitError, match=words):
        layer_grids(*rows, **options)


# -- films ----------------------------------------------------------------------------------------------------------


def test_the_html_holds_every_frame_and_asks_for_nothing(film):
    html = film._repr_html_()
    stored = html.split('application/json">')[1].split("</script>")[0]
    told = json.loads(stored)
    assert [each["label"] for each in told] == film.labels
    assert [each["alt"] for each in told] == [each.alt for each in film.frames]
    assert "http" not in html and "<b>" not in html
    assert repr(film) == 'Animation: "Film" & more: 3 frames, update 0 to update 9'


def test_the_gif_opens_again_with_every_frame(film, tmp_path):
    path = film.save(tmp_path / "film.gif")
    with Image.open(path) as image:
        assert image.n_frames == 3 and image.size == (3 * 96, 2 * 96)
        assert image.info["duration"] == 50 and image.info["loop"] == 0
        image.seek(2)
        assert image.convert("RGB").getpixel((1, 1)) == (255, 255, 255)
    assert [each.name for each in tmp_path.iterdir()] == ["film.gif"]


def test_a_gif_that_cannot_be_drawn_leaves_the_old_one(tmp_path):
    path = tmp_path / "film.gif"
    animation([frame(1)]).save(path)
    before = path.read_bytes()

    class Broken(Picture):
        def image(self, *arguments, **options):
            raise ValueError("no image")

    with pytest.raises(ValueError, match="no image"):
        animation([frame(0), Broken(style.new_figure(1, 1), "broken")]).save(path)
    assert path.read_bytes() == before and len(list(tmp_path.iterdir())) == 1


def test_frames_of_different_size_stand_on_one_sheet(tmp_path):
    with Image.open(animation([frame(0), frame(1, width=4)]).save(tmp_path / "a.gif", dpi=50)) as image:
        assert image.size == (200, 100) and image.n_frames == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([],), "no frame"),
        ((frame, None), "give labels too"),
        ((["picture"],), "Frame 0 of the animation is a str"),
        ((Picture(style.new_figure(1, 1), "one"),), "not a single one"),
        (([Picture(style.new_figure(1, 1), "one")], ["a", "b"]), "1 frames was given 2 labels"),
    ],
)
def test_bad_films(arguments, words):
    with pytest.raises(LabkitError, match=words):
        animation(*arguments)


def test_a_film_is_saved_as_gif_only(film, tmp_path):
    with pytest.raises(LabkitError, match=r"ends in \.gif, not 'film\.mp4'"):
        film.save(tmp_path / "film.mp4")
    with pytest.raises(LabkitError, match="more than 0 seconds"):
        animation([frame(0)], seconds=0)


# -- in a browser ---------------------------------------------------------------------------------------------------


# Every picture that is shown from now on, by its words: however slow the machine, none is missed.
WATCH = """() => {
  window.seen = [];
  const picture = document.querySelector("img");
  new MutationObserver(() => window.seen.push(picture.alt)).observe(picture, {attributeFilter: ["alt"]});
}"""


@pytest.mark.browser
def test_slider_and_button_move_the_picture_and_its_words(chromium, film):
    page = chromium.new_page(viewport={"width": 390, "height": 800})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content(f"<!doctype html><body>{film._repr_html_()}{film._repr_html_()}")
    image, slider = page.locator("img").first, page.get_by_label("Frame").first
    slider.press("End")
    assert image.get_attribute("alt") == film.frames[2].alt == page.locator("[role=status]").first.text_content()
    assert slider.get_attribute("aria-valuetext") == page.locator("output").first.text_content() == "update 9"
    assert page.locator("img").nth(1).get_attribute("alt") == film.frames[0].alt
    button = page.get_by_role("button").first
    page.evaluate(WATCH)
    button.click()
    page.wait_for_function("window.seen.length >= 3 && document.querySelector('button').textContent === 'Play'")
    assert page.evaluate("window.seen") == [frame.alt for frame in film.frames]
    assert slider.input_value() == "2"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not errors
    page.close()


@pytest.mark.browser
def test_less_motion_means_one_frame_at_a_time_and_no_script_a_still(chromium, film):
    calm = chromium.new_context(reduced_motion="reduce")
    page = calm.new_page()
    page.set_content(film._repr_html_())
    button = page.get_by_role("button", name="Next frame")
    button.click()
    page.wait_for_timeout(200)
    assert page.locator("img").get_attribute("alt") == film.frames[1].alt
    calm.close()
    plain = chromium.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.set_content(film._repr_html_())
    assert page.locator("img").get_attribute("alt") == film.frames[0].alt
    assert not page.locator("button").is_visible()
    plain.close()
