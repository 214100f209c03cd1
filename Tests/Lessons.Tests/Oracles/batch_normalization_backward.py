"""What batch-normalization-backward expects: z = 2 x + b, batch normalization without epsilon, the sum of half squared errors.

mean, variance (divided by the batch size), xhat = (z - mean) / sqrt(variance), a = gamma xhat + beta; gradients by the scalar
tape, two updates. Running numbers by hand: momentum times the old one plus (1 - momentum) times that of the batch.
"""

from tape import Num, backward, show, sqrt

X, TARGET = [1.5, 4.5, 5.5, 8.5], [-2.4, -0.2, 0.2, 1.4]
RATE, MOMENTUM = 0.1, 0.9

values = {"w": 2.0, "b": 0.0, "gamma": 1.0, "beta": 0.0}
mm, mv = 0.0, 1.0
for n in (1, 2):
    at = "" if n == 1 else f"@{n}"
    p = {name: Num(value) for name, value in values.items()}
    z = [p["w"] * x + p["b"] for x in X]
    mean = (z[0] + z[1] + z[2] + z[3]) / 4
    d = [value - mean for value in z]
    variance = (d[0] ** 2 + d[1] ** 2 + d[2] ** 2 + d[3] ** 2) / 4
    xhat = [value / sqrt(variance) for value in d]
    a = [p["gamma"] * value + p["beta"] for value in xhat]
    terms = [0.5 * (t - value) ** 2 for t, value in zip(TARGET, a)]
    total = terms[0] + terms[1] + terms[2] + terms[3]
    backward(total)
    show("mu" + at, mean)
    show("var" + at, variance)
    show("dE_total/dmu" + at, mean.grad)
    show("dE_total/dvar" + at, variance.grad)
    for k in range(4):
        for name, row in (("d", d), ("xhat", xhat), ("a", a), ("z", z)):
            show(f"{name}[{k + 1}]{at}", row[k])
            show(f"dE_total/d{name}[{k + 1}]{at}", row[k].grad)
    show("E_total" + at, total)
    for name in values:
        show(f"dE_total/d{name}{at}", p[name].grad)
        values[name] -= RATE * p[name].grad
        show(f"{name}+{at}", values[name])
    mm, mv = mm * MOMENTUM + mean.value * (1 - MOMENTUM), mv * MOMENTUM + variance.value * (1 - MOMENTUM)
    show("mm+" + at, mm)
    show("mv+" + at, mv)
show("parameters", 6)
show("trainable", 4)
show("samples", 4)
