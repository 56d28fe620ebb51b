"""Render the pictures of the README and of the book's own pages from the real thing: python tools/pictures.py

A check card and an explorer are laid out by Chromium exactly as on a page of the book, and photographed.
"""

import shutil
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import sync_playwright

import labkit
from labkit import explorers
from labkit.explorers.frames import frames

BOOK = Path(__file__).resolve().parents[1] / "book"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><style>
body {{ margin: 0; padding: 12px; width: 760px; font: 16px/1.5 system-ui, sans-serif; background: #fff; color: #222; }}
{css}</style></head><body>{content}<script>{script}</script></body></html>"""


def slope_forgotten(y, k=1.0):
    """What many write first: right at k = 1, and only there."""
    return y * (1 - y)


def photograph(page, content, selector, path, press=()):
    """Lay out a piece of HTML, press some keys on its first slider, and save one element as a small PNG."""
    css, script = ((BOOK / "_static" / name).read_text() for name in ("explorer.css", "explorer.js"))
    page.set_content(PAGE.format(css=css, script=script, content=content))
    if press:
        page.locator("input[type=range]").first.focus()
    for key in press:
        page.keyboard.press(key)
    page.evaluate("document.activeElement.blur()")
    page.locator(selector).first.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"wrote {path.relative_to(BOOK.parent)}, {path.stat().st_size / 1000:.0f} kB")


def main():
    """Render both pictures into book/images."""
    np.seterr(all="ignore")
    card = labkit.check("03.slope_from_output", slope_forgotten)._repr_html_()
    explorer = frames(explorers.saturation())
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(device_scale_factor=2)
        photograph(page, card, ".labkit-card", BOOK / "images" / "check-card.png")
        photograph(page, explorer, ".labkit-explorer", BOOK / "images" / "explorer.png", press=["ArrowRight"])
        browser.close()


if __name__ == "__main__":
    main()
