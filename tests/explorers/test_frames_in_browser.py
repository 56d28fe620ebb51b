"""The explorers of the book in a real browser: sliders move picture and words, and nothing leaves the machine."""

from pathlib import Path

import numpy as np
import pytest

from labkit.explorers import Explorer
from labkit.explorers.frames import frames
from labkit.plots import training_curves

STATIC = Path(__file__).parents[2] / "book" / "_static"

pytestmark = pytest.mark.browser


def draw(k, shape="falls"):
    end = k if shape == "falls" else -k
    return training_curves(np.linspace(1, 1 - end / 20, 10), "loss", title=f"k {k} {shape}", width=5, height=3)


def page_with(*explorers: Explorer) -> str:
    return (
        '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<style>{(STATIC / 'explorer.css').read_text()}</style><body>"
        f"{''.join(frames(explorer) for explorer in explorers)}"
        f"<script>{(STATIC / 'explorer.js').read_text()}</script>"
    )


@pytest.fixture(scope="module")
def html():
    one = Explorer(draw, "One slider", {"k": [1, 2, 5]}, labels={"k": "Slope k"}, start={"k": 2})
    two = Explorer(draw, "Two sliders", {"k": [1, 2], "shape": ["falls", "rises"]})
    return page_with(one, two)


def test_the_keyboard_moves_picture_words_and_output(chromium, html):
    page = chromium.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content(html)
    image, slider = page.locator("img").first, page.get_by_label("Slope k")
    seen = {}
    for key, label in (("Home", "1"), ("ArrowRight", "2"), ("End", "5")):
        slider.press(key)
        seen[label] = (image.get_attribute("src"), image.get_attribute("alt"))
        assert page.locator("output").first.text_content() == label
        assert slider.get_attribute("aria-valuetext") == label
        assert seen[label][1].startswith(f"k {label} falls")
        assert page.locator("[aria-live]").first.text_content() == seen[label][1]
    assert len({src for src, _ in seen.values()}) == 3
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
    assert not errors


def test_two_sliders_reach_every_picture_and_leave_the_neighbour_alone(chromium, html):
    page = chromium.new_page()
    page.set_content(html)
    neighbour, image = page.locator("img").nth(0), page.locator("img").nth(1)
    before = neighbour.get_attribute("alt")
    told = []
    for k in ("Home", "End"):
        for shape in ("Home", "End"):
            page.get_by_label("k", exact=True).press(k)
            page.get_by_label("shape").press(shape)
            told.append(image.get_attribute("alt").split(".")[0])
    assert told == ["k 1 falls", "k 1 rises", "k 2 falls", "k 2 rises"]
    assert neighbour.get_attribute("alt") == before


def test_without_script_the_start_is_shown_and_no_dead_slider(chromium, html):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(html)
    assert page.locator("img").first.get_attribute("alt").startswith("k 2 falls")
    assert not page.locator("input").first.is_visible()
    context.close()


def test_a_phone_shows_the_whole_width_and_nothing_is_requested(chromium, html):
    page = chromium.new_page(viewport={"width": 390, "height": 800})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(html)
    page.get_by_label("Slope k").press("End")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("img").first.bounding_box()["width"] > 300
    assert [url for url in asked if not url.startswith("data:")] == []
