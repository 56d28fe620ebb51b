"""Scripts of a page: the ones it uses, in the right order, from this book's own folder.

The theme would also load Thebe, which fetches itself from elsewhere to run code on other people's machines; no
page of this book uses it. The script of the explorers looks for explorers, so it waits until the page is there.
"""

from sphinx.application import Sphinx


def choose(app: Sphinx, pagename: str, template: str, context: dict, doctree: object) -> None:
    """Drop Thebe's scripts and let the explorers' script wait for the page."""
    chosen = []
    for script in context["script_files"]:
        attributes = getattr(script, "attributes", {})
        if "thebe" in f"{script.filename} {attributes.get('body', '')}".lower():
            continue
        if str(script.filename).endswith("explorer.js"):
            attributes["defer"] = "defer"
        chosen.append(script)
    context["script_files"] = chosen


def setup(app: Sphinx) -> dict[str, bool]:
    """Choose after every other extension has added its scripts."""
    app.connect("html-page-context", choose, priority=999)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
