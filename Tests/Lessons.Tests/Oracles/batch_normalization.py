"""What batch-normalization expects: z = 10 x for four samples, batch normalization, sigmoid, the mean of half squared errors.

mean, variance (divided by the batch size), xhat = (z - mean) / sqrt(variance + 0.001), a = gamma xhat + beta. Gradients by the
scalar tape.
"""

from tape import Num, backward, show, sigmoid, sqrt

X, TARGET = [1.1, 1.7, 1.7, 1.9], [0.0, 1.0, 1.0, 1.0]
EPSILON, RATE = 0.001, 0.5

w, gamma, beta = Num(10.0), Num(2.0), Num(0.5)
z = [w * x for x in X]
mean = (z[0] + z[1] + z[2] + z[3]) / 4
d = [value - mean for value in z]
variance = (d[0] ** 2 + d[1] ** 2 + d[2] ** 2 + d[3] ** 2) / 4
xhat = [value / sqrt(variance + EPSILON) for value in d]
a = [gamma * value + beta for value in xhat]
o = [sigmoid(value) for value in a]
terms = [0.5 * (t - value) ** 2 for t, value in zip(TARGET, o)]
total = (terms[0] + terms[1] + terms[2] + terms[3]) / 4
backward(total)

show("mu", mean)
show("var", variance)
for k in range(4):
    for name, values in (("z", z), ("d", d), ("xhat", xhat), ("a", a), ("o", o)):
        show(f"{name}[{k + 1}]", values[k])
    show(f"do[{k + 1}]/da[{k + 1}]", o[k].value * (1 - o[k].value))
    show(f"dE_total/dz[{k + 1}]", z[k].grad)
show("E_total", total)
show("dE_total/dgamma", gamma.grad)
show("dE_total/dbeta", beta.grad)
show("dE_total/dw", w.grad)
show("gamma+", gamma.value - RATE * gamma.grad)
show("beta+", beta.value - RATE * beta.grad)
print("# slope of the sigmoid at 11, without normalization:", sigmoid(Num(11.0)).parents[0][1])
# w; gamma, beta; the running mean and variance, which training does not change by a gradient
show("parameters", 1 + 2 + 2)
show("trainable", 1 + 2)
show("samples", 4)
