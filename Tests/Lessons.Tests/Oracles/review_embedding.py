"""A review of four words through an embedding of three columns, the maximum over the words, 3-2-1 with relu and sigmoid.

m[j] is the greatest of the four looked-up numbers of column j; only that one word receives the gradient of column j. The
loss is -log p for praise. Derivatives with the scalar tape; Adam (Keras) for every number: m+ = 0.9 m + 0.1 g,
v+ = 0.999 v + 0.001 g^2, w+ = w - rate * sqrt(1 - 0.999^t) / (1 - 0.9^t) * m+ / (sqrt(v+) + 1e-7), t = 1, 2, ...
"""

from math import sqrt

from tape import Num, backward, dense, log, relu, show, sigmoid

REVIEW = [1, 2, 3, 4]  # the film was great
TABLE = [[0.0, 0.0, 0.0], [0.1, -0.1, 0.2], [0.3, 0.2, -0.3], [-0.2, 0.4, 0.1], [0.8, -0.5, 0.1], [-0.6, 0.9, 0.0]]
KERNEL2 = [[0.5, -0.4], [-0.3, 0.6], [0.2, 0.1]]
KERNEL3 = [[0.7], [-0.5]]
RATE = 0.01

weights = {"table": TABLE, "W3": KERNEL2, "b3": [[0.0, 0.0]], "W4": KERNEL3, "b4": [[0.0]]}
slots = {}
for iteration in (1, 2):
    at = f"@{iteration}" if iteration > 1 else ""
    w = {name: [[Num(v) for v in row] for row in tensor] for name, tensor in weights.items()}
    rows = [w["table"][word] for word in REVIEW]
    best = [max(range(4), key=lambda t: rows[t][j].value) for j in range(3)]
    pooled = [rows[best[j]][j] * 1.0 for j in range(3)]
    z, h = dense(pooled, w["W3"], w["b3"][0], relu)
    s, p = dense(h, w["W4"], w["b4"][0], sigmoid)
    loss = -log(p[0])
    backward(loss)
    for t in range(4):
        for j in range(3):
            show(f"h1[{t + 1},{j + 1}]{at}", rows[t][j])
    for j in range(3):
        show(f"where[{j + 1}]{at}", best[j])
        show(f"m[{j + 1}]{at}", pooled[j])
    for j in range(2):
        show(f"z[{j + 1}]{at}", z[j])
        show(f"h[{j + 1}]{at}", h[j])
    show(f"s{at}", s[0])
    show(f"p{at}", p[0])
    show(f"E_total{at}", loss)
    if iteration == 1:
        show("dE_total/ds", s[0].grad)
        for j in range(2):
            show(f"dE_total/dh[{j + 1}]", h[j].grad)
            show(f"dE_total/dz[{j + 1}]", z[j].grad)
        for j in range(3):
            show(f"dE_total/dm[{j + 1}]", pooled[j].grad)
            for t in range(4):
                show(f"dE_total/dh1[{t + 1},{j + 1}]", rows[t][j].grad)
    new = {name: [list(row) for row in tensor] for name, tensor in weights.items()}
    for name, tensor in w.items():
        for i, row in enumerate(tensor):
            for j, number in enumerate(row):
                key = f"{'abc'[j]}{i}" if name == "table" else f"{name}[{i + 1},{j + 1}]"
                m, v = slots.get(key, (0.0, 0.0))
                m, v = 0.9 * m + 0.1 * number.grad, 0.999 * v + 0.001 * number.grad**2
                slots[key] = m, v
                step = RATE * sqrt(1.0 - 0.999**iteration) / (1.0 - 0.9**iteration) * m / (sqrt(v) + 1e-7)
                new[name][i][j] = number.value - step
                if iteration == 1 and name in ("table", "W4"):
                    show(f"dE_total/d{key}", number.grad)
                    show(f"{key}+", new[name][i][j])
    weights = new

# How many numbers there are, and how often they are updated.
show("parameters", 6 * 3 + 3 * 2 + 2 + 2 + 1)
show("updates", 2)
