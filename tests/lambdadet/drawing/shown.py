"""What a picture shows: groups, polygons, texts and pixels, read off the SVG and the figure."""

from base64 import b64decode
from functools import lru_cache
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
from matplotlib.image import imread

SVG = "{http://www.w3.org/2000/svg}"


@lru_cache(maxsize=1)
def tree(picture):
    """Return the SVG of a picture, read; a test asks several times for the same one."""
    return ElementTree.fromstring(picture.svg())


def groups(picture):
    """Return the groups of an SVG by name; every name is there once."""
    found = list(tree(picture).iter(f"{SVG}g"))
    names = [group.get("id") for group in found if group.get("id")]
    assert len(set(names)) == len(names)
    return {group.get("id"): group for group in found}


def polygons(picture, name):
    """Return the corners (x, y) of the polygons drawn as one path, in the units of the canvas."""
    for patch in picture.figure.axes[0].patches:
        if patch.get_gid() == name:
            (path,) = groups(picture)[name].iter(f"{SVG}path")
            parts = patch.get_path().to_polygons(closed_only=True)
            assert path.get("d").count("M") == len(parts)
            return [part[:-1] for part in parts]
    return []


def ticks(axes):
    """Return the texts beside an axis that are seen."""
    least, most = axes.get_ylim()
    places = zip(axes.get_yticks(), axes.get_yticklabels(), strict=True)
    return [label for at, label in places if axes.axison and least <= at <= most]


def texts(picture):
    return {text.get_gid(): text for text in picture.figure.axes[0].texts}


def pixels(picture):
    """Return the image in the SVG, on the picture's ground, as colours like #d55e00."""
    (image,) = tree(picture).iter(f"{SVG}image")
    data = image.get("{http://www.w3.org/1999/xlink}href").split(",")[1]
    image = imread(BytesIO(b64decode(data)))
    colours, cover = image[..., :3], image[..., 3:]
    ground = np.array(picture.figure.get_facecolor()[:3])
    array = ((cover * colours + (1 - cover) * ground) * 255).round().astype(int)
    return [["#{:02x}{:02x}{:02x}".format(*pixel) for pixel in row] for row in array]
