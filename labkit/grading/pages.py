"""A page of HTML that needs nothing but itself: no script, no font, no picture from anywhere."""

from html import escape

_STYLE = """\
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
table { border-collapse: collapse; margin: 1rem 0; } th, td { border: 1px solid #888; padding: .3rem .6rem; }
th { text-align: left; background: #f1f1f1; } td.n { text-align: right; } blockquote { border-left: 3px solid #888;
margin: .5rem 0; padding-left: 1rem; white-space: pre-wrap; }
"""


def page(title: str, body: str) -> bytes:
    """Put a body, which is HTML already, into a whole page."""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style></head>\n<body><main><h1>{escape(title)}</h1>\n{body}\n</main></body></html>\n"
    ).encode()


def table(head: list[str], rows: list[list[object]]) -> str:
    """Make a table; numbers stand to the right."""
    cells = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    lines = []
    for row in rows:
        tds = [
            f'<td class="n">{value:g}</td>' if isinstance(value, (int, float)) else f"<td>{escape(str(value))}</td>"
            for value in row
        ]
        lines.append(f"<tr>{''.join(tds)}</tr>")
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
