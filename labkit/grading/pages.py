"""A page of HTML that needs nothing but itself: no script, no font, no picture from anywhere."""

from html import escape
from importlib.resources import files


def page(title: str, body: str, width: str = "46rem") -> bytes:
    """Put a body, which is HTML already, into a whole page. The page itself forbids whatever is not in it."""
    style = files("labkit.grading").joinpath("page.css").read_text(encoding="utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>\n{style}main {{ max-width: {width}; }}\n</style></head>\n"
        f"<body><main>\n<h1>{escape(title)}</h1>\n{body}\n</main></body></html>\n"
    ).encode("utf-8", errors="replace")


def table(head: list[str], rows: list[list[object]]) -> str:
    """Make a table; numbers stand to the right. On a phone each row becomes a block and each cell names its column."""
    cells = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    lines = []
    for row in rows:
        tds = [_cell(name, value) for name, value in zip(head, row, strict=True)]
        lines.append(f"<tr>{''.join(tds)}</tr>")
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def _cell(name: str, value: object) -> str:
    number = isinstance(value, (int, float))
    text = f"{value:g}" if number else escape(str(value))
    return f'<td{" class=n" if number else ""} data-of="{escape(name)}">{text}</td>'


def shortened(text: str | None, most: int) -> str:
    """Text of bounded length; what was left out is said."""
    text = text or ""
    return text if len(text) <= most else f"{text[:most]}\n[… {len(text) - most:,} more characters are left out here]"
