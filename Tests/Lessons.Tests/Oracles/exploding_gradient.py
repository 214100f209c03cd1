"""Five linear layers, one unit wide: weights of 3 multiply a gradient layer by layer; each kernel's gradient is clipped to norm 1.

h1 = 0.3 w1 + 0.4 w2, then h2 = w3 h1, h3 = w4 h2, h4 = w5 h3, o1 = w6 h4; E = (1 - o1)^2 / 2. Backward by hand:
dE/dw = dE/d(output) * input, dE/d(input) = dE/d(output) * w. A kernel's gradient longer than 1 is divided by its length (the
first kernel has two numbers, the others one), then w+ = w - 0.05 g. 40 iterations; kernels are numbered W1 to W5.
"""

import math

x1, x2, target = 0.3, 0.4, 1.0
alpha, limit, iterations = 0.05, 1.0, 40
w = dict(w1=2.0, w2=1.0, w3=3.0, w4=3.0, w5=3.0, w6=3.0)
kernels = [("W1", ("w1", "w2")), ("W2", ("w3",)), ("W3", ("w4",)), ("W4", ("w5",)), ("W5", ("w6",))]
wanted = {
    1: ["h1", "h2", "h3", "h4", "o1", "E_total", "dE_total/do1", "dE_total/dw6", "dE_total/dh4", "dE_total/dh3", "dE_total/dh2", "dE_total/dh1",
        "dE_total/dw3", "dE_total/dw1", "dE_total/dw2", "squares_W1", "norm_W1", "factor_W1", "g_w1", "g_w2", "norm_W2", "factor_W2", "g_w3",
        "g_w6", "w1+", "w2+", "w3+"],
    2: ["o1", "E_total", "norm_W1", "g_w1"],
    25: ["o1", "norm_W1", "factor_W1"],
    31: ["norm_W1", "factor_W1", "norm_W2", "factor_W2", "g_w1", "dE_total/dw1"],
    40: ["w1", "w2", "w3", "w6", "o1", "E_total", "norm_W1", "factor_W1"],
}


def show(quantity, value):
    print(f"{quantity}: {value!r}")


for iteration in range(1, iterations + 1):
    h1 = w["w1"] * x1 + w["w2"] * x2
    h2 = w["w3"] * h1
    h3 = w["w4"] * h2
    h4 = w["w5"] * h3
    o1 = w["w6"] * h4
    seen = dict(w, h1=h1, h2=h2, h3=h3, h4=h4, o1=o1, E_total=(target - o1) ** 2 / 2)
    at_o1 = o1 - target
    at_h4 = at_o1 * w["w6"]
    at_h3 = at_h4 * w["w5"]
    at_h2 = at_h3 * w["w4"]
    at_h1 = at_h2 * w["w3"]
    gradient = dict(w6=at_o1 * h4, w5=at_h4 * h3, w4=at_h3 * h2, w3=at_h2 * h1, w1=at_h1 * x1, w2=at_h1 * x2)
    for name, value in (("o1", at_o1), ("h4", at_h4), ("h3", at_h3), ("h2", at_h2), ("h1", at_h1), *gradient.items()):
        seen[f"dE_total/d{name}"] = value
    after = {}
    for kernel, members in kernels:
        squares = sum(gradient[m] ** 2 for m in members)
        norm = math.sqrt(squares)
        factor = limit / norm if norm > limit else 1.0
        seen.update({f"squares_{kernel}": squares, f"norm_{kernel}": norm, f"factor_{kernel}": factor})
        for m in members:
            seen[f"g_{m}"] = gradient[m] * factor
            after[m] = w[m] - alpha * gradient[m] * factor
            seen[f"{m}+"] = after[m]
    for quantity in wanted.get(iteration, []):
        show(quantity if iteration == 1 else f"{quantity}@{iteration}", seen[quantity])
    w = after

# Two weights, then one for each of four layers, no biases; one sample, 40 updates.
print(f"parameters: {2 + 4}")
print(f"trainable: {2 + 4}")
print(f"samples: {1}")
print(f"updates: {40}")
