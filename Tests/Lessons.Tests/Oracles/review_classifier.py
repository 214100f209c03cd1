"""Two reviews as ten yes-or-no answers through 10-2-2-1 with relu, relu and sigmoid, binary crossentropy and RMSprop.

z = x * kernel + bias, h = max(z, 0), p = 1 / (1 + exp(-z)), the loss is the mean of -log p (praise) and -log(1 - p).
Derivatives with the scalar tape. RMSprop for every number: v+ = 0.9 v + 0.1 g^2 and w+ = w - rate * g / sqrt(v+ + 1e-7),
v = 0 at the start. Two iterations.
"""

from math import sqrt

from tape import Num, backward, dense, log, relu, show, sigmoid

WORDS = ["great", "fun", "good", "warm", "the", "film", "dull", "bad", "poor", "slow"]
REVIEWS = [[1, 0, 1, 0, 1, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 1, 1, 1, 0, 1]]
TARGETS = [1.0, 0.0]
KERNEL1 = [[0.5, -0.2], [0.4, 0.1], [0.3, 0.1], [0.2, -0.1], [0.1, 0.1], [0.0, 0.2], [-0.2, 0.4], [-0.3, 0.5], [-0.2, 0.3], [0.1, 0.2]]
KERNEL2 = [[0.6, -0.5], [0.2, 0.7]]
KERNEL3 = [[0.8], [-0.6]]
SHOWN = ["W1[1,1]", "W1[2,1]", "W1[7,2]", "W1[6,1]", "W2[1,1]", "W2[1,2]", "W3[1,1]", "b3"]  # whose steps are printed
RATE, RHO, EPSILON = 0.01, 0.9, 1e-7


def flat(parameters):
    for name, tensor in parameters.items():
        for i, row in enumerate(tensor):
            for j, number in enumerate(row):
                yield name, i, j, number


weights = {"W1": KERNEL1, "b1": [[0.0, 0.0]], "W2": KERNEL2, "b2": [[0.0, 0.0]], "W3": KERNEL3, "b3": [[0.0]]}
squares = {}
for iteration in (1, 2):
    at = f"@{iteration}" if iteration > 1 else ""
    w = {name: [[Num(v) for v in row] for row in tensor] for name, tensor in weights.items()}
    terms, kept = [], []
    for s, review in enumerate(REVIEWS):
        z1, h1 = dense(review, w["W1"], w["b1"][0], relu)
        z2, h2 = dense(h1, w["W2"], w["b2"][0], relu)
        z3, p = dense(h2, w["W3"], w["b3"][0], sigmoid)
        for j in range(2):
            show(f"z1[{s + 1},{j + 1}]{at}", z1[j])
            show(f"h1[{s + 1},{j + 1}]{at}", h1[j])
        for j in range(2):
            show(f"z2[{s + 1},{j + 1}]{at}", z2[j])
            show(f"h2[{s + 1},{j + 1}]{at}", h2[j])
        show(f"z3[{s + 1}]{at}", z3[0])
        show(f"p[{s + 1}]{at}", p[0])
        terms.append(-log(p[0]) if TARGETS[s] == 1.0 else -log(1.0 - p[0]))
        show(f"E[{s + 1}]{at}", terms[s])
        kept.append((z1, z2, z3, h1, h2))
    total = (terms[0] + terms[1]) / 2.0
    show(f"E_total{at}", total)
    backward(total)
    for s, (z1, z2, z3, h1, h2) in enumerate(kept if iteration == 1 else []):
        show(f"dE_total/dz3[{s + 1}]{at}", z3[0].grad)
        for j in range(2):
            show(f"dE_total/dz2[{s + 1},{j + 1}]{at}", z2[j].grad)
            show(f"dE_total/dz1[{s + 1},{j + 1}]{at}", z1[j].grad)
    new = {name: [list(row) for row in tensor] for name, tensor in weights.items()}
    for name, i, j, number in flat(w):
        key = {"b3": "b3", "b1": f"b1[{j + 1}]", "b2": f"b2[{j + 1}]"}.get(name, f"{name}[{i + 1},{j + 1}]")
        g = number.grad
        v = RHO * squares.get(key, 0.0) + (1.0 - RHO) * g * g
        squares[key] = v
        new[name][i][j] = number.value - RATE * g / sqrt(v + EPSILON)
        if iteration == 1:
            show(f"dE_total/d{key}", g)
            if key in SHOWN:
                show(f"v_{key}+", v)
                show(f"{key}+", new[name][i][j])
    weights = new

# How many numbers there are, and how often they are updated.
show("parameters", 10 * 2 + 2 + 2 * 2 + 2 + 2 + 1)
show("samples", 2)
show("batch-size", 2)
show("updates", 2)
