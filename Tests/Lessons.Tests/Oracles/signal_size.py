"""One signal through three networks that differ in the size of their weights only, by plain loops.

Each network: four inputs, two linear layers of four units without biases, one linear output. The kernels are a matrix of signs times 0.1 (a),
0.5 (b) or 1 (c), the output weights are 0.5 with signs. The loss of each is |10 - y|; y stays below 10, so its derivative is -1. Backward:
the derivative at a unit is the sum over the units behind it of weight times derivative there. 0.5 is sqrt(2 / (4 + 4)).
"""

from math import sqrt

SIGNS = [[1, 1, 1, 1], [1, -1, 1, -1], [1, 1, -1, -1], [1, -1, -1, 1]]
X = [1.0, 1.0, 1.0, -1.0]
OUT = [0.5, 0.5, 0.5, -0.5]
R = range(4)


def main():
    assert sqrt(2.0 / (4 + 4)) == 0.5
    print("parameters: 108")
    total = 0.0
    for name, size in (("a", 0.1), ("b", 0.5), ("c", 1.0)):
        w = [[size * s for s in row] for row in SIGNS]
        h1 = [sum(X[i] * w[i][j] for i in R) for j in R]
        h2 = [sum(h1[i] * w[i][j] for i in R) for j in R]
        y = sum(OUT[i] * h2[i] for i in R)
        assert y < 10.0
        total += abs(10.0 - y)
        dh2 = [-OUT[i] for i in R]
        dh1 = [sum(w[i][j] * dh2[j] for j in R) for i in R]
        dw1 = [[X[i] * dh1[j] for j in R] for i in R]
        for j in (0, 3):
            k = j + 1
            print(f"h{name}1[{k}]: {h1[j]!r}")
            print(f"h{name}2[{k}]: {h2[j]!r}")
            print(f"dE_total/dh{name}2[{k}]: {dh2[j]!r}")
            print(f"dE_total/dh{name}1[{k}]: {dh1[j]!r}")
        print(f"y{name}: {y!r}")
        print(f"dE_total/dw{name}1[1,1]: {dw1[0][0]!r}")
    print(f"E_total: {total!r}")


if __name__ == "__main__":
    main()
