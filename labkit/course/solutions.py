"""The solution regions of a text: what stands between ``BEGIN SOLUTION`` and ``END SOLUTION``."""


def split(text: str) -> tuple[list[str], list[str]]:
    """Split a text into its solution regions and the lines outside them, markers dropped.

    Returns
    -------
    regions : list of str
        One text per region.
    outside : list of str
        Every other line.
    """
    regions: list[list[str]] = []
    outside: list[str] = []
    inside = False
    for line in text.split("\n"):
        if "BEGIN SOLUTION" in line:
            inside = True
            regions.append([])
        elif "END SOLUTION" in line:
            inside = False
        elif inside:
            regions[-1].append(line)
        else:
            outside.append(line)
    return ["\n".join(region) for region in regions], outside


def without_markers(text: str) -> str:
    """Text with its solutions in, but without the lines that mark them."""
    markers = ("BEGIN SOLUTION", "END SOLUTION")
    return "\n".join(line for line in text.split("\n") if not any(marker in line for marker in markers))
