"""Statistics of samples, with their exact laws beside them: particles, correlations, largest parts.

The exact law is drawn where one is known, and is no more work than a call may be: samples of
`sample`, or of `sample_macdonald`, remember what they were drawn from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np

from cylindric.drawing.heat_maps import heat_map
from cylindric.objects.batches import Integers, Samples
from cylindric.objects.profiles import Profile
from cylindric.products.particles import require_slice
from cylindric.sampling.exact_laws import covariance_sizes, largest_part_law
from cylindric.sampling.factors import Floats
from cylindric.sampling.particles import particle_density
from termwise.arguments import brief, require_integer
from termwise.doors import door
from termwise.pictures import Canvas, Picture, themed

SHOWN = 24
"""So many diagrams are drawn one below another."""

DOTS = 3000
"""About so many dots make the diagrams, if they are wide."""

DIAGRAMS = 0.55  # of the height of the densities

RARE = 40  # places beyond all rows
LARGEST = 10**5  # a part, or a shift
SURE = 400  # what happens once in so many samples hardly needs to be shown


@themed
@door
def draw_particles(
    samples: Samples,
    k: int = 0,
    *,
    shifts: Iterable[int] | None = None,
    theme: str = "light",
) -> Picture:
    """Draw the Maya diagrams of mu^k and how often a particle is at a place.

    Above, a row of dots is the diagram of a sample; below, for every place, the share of the
    samples with a particle there, and as a line its exact probability, if q = t.

    Args:
        samples: the samples.
        k: 0 .. T; 0 and T are one.
        shifts: an integer a sample, as `shift_mix` draws them with u = 1: all its particles are
            moved by it, and the exact line is that of the shifted process.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: samples are no Samples, k or a shift no integer.
        ValueError: an unknown theme, no samples, k not in 0 .. T, not as many shifts as samples,
            or parts too large to be drawn.

    Source: [Borodin07]; the formula is that of `particle_density`.

    >>> from cylindric.sampling.perfect import sample
    >>> draw_particles(sample(Profile("1010"), 0.8, 100, rng=1), 1)
    <Picture: particles of mu^1 in 100 samples of profile 1010, and their exact density>
    """
    number, k = _number_of(samples), require_slice(samples.profile, k)
    _require_small(samples)
    given = [0] * number if shifts is None else [require_integer("shifts", s) for s in shifts]
    if len(given) != number or max(map(abs, given)) > LARGEST:
        raise ValueError(f"shifts must be {number} of at most {LARGEST}, got {brief(given)}")
    moved = np.array(given)
    places, seen = _window(samples, k, moved)
    left = int(places[0])
    rows = max(samples.walks.shape[2], (1 - left) // 2 + int(moved.max()))
    particles = samples.particles(k, rows) + 2 * moved[:, None]

    canvas = Canvas(15, 9, theme=theme, axes="framed")
    axes, colours = canvas.axes, canvas.theme
    shown = min(number, SHOWN, max(4, DOTS // len(places)))
    heights = 1.12 + DIAGRAMS * (1 - (np.arange(shown) + 0.5) / max(shown, 8))
    for at, height in enumerate(heights):
        inside = (particles[at] >= left) & (particles[at] <= places[-1])
        at_places = particles[at][inside] / 2
        axes.plot(
            at_places,
            np.full(len(at_places), height),
            linestyle="none",
            marker="o",
            markersize=min(3.6, 260 / len(places)),
            color=colours.ink,
            gid="diagram",
        )
    axes.plot(
        places / 2,
        seen,
        linestyle="none",
        marker="o",
        markersize=3.2,
        color=colours.strokes[0],
        label=f"{number} samples",
        gid="seen",
    )
    law, exact = samples.law, ""
    if law is not None and law.q == law.t:
        u = None if shifts is None else 1.0
        find = partial(particle_density, samples.profile, law.z, k, places.tolist())
        density = _affordable(partial(find, u=u, open=law.open))
        if density is not None:
            axes.plot(
                places / 2, density, color=colours.accent, linewidth=1.4, label="exact", gid="exact"
            )
            exact = ", and their exact density"
    axes.set_ylim(0, 1.2 + DIAGRAMS)
    axes.set_yticks([0, 0.5, 1])
    axes.set_xlabel(f"place of a particle, μᵢ − i + 1/2{'' if shifts is None else ' + shift'}")
    axes.set_title(f"profile {_name(samples.profile)}, particles of μᵏ, k = {k}", size=9)
    _finish(canvas)
    what = "particles" if shifts is None else "shifted particles"
    return canvas.picture(
        f"{what} of mu^{k} in {number} samples of profile {samples.profile}{exact}"
    )


@themed
@door
def draw_correlations(samples: Samples, *, theme: str = "light") -> Picture:
    """Draw the correlations of |mu^k| and |mu^l|: of the samples above the diagonal, exact below.

    If the law of the samples is not known, they are on both sides.  A size that is always the same,
    as |mu^T| of open samples, has correlation 0 with all.  Exact correlations are never negative;
    where those of samples are, by chance, they have the colour of 0.

    Args:
        samples: the samples.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: samples are no Samples.
        ValueError: an unknown theme, fewer than two samples.

    Source: the refined product, [Langer12], as in `covariance_sizes`.

    >>> from cylindric.sampling.perfect import sample
    >>> draw_correlations(sample(Profile("1010"), 0.8, 100, rng=1))
    <Picture: correlations of sizes in 100 samples of profile 1010, and exact>
    """
    number, period = _number_of(samples, 2), samples.profile.period
    seen = np.atleast_2d(np.cov(samples.sizes.astype(float), rowvar=False))
    matrix, law = _correlations(seen), samples.law
    if law is not None:
        exact = covariance_sizes(samples.profile, law.z, q=law.q, t=law.t, open=law.open)
        below = np.tril_indices(period, -1)
        matrix[below] = _correlations(exact)[below]
    sides = "" if law is None else ", exact below"
    return heat_map(
        np.maximum(matrix, 0),
        title=f"profile {_name(samples.profile)}, {number} samples{sides}",
        bar="correlation of |μᵏ| and |μˡ|",
        down="slice l",
        says=f"correlations of sizes in {number} samples of profile {samples.profile}"
        f"{'' if law is None else ', and exact'}",
        theme=theme,
    )


@themed
@door
def draw_largest_part(samples: Samples, *, theme: str = "light") -> Picture:
    """Draw how often the largest part has a value, and its exact law if q = t and all z_k are one.

    Of long profiles there is no exact law, as their layers are too many.

    Args:
        samples: the samples.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: samples are no Samples.
        ValueError: an unknown theme, no samples, or parts too large to be drawn.

    Source: [CW19] for the series F_c(x, z), here by layers, as in `largest_part_law`.

    >>> from cylindric.sampling.perfect import sample
    >>> draw_largest_part(sample(Profile("1010"), 0.8, 100, rng=1))
    <Picture: largest parts of 100 samples of profile 1010, and their exact law>
    """
    number, law = _number_of(samples), samples.law
    _require_small(samples)
    largest = samples.largest_parts.astype(np.int64)
    first, last = int(largest.min()), int(largest.max())
    chances, exact = None, ""
    if law is not None and law.q == law.t and len(set(law.z)) == 1:
        find = partial(largest_part_law, samples.profile, law.z[0], open=law.open)
        chances = _affordable(find)
    if chances is not None:
        likely = np.flatnonzero(chances > chances.max() / 500)
        first, last = min(first, int(likely[0])), max(last, int(likely[-1]))
        exact = ", and their exact law"
    values = np.arange(max(0, first - 1), last + 2)
    seen = np.bincount(largest, minlength=last + 2)[values] / number

    canvas = Canvas(12, 7.5, theme=theme, axes="framed")
    axes, colours = canvas.axes, canvas.theme
    wide = 0.8 if len(values) <= 80 else 1.0
    axes.bar(
        values, seen, width=wide, color=colours.strokes[0], label=f"{number} samples", gid="seen"
    )
    if chances is not None:
        padded = np.concatenate([chances, np.zeros(max(0, last + 2 - len(chances)))])
        axes.plot(
            values,
            padded[values],
            color=colours.accent,
            marker="o",
            markersize=3.6 if len(values) <= 80 else 0,
            linewidth=1.4,
            label="exact",
            gid="exact",
        )
    axes.set_ylim(0, None)
    axes.locator_params(axis="x", integer=True)
    axes.set_xlabel("largest part")
    axes.set_ylabel("probability")
    axes.set_title(f"profile {_name(samples.profile)}", size=9)
    _finish(canvas)
    return canvas.picture(f"largest parts of {number} samples of profile {samples.profile}{exact}")


def _affordable(law: Callable[[], Floats]) -> Floats | None:
    """Return an exact law, or None if its price is refused: all else in the call is known good."""
    try:
        return law()
    except ValueError:
        return None


def _require_small(samples: Samples) -> None:
    """Refuse what has no room in a picture."""
    largest = int(samples.largest_parts.max())
    if largest > LARGEST:
        raise ValueError(f"samples must have parts of at most {LARGEST}, got {brief(largest)}")


def _window(samples: Samples, k: int, moved: Integers) -> tuple[Integers, Floats]:
    """Return the places where not all samples are alike, and the share of particles there."""
    rows = samples.walks.shape[2] + RARE + int(moved.max() - moved.min())
    particles = samples.particles(k, rows) + 2 * moved[:, None]
    inside = particles[particles >= int(particles[:, -1].max())]
    places = np.arange(int(inside.min()), int(inside.max()) + 2 * RARE + 1, 2)
    counts = np.bincount((inside - places[0]) // 2, minlength=len(places))
    seen = counts / len(samples)
    unsure = np.flatnonzero((seen > 1 / SURE) & (seen < 1 - 1 / SURE))
    if not unsure.size:
        unsure = np.flatnonzero(np.abs(places - 2 * int(moved[0])) < 4)
    first, last = int(unsure[0]), int(unsure[-1])
    beyond = 2 + (last - first) // 10
    some = slice(max(0, first - beyond), last + beyond + 1)
    return places[some], seen[some]


def _number_of(samples: Samples, least: int = 1) -> int:
    if len(samples) < least:
        raise ValueError(f"samples must be at least {least}, got {len(samples)}")
    return len(samples)


def _name(profile: Profile) -> str:
    word = profile.word
    return word if len(word) <= 12 else f"{word[:7]}.. (T = {len(word)})"


def _correlations(covariances: Floats) -> Floats:
    """Return correlations; 0 where a variance is 0, and 1 on the rest of the diagonal."""
    deviations = np.sqrt(np.maximum(np.diag(covariances), 0.0))
    products = np.outer(deviations, deviations)
    found: Floats = np.zeros_like(products)
    np.divide(covariances, products, out=found, where=products > 0)
    return found


def _finish(canvas: Canvas) -> None:
    """Set the small sizes, take two sides off the frame, and write a legend."""
    canvas.axes.tick_params(labelsize=8)
    for side in ("top", "right"):
        canvas.axes.spines[side].set_visible(False)
    canvas.axes.legend(frameon=False, labelcolor=canvas.theme.ink, fontsize=8)
