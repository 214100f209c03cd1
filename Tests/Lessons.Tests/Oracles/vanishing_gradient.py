"""Two chains of five layers, one unit wide, all weights 1: sigmoids with biases that put every sum at 0, and relus with biases 0.

h = 1/(1 + e^-z) with z = w h + b, o1 the last; r = max(a, 0) with a = v r + c, o2 the last; E = (t - o)^2 / 2 for each.
Backward by hand, one link after the other: dE/dz = dE/dh * h (1 - h), dE/dw = dE/dz * input, dE/dh below = dE/dz * w; for a
relu the slope is 1 above 0. Then one step of gradient descent, and forward again. Only the standard library is needed.
"""

import math

x, alpha, depth = 1.0, 0.1, 5
w, b = [1.0] * depth, [-1.0] + [-0.5] * (depth - 1)
v, c = [1.0] * depth, [0.0] * depth
t1, t2 = 0.0, 0.5


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def chain(weights, biases, activation, slope, target):
    """Sums, outputs, loss, and the derivatives of the loss by output, sum, weight and bias, each from the first layer to the last."""
    inputs, sums, outputs = [], [], []
    signal = x
    for weight, bias in zip(weights, biases):
        inputs.append(signal)
        sums.append(weight * signal + bias)
        signal = activation(sums[-1])
        outputs.append(signal)
    loss = (target - signal) ** 2 / 2
    by_output, by_sum = [0.0] * depth, [0.0] * depth
    arriving = signal - target
    for k in reversed(range(depth)):
        by_output[k] = arriving
        by_sum[k] = arriving * slope(sums[k])
        arriving = by_sum[k] * weights[k]
    return sums, outputs, loss, by_output, by_sum, [d * i for d, i in zip(by_sum, inputs)]


S = chain(w, b, sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z)), t1)
R = chain(v, c, lambda a: max(a, 0.0), lambda a: 1.0 if a > 0 else 0.0, t2)
for k in range(depth):
    name = f"h{k + 1}" if k < depth - 1 else "o1"
    show(f"z{k + 1}", S[0][k])
    show(name, S[1][k])
    show(f"dE_total/d{name}", S[3][k])
    if k < depth - 1:
        show(f"d{name}/dz{k + 1}", sigmoid(S[0][k]) * (1 - sigmoid(S[0][k])))
    show(f"dE_total/dz{k + 1}", S[4][k])
    show(f"dE_total/dw{k + 1}", S[5][k])
    show(f"dE_total/dv{k + 1}", R[5][k])
show("r1", R[1][0])
show("o2", R[1][4])
show("dr1/da1", 1.0)
show("dE_total/da1", R[4][0])
show("E_total", S[2] + R[2])
for k in (0, 4):
    show(f"w{k + 1}+", w[k] - alpha * S[5][k])
    show(f"v{k + 1}+", v[k] - alpha * R[5][k])
w = [p - alpha * g for p, g in zip(w, S[5])]
b = [p - alpha * g for p, g in zip(b, S[4])]
v = [p - alpha * g for p, g in zip(v, R[5])]
c = [p - alpha * g for p, g in zip(c, R[4])]
S = chain(w, b, sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z)), t1)
R = chain(v, c, lambda a: max(a, 0.0), lambda a: 1.0 if a > 0 else 0.0, t2)
show("o1@2", S[1][4])
show("o2@2", R[1][4])
show("E_sigmoids@2", S[2])
show("E_relus@2", R[2])
show("dE_total/dw1@2", S[5][0])
show("dE_total/dw5@2", S[5][4])

# Two chains of five units, each a weight and a bias; one sample, two updates.
print(f"parameters: {2 * 5 * (1 + 1)}")
print(f"trainable: {2 * 5 * (1 + 1)}")
print(f"samples: {1}")
print(f"updates: {2}")
