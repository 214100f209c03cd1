"""Adagrad in a ravine, by plain loops.

Two samples, (4, 0) with target 4 and (0, 1) with target 2, and a linear unit y = w1 x1 + w2 x2 without bias. E is the sum of
(target - y)^2 / 2, so dE/dw1 = 4 (4 w1 - 4) and dE/dw2 = w2 - 2: sixteen times as steep in w1 as in w2. The best weights are 1 and 2.
Adagrad as Keras has it: a begins at 0.1, a+ = a + g^2, w+ = w - alpha g / sqrt(a+ + 1e-7).
"""

from math import sqrt

ALPHA = 0.5
ITERATIONS = 3


def main():
    w = [0.0, 0.0]
    a = [0.1, 0.1]
    for k in range(1, ITERATIONS + 1):
        y = [4.0 * w[0], 1.0 * w[1]]
        dy = [y[0] - 4.0, y[1] - 2.0]
        g = [4.0 * dy[0], 1.0 * dy[1]]
        print(f"y[1]@{k}: {y[0]!r}")
        print(f"y[2]@{k}: {y[1]!r}")
        print(f"E_total@{k}: {0.5 * dy[0] ** 2 + 0.5 * dy[1] ** 2!r}")
        print(f"dE_total/dw1@{k}: {g[0]!r}")
        print(f"dE_total/dw2@{k}: {g[1]!r}")
        for i in range(2):
            a[i] = a[i] + g[i] ** 2
            w[i] = w[i] - ALPHA * g[i] / sqrt(a[i] + 1e-7)
            print(f"a_w{i + 1}+@{k}: {a[i]!r}")
        print(f"w1+@{k}: {w[0]!r}")
        print(f"w2+@{k}: {w[1]!r}")


if __name__ == "__main__":
    main()
