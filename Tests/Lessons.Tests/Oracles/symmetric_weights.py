"""Twins in a hidden layer, by plain loops: three tanh units, of which the first two have equal weights and the third slightly different ones.

z_j = x1 w1j + x2 w2j, h_j = tanh(z_j), y = sum of v_j h_j, all without biases; E = mean over the two samples of (t - y)^2 / 2. By the chain
rule d = (y - t) / 2, dE/dv_j = sum of d h_j, dE/dz_j = d v_j (1 - h_j^2), dE/dw_ij = sum of x_i dE/dz_j. Sixty plain updates, alpha 0.5.
"""

from math import tanh

X = [[1.0, 0.5], [0.5, 1.0]]
T = [1.0, -1.0]
ALPHA = 0.5
UPDATES = 60
PRINTED = (1, 2, 20, 40, 60)


def main():
    w = [[0.5, 0.5, 0.52], [0.5, 0.5, 0.48]]
    v = [0.4, 0.4, 0.4]
    print("parameters: 9")
    print("trainable: 9")
    for k in range(1, UPDATES + 1):
        gw = [[0.0] * 3, [0.0] * 3]
        gv = [0.0] * 3
        total = 0.0
        lines = []
        for s, (x, t) in enumerate(zip(X, T), 1):
            z = [x[0] * w[0][j] + x[1] * w[1][j] for j in range(3)]
            h = [tanh(a) for a in z]
            y = sum(v[j] * h[j] for j in range(3))
            total += 0.5 * (t - y) ** 2 / len(X)
            d = (y - t) / len(X)
            for j in range(3):
                dz = d * v[j] * (1.0 - h[j] ** 2)
                gv[j] += d * h[j]
                for i in range(2):
                    gw[i][j] += x[i] * dz
                if k <= 2:
                    lines.append((f"z{j + 1}[{s}]", z[j]))
                    lines.append((f"h{j + 1}[{s}]", h[j]))
                if k == 1:
                    lines.append((f"dE_total/dh{j + 1}[{s}]", d * v[j]))
                    lines.append((f"dE_total/dz{j + 1}[{s}]", dz))
            lines.append((f"y[{s}]", y))
        if k in PRINTED:
            for name, value in lines:
                print(f"{name}@{k}: {value!r}")
            print(f"E_total@{k}: {total!r}")
            for j in range(3 if k <= 2 else 0):
                print(f"dE_total/dv{j + 1}@{k}: {gv[j]!r}")
                for i in range(2):
                    print(f"dE_total/dw{i + 1}{j + 1}@{k}: {gw[i][j]!r}")
        for j in range(3):
            v[j] -= ALPHA * gv[j]
            for i in range(2):
                w[i][j] -= ALPHA * gw[i][j]
        if k in PRINTED:
            for j in range(3):
                print(f"v{j + 1}+@{k}: {v[j]!r}")
                for i in range(2):
                    print(f"w{i + 1}{j + 1}+@{k}: {w[i][j]!r}")


if __name__ == "__main__":
    main()
