"""What layer-normalization expects: four units, normalized sample by sample without epsilon, one output, the sum of half squared errors.

For each sample: mean and variance over its four units, xhat = (z - mean) / sqrt(variance), a = gamma xhat + beta. Gradients by the
scalar tape.
"""

from tape import Num, backward, numbers, show, sqrt

X, TARGET = [1.0, 10.0], [1.2, 0.2]
RATE = 0.01
UNITS = range(4)

kernel = numbers([3.0, 9.0, 11.0, 17.0])
gamma, beta = numbers([1.0, 1.0, 2.0, 1.0]), numbers([0.0, 0.0, 0.0, 0.5])
v = numbers([0.5, 1.0, 0.5, 1.0])
samples, total = [], Num(0.0)
for x, t in zip(X, TARGET):
    z = [kernel[j] * x for j in UNITS]
    mean = (z[0] + z[1] + z[2] + z[3]) / 4
    d = [z[j] - mean for j in UNITS]
    variance = (d[0] ** 2 + d[1] ** 2 + d[2] ** 2 + d[3] ** 2) / 4
    xhat = [d[j] / sqrt(variance) for j in UNITS]
    a = [gamma[j] * xhat[j] + beta[j] for j in UNITS]
    y = v[0] * a[0] + v[1] * a[1] + v[2] * a[2] + v[3] * a[3]
    total = total + 0.5 * (t - y) ** 2
    samples.append((mean, variance, y, z, d, xhat, a))
backward(total)

for s, (mean, variance, y, *rows) in enumerate(samples, 1):
    for name, number in (("mu", mean), ("var", variance), ("y", y)):
        show(f"{name}[{s}]", number)
        show(f"dE_total/d{name}[{s}]", number.grad)
    for name, row in zip(("z", "d", "xhat", "a"), rows):
        for j in UNITS:
            show(f"{name}[{s},{j + 1}]", row[j])
            show(f"dE_total/d{name}[{s},{j + 1}]", row[j].grad)
show("E_total", total)
for j in UNITS:
    show(f"dE_total/dgamma[{j + 1}]", gamma[j].grad)
    show(f"dE_total/dbeta[{j + 1}]", beta[j].grad)
    show(f"gamma[{j + 1}]+", gamma[j].value - RATE * gamma[j].grad)
    show(f"beta[{j + 1}]+", beta[j].value - RATE * beta[j].grad)
show("parameters", 4 + 4 + 4 + 4)
show("trainable", 4 + 4 + 4 + 4)
show("samples", 2)
