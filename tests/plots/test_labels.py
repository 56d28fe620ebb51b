"""Names in a cloud of points: inside the frame, and not on top of one another, at whatever size they are drawn."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from labkit.plots import embedding
from labkit.plots.labels import ClearLabel

NAMES = ["ankle boot", "T-shirt/top", "sneaker", "pullover"]


def drawn_labels(picture, dpi):
    """Draw, and return for each panel the frame's box and those of its names, in pixels."""
    picture.figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(picture.figure)
    canvas.draw()
    return [
        (axes.get_window_extent(), [text for text in axes.texts if isinstance(text, ClearLabel)])
        for axes in picture.figure.axes
    ]


def clouds(places, width):
    rng = np.random.default_rng(0)
    points = np.concatenate([rng.normal(place, width, (12, 2)) for place in places])
    return points, np.repeat(np.arange(len(places)), 12)


@pytest.mark.parametrize("dpi", [50, 110, 192])
@pytest.mark.parametrize("width", [0.02, 1.5], ids=["narrow clouds, named above", "wide clouds, named inside"])
@pytest.mark.parametrize("panels", [1, 4])
def test_names_at_the_edges_stay_inside_the_frame(dpi, width, panels):
    points, labels = clouds([(0, 0), (0, 20), (20, 0), (20, 20)], width)
    picture = embedding({str(i): points for i in range(panels)}, labels, names=NAMES, columns=4)
    for frame, names in drawn_labels(picture, dpi):
        assert len(names) == 4
        for name in names:
            box = name.box
            assert frame.x0 < box.x0 and box.x1 < frame.x1 and frame.y0 < box.y0 and box.y1 < frame.y1, name


def test_names_of_neighbours_are_moved_apart():
    points, labels = clouds([(9, 10), (10, 10), (10.5, 10.2), (0, 0)], 0.02)
    ((_, names),) = drawn_labels(embedding(points, labels, names=NAMES), 96)
    for one, other in combinations(names, 2):
        overlap = one.box.intersection(one.box, other.box)
        assert overlap is None or overlap.height < 0.1, (one, other)


def test_a_name_with_room_is_not_moved_and_drawing_twice_changes_nothing():
    points, labels = clouds([(0, 0), (10, 10), (0, 10), (10, 0)], 1.5)
    picture = embedding(points, labels)
    first = [name.box.extents for _, names in drawn_labels(picture, 96) for name in names]
    assert np.allclose(first, [name.box.extents for _, names in drawn_labels(picture, 96) for name in names])
    for _, names in drawn_labels(picture, 96):
        for name in names:
            at = name.axes.transData.transform(name.xy)
            assert np.allclose([(name.box.x0 + name.box.x1) / 2, (name.box.y0 + name.box.y1) / 2], at, atol=3)


def test_what_was_moved_for_a_small_drawing_is_not_moved_in_a_large_one():
    def boxes(*sizes):
        points, labels = clouds([(9, 10), (10, 10), (10.5, 10.2), (0, 0)], 0.02)
        picture = embedding({str(i): points for i in range(4)}, labels, names=NAMES, columns=4)
        for dpi, inches in sizes:
            picture.figure.set_size_inches(inches, inches / 3)
            panels = drawn_labels(picture, dpi)
        return [name.box.extents for _, names in panels for name in names]

    assert np.allclose(boxes((60, 4), (96, 20)), boxes((96, 20)))
