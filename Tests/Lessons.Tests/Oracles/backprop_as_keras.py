"""The 2-2-2 network as Keras would have it, derived by hand with plain loops: two iterations.

Kernels are inputs x units, z = x·kernel, sigmoid; the loss is the mean of (target − output)² over the two outputs (and the one sample), so
∂E/∂o = 2 (o − t) / 2. Nothing is taken from the worked page but data and weights.
"""

from math import exp

X, T = [0.1, 0.2], [0.4, 0.6]
W1 = [[0.3, 0.4], [0.25, 0.35]]
W2 = [[0.45, 0.7], [0.4, 0.6]]
RATE, TWO = 0.5, range(2)


def sigmoid(z):
    return 1.0 / (1.0 + exp(-z))


def show(name, value):
    print(f"{name}: {value!r}")


def main():
    for iteration in (1, 2):
        at = "" if iteration == 1 else f"@{iteration}"
        z1 = [sum(X[i] * W1[i][j] for i in TWO) for j in TWO]
        h = [sigmoid(z) for z in z1]
        z2 = [sum(h[j] * W2[j][k] for j in TWO) for k in TWO]
        o = [sigmoid(z) for z in z2]
        terms = [(T[k] - o[k]) ** 2 for k in TWO]
        total = sum(terms) / len(terms)
        dterm = [2 * (o[k] - T[k]) for k in TWO]
        do = [d / len(terms) for d in dterm]
        dz2 = [do[k] * o[k] * (1 - o[k]) for k in TWO]
        dw2 = [[h[j] * dz2[k] for k in TWO] for j in TWO]
        paths = [[dz2[k] * W2[j][k] for k in TWO] for j in TWO]
        dh = [sum(paths[j]) for j in TWO]
        dz1 = [dh[j] * h[j] * (1 - h[j]) for j in TWO]
        dw1 = [[X[i] * dz1[j] for j in TWO] for i in TWO]
        for j in TWO:
            show(f"z1[{j + 1}]{at}", z1[j])
            show(f"h1[{j + 1}]{at}", h[j])
            show(f"z2[{j + 1}]{at}", z2[j])
            show(f"o2[{j + 1}]{at}", o[j])
            show(f"E[{j + 1}]{at}", terms[j])
            show(f"dE_total/dE[{j + 1}]{at}", 1 / len(terms))
            show(f"dE[{j + 1}]/do2[{j + 1}]{at}", dterm[j])
            show(f"dE_total/do2[{j + 1}]{at}", do[j])
            show(f"do2[{j + 1}]/dz2[{j + 1}]{at}", o[j] * (1 - o[j]))
            show(f"dE_total/dz2[{j + 1}]{at}", dz2[j])
            show(f"dE_total/dh1[{j + 1}]{at}", dh[j])
            show(f"dE_total/dz1[{j + 1}]{at}", dz1[j])
            for k in TWO:
                show(f"dE_total/dh1[{j + 1}] via z2[{k + 1}]{at}", paths[j][k])
                show(f"dE_total/dW1[{j + 1},{k + 1}]{at}", dw1[j][k])
                show(f"dE_total/dW2[{j + 1},{k + 1}]{at}", dw2[j][k])
        show(f"E_total{at}", total)
        for i in TWO:
            for j in TWO:
                W1[i][j] -= RATE * dw1[i][j]
                W2[i][j] -= RATE * dw2[i][j]
                show(f"W1[{i + 1},{j + 1}]+{at}", W1[i][j])
                show(f"W2[{i + 1},{j + 1}]+{at}", W2[i][j])


if __name__ == "__main__":
    main()
