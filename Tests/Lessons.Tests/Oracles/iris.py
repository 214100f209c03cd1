"""The numbers of the lesson iris: softmax regression from zeros on thirty flowers, ten of each kind, 200 updates.

Data: rows 2-11, 52-61 and 102-111 of data/iris.csv, centimetres divided by 10. z = x W + b, p = exp(z)/sum(exp(z)),
E = -log of the probability of the right kind, CE their mean. By hand, dCE/dz = (p - target)/30; a weight's gradient is
the sum over the flowers of dCE/dz times the measurement. The learning rate is 2. A comment counts the right answers.
"""

from math import exp, log
from os.path import dirname, exists, join

HERE = dirname(__file__)
NAME = next(p for p in (join(HERE, "..", "data", "iris.csv"), join(HERE, "iris.csv"),
                        join(HERE, "..", "..", "..", "Lessons", "Catalog", "iris.csv"),
                        join(HERE, "..", "..", "..", "Lessons", "Catalog", "data", "iris.csv")) if exists(p))
LINES = [line.strip().split(",") for line in open(NAME)]
ROWS = [LINES[n - 1] for n in [*range(2, 12), *range(52, 62), *range(102, 112)]]
X = [[float(v) / 10 for v in row[:4]] for row in ROWS]
KIND = [int(row[4]) for row in ROWS]
N = len(X)
RATE = 2.0
FEATURES, KINDS = range(4), range(3)
NAMES = ("setosa", "versicolor", "virginica")
WEIGHTS = ("sl", "sw", "pl", "pw")


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def softmax(z):
    e = [exp(a) for a in z]
    return [a / sum(e) for a in e]


def main():
    w = [[0.0] * 3 for _ in FEATURES]
    b = [0.0] * 3
    for iteration in range(1, 201):
        at = "" if iteration == 1 else f"@{iteration}"
        z = [[sum(x[i] * w[i][k] for i in FEATURES) + b[k] for k in KINDS] for x in X]
        p = [softmax(row) for row in z]
        terms = [-log(p[s][KIND[s]]) for s in range(N)]
        dz = [[(p[s][k] - (1 if k == KIND[s] else 0)) / N for k in KINDS] for s in range(N)]
        dw = [[sum(X[s][i] * dz[s][k] for s in range(N)) for k in KINDS] for i in FEATURES]
        db = [sum(dz[s][k] for s in range(N)) for k in KINDS]
        w = [[w[i][k] - RATE * dw[i][k] for k in KINDS] for i in FEATURES]
        b = [b[k] - RATE * db[k] for k in KINDS]
        if iteration not in (1, 2, 200):
            continue
        wrong = [s + 1 for s in range(N) if max(KINDS, key=lambda k: p[s][k]) != KIND[s]]
        print(f"# iteration {iteration}: {N - len(wrong)} of {N} right, wrong are {wrong}")
        for s in range(N):
            for k in KINDS:
                show(f"z{k + 1}[{s + 1}]{at}", z[s][k])
                show(f"{NAMES[k]}[{s + 1}]{at}", p[s][k])
                show(f"dCE/dz{k + 1}[{s + 1}]{at}", dz[s][k])
            show(f"E_{NAMES[KIND[s]]}[{s + 1}]{at}", terms[s])
        show(f"CE{at}", sum(terms) / N)
        for k in KINDS:
            for i in FEATURES:
                show(f"dCE/d{WEIGHTS[i]}{k + 1}{at}", dw[i][k])
                show(f"{WEIGHTS[i]}{k + 1}+{at}", w[i][k])
            show(f"dCE/db{k + 1}{at}", db[k])
            show(f"b{k + 1}+{at}", b[k])
    for i, name in enumerate(("sepal_l", "sepal_w", "petal_l", "petal_w")):
        for s in range(N):
            show(f"{name}[{s + 1}]", X[s][i])
    show("parameters", 4 * 3 + 3)
    show("samples", N)
    show("batch-size", N)
    show("updates-per-epoch", 1)
    show("updates", 200)
    show("layer1.output[1]", 3)


if __name__ == "__main__":
    main()
