"""The numbers of the lesson positive-and-bounded: four single units, relu, softplus, sigmoid and tanh, on x = -2 and 3.

On the scalar tape, each unit by itself: z = w*x + b, E = ((t1 - o1)**2 + (t2 - o2)**2)/2, w and b take 0.1 times their
derivative, 200 times. softplus is log(1 + exp(z)), so its slope is 1/(1 + exp(-z)); tanh has 1 - tanh(z)**2.
"""

from math import exp
from math import tanh as plain_tanh

from tape import backward, exp as tape_exp, log, num, numbers, relu, show, sigmoid, tanh

X = [-2.0, 3.0]
PRICES = [0.5, 3.5]
HUNDREDTHS = [40 / 100, 90 / 100]
FIFTIETHS = [40 / 50 - 1, 90 / 50 - 1]
RATE = 0.1


def softplus(z):
    return log(num(1.0) + tape_exp(z))


HEADS = {
    "r": (relu, PRICES, lambda z: 1.0 if z > 0 else 0.0),
    "s": (softplus, PRICES, lambda z: 1 / (1 + exp(-z))),
    "g": (sigmoid, HUNDREDTHS, lambda z: exp(-z) / (1 + exp(-z)) ** 2),
    "h": (tanh, FIFTIETHS, lambda z: 1 - plain_tanh(z) ** 2),
}


def main():
    totals = {}
    for name, (activation, targets, slope) in HEADS.items():
        w, b = 1.0, 0.0
        for iteration in range(1, 201):
            at = "" if iteration == 1 else f"@{iteration}"
            w, b = numbers([w, b])
            z = [w * x + b for x in X]
            o = [activation(a) for a in z]
            loss = sum((t - a) ** 2 for t, a in zip(targets, o)) / 2
            backward(loss)
            if iteration in (1, 2, 200):
                for i in range(2):
                    show(f"z{name}[{i + 1}]{at}", z[i])
                    show(f"{name}[{i + 1}]{at}", o[i])
                    show(f"d{name}[{i + 1}]/dz{name}[{i + 1}]{at}", slope(z[i].value))
                    show(f"dE_total/d{name}[{i + 1}]{at}", o[i].grad)
                    show(f"dE_total/dz{name}[{i + 1}]{at}", z[i].grad)
                show(f"E_{name}{at}", loss)
                show(f"dE_total/dw{name}{at}", w.grad)
                show(f"dE_total/db{name}{at}", b.grad)
                show(f"w{name}+{at}", w.value - RATE * w.grad)
                show(f"b{name}+{at}", b.value - RATE * b.grad)
                totals[at] = totals.get(at, 0.0) + loss.value
            w, b = w.value - RATE * w.grad, b.value - RATE * b.grad
    for at, total in totals.items():
        show(f"E_total{at}", total)
    show("parameters", 4 * (1 + 1))
    show("r.parameters", 1 + 1)
    show("samples", len(X))
    show("updates", 200)


if __name__ == "__main__":
    main()
