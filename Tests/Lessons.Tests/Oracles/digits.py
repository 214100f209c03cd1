"""The numbers of the lesson digits: a 64-32-10 network on four hundred 8 x 8 digits, 100 updates.

Rows 1-400 of data/digits.csv.gz, pixels divided by 16, ten batches of forty in order, ten epochs. a = x W + c,
h = max(a, 0), z = h V + b, p = exp(z)/sum(exp(z)), E = -log of the probability of the right digit, CE their mean over
the batch. By hand: dCE/dz = (p - target)/40, dCE/dV = h * dCE/dz, dCE/dh = sum of dCE/dz * V, dCE/da = dCE/dh where
a > 0, dCE/dW = x * dCE/da, each summed over the batch. The learning rate is 0.5.

V and the biases start at 0. W starts with two-decimal numbers between -0.25 and 0.25, which is Glorot's bound
sqrt(6/(64 + 32)), drawn row by row by the minimal standard generator s = 16807 * s mod (2**31 - 1), s = 2 before the
first: (s mod 51 - 25)/100. (From s = 1 one hidden sum of iteration 2 is exactly 0, where rounding decides relu's slope;
s = 2 is the first start without that, and the script refuses any sum within 1e-9 of 0 once errors reach the hidden layer.)
A comment counts right answers, also for rows 401-500, which are never trained on.
"""

import gzip
from math import exp, log, sqrt
from operator import mul
from os.path import dirname, exists, join

HERE = dirname(__file__)
ROOT = join(HERE, "..", "..", "..", "Lessons", "Catalog")
NAME = next(p for p in (join(HERE, "..", "data", "digits.csv.gz"), join(HERE, "digits.csv.gz"), join(ROOT, "data", "digits.csv.gz"),
                        join(ROOT, "digits.csv.gz")) if exists(p))
with gzip.open(NAME, "rt") as file:
    ROWS = [[int(v) for v in line.split(",")] for line in file][:500]
X = [[v / 16 for v in row[:64]] for row in ROWS]
DIGIT = [row[64] for row in ROWS]
RATE, BATCH, TRAINED, EPOCHS = 0.5, 40, 400, 10
PIXELS, HIDDEN, DIGITS = range(64), range(32), range(10)


def start():
    """W, pixels x units."""
    s, rows = 2, []
    for _ in PIXELS:
        row = []
        for _ in HIDDEN:
            s = 16807 * s % (2**31 - 1)
            row.append((s % 51 - 25) / 100)
        rows.append(row)
    return rows


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def softmax(z):
    e = [exp(a) for a in z]
    total = sum(e)
    return [a / total for a in e]


def forward(x, w, c, v, b):
    """w has a row for each hidden unit, v a row for each digit."""
    a = [sum(map(mul, x, w[j])) + c[j] for j in HIDDEN]
    h = [max(s, 0.0) for s in a]
    z = [sum(map(mul, h, v[k])) + b[k] for k in DIGITS]
    return a, h, z, softmax(z)


def main():
    first = start()
    w = [[first[i][j] for i in PIXELS] for j in HIDDEN]
    c, v, b = [0.0] * 32, [[0.0] * 32 for _ in DIGITS], [0.0] * 10
    per_epoch = TRAINED // BATCH
    for iteration in range(1, EPOCHS * per_epoch + 1):
        low = (iteration - 1) % per_epoch * BATCH
        batch = range(low, low + BATCH)
        passes = [forward(X[s], w, c, v, b) for s in batch]
        right = [DIGIT[s] for s in batch]
        if iteration > 1 and min(abs(s) for a, _, _, _ in passes for s in a) < 1e-9:
            raise ValueError(f"iteration {iteration}: a hidden sum lies on the kink of relu")
        terms = [-log(p[t]) for (_, _, _, p), t in zip(passes, right)]
        dz = [[(p[k] - (1 if k == t else 0)) / BATCH for k in DIGITS] for (_, _, _, p), t in zip(passes, right)]
        dh = [[sum(d[k] * v[k][j] for k in DIGITS) for j in HIDDEN] for d in dz]
        da = [[g if s > 0 else 0.0 for g, s in zip(row, a)] for row, (a, _, _, _) in zip(dh, passes)]
        dv = [[sum(d[k] * h[j] for d, (_, h, _, _) in zip(dz, passes)) for j in HIDDEN] for k in DIGITS]
        db = [sum(d[k] for d in dz) for k in DIGITS]
        columns = list(zip(*(X[s] for s in batch)))  # a pixel in all pictures of the batch
        by_unit = list(zip(*da))
        dw = [[sum(map(mul, column, unit)) for column in columns] for unit in by_unit]
        dc = [sum(unit) for unit in by_unit]
        old_v = v
        w = [[o - RATE * g for o, g in zip(*pair)] for pair in zip(w, dw)]
        c = [o - RATE * g for o, g in zip(c, dc)]
        v = [[o - RATE * g for o, g in zip(*pair)] for pair in zip(v, dv)]
        b = [o - RATE * g for o, g in zip(b, db)]
        if iteration not in (1, 2, 91, *range(92, 101)):
            continue
        at = "" if iteration == 1 else f"@{iteration}"
        wrong = [(s + 1, right[s], max(DIGITS, key=lambda k: passes[s][3][k])) for s in range(BATCH)
                 if max(DIGITS, key=lambda k: passes[s][3][k]) != right[s]]
        print(f"# iteration {iteration}: wrong are (place, digit, answer) {wrong}")
        for s in range(BATCH):
            for j in HIDDEN:
                show(f"a[{s + 1},{j + 1}]{at}", passes[s][0][j])
                show(f"h[{s + 1},{j + 1}]{at}", passes[s][1][j])
                show(f"dCE/dh[{s + 1},{j + 1}]{at}", dh[s][j])
                show(f"dCE/da[{s + 1},{j + 1}]{at}", da[s][j])
            for k in DIGITS:
                show(f"z{k}[{s + 1}]{at}", passes[s][2][k])
                show(f"p{k}[{s + 1}]{at}", passes[s][3][k])
                show(f"dCE/dz{k}[{s + 1}]{at}", dz[s][k])
                show(f"dCE/dh[{s + 1},1] via z{k}[{s + 1}]{at}", dz[s][k] * old_v[k][0])
            show(f"E{right[s]}[{s + 1}]{at}", terms[s])
        show(f"CE{at}", sum(terms) / BATCH)
        for j in HIDDEN:
            for i in PIXELS:
                show(f"dCE/dW[{i + 1},{j + 1}]{at}", dw[j][i])
                show(f"W[{i + 1},{j + 1}]+{at}", w[j][i])
            for k in DIGITS:
                show(f"dCE/dV[{j + 1},{k + 1}]{at}", dv[k][j])
                show(f"V[{j + 1},{k + 1}]+{at}", v[k][j])
            show(f"dCE/dc[{j + 1}]{at}", dc[j])
            show(f"c[{j + 1}]+{at}", c[j])
        for k in DIGITS:
            show(f"dCE/db{k}{at}", db[k])
            show(f"b{k}+{at}", b[k])
    answers = [max(DIGITS, key=forward(x, w, c, v, b)[3].__getitem__) for x in X]
    hits = [a == t for a, t in zip(answers, DIGIT)]
    print(f"# after training: {sum(hits[:TRAINED])} of {TRAINED} right, of the rows not trained on {sum(hits[TRAINED:])}")
    print(f"# digits in the first batch: {[DIGIT[:BATCH].count(k) for k in DIGITS]}; Glorot's bound {sqrt(6 / (64 + 32))!r}")
    for i in PIXELS:
        for j in HIDDEN:
            show(f"W[{i + 1},{j + 1}]", first[i][j])
    show("parameters", 64 * 32 + 32 + 32 * 10 + 10)
    show("layer1.parameters", 64 * 32 + 32)
    show("layer2.parameters", 32 * 10 + 10)
    show("layer1.output[1]", 32)
    show("layer2.output[1]", 10)
    show("batch-size", BATCH)
    show("updates-per-epoch", per_epoch)
    show("updates", EPOCHS * per_epoch)


if __name__ == "__main__":
    main()
