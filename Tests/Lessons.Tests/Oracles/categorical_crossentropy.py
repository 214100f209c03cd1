"""Crossentropy of three classes in four spellings, by the scalar tape: ten updates each.

onehot (h): softmax, then −Σ t log p with t = (0, 1, 0). number (n): softmax, then −log p[class 1]. logits (l): no softmax, −(z[1] − log Σ exp z).
twice (t), the mistake: softmax, and its outputs taken for logits, so −(p[1] − log Σ exp p).
"""

from tape import Num, backward, exp, log, show, softmax

START = [2.0, 1.0, 0.1]
T = [0.0, 1.0, 0.0]
CLASS = 1  # counted from 0
RATE = 0.5


def logsumexp(row):
    return log(exp(row[0]) + exp(row[1]) + exp(row[2]))


def main():
    weights = {u: list(START) for u in "hnlt"}
    for iteration in range(1, 11):
        at = "" if iteration == 1 else f"@{iteration}"
        overall = 0.0
        for u, layer, total_name in (("h", "onehot", "CCE"), ("n", "number", "SCCE"), ("l", "logits", "LCCE"), ("t", "twice", "TCCE")):
            w = [Num(v) for v in weights[u]]
            z = [v * 1.0 for v in w]
            p = softmax(z)
            seen = z if u == "l" else p
            if u == "h":
                total = -(T[0] * log(p[0]) + T[1] * log(p[1]) + T[2] * log(p[2]))
            elif u == "n":
                total = -log(p[CLASS])
            else:
                log_p = [v - logsumexp(seen) for v in seen]
                for c in range(3):
                    show(f"log_p_{layer}[{c + 1}]{at}", log_p[c])
                total = -log_p[CLASS]
            backward(total)
            overall += total.value
            for c in range(3):
                show(f"z_{u}[{c + 1}]{at}", z[c])
                if u != "l":
                    show(f"p_{u}[{c + 1}]{at}", p[c])
                    show(f"dE_total/dp_{u}[{c + 1}]{at}", p[c].grad)
                show(f"E_{u}[{c + 1}]{at}", total.value if c == CLASS else 0.0)
                if u in "nlt":
                    show(f"one_hot_{layer}[{c + 1}]{at}", T[c])
                show(f"dE_total/dz_{u}[{c + 1}]{at}", z[c].grad)
                show(f"dE_total/dw_{u}[1,{c + 1}]{at}", w[c].grad)
                weights[u][c] -= RATE * w[c].grad
                show(f"w_{u}[1,{c + 1}]+{at}", weights[u][c])
                if u != "t":
                    assert abs(z[c].grad - (p[c].value - T[c])) < 1e-14
            show(f"{total_name}{at}", total)
        show(f"E_total{at}", overall)


if __name__ == "__main__":
    main()
