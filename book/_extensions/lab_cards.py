"""The directive `lab-cards`: one card for each lab, with its question and its time, read from its page.

A new lab is a folder and nothing else: it appears on the front page by being there.
"""

import json
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

GRID = "::::{{grid}} 1 2 3 3\n:gutter: 3\n\n{cards}\n::::"
CARD = """:::{{grid-item-card}} {number} · {title}
:link: /{document}
:link-type: doc
:class-card: lab-card

{question}

*about {minutes} minutes*
:::"""


class LabCards(SphinxDirective):
    """Cards that lead to the labs, in the order of their numbers."""

    def run(self) -> list[nodes.Node]:
        """Write the cards as MyST text and let the parser of the page read them."""
        source = Path(self.env.srcdir)
        cards = []
        for page in sorted(source.glob("labs/*/*.ipynb")):
            self.env.note_dependency(str(page))
            lab = json.loads(page.read_text(encoding="utf-8"))["metadata"]["labkit"]
            document = page.relative_to(source).with_suffix("").as_posix()
            cards.append(CARD.format(number=lab["lab"][:2], document=document, **lab))
        lines = GRID.format(cards="\n".join(cards)).splitlines()
        place = nodes.Element()
        self.state.nested_parse(StringList(lines, source=self.env.docname), self.content_offset, place)
        return place.children


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the directive known to Sphinx."""
    app.add_directive("lab-cards", LabCards)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
