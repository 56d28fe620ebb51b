"""The directive `explorer`: one of labkit's explorers on a page, its frames drawn while the book is built."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from labkit import explorers
from labkit.explorers.frames import frames


class Explorer(SphinxDirective):
    """An explorer by its name in `labkit.explorers`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Draw all frames; the script that every page loads brings the sliders to life."""
        explorer = getattr(explorers, self.arguments[0])()
        return [nodes.raw("", frames(explorer), format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the directive known to Sphinx."""
    app.add_directive("explorer", Explorer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
