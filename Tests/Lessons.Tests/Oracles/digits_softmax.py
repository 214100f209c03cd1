"""The numbers of the lesson digits-softmax: softmax regression from zeros on a hundred 8 x 8 digits, 100 updates.

Rows 1-100 of data/digits.csv.gz, pixels divided by 16, five batches of twenty in order, twenty epochs. z = x W + b,
p = exp(z)/sum(exp(z)), E = -log of the probability of the right digit, CE their mean over the batch. By hand,
dCE/dz = (p - target)/20, dCE/dW[i,k] = sum of x_i * dCE/dz_k, dCE/db_k = sum of dCE/dz_k. The learning rate is 1.
Pixels count from 1, row by row; column k + 1 of W belongs to the digit k. A comment counts right answers, also for rows
101-200, which are never trained on.
"""

import gzip
from math import exp, log
from os.path import dirname, exists, join

HERE = dirname(__file__)
ROOT = join(HERE, "..", "..", "..", "Lessons", "Catalog")
NAME = next(p for p in (join(HERE, "..", "data", "digits.csv.gz"), join(HERE, "digits.csv.gz"), join(ROOT, "data", "digits.csv.gz"),
                        join(ROOT, "digits.csv.gz")) if exists(p))
with gzip.open(NAME, "rt") as file:
    ROWS = [[int(v) for v in line.split(",")] for line in file][:200]
X = [[v / 16 for v in row[:64]] for row in ROWS]
DIGIT = [row[64] for row in ROWS]
RATE, BATCH, TRAINED, EPOCHS = 1.0, 20, 100, 20
PIXELS, DIGITS = range(64), range(10)


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def scores(x, w, b):
    return [sum(x[i] * w[k][i] for i in PIXELS) + b[k] for k in DIGITS]


def softmax(z):
    e = [exp(a) for a in z]
    total = sum(e)
    return [a / total for a in e]


def main():
    w = [[0.0] * 64 for _ in DIGITS]  # a row for each digit; the lesson's W is the transpose
    b = [0.0] * 10
    per_epoch = TRAINED // BATCH
    for iteration in range(1, EPOCHS * per_epoch + 1):
        first = (iteration - 1) % per_epoch * BATCH
        batch = range(first, first + BATCH)
        z = [scores(X[s], w, b) for s in batch]
        p = [softmax(row) for row in z]
        right = [DIGIT[s] for s in batch]
        terms = [-log(row[t]) for row, t in zip(p, right)]
        dz = [[(row[k] - (1 if k == t else 0)) / BATCH for k in DIGITS] for row, t in zip(p, right)]
        dw = [[sum(d[k] * X[s][i] for d, s in zip(dz, batch)) for i in PIXELS] for k in DIGITS]
        db = [sum(d[k] for d in dz) for k in DIGITS]
        w = [[w[k][i] - RATE * dw[k][i] for i in PIXELS] for k in DIGITS]
        b = [b[k] - RATE * db[k] for k in DIGITS]
        if iteration not in (1, 6, 96, 97, 98, 99, 100):
            continue
        at = "" if iteration == 1 else f"@{iteration}"
        wrong = [(s + 1, t, max(DIGITS, key=lambda k: row[k])) for s, row, t in zip(range(BATCH), p, right)
                 if max(DIGITS, key=lambda k: row[k]) != t]
        print(f"# iteration {iteration}: wrong are (place, digit, answer) {wrong}")
        for s in range(BATCH):
            for k in DIGITS:
                show(f"z{k}[{s + 1}]{at}", z[s][k])
                show(f"p{k}[{s + 1}]{at}", p[s][k])
                show(f"dCE/dz{k}[{s + 1}]{at}", dz[s][k])
            show(f"E{right[s]}[{s + 1}]{at}", terms[s])
        show(f"CE{at}", sum(terms) / BATCH)
        for k in DIGITS:
            for i in PIXELS:
                show(f"dCE/dW[{i + 1},{k + 1}]{at}", dw[k][i])
                show(f"W[{i + 1},{k + 1}]+{at}", w[k][i])
            show(f"dCE/db{k}{at}", db[k])
            show(f"b{k}+{at}", b[k])
    answers = [max(DIGITS, key=lambda k: row[k]) for row in (scores(x, w, b) for x in X)]
    hits = [a == t for a, t in zip(answers, DIGIT)]
    print(f"# after training: {sum(hits[:TRAINED])} of {TRAINED} right, of the rows not trained on {sum(hits[TRAINED:])}")
    for i in PIXELS:
        for s in range(2):
            show(f"x[{s + 1},{i + 1}]", X[s][i])
    show("parameters", 64 * 10 + 10)
    show("batch-size", BATCH)
    show("updates-per-epoch", per_epoch)
    show("updates", EPOCHS * per_epoch)
    show("layer1.output[1]", 10)


if __name__ == "__main__":
    main()
