"""The numbers of the lesson multi-label: two sigmoid outputs on the counts of three words, four mails, 100 updates.

z = x W + b, p = 1/(1 + exp(-z)) for each label by itself, E = -log p or -log(1 - p), BCE the mean of all eight. By hand,
dBCE/dz = (p - target)/8; a weight's gradient is the sum over mails of dBCE/dz times the count. The learning rate is 0.5.
"""

from math import exp, log

X = [[1, 1, 0], [2, 0, 0], [0, 1, 1], [0, 0, 1]]
T = [[1, 1], [1, 0], [0, 1], [0, 0]]
RATE = 0.5
MAILS, WORDS, LABELS = range(4), range(3), range(2)
NAMES = ("spam", "urgent")


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def main():
    w = [[1.2, 0.0], [0.4, 0.9], [-0.8, 0.2]]
    b = [-0.1, 0.1]
    for iteration in range(1, 101):
        at = "" if iteration == 1 else f"@{iteration}"
        z = [[sum(X[m][i] * w[i][k] for i in WORDS) + b[k] for k in LABELS] for m in MAILS]
        p = [[1 / (1 + exp(-a)) for a in row] for row in z]
        terms = [[-log(p[m][k]) if T[m][k] else -log(1 - p[m][k]) for k in LABELS] for m in MAILS]
        dz = [[(p[m][k] - T[m][k]) / 8 for k in LABELS] for m in MAILS]
        dw = [[sum(X[m][i] * dz[m][k] for m in MAILS) for k in LABELS] for i in WORDS]
        db = [sum(dz[m][k] for m in MAILS) for k in LABELS]
        w = [[w[i][k] - RATE * dw[i][k] for k in LABELS] for i in WORDS]
        b = [b[k] - RATE * db[k] for k in LABELS]
        if iteration not in (1, 2, 100):
            continue
        for m in MAILS:
            for k in LABELS:
                show(f"z{k + 1}[{m + 1}]{at}", z[m][k])
                show(f"{NAMES[k]}[{m + 1}]{at}", p[m][k])
                show(f"E_{NAMES[k]}[{m + 1}]{at}", terms[m][k])
                show(f"dBCE/dz{k + 1}[{m + 1}]{at}", dz[m][k])
        show(f"BCE{at}", sum(map(sum, terms)) / 8)
        for k in LABELS:
            for i in WORDS:
                show(f"dBCE/dw{2 * i + k + 1}{at}", dw[i][k])
                show(f"w{2 * i + k + 1}+{at}", w[i][k])
            show(f"dBCE/db{k + 1}{at}", db[k])
            show(f"b{k + 1}+{at}", b[k])
    show("parameters", 3 * 2 + 2)
    show("samples", 4)
    show("batch-size", 4)
    show("layer1.output[1]", 2)
    show("updates", 100)


if __name__ == "__main__":
    main()
