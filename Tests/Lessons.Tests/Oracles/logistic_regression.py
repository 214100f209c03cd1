"""The numbers of the lesson logistic-regression: one sigmoid unit on three inputs, two students, 200 updates.

z = w.x + b, p = 1/(1 + exp(-z)), E = -log p where y is 1 and -log(1 - p) where y is 0, BCE their mean. By hand:
dBCE/dp = (-1/p or 1/(1 - p))/2, dp/dz = p*(1 - p), and so dBCE/dz = (p - y)/2; a weight's gradient is the sum of
dBCE/dz times its input. The learning rate is 1.
"""

from math import exp, log

X = [[0.9, 0.8, 0.5], [0.2, 0.4, 0.7]]
Y = [1, 0]
RATE = 1.0


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def main():
    w, b = [0.4, 0.2, -0.1], 0.0
    for iteration in range(1, 201):
        at = "" if iteration == 1 else f"@{iteration}"
        z = [sum(w[i] * x[i] for i in range(3)) + b for x in X]
        p = [1 / (1 + exp(-a)) for a in z]
        terms = [-log(a) if y == 1 else -log(1 - a) for a, y in zip(p, Y)]
        error = [(a - y) / 2 for a, y in zip(p, Y)]
        dw = [error[0] * X[0][i] + error[1] * X[1][i] for i in range(3)]
        db = error[0] + error[1]
        w = [w[i] - RATE * dw[i] for i in range(3)]
        b = b - RATE * db
        if iteration in (1, 2, 200):
            for s in range(2):
                show(f"z[{s + 1}]{at}", z[s])
                show(f"p[{s + 1}]{at}", p[s])
                show(f"E[{s + 1}]{at}", terms[s])
                show(f"dBCE/dp[{s + 1}]{at}", (-1 / p[s] if Y[s] == 1 else 1 / (1 - p[s])) / 2)
                show(f"dp[{s + 1}]/dz[{s + 1}]{at}", p[s] * (1 - p[s]))
                show(f"dBCE/dz[{s + 1}]{at}", error[s])
            show(f"BCE{at}", sum(terms) / 2)
            for i in range(3):
                show(f"dBCE/dw{i + 1}{at}", dw[i])
                show(f"w{i + 1}+{at}", w[i])
            show(f"dBCE/db{at}", db)
            show(f"b+{at}", b)
    show("parameters", len(w) + 1)
    show("samples", len(X))
    show("updates", 200)
    show("layer1.output[1]", 1)


if __name__ == "__main__":
    main()
