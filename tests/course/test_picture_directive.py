"""The book's directive `picture`: code becomes an image with its words, and those on the pages can all be drawn."""

import importlib.util
import re
from pathlib import Path

import pytest

from labkit.plots import Picture

BOOK = Path(__file__).parents[2] / "book"


def extension():
    specification = importlib.util.spec_from_file_location("picture", BOOK / "_extensions" / "picture.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def codes():
    """All of them on the book's own pages, without their options."""
    for page in sorted(BOOK.glob("*.md")):
        for block in re.findall(r"^```\{picture\}\n(.*?)^```", page.read_text(encoding="utf-8"), re.S | re.M):
            yield pytest.param(re.sub(r"^:.*\n", "", block, flags=re.M), id=page.stem)


@pytest.mark.parametrize("code", list(codes()))
def test_every_picture_of_the_pages_can_be_drawn(code):
    picture = extension().drawn(code)
    assert isinstance(picture, Picture) and len(picture.alt) > 40


def test_lines_above_the_last_are_run_first():
    assert extension().drawn("a = 2\nb = a + 1\na * b") == 6


def test_a_page_shows_the_image_and_its_words(tmp_path):
    """Through Sphinx itself, quotation marks and all."""
    from sphinx.cmd.build import build_main

    (tmp_path / "conf.py").write_text(
        f"import sys; sys.path.insert(0, {str(BOOK / '_extensions')!r})\nextensions = ['myst_parser', 'picture']\n"
    )
    (tmp_path / "index.md").write_text(
        "# Page\n\n```{picture}\n:caption: less < more\nfrom labkit import plots\n"
        'plots.bars({"a": 1.0, "\\"b\\"": 2.0}, x_label="x")\n```\n'
    )
    assert build_main(["-q", "-W", str(tmp_path), str(tmp_path / "out")]) == 0
    html = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'src="data:image/png;base64,' in html and "&quot;b&quot;: 2" in html
    assert "<figcaption>less &lt; more</figcaption>" in html
