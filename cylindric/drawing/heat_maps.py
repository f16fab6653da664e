"""Heat maps: of the heights mu^k_i, k across and i down, and of other tables."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from termwise.pictures import Canvas, Picture, colour_axes

LEVELS = 40  # colours; cells of one colour that are neighbours in a row are drawn as one
RANGE = 1000  # the ratio of the largest and the least height on a logarithmic scale
MOST_RUNS = 20_000  # a table of more runs of one colour, as random ones are, is an image
CELLS = 400  # a larger table is drawn by the means of blocks, at most this many a side


def heat_map(
    heights: npt.NDArray[np.float64],
    *,
    title: str,
    bar: str,
    says: str,
    theme: str,
    down: str = "part i",
    log: bool = False,
    crop: bool = False,
) -> Picture:
    """Return a heat map of a table: row i - 1 and column k - 1 hold the height at (k, i).

    Args:
        heights: the table.
        title, bar: what is written above it and beside the scale of colours.
        says, theme: of the picture.
        down: how rows are called.
        log: colour by the logarithm of the height, over RANGE; what is below has no colour.
        crop: leave out the rows after the last in which there is something to see.
    """
    from matplotlib import colormaps
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import BoundaryNorm, ListedColormap, to_hex
    from matplotlib.ticker import LogLocator, MaxNLocator

    whole, top = len(heights), float(heights.max(initial=0)) or 1.0
    if crop:
        seen = np.flatnonzero((_levels(heights, top, log) > (-1 if log else 0)).any(axis=1))
        heights = heights[: max(1, seen.max(initial=0) + 1)]
    rows, columns = heights.shape
    canvas = Canvas(12, 8.5, theme=theme, axes="framed")
    axes = canvas.axes
    colours = colormaps["viridis"](np.linspace(0, 1, LEVELS))
    shown = _block_means(heights)
    levels = _levels(shown, top, log)
    width, height = columns / shown.shape[1], rows / shown.shape[0]
    runs = [_runs(levels == level) for level in range(LEVELS)]
    if sum(map(len, runs)) > MOST_RUNS:
        frame = (0.5, columns + 0.5, rows + 0.5, 0.5)
        canvas.pixels(
            levels + 1, [canvas.theme.ground, *map(to_hex, colours)], gid="heat", extent=frame
        )
        runs = []
    for level, found in enumerate(runs):
        # An edge of the same colour closes the hairlines between neighbours.
        canvas.polygons(
            [
                0.5 + np.array([(a, i), (b, i), (b, i + 1), (a, i + 1)]) * (width, height)
                for i, a, b in found
            ],
            gid="heat",
            facecolor=colours[level],
            edgecolor=colours[level],
            linewidth=0.3,
        )
    axes.set_xlim(0.5, columns + 0.5)
    axes.set_ylim(rows + 0.5, 0.5)
    axes.locator_params(integer=True)
    axes.set_xlabel("slice k", size=9)
    axes.set_ylabel(down, size=9)
    axes.set_title(title, size=9)
    ends = np.geomspace(top / RANGE, top, LEVELS + 1) if log else np.linspace(0, top, LEVELS + 1)
    norm = BoundaryNorm(ends, LEVELS)
    scale = canvas.figure.colorbar(ScalarMappable(norm, ListedColormap(colours)), ax=axes)
    locator = LogLocator() if log else MaxNLocator(5)
    ticks = [tick for tick in locator.tick_values(ends[0], top) if ends[0] <= tick <= top]
    scale.set_ticks(ticks, labels=[f"{tick:g}" for tick in ticks])
    scale.ax.minorticks_off()
    scale.set_label(bar, size=8)
    colour_axes(scale.ax, canvas.theme)
    scale.outline.set_edgecolor(canvas.theme.ink)
    for each in (axes, scale.ax):
        each.tick_params(labelsize=8)
    cut = f", rows 1 to {rows} of {whole}" if rows < whole else ""
    return canvas.picture(f"{says}{' on a logarithmic scale' if log else ''}{cut}")


def _levels(heights: npt.NDArray[np.float64], top: float, log: bool) -> npt.NDArray[np.int64]:
    """Return the number of the colour of every height, -1 for none."""
    if log:
        parts = np.log(np.maximum(heights, 1e-300) / top * RANGE) / np.log(RANGE)
    else:
        parts = heights / top
    levels: npt.NDArray[np.int64] = np.clip(np.floor(parts * LEVELS), -1, LEVELS - 1).astype(int)
    return levels


def _block_means(heights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the table itself, or the means of its blocks if it is large."""
    for axis in (0, 1):
        size = heights.shape[axis]
        if size > CELLS:
            starts = np.linspace(0, size, CELLS, endpoint=False).astype(int)
            sums = np.add.reduceat(heights, starts, axis=axis)
            counts = np.diff(np.append(starts, size))
            heights = sums / (counts[:, None] if axis == 0 else counts)
    return heights


def _runs(chosen: npt.NDArray[np.bool_]) -> list[tuple[int, int, int]]:
    """Return (row, start, end) of the runs of chosen cells in every row."""
    padded = np.pad(chosen, ((0, 0), (1, 1))).astype(np.int8)
    changes = np.diff(padded, axis=1)
    rows, starts = np.nonzero(changes == 1)
    ends = np.nonzero(changes == -1)[1]
    return list(zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True))
