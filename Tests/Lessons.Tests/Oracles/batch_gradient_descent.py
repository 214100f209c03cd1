"""Batch gradient descent by plain loops: four samples, one weight, three updates.

y = w x. The loss is the mean of (t - y)^2 over the samples, so dE/dy_s = 2 (y_s - t_s) / 4 and dE/dw = sum of x_s dE/dy_s.
Every update takes all four samples: w+ = w - alpha dE/dw. `E_y[s]` is the s-th sample's own squared error.
"""

X = [1.0, 2.0, 1.0, 2.0]
T = [3.0, 3.0, 1.0, 5.0]
ALPHA = 0.1
EPOCHS = 3


def main():
    n = len(X)
    w = 1.0
    print(f"samples: {n}")
    print(f"batch-size: {n}")
    print(f"updates: {EPOCHS}")
    for epoch in range(1, EPOCHS + 1):
        y = [w * x for x in X]
        terms = [(t - a) ** 2 for t, a in zip(T, y)]
        total = sum(terms) / n
        dy = [2.0 * (a - t) / n for t, a in zip(T, y)]
        dw = sum(x * d for x, d in zip(X, dy))
        for s in range(n):
            print(f"y[{s + 1}]@{epoch}: {y[s]!r}")
            print(f"E_y[{s + 1}]@{epoch}: {terms[s]!r}")
            print(f"dE_total/dy[{s + 1}]@{epoch}: {dy[s]!r}")
        print(f"E_total@{epoch}: {total!r}")
        print(f"dE_total/dw@{epoch}: {dw!r}")
        w = w - ALPHA * dw
        print(f"w+@{epoch}: {w!r}")


if __name__ == "__main__":
    main()
