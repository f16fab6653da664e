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


def b_box(shape, i, j, q, t):
    """b_lam(s) for s = (i, j), 0-based; 1 outside lam."""
    if i >= len(shape) or j >= shape[i]:
        return 1
    arm, leg = shape[i] - j - 1, sum(part > j for part in shape) - i - 1
    return (1 - q**arm * t ** (leg + 1)) / (1 - q ** (arm + 1) * t**leg)


def strip_coefficient(lam, mu, q, t, up):
    """phi (up) or psi of lam/mu by the sets C of columns and R of rows that meet the strip."""
    strip = [(i, j) for i, part in enumerate(lam) for j in range(mu[i] if i < len(mu) else 0, part)]
    columns, rows = {j for _, j in strip}, {i for i, _ in strip}
    value = 1
    for i, part in enumerate(lam):
        for j in range(part):
            ratio = b_box(lam, i, j, q, t) / b_box(mu, i, j, q, t)
            if up and j in columns:
                value *= ratio
            if not up and i in rows and j not in columns:
                value /= ratio
    return value


def macdonald_weight(word, walk, q, t):
    """The product of phi over the steps up and psi over the steps down."""
    value = 1
    for k, letter in enumerate(word):
        before, after = walk[k - 1], walk[k]
        up = letter == "1"
        value *= strip_coefficient(*((after, before) if up else (before, after)), q, t, up)
    return value


def macdonald_product(word, order, q, t, open=False):
    """Multiply out, one box at a time, with sum_m (t; q)_m / (q; q)_m x^m for each."""
    period = len(word)
    boxes = [h for (i, j, n), h in hooks(word, order).items() if not open or (i < j and n == 1)]
    c = [0 * q + 1]
    for m in range(1, order):
        c.append(c[-1] * (1 - t * q ** (m - 1)) / (1 - q**m))
    series = [c[0]] + [0 * q] * (order - 1)
    for h in boxes:
        series = [sum(series[n - h * m] * c[m] for m in range(n // h + 1)) for n in range(order)]
    for h in [] if open else range(period, order, period):
        for n in range(h, order):
            series[n] += series[n - h]
    return series


def cells_of_the_cylinder(word, walk):
    """{(k, i): (right, below)}: the neighbours in row and column of mu^k_i, by the interlacing.

    Across a step up from mu^{k-1}, mu^k_i >= mu^{k-1}_i stand in one row and
    mu^{k-1}_i >= mu^k_{i+1} in one column; across a step down mu^{k-1}_i >= mu^k_i stand in one
    column and mu^k_i >= mu^{k-1}_{i+1} in one row.
    """
    period = len(word)
    cells = {(k, i) for k, shape in enumerate(walk) for i in range(len(shape))}
    right, below = {}, {}
    for k, letter in enumerate(word):
        for i in range(max(map(len, walk)) + 1):
            before, after = ((k - 1) % period, i), (k, i)
            if letter == "1":
                right[after] = before
                below[before] = (k, i + 1)
            else:
                below[before] = after
                right[after] = ((k - 1) % period, i + 1)
    return cells, right, below


def number_of_overlinings(word, walk):
    """Try every subset of the entries against the two conditions."""
    cells, right, below = cells_of_the_cylinder(word, walk)
    value = {(k, i): walk[k][i] for k, i in cells}
    above = {lower: upper for upper, lower in below.items()}
    count = 0
    for chosen in product((False, True), repeat=len(cells)):
        lined = {cell for cell, line in zip(sorted(cells), chosen, strict=True) if line}
        rows = all(value.get(right[cell]) != value[cell] for cell in lined)
        columns = all(
            cell in lined
            for cell in cells
            if cell in above and value.get(above[cell]) == value[cell]
        )
        count += rows and columns
    return count
