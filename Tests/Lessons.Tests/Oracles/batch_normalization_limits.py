"""What batch-normalization-limits expects: z = 2 x, batch normalization with one sample a batch, half squared error, three updates.

mean = z, variance = 0, xhat = (z - mean) / sqrt(variance + 0.001), a = gamma xhat + beta; gradients by the scalar tape. Running
numbers by hand: momentum times the old one plus (1 - momentum) times that of the batch.
"""

from math import sqrt as root

from tape import Num, backward, show, sqrt

ROWS = [(1.0, 0.2), (3.0, 1.0), (8.0, 3.0)]
EPSILON, RATE, MOMENTUM = 0.001, 0.5, 0.9

values = {"w": 2.0, "gamma": 1.0, "beta": 0.5}
mm, mv = 0.0, 1.0
for n, (x, target) in enumerate(ROWS, 1):
    at = "" if n == 1 else f"@{n}"
    p = {name: Num(value) for name, value in values.items()}
    z = p["w"] * x
    mean = z / 1
    d = z - mean
    variance = d**2 / 1
    xhat = d / sqrt(variance + EPSILON)
    a = p["gamma"] * xhat + p["beta"]
    total = 0.5 * (target - a) ** 2
    backward(total)
    for name, number in (("z", z), ("mu", mean), ("d", d), ("var", variance), ("xhat", xhat), ("a", a)):
        show(name + at, number)
        show(f"dE_total/d{name}{at}", number.grad)
    show("E_total" + at, total)
    for name in values:
        show(f"dE_total/d{name}{at}", p[name].grad)
        values[name] -= RATE * p[name].grad
        show(f"{name}+{at}", values[name])
    mm, mv = mm * MOMENTUM + mean.value * (1 - MOMENTUM), mv * MOMENTUM + variance.value * (1 - MOMENTUM)
    show("mm+" + at, mm)
    show("mv+" + at, mv)

# Said in the notes: a prediction for x = 3 after the third update uses the running numbers.
prediction = values["gamma"] * (values["w"] * 3.0 - mm) / root(mv + EPSILON) + values["beta"]
print("# prediction for x = 3:", prediction, "its loss:", 0.5 * (1.0 - prediction) ** 2)
