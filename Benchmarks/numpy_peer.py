#!/usr/bin/env python3
"""The same work as IndexBench, in numpy: what the figures are compared with.

    numpy_peer.py tables DATA OURS    the greatest difference between the 36 normalised grids and ours
    numpy_peer.py batched DATA RUNS   all replications of one table at once: one product, one sort along rows
    numpy_peer.py loop DATA RUNS      one replication after the other
    numpy_peer.py sobol DATA POINTS SCRAMBLES

Prints one line of JSON. Seconds leave out starting Python and reading the file. Ties are ranked in the order of the units, which is
less work than middle ranks.
"""
import json, sys, time
import numpy as np

UNITS, INDICATORS, GROUPS, PILLARS = 194, 80, 16, 4
LEAF_WEIGHTS = 1.0 + np.arange(INDICATORS) % 3
GROUP_WEIGHTS = 1.0 + np.arange(GROUPS) % 2
PILLAR_WEIGHTS = 1.0 + np.arange(PILLARS) % 3
COUNTS = (2, 6, 3, 3)


def moments(x):
    n, d = len(x), x - x.mean()
    m2, m3, m4 = (d ** 2).mean(), (d ** 3).mean(), (d ** 4).mean()
    skewness = np.sqrt(n * (n - 1)) / (n - 2) * m3 / m2 ** 1.5
    return skewness, (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m4 / m2 ** 2 - 3) + 6)


def winsorised(column, most):
    x, moved = column.copy(), np.zeros(len(column), bool)
    while True:
        skewness, kurtosis = moments(x)
        if abs(skewness) <= 2 or kurtosis <= 3.5:
            return x
        end = x.max() if skewness > 0 else x.min()
        at = x == end
        rest = x[~at]
        if (moved | at).sum() > most or not len(rest):
            return x
        x[at] = rest.max() if skewness > 0 else rest.min()
        moved |= at


def treated(x, way):
    if way == 0:
        return x
    if way in (1, 2, 3):
        return np.column_stack([winsorised(x[:, c], (1, 3, 5)[way - 1]) for c in range(x.shape[1])])
    if way == 4:
        low, high = np.quantile(x, [0.05, 0.95], axis=0)
    else:
        first, third = np.quantile(x, [0.25, 0.75], axis=0)
        low, high = first - 1.5 * (third - first), third + 1.5 * (third - first)
    return np.clip(x, low, high)


def mid_ranks(x):
    ranks = np.empty_like(x)
    for c in range(x.shape[1]):
        values, inverse, counts = np.unique(x[:, c], return_inverse=True, return_counts=True)
        ends = np.cumsum(counts)
        ranks[:, c] = (ends - (counts - 1) / 2)[inverse]
    return ranks


def normalised(x, way):
    if way == 0:
        low, high = x.min(axis=0), x.max(axis=0)
        return 1 + 99 * (x - low) / (high - low)
    return mid_ranks(x) if way == 1 else x / x.max(axis=0)


def tables(raw):
    grids = []
    for fill in (np.nanmean, np.nanmedian):
        whole = np.where(np.isnan(raw), fill(raw, axis=0), raw)
        for treatment in range(6):
            x = treated(whole, treatment)
            grids += [normalised(x, way) for way in range(3)]
    return grids


def inward(grids):
    """Per grid and mean, indicators × units: what is summed."""
    return [f for grid in grids for f in (grid.T.copy(), np.log(grid).T.copy(), (1 / grid).T.copy())]


def outward(sums, mean):
    return sums if mean == 0 else np.exp(sums) if mean == 1 else 1 / sums


def weights(left, noise):
    """Runs × indicators from the noise on all weights and the indicator that is left out (0 for none)."""
    leaf = LEAF_WEIGHTS * noise[:, :INDICATORS]
    runs = np.nonzero(left)[0]
    leaf[runs, left[runs] - 1] = 0
    leaf = leaf.reshape(-1, GROUPS, INDICATORS // GROUPS)
    leaf /= leaf.sum(axis=2, keepdims=True)
    group = (GROUP_WEIGHTS * noise[:, INDICATORS:INDICATORS + GROUPS]).reshape(-1, PILLARS, GROUPS // PILLARS)
    group /= group.sum(axis=2, keepdims=True)
    pillar = PILLAR_WEIGHTS * noise[:, INDICATORS + GROUPS:]
    pillar /= pillar.sum(axis=1, keepdims=True)
    group *= pillar[:, :, None]
    leaf *= group.reshape(-1, GROUPS)[:, :, None]
    return leaf.reshape(-1, INDICATORS)


def draws(u, seeds=None, rng=None):
    """Table, left-out indicator and noise of each row of uniform numbers."""
    table = np.zeros(len(u), np.int64)
    for factor, count in enumerate(COUNTS):
        table = table * count + (u[:, factor] * count).astype(np.int64)
    left = (u[:, 4] * (INDICATORS + 1)).astype(np.int64)
    count = INDICATORS + GROUPS + PILLARS
    if rng is not None:
        return table, left, 1 + 0.25 * (2 * rng.random((len(u), count)) - 1)
    return table, left, 1 + 0.25 * (2 * hashed(u[:, 5], count) - 1)


def hashed(u, count):
    """Noise that depends on the coordinate alone (SplitMix64), for a whole matrix at once."""
    z = u.view(np.uint64)[:, None] + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)) * 2.0 ** -53


def ranks_of(scores):
    order = np.argsort(-scores, axis=1)
    ranks = np.empty(scores.shape, np.int16)
    np.put_along_axis(ranks, order, np.arange(1, UNITS + 1, dtype=np.int16)[None, :], axis=1)
    return ranks


def evaluate(inner, table, left, noise):
    ranks = np.empty((len(table), UNITS), np.int16)
    order = np.argsort(table, kind="stable")
    w = weights(left, noise)
    starts = np.searchsorted(table[order], np.arange(len(inner) + 1))
    for number, f in enumerate(inner):
        rows = order[starts[number]:starts[number + 1]]
        if len(rows):
            ranks[rows] = ranks_of(outward(w[rows] @ f, number % 3))
    return ranks


def summary(ranks):
    """Histogram, median and 90 % interval of every unit's rank."""
    flat = ranks.astype(np.int64) + np.arange(UNITS) * (UNITS + 1)
    counts = np.bincount(flat.ravel(), minlength=UNITS * (UNITS + 1)).reshape(UNITS, UNITS + 1)
    below = np.cumsum(counts, axis=1)
    quantiles = [(below >= share * len(ranks)).argmax(axis=1) for share in (0.05, 0.5, 0.95)]
    return counts, quantiles, (counts * np.arange(UNITS + 1)).sum(axis=1) / len(ranks)


def batched(raw, runs):
    rng = np.random.default_rng(1)
    inner = inward(tables(raw))
    u = rng.random((runs, 6))
    ranks = evaluate(inner, *draws(u, rng=rng))
    return {"mean": summary(ranks)[2].tolist()}


def loop(raw, runs):
    rng = np.random.default_rng(1)
    inner = inward(tables(raw))
    table, left, noise = draws(rng.random((runs, 6)), rng=rng)
    ranks = np.empty((runs, UNITS), np.int16)
    for run in range(runs):
        w = weights(left[run:run + 1], noise[run:run + 1])[0]
        scores = outward(w @ inner[table[run]], table[run] % 3)
        ranks[run, np.argsort(-scores)] = np.arange(1, UNITS + 1)
    return {"mean": summary(ranks)[2].tolist()}


def sobol(raw, points, scrambles):
    from scipy.stats import qmc, t
    started = time.perf_counter()
    inner = inward(tables(raw))
    factors = 6
    first, total, variances, means = [], [], [], []
    for scramble in range(scrambles):
        both = qmc.Sobol(2 * factors, scramble=True, seed=scramble).random(points)
        a, b = both[:, :factors], both[:, factors:]
        rows = [a, b]
        for factor in range(factors):
            mixed = a.copy()
            mixed[:, factor] = b[:, factor]
            rows.append(mixed)
        u = np.ascontiguousarray(np.concatenate(rows))
        ranks = evaluate(inner, *draws(u)).reshape(factors + 2, points, UNITS).astype(np.float64)
        means.append(ranks[:2].mean(axis=(0, 1)))
        ranks -= means[-1]
        variances.append((ranks[:2] ** 2).mean(axis=(0, 1)))
        jumps = ranks[2:] - ranks[0]
        first.append((ranks[1] * jumps).mean(axis=1))
        total.append((jumps ** 2).mean(axis=1) / 2)
    variance = np.mean(variances, axis=0)
    with np.errstate(all="ignore"):
        shares = [np.mean(part, axis=0) / variance for part in (first, total)]
        spread = [np.std([p - s * v for p, v in zip(part, variances)], axis=0, ddof=1) / np.sqrt(scrambles) / variance
                  for part, s in zip((first, total), shares)]
        widest = np.nanmax(2 * t.ppf(0.95, scrambles - 1) * spread[1])
    return {"seconds": time.perf_counter() - started, "first": shares[0].T.tolist(), "total": shares[1].T.tolist(),
            "widest": float(widest), "mean": np.mean(means, axis=0).tolist(), "runs": scrambles * points * (factors + 2)}


def main():
    what, path, *rest = sys.argv[1:]
    raw = np.loadtxt(path, delimiter=",")
    if what == "tables":
        ours = np.loadtxt(rest[0], delimiter=",").reshape(-1, UNITS, INDICATORS)
        theirs = np.array(tables(raw))
        print(json.dumps({"grids": len(ours), "difference": float((np.abs(ours - theirs) / np.abs(theirs)).max())}))
        return
    numbers = [int(one) for one in rest]
    started = time.perf_counter()
    result = {"batched": batched, "loop": loop, "sobol": sobol}[what](raw, *numbers)
    result.setdefault("seconds", time.perf_counter() - started)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
