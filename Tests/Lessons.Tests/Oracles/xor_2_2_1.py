"""XOR learned by a 2-2-1 network of sigmoid units: 600 iterations of gradient descent on all four samples.

z = w*x + w*x + b, h = 1/(1 + exp(-z)), o1 likewise from h1 and h2; E = mean (t - o)^2 over the four samples. By hand:
dE/do = 2 (o - t) / 4, do/dz = o (1 - o), dE/dw = sum over samples of dE/dz times the input of the weight,
dE/dz of a hidden unit = dE/dz3 * w * h (1 - h), and every weight takes w - alpha * dE/dw at once. Positions are [sample].
"""

import math

samples = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
targets = [0.0, 1.0, 1.0, 0.0]
names = ["w1", "w2", "w3", "w4", "b1", "b2", "w5", "w6", "b3"]
weights = dict(zip(names, [-0.1, -0.4, 0.9, 0.6, 0.0, 0.0, 0.4, 0.8, 0.0]))
alpha = 4.0
iterations = 600


def sigmoid(z):
    return 1.0 / (1.0 + math.exp(-z))


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def iterate(w):
    """One iteration: everything computed in it, by its name, and the weights after it."""
    seen = dict(w)
    gradient = dict.fromkeys(names, 0.0)
    total = 0.0
    for n, ((x1, x2), t) in enumerate(zip(samples, targets), 1):
        z1 = w["w1"] * x1 + w["w2"] * x2 + w["b1"]
        z2 = w["w3"] * x1 + w["w4"] * x2 + w["b2"]
        h1, h2 = sigmoid(z1), sigmoid(z2)
        z3 = w["w5"] * h1 + w["w6"] * h2 + w["b3"]
        o1 = sigmoid(z3)
        total += (t - o1) ** 2
        at_o1 = 2 * (o1 - t) / 4
        slope = o1 * (1 - o1)
        at_z3 = at_o1 * slope
        at_h1 = at_z3 * w["w5"]
        at_h2 = at_z3 * w["w6"]
        at_z1 = at_h1 * h1 * (1 - h1)
        at_z2 = at_h2 * h2 * (1 - h2)
        for name, part in (("w5", at_z3 * h1), ("w6", at_z3 * h2), ("b3", at_z3), ("w1", at_z1 * x1), ("w2", at_z1 * x2),
                           ("b1", at_z1), ("w3", at_z2 * x1), ("w4", at_z2 * x2), ("b2", at_z2)):
            gradient[name] += part
        for name, value in (("z1", z1), ("z2", z2), ("h1", h1), ("h2", h2), ("z3", z3), ("o1", o1), ("dE_total/do1", at_o1),
                            ("dE_total/dz3", at_z3), ("dE_total/dh1", at_h1), ("dE_total/dh2", at_h2), ("dE_total/dz1", at_z1)):
            seen[f"{name}[{n}]"] = value
        seen[f"do1[{n}]/dz3[{n}]"] = slope
    seen["E_total"] = total / 4
    for name in names:
        seen[f"dE_total/d{name}"] = gradient[name]
    after = {name: w[name] - alpha * gradient[name] for name in names}
    for name in names:
        seen[f"{name}+"] = after[name]
    return seen, after


wanted = {
    1: ["z1[3]", "z2[3]", "h1[1]", "h1[3]", "h2[3]", "z3[1]", "o1[1]", "o1[2]", "o1[3]", "o1[4]", "E_total", "dE_total/do1[3]",
        "do1[3]/dz3[3]", "dE_total/dz3[3]", "dE_total/dh1[3]", "dE_total/dh2[3]", "dE_total/dz1[3]", "dE_total/dw5",
        "dE_total/dw6", "dE_total/db3", "dE_total/dw1", "w5+", "b3+"],
    2: ["o1[1]", "o1[2]", "o1[3]", "o1[4]", "E_total"],
    100: ["o1[4]", "E_total"],
    226: ["o1[4]", "h1[1]", "h1[4]"],
    300: ["o1[4]", "E_total"],
    600: ["w1", "w2", "b1", "w3", "w4", "b2", "w5", "w6", "b3", "h1[1]", "h1[2]", "h1[3]", "h1[4]", "h2[1]", "h2[2]", "h2[3]",
          "h2[4]", "o1[1]", "o1[2]", "o1[3]", "o1[4]", "E_total"],
}
for iteration in range(1, iterations + 1):
    seen, weights = iterate(weights)
    for quantity in wanted.get(iteration, []):
        show(quantity if iteration == 1 else f"{quantity}@{iteration}", seen[quantity])

# A 2-2-1 network with biases; all four rows in each of 600 updates.
print(f"parameters: {(2 + 1) * 2 + (2 + 1) * 1}")
print(f"trainable: {(2 + 1) * 2 + (2 + 1) * 1}")
print(f"samples: {4}")
print(f"updates-per-epoch: {4 // 4}")
print(f"updates: {600}")
