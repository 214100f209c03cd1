"""CTC for the word c a t in four time slices, by brute force: all 4^4 = 256 paths are written out, collapsed and counted.

A path names a class (0 c, 1 a, 2 t, 3 blank) for each slice. Collapsing merges equal neighbours, then drops blanks. P is the sum of the
probabilities of the paths that collapse to c a t, E = −log P. The forward variable a_t[s] is the sum over all ways to walk through the
stretched label (blank c blank a blank t blank) up to time t that end at place s: begin at place 1 or 2; stay, go on by one, or by two to a
letter that differs from the one before; every way is written out. With q = the part of P that comes from paths with class k at time t,
∂E/∂p[t,k] = −q / (p P), and ∂E/∂z[t,k] = p − q / P. The scores z are data times a kernel that begins as the identity.
"""

from itertools import product
from math import exp, log

LOGITS = [
    [-0.35667494, -2.30258509, -2.30258509, -2.30258509],
    [-1.60943791, -0.69314718, -2.30258509, -1.60943791],
    [-2.30258509, -1.20397280, -0.91629073, -1.60943791],
    [-2.30258509, -2.30258509, -0.51082562, -1.60943791],
]
LABEL, BLANK = (0, 1, 2), 3
STRETCHED = (3, 0, 3, 1, 3, 2, 3)
RATE, FOUR = 0.1, range(4)


def show(name, value):
    print(f"{name}: {value!r}")


def collapse(path):
    merged = [k for i, k in enumerate(path) if i == 0 or k != path[i - 1]]
    return tuple(k for k in merged if k != BLANK)


def ways(steps):
    """All walks of so many steps through the stretched label."""
    result = []
    for walk in product(range(7), repeat=steps):
        allowed = walk[0] in (0, 1)
        for before, after in zip(walk, walk[1:]):
            jump = after - before
            skips = jump == 2 and STRETCHED[after] != BLANK and STRETCHED[after] != STRETCHED[before]
            allowed = allowed and (jump in (0, 1) or skips)
        if allowed:
            result.append(walk)
    return result


def main():
    kernel = [[1.0 if i == j else 0.0 for j in FOUR] for i in FOUR]
    for iteration in (1, 2):
        at = "" if iteration == 1 else f"@{iteration}"
        z = [[sum(LOGITS[t][i] * kernel[i][k] for i in FOUR) for k in FOUR] for t in FOUR]
        p = [[exp(v) / sum(map(exp, row)) for v in row] for row in z]
        total, through = 0.0, [[0.0] * 4 for _ in FOUR]
        for path in product(FOUR, repeat=4):
            if collapse(path) == LABEL:
                probability = p[0][path[0]] * p[1][path[1]] * p[2][path[2]] * p[3][path[3]]
                total += probability
                for t in FOUR:
                    through[t][path[t]] += probability
                if not at:
                    print("# " + "".join("cat-"[k] for k in path) + f" {probability!r}")
        for t in FOUR:
            for s in range(7):
                show(f"q[{t + 1},{s + 1}]{at}", p[t][STRETCHED[s]])
            a = [0.0] * 7
            for walk in ways(t + 1):
                probability = 1.0
                for step, place in enumerate(walk):
                    probability *= p[step][STRETCHED[place]]
                a[walk[-1]] += probability
            for s in range(7):
                show(f"a_t{t + 1}[{s + 1}]{at}", a[s])
        assert abs(a[5] + a[6] - total) < 1e-15
        show(f"P{at}", total)
        show(f"E_word{at}", -log(total))
        show(f"E_total{at}", -log(total))
        show(f"dE_total/dP{at}", -1 / total)
        dz = [[p[t][k] - through[t][k] / total for k in FOUR] for t in FOUR]
        for t in FOUR:
            for k in FOUR:
                show(f"z[{t + 1},{k + 1}]{at}", z[t][k])
                show(f"p[{t + 1},{k + 1}]{at}", p[t][k])
                show(f"dE_total/dp[{t + 1},{k + 1}]{at}", -through[t][k] / (p[t][k] * total))
                show(f"dE_total/dz[{t + 1},{k + 1}]{at}", dz[t][k])
        for i in FOUR:
            for k in FOUR:
                gradient = sum(LOGITS[t][i] * dz[t][k] for t in FOUR)
                show(f"dE_total/dW[{i + 1},{k + 1}]{at}", gradient)
                kernel[i][k] -= RATE * gradient
                show(f"W[{i + 1},{k + 1}]+{at}", kernel[i][k])


if __name__ == "__main__":
    main()
