"""The definitions once more, as plainly as can be: what the library is tested against.

Nothing here is optimised, and nothing is imported from the library but the rules under test.
"""

from itertools import product


def partitions_of(n, largest=None):
    largest = n if largest is None else largest
    if n == 0:
        yield ()
    for part in range(min(n, largest), 0, -1):
        for rest in partitions_of(n - part, part):
            yield (part, *rest)


def interlaces(mu, lam):
    """lam_1 >= mu_1 >= lam_2 >= mu_2 >= ..., with zeros past the ends."""
    length = max(len(mu), len(lam)) + 1
    mu = list(mu) + [0] * (length - len(mu))
    lam = list(lam) + [0] * (length - len(lam))
    return all(lam[i] >= mu[i] for i in range(length)) and all(
        mu[i] >= lam[i + 1] for i in range(length - 1)
    )


def is_cylindric(word, walk):
    """walk = (mu^1, .., mu^T), mu^0 = mu^T."""
    for k, letter in enumerate(word):
        before, after = walk[k - 1], walk[k]
        if not (interlaces(before, after) if letter == "1" else interlaces(after, before)):
            return False
    return True


def sums(total, parts):
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in sums(total - first, parts - 1):
            yield (first, *rest)


def cylindric_walks(word, weight):
    """Every tuple of partitions with this total size, kept if it is a cylindric partition."""
    for sizes in sums(weight, len(word)):
        for walk in product(*(list(partitions_of(size)) for size in sizes)):
            if is_cylindric(word, walk):
                yield walk


def hooks(word, max_hook):
    """{(i, j, n): hook length}, 1-based."""
    period = len(word)
    return {
        (i, j, n): (j - i) % period + (n - 1) * period
        for i in range(1, period + 1)
        for j in range(1, period + 1)
        for n in range(1, max_hook // period + 2)
        if word[i - 1] == "1" and word[j - 1] == "0"
        if (j - i) % period + (n - 1) * period <= max_hook
    }


def product_coefficients(word, order, open=False):
    """Multiply out the product over n and the boxes, one factor 1/(1 - z^h) at a time."""
    period = len(word)
    if open:
        factors = [j - i for (i, j, n), _ in hooks(word, period).items() if i < j and n == 1]
    else:
        factors = [n * period for n in range(1, order)] + list(hooks(word, order).values())
    coefficients = [1] + [0] * (order - 1)
    for h in factors:
        for k in range(h, order):
            coefficients[k] += coefficients[k - h]
    return tuple(coefficients)


def peel_in_any_order(word, walk, rule, rng):
    """Peel one corner at a time, at random, down to a constant; return it and the labels."""
    period = len(word)
    mu = [walk[-1], *walk[:-1]]
    letters = [int(letter) for letter in word]
    names = list(range(1, period + 1))
    met, labels = {}, {}
    while len(set(mu)) > 1:
        corners = [
            k for k in range(1, period + 1) if letters[k - 1] == 1 and letters[k % period] == 0
        ]
        k = rng.choice(corners)
        i, j = names[k - 1], names[k % period]
        inner, label = rule.backward(mu[k - 1], mu[(k + 1) % period], mu[k % period])
        met[i, j] = met.get((i, j), 0) + 1
        if label:
            labels[i, j, met[i, j]] = label
        mu[k % period] = type(mu[0])(inner)
        letters[k - 1], letters[k % period] = 0, 1
        names[k - 1], names[k % period] = j, i
    return mu[0], labels


def longest_path(word, nu, labels):
    """L_k <- m + max(L_{k-1}, L_{k+1}) from L = nu_1, undoing the peels one by one."""
    period = len(word)
    turns = max((n for _, _, n in labels), default=0)
    letters, names, met, order = list(word), list(range(1, period + 1)), {}, []
    while True:
        found = None
        for k in range(1, period + 1):
            pair = names[k - 1], names[k % period]
            if letters[k - 1] == "1" and letters[k % period] == "0" and met.get(pair, 0) < turns:
                found = k
                break
        if found is None:
            break
        met[pair] = met.get(pair, 0) + 1
        order.append((k, (*pair, met[pair])))
        letters[k - 1], letters[k % period] = "0", "1"
        names[k - 1], names[k % period] = names[k % period], names[k - 1]
    passage = [max(nu, default=0)] * period
    for k, box in reversed(order):
        passage[k % period] = labels.get(box, 0) + max(passage[k - 1], passage[(k + 1) % period])
    return max(passage)


def row_insertion(matrix):
    """P and Q by Schensted insertion of the two-line array of a matrix, row by row."""
    p, q = [], []
    for a, row in enumerate(matrix, 1):
        for s, times in enumerate(row, 1):
            for _ in range(times):
                _insert(p, q, s, a)
    return tuple(map(tuple, p)), tuple(map(tuple, q))


def _insert(p, q, entry, name):
    for row, names in zip(p, q, strict=True):
        larger = [at for at, other in enumerate(row) if other > entry]
        if not larger:
            row.append(entry)
            names.append(name)
            return
        row[larger[0]], entry = entry, row[larger[0]]
    p.append([entry])
    q.append([name])


def words(max_period):
    """Every word of period up to a bound."""
    for period in range(1, max_period + 1):
        for letters in product("01", repeat=period):
            yield "".join(letters)


# The (q,t)-analog, section 5 of the math notes: boxes (i, j) are 0-based here.


def arm_and_leg(shape, i, j):
    return shape[i] - j - 1, sum(part > j for part in shape) - i - 1


def b_box(shape, i, j, q, t):
    """b_lam(s), 1 if s is not in lam."""
    if i >= len(shape) or j >= shape[i]:
        return q**0
    arm, leg = arm_and_leg(shape, i, j)
    return (1 - q**arm * t ** (leg + 1)) / (1 - q ** (arm + 1) * t**leg)


def rows_and_columns(lam, mu):
    """The boxes of lam, and the rows R and columns C that meet lam/mu."""
    boxes = [(i, j) for i, part in enumerate(lam) for j in range(part)]
    strip = [(i, j) for i, j in boxes if i >= len(mu) or j >= mu[i]]
    return boxes, {i for i, _ in strip}, {j for _, j in strip}


def phi(lam, mu, q, t):
    """prod over the boxes in columns that meet lam/mu of b_lam / b_mu."""
    boxes, _, columns = rows_and_columns(lam, mu)
    value = q**0
    for i, j in boxes:
        if j in columns:
            value = value * b_box(lam, i, j, q, t) / b_box(mu, i, j, q, t)
    return value


def psi(lam, mu, q, t):
    """prod over the boxes in rows, not in columns, that meet lam/mu of b_mu / b_lam."""
    boxes, rows, columns = rows_and_columns(lam, mu)
    value = q**0
    for i, j in boxes:
        if i in rows and j not in columns:
            value = value * b_box(mu, i, j, q, t) / b_box(lam, i, j, q, t)
    return value


def macdonald_weight(word, walk, q, t, up=phi, down=psi):
    value = q**0
    for k, letter in enumerate(word):
        before, after = walk[k - 1], walk[k]
        value = value * (up(after, before, q, t) if letter == "1" else down(before, after, q, t))
    return value


def macdonald_product(word, order, q, t, open=False):
    """{exponents of z_1 .. z_T: coefficient}, one factor (t x; q)/(x; q) after the other."""
    period = len(word)
    coefficients = [q**0]
    for m in range(1, order):
        coefficients.append(coefficients[-1] * (1 - t * q ** (m - 1)) / (1 - q**m))
    factors = []
    for i, j, n in hooks(word, order):
        if open and not (i < j and n == 1):
            continue
        exponents = [n - 1] * period
        k = i
        while k % period != j % period:
            exponents[(k - 1) % period] += 1
            k += 1
        factors.append((exponents, coefficients))
    if not open:
        factors += [([n] * period, [q**0] * order) for n in range(1, order)]
    series = {(0,) * period: q**0}
    for exponents, powers in factors:
        longer = {}
        for e, value in series.items():
            for m in range(order):
                target = tuple(x + m * y for x, y in zip(e, exponents, strict=True))
                if sum(target) >= order:
                    break
                longer[target] = longer.get(target, 0) + value * powers[m]
        series = longer
    return series


def overlinings(word, walk):
    """Every set of entries (k, i), 1-based, that meets the two conditions on the cylinder.

    mu^k_1 lies where a path to the left (up) or downwards (down) is after k steps, and the further
    entries of mu^k on the diagonal from there; once round, all is moved by (zeros, -ones).
    """
    period, place, row, column = len(word), {}, 0, 0
    for k in range(1, period + 1):
        row, column = row + (word[k - 1] == "0"), column - (word[k - 1] == "1")
        for i in range(len(walk[k - 1])):
            place[k, i + 1] = (row + i, column + i)
    value = {}
    for turn in (-1, 0, 1):
        for (k, i), (x, y) in place.items():
            at = (x + turn * word.count("0"), y - turn * word.count("1"))
            value[at] = walk[k - 1][i - 1]
    for flags in product((False, True), repeat=len(place)):
        chosen = {entry for entry, flag in zip(place, flags, strict=True) if flag}
        if all(
            (entry not in chosen or value.get((x, y + 1)) != value[x, y])
            and (entry in chosen or value.get((x - 1, y)) != value[x, y])
            for entry, (x, y) in place.items()
        ):
            yield frozenset(chosen)


# Randomised growth: every sequence of draws by itself, corners taken from the left, no turns.


def label_weight(m, q, t):
    """(t; q)_m / (q; q)_m."""
    value = q**0
    for k in range(m):
        value = value * (1 - t * q**k) / (1 - q ** (k + 1))
    return value


def shapes_up_to(n):
    return [shape for size in range(n + 1) for shape in partitions_of(size)]


def outers(left, right, size, q, t):
    """{outer: phi psi}, every outer of a size."""
    return {
        outer: phi(outer, left, q, t) * psi(outer, right, q, t)
        for outer in partitions_of(size)
        if interlaces(left, outer) and interlaces(right, outer)
    }


def inners(left, right, size, q, t):
    """{(inner, m): psi phi g_m}, all that an outer of a size may come from."""
    found = {}
    for inner in shapes_up_to(min(sum(left), sum(right))):
        m = size + sum(inner) - sum(left) - sum(right)
        if m >= 0 and interlaces(inner, left) and interlaces(inner, right):
            weight = psi(left, inner, q, t) * phi(right, inner, q, t)
            found[inner, m] = weight * label_weight(m, q, t)
    return found


def independent_peels(word, walk, q, t):
    """Every (probability, nu, {box: label}) of every sequence of draws by the independent rule."""
    period = len(word)

    def go_on(chance, mu, letters, names, met, labels):
        if len(set(mu)) == 1:
            yield chance, mu[0], labels
            return
        k = next(k for k in range(period) if letters[k] == "1" and letters[(k + 1) % period] == "0")
        after = (k + 1) % period  # mu[after] is the corner: mu^k with mu^0 first
        left, right, outer = mu[k], mu[(after + 1) % period], mu[after]
        pair = names[k], names[after]
        n = met.get(pair, 0) + 1
        swapped, renamed = list(letters), list(names)
        swapped[k], swapped[after] = "0", "1"
        renamed[k], renamed[after] = names[after], names[k]
        law = inners(left, right, sum(outer), q, t)
        for (inner, m), weight in law.items():
            shapes = [*mu[:after], inner, *mu[after + 1 :]]
            written = {**labels, (*pair, n): m} if m else labels
            share = chance * weight / sum(law.values())
            yield from go_on(share, shapes, swapped, renamed, {**met, pair: n}, written)

    yield from go_on(q**0, [walk[-1], *walk[:-1]], list(word), list(range(1, period + 1)), {}, {})


def independent_flow(word, weight, q, t):
    """{(nu, labels): sum over c of W_c times the probabilities of all draws that lead there}."""
    flow = {}
    for walk in cylindric_walks(word, weight):
        w = macdonald_weight(word, walk, q, t)
        for chance, nu, labels in independent_peels(word, walk, q, t):
            key = nu, frozenset(labels.items())
            flow[key] = flow.get(key, 0) + w * chance
    return flow
