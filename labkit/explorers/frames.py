"""The still form of an explorer: every picture of the grid drawn beforehand, behind the browser's own sliders.

No kernel and no network are needed. ``explorer.js`` in the book swaps picture, alternative text and slider text; where
JavaScript is off, the sliders stay hidden and the picture at the start of the explorer is shown.
"""

import json
from html import escape
from itertools import count

from labkit.explorers.explorer import Explorer

#: Image pixels for each CSS inch of a frame: a little denser than the screen's 96, so that text stays crisp.
FRAME_DPI = 110
_ids = count(1)


def frames(explorer: Explorer) -> str:
    """Return the explorer as one piece of HTML with all its frames inside."""
    pictures = [explorer.picture(**point) for point in explorer.combinations()]
    told = [{"src": picture.data_uri(FRAME_DPI, "webp"), "alt": picture.alt} for picture in pictures]
    first = next(i for i, point in enumerate(explorer.combinations()) if point == explorer.start)
    key = f"labkit-explorer-{next(_ids)}"
    sliders = "".join(_slider(explorer, name, f"{key}-{i}") for i, name in enumerate(explorer.options))
    return (
        f'<section class="labkit-explorer" aria-label="{escape(explorer.title, quote=True)}">'
        f'<p class="labkit-explorer-title">{escape(explorer.title)}</p>'
        f'<div class="labkit-explorer-sliders" hidden>{sliders}</div>'
        f'<img class="labkit-explorer-picture" src="{told[first]["src"]}" width="{pictures[first].width}" '
        f'alt="{escape(told[first]["alt"], quote=True)}">'
        '<p class="labkit-explorer-words" role="status" aria-live="polite"></p>'
        f'<script type="application/json">{_json(told)}</script>'
        "</section>"
    )


def _slider(explorer: Explorer, name: str, key: str) -> str:
    options = [label for label, _ in explorer.options[name]]
    at = [value for _, value in explorer.options[name]].index(explorer.start[name])
    return (
        f'<div class="labkit-explorer-slider"><label for="{key}">{escape(explorer.labels[name])}</label>'
        f'<input id="{key}" type="range" min="0" max="{len(options) - 1}" step="1" value="{at}" '
        f'aria-valuetext="{escape(options[at], quote=True)}" data-options="{escape(json.dumps(options), quote=True)}">'
        f'<output for="{key}">{escape(options[at])}</output></div>'
    )


def _json(told: list[dict[str, str]]) -> str:
    """Write JSON that cannot end the script element it stands in."""
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
