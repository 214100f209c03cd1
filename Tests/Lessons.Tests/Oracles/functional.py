"""The numbers of the lesson functional: inputs of 64 and 128 numbers, branches 64 -> 16 -> 8 and 128 -> 64 -> 32 -> 8, then 16 -> 2 -> 1.

Parameters by n*u + u for each dense layer; a concatenation has none. The numbers by closed formulas, because all weights of a
layer are alike: a sum over n equal numbers is n times one. Mean squared error with target 1; SGD with rate 0.01.
"""

SIZES = {"left16": (64, 16), "left8": (16, 8), "right64": (128, 64), "right32": (64, 32), "right8": (32, 8), "last2": (16, 2), "last1": (2, 1)}


def show(name, value):
    print(f"{name}: {value!r}")


def main():
    for name, (n, u) in SIZES.items():
        show(name + ".parameters", n * u + u)
        show(name + ".output[1]", u)
    show("result.parameters", 0)
    show("result.output[1]", 8 + 8)
    show("parameters", sum(n * u + u for n, u in SIZES.values()))
    show("trainable", sum(n * u + u for n, u in SIZES.values()))
    a = [(i % 8 + 1) / 10 for i in range(64)]
    b = [1 - i % 2 for i in range(128)]
    p = 0.05 * sum(a)
    q = 16 * 0.02 * p
    r = 0.01 * sum(b)
    s = 64 * 0.01 * r
    t = 32 * 0.02 * s
    j = 0.1 * (8 * q + 8 * t)
    y = 2 * 0.4 * j
    for name, value in (("p[1]", p), ("q[1]", q), ("r[1]", r), ("s[1]", s), ("t[1]", t), ("result[1]", q), ("result[8]", q), ("result[9]", t), ("result[16]", t), ("j[1]", j), ("j[2]", j), ("y", y)):
        show(name, value)
    show("E_total", (1 - y) ** 2)
    dy = 2 * (y - 1)
    dj = 0.4 * dy
    dresult = 2 * 0.1 * dj
    dp = 8 * 0.02 * dresult
    ds = 8 * 0.02 * dresult
    dr = 32 * 0.01 * ds
    show("dE_total/dy", dy)
    show("dE_total/dj[1]", dj)
    show("dE_total/dresult[1]", dresult)
    show("dE_total/dresult[9]", dresult)
    show("dE_total/dq[1]", dresult)
    show("dE_total/dt[1]", dresult)
    show("dE_total/dp[1]", dp)
    show("dE_total/dr[1]", dr)
    show("dE_total/dA[8,1]", dp * a[7])
    show("dE_total/dB[2,1]", 0.0)
    show("dE_total/dB[1,1]", dr)
    show("A[8,1]+", 0.05 - 0.01 * dp * a[7])


if __name__ == "__main__":
    main()
