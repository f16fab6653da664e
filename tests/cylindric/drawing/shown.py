"""What a picture shows, read from its SVG and its figure; and the objects that are drawn."""

from functools import lru_cache
from itertools import combinations
from xml.etree import ElementTree

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg

from cylindric import CylindricPartition, Profile, compose

SVG = "{http://www.w3.org/2000/svg}"
EMPTY = CylindricPartition(Profile("10"), [(), ()])
TINY = CylindricPartition(Profile("10"), [(2,), (1,)])
MEDIUM = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
CHIRAL = compose(
    Profile("11010"), (1,), {(1, 3, 1): 2, (2, 5, 1): 1, (4, 3, 1): 3, (4, 5, 2): 1, (1, 5, 3): 1}
)
PLANE = compose(Profile("11110000"), (), {(1, 8, 1): 2, (4, 5, 1): 9, (2, 6, 1): 1, (3, 8, 1): 1})
LARGE = compose(
    Profile("1101001100"), (), {(1, 3, n): n % 5 for n in range(1, 9)} | {(8, 6, 2): 40}
)
UPS_ONLY = CylindricPartition(Profile("11"), [(2, 1), (2, 1)])
DOWNS_ONLY = CylindricPartition(Profile("00"), [(3,), (3,)])
ALL = [EMPTY, TINY, MEDIUM, CHIRAL, PLANE, LARGE, UPS_ONLY, DOWNS_ONLY]


@lru_cache(maxsize=1)
def tree(picture):
    """Return the SVG of a picture, read; a test asks several times for the same one."""
    return ElementTree.fromstring(picture.svg())


def groups(picture):
    """Return the groups of the SVG by id, each a list of elements."""
    found = {}
    for group in tree(picture).iter(f"{SVG}g"):
        found.setdefault(group.get("id"), []).append(group)
    return found


def number_of_polygons(picture, *names):
    """Return how many polygons the paths of some groups have."""
    return sum(
        path.get("d").count("z")
        for name in names
        for group in groups(picture).get(name, [])
        for path in group.iter(f"{SVG}path")
    )


def texts(picture, name):
    """Return the texts with a group id, in the order of drawing."""
    return [t.text for group in groups(picture).get(name, []) for t in group.iter(f"{SVG}text")]


def lines(picture, name):
    """Return the data of the lines with a group id."""
    found = [line for line in picture.figure.axes[0].lines if line.get_gid() == name]
    return [(np.array(line.get_xdata()), np.array(line.get_ydata())) for line in found]


def shown_texts(axes):
    """Return the texts of axes: those written, and of plots the labels of ticks in sight."""
    if not axes.axison:
        return list(axes.texts)
    found = [*axes.texts, axes.title, axes.xaxis.label, axes.yaxis.label]
    for at, axis in enumerate((axes.xaxis, axes.yaxis)):
        low, high = sorted(axis.get_view_interval())
        found += [t for t in axis.get_majorticklabels() if low <= t.get_position()[at] <= high]
    if axes.get_legend():
        found += axes.get_legend().get_texts()
    return found


def texts_in_the_way(picture):
    """Return the pairs of texts that overlap, and the texts that leave the picture."""
    canvas = FigureCanvasAgg(picture.figure)
    canvas.draw()
    page = picture.figure.bbox
    boxes = [
        (text.get_text(), text.get_window_extent(canvas.get_renderer()))
        for axes in picture.figure.axes
        for text in shown_texts(axes)
        if text.get_text().strip()
    ]
    outside = [
        (said,)
        for said, box in boxes
        if box.x0 < page.x0 or box.y0 < page.y0 or box.x1 > page.x1 or box.y1 > page.y1
    ]
    return outside + [
        (one, other)
        for (one, box), (other, other_box) in combinations(boxes, 2)
        if box.x0 < other_box.x1 and other_box.x0 < box.x1
        if box.y0 < other_box.y1 and other_box.y0 < box.y1
    ]
