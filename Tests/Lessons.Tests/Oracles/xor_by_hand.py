"""XOR by three step units: h1 = NAND, h2 = OR, o1 = AND(h1, h2), with weights set by hand.

z = w*x + w*x + b in plain floats, step(z) = 1 where z >= 0 and 0 below, sample by sample; mean squared error
E = mean (t - o)^2. Every derivative of a step is 0, so each gradient is 0 times something: written as 0.0.
Positions are [sample]. Only the standard library is needed.
"""

samples = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
targets = [0.0, 1.0, 1.0, 0.0]
w1, w2, b1 = -0.5, -0.5, 0.7  # NAND
w3, w4, b2 = 0.5, 0.5, -0.2  # OR
w5, w6, b3 = 0.5, 0.5, -0.7  # AND


def step(z):
    return 1.0 if z >= 0 else 0.0


def show(quantity, value):
    print(f"{quantity}: {value!r}")


total = 0.0
for n, ((x1, x2), t) in enumerate(zip(samples, targets), 1):
    z1 = w1 * x1 + w2 * x2 + b1
    z2 = w3 * x1 + w4 * x2 + b2
    h1, h2 = step(z1), step(z2)
    z3 = w5 * h1 + w6 * h2 + b3
    o1 = step(z3)
    total += (t - o1) ** 2
    for name, value in (("z1", z1), ("z2", z2), ("h1", h1), ("h2", h2), ("z3", z3), ("o1", o1)):
        show(f"{name}[{n}]", value)
show("E_total", total / 4)
show("do1[2]/dz3[2]", 0.0)
show("dE_total/dz3[2]", 0.0)
show("dE_total/dw5", 0.0)
show("dE_total/dw1", 0.0)
show("w5+", w5)

# Two units of two inputs, then one of two, each with a bias; four rows, one update.
print(f"parameters: {2 * (2 + 1) + (2 + 1)}")
print(f"trainable: {2 * (2 + 1) + (2 + 1)}")
print(f"samples: {4}")
print(f"updates: {1}")
