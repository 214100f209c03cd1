"""The window "will the fat cat" through a table of two columns, side by side, tanh and softmax; the next word is "sit".

p = the four rows looked up, side by side; h = tanh(p * Wh + bh); s = h * Wy + by; y = softmax(s); E = -log y(sit).
Derivatives with the scalar tape, two steps of gradient descent.
"""

from tape import Num, backward, dense, log, show, softmax, tanh

WINDOW = [1, 2, 3, 4]  # will the fat cat
NEXT = 5  # sit
TABLE = [[0.1, 0.2], [0.4, -0.1], [-0.3, 0.5], [0.2, 0.3], [0.6, -0.4], [-0.2, 0.1], [0.3, 0.4]]
HIDDEN = [[0.2, -0.1, 0.3], [0.1, 0.4, -0.2], [-0.3, 0.2, 0.1], [0.2, 0.1, 0.4], [0.5, -0.2, 0.1], [-0.1, 0.3, 0.2], [0.3, 0.5, -0.4], [0.1, -0.3, 0.2]]
OUTPUT = [[0.1, -0.2, 0.3, 0.2, -0.1, 0.4, 0.1], [0.2, 0.1, -0.3, 0.4, 0.2, -0.1, 0.3], [-0.1, 0.3, 0.2, -0.2, 0.1, 0.2, -0.3]]
RATE = 0.5

weights = {"table": TABLE, "Wh": HIDDEN, "bh": [[0.0] * 3], "Wy": OUTPUT, "by": [[0.0] * 7]}
for iteration in (1, 2):
    at = f"@{iteration}" if iteration > 1 else ""
    w = {name: [[Num(v) for v in row] for row in tensor] for name, tensor in weights.items()}
    p = [number * 1.0 for word in WINDOW for number in w["table"][word]]
    z, h = dense(p, w["Wh"], w["bh"][0], tanh)
    s, _ = dense(h, w["Wy"], w["by"][0])
    y = softmax(s)
    loss = -log(y[NEXT])
    for i, number in enumerate(p):
        show(f"p[{i + 1}]{at}", number)
    for j in range(3):
        show(f"z[{j + 1}]{at}", z[j])
        show(f"h[{j + 1}]{at}", h[j])
    for k in range(7):
        show(f"s[{k + 1}]{at}", s[k])
        show(f"y[{k + 1}]{at}", y[k])
    show(f"E_total{at}", loss)
    backward(loss)
    if iteration == 1:
        for k in range(7):
            show(f"dE_total/ds[{k + 1}]", s[k].grad)
        for j in range(3):
            show(f"dE_total/dh[{j + 1}]", h[j].grad)
            show(f"dh[{j + 1}]/dz[{j + 1}]", 1.0 - h[j].value ** 2)
            show(f"dE_total/dz[{j + 1}]", z[j].grad)
        for i in range(8):
            show(f"dE_total/dp[{i + 1}]", p[i].grad)
        for k in range(7):
            show(f"dE_total/da{k}", w["table"][k][0].grad)
            show(f"dE_total/db{k}", w["table"][k][1].grad)
        show("dE_total/dWh[1,1]", w["Wh"][0][0].grad)
        show("dE_total/dWy[1,6]", w["Wy"][0][5].grad)
        show("dE_total/dby[6]", w["by"][0][5].grad)
        show("Wy[1,6]+", OUTPUT[0][5] - RATE * w["Wy"][0][5].grad)
        for k in range(7):
            show(f"a{k}+", TABLE[k][0] - RATE * w["table"][k][0].grad)
            show(f"b{k}+", TABLE[k][1] - RATE * w["table"][k][1].grad)
    weights = {name: [[n.value - RATE * n.grad for n in row] for row in tensor] for name, tensor in w.items()}

# How many numbers there are: a table of 7 x 2, 8 x 3 + 3 in the hidden layer, 3 x 7 + 7 in the output layer.
show("parameters", 7 * 2 + 8 * 3 + 3 + 3 * 7 + 7)
