"""The numbers of the lesson small-convnet: a 2 x 2 filter over a 5 x 5 picture, max pooling by 2 x 2, one dense unit with a sigmoid.

y[r][c] = sum k[i][j] * x[r + i][c + j] + b (4 x 4); m = the greatest of each 2 x 2 window; q = sum v * m + c, p = sigmoid(q);
binary crossentropy with target 1, so dE/dq = p - 1; dE/dm = dE/dq * v, which goes to the greatest y of its window only;
dE/dk[i][j] = sum over the winners of dE/dy * x; SGD with rate 0.5. Plain loops.
"""

from math import exp, log

X = [
    [0.1, 0.0, 0.2, 0.9, 0.1],
    [0.0, 0.1, 0.8, 0.3, 0.0],
    [0.2, 0.7, 0.4, 0.0, 0.1],
    [0.6, 0.5, 0.1, 0.2, 0.0],
    [0.9, 0.1, 0.0, 0.1, 0.3],
]
RATE = 0.5


def show(name, value):
    print(f"{name}: {value!r}")


def main():
    show("parameters", 2 * 2 + 1 + 4 + 1)
    show("conv.output[1]", 5 - 2 + 1)
    show("pool.output[1]", (5 - 2 + 1) // 2)
    show("flat.output[1]", 4)
    show("conv.parameters", 5)
    show("pool.parameters", 0)
    k = [[-0.5, 0.5], [0.5, -0.5]]
    b = 0.1
    v = [-0.4, 0.6, 0.5, -0.3]
    c = 0.0
    for at in ("", "@2"):
        y = [[sum(k[i][j] * X[r + i][s + j] for i in (0, 1) for j in (0, 1)) + b for s in range(4)] for r in range(4)]
        m, winners = [], []
        for r in (0, 2):
            for s in (0, 2):
                window = [(y[r + i][s + j], r + i, s + j, 2 * i + j) for i in (0, 1) for j in (0, 1)]
                values = sorted(a[0] for a in window)
                assert values[3] - values[2] > 1e-9, "a tie"
                best = max(window)
                m.append(best[0])
                winners.append((best[1], best[2]))
                show(f"argmax[{r // 2 + 1},{s // 2 + 1},1]{at}", best[3])
                show(f"m[{r // 2 + 1},{s // 2 + 1},1]{at}", best[0])
        for r in range(4):
            for s in range(4):
                show(f"y[{r + 1},{s + 1},1]{at}", y[r][s])
        q = sum(a * w for a, w in zip(m, v)) + c
        p = 1.0 / (1.0 + exp(-q))
        show("q" + at, q)
        show("p" + at, p)
        show("E_total" + at, -log(p))
        dq = p - 1.0
        show("dE_total/dq" + at, dq)
        dm = [dq * w for w in v]
        dy = [[0.0] * 4 for _ in range(4)]
        for (r, s), d in zip(winners, dm):
            dy[r][s] = d
        for n in range(4):
            show(f"dE_total/df{n + 1}{at}", dm[n])
            show(f"dE_total/dm[{n // 2 + 1},{n % 2 + 1},1]{at}", dm[n])
            show(f"dE_total/dv{n + 1}{at}", dq * m[n])
        for r in range(4):
            for s in range(4):
                show(f"dE_total/dy[{r + 1},{s + 1},1]{at}", dy[r][s])
        for i in (0, 1):
            for j in (0, 1):
                dk = sum(dy[r][s] * X[r + i][s + j] for r in range(4) for s in range(4))
                show(f"dE_total/dk[{i + 1},{j + 1},1,1]{at}", dk)
                k[i][j] -= RATE * dk
                show(f"k[{i + 1},{j + 1},1,1]+{at}", k[i][j])
        show("dE_total/db" + at, sum(map(sum, dy)))
        b -= RATE * sum(map(sum, dy))
        for n in range(4):
            v[n] -= RATE * dq * m[n]
            show(f"v{n + 1}+{at}", v[n])
        c -= RATE * dq


if __name__ == "__main__":
    main()
