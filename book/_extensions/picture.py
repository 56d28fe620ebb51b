"""The directive `picture`: a figure drawn while the book is built, by the Python lines in it, with its words.

The last line is an expression whose value is a `labkit.plots.Picture`. So figures of records cannot grow old.
"""

import ast
from html import escape

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from labkit.plots import Picture


def drawn(code: str) -> Picture:
    """What the last expression of `code` gives, after the lines above it have run."""
    *lines, last = ast.parse(code).body
    names: dict = {}
    exec(compile(ast.Module(lines, []), "picture", "exec"), names)
    return eval(compile(ast.Expression(last.value), "picture", "eval"), names)


class PictureOfCode(SphinxDirective):
    """Python lines, the last of which gives the picture; `:caption:` is a line of text below it."""

    has_content = True
    option_spec = {"caption": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Draw, and put the image into the page, its alternative text beside it."""
        picture = drawn("\n".join(self.content))
        words = self.options.get("caption")
        caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
        html = picture.html().replace("</figure>", f"{caption}</figure>")
        return [nodes.raw("", html, format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the directive known to Sphinx."""
    app.add_directive("picture", PictureOfCode)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
