"""One sigmoid unit under binary crossentropy and once more under squared error, two samples: ten steps of gradient descent, by hand.

Crossentropy E = −(t log p + (1 − t) log(1 − p)), ∂E/∂p = (p − t) / (p (1 − p)), ∂E/∂z = p − t.
Squared error E = (t − p)², ∂E/∂p = 2 (p − t), ∂E/∂z = 2 (p − t) p (1 − p). Both are the mean over the two samples.
"""

from math import exp, log

X, T = [2.0, -2.0], [1.0, 1.0]
RATE = 0.5


def show(name, value):
    print(f"{name}: {value!r}")


def main():
    weights = {"b": [2.0, 0.0], "m": [2.0, 0.0]}  # weight and bias of each unit
    for iteration in range(1, 11):
        at = "" if iteration == 1 else f"@{iteration}"
        totals = {}
        for u in "bm":
            w, b = weights[u]
            z = [w * x + b for x in X]
            p = [1 / (1 + exp(-v)) for v in z]
            slope = [v * (1 - v) for v in p]
            if u == "b":
                terms = [-(t * log(v) + (1 - t) * log(1 - v)) for t, v in zip(T, p)]
                dp = [(v - t) / (v * (1 - v)) for t, v in zip(T, p)]
                dz = [v - t for t, v in zip(T, p)]
            else:
                terms = [(t - v) ** 2 for t, v in zip(T, p)]
                dp = [2 * (v - t) for t, v in zip(T, p)]
                dz = [d * s for d, s in zip(dp, slope)]
            for s in (0, 1):
                show(f"z_{u}[{s + 1}]{at}", z[s])
                show(f"p_{u}[{s + 1}]{at}", p[s])
                show(f"E_{u}[{s + 1}]{at}", terms[s])
                show(f"dE_{u}[{s + 1}]/dp_{u}[{s + 1}]{at}", dp[s])
                show(f"dE_{u}[{s + 1}]/dz_{u}[{s + 1}]{at}", dz[s])
                show(f"dE_total/dp_{u}[{s + 1}]{at}", dp[s] / 2)
                show(f"dp_{u}[{s + 1}]/dz_{u}[{s + 1}]{at}", slope[s])
                show(f"dE_total/dz_{u}[{s + 1}]{at}", dz[s] / 2)
            totals[u] = sum(terms) / 2
            dw, db = sum(d * x for d, x in zip(dz, X)) / 2, sum(dz) / 2
            show(f"dE_total/dw_{u}{at}", dw)
            show(f"dE_total/db_{u}{at}", db)
            weights[u] = [w - RATE * dw, b - RATE * db]
            show(f"w_{u}+{at}", weights[u][0])
            show(f"b_{u}+{at}", weights[u][1])
        show(f"BCE{at}", totals["b"])
        show(f"MSE{at}", totals["m"])
        show(f"E_total{at}", totals["b"] + totals["m"])


if __name__ == "__main__":
    main()
