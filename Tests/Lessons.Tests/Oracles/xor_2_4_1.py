"""XOR by a 2-4-1 network, tanh in the hidden layer and a sigmoid at the output, 150 iterations on all four samples.

On the scalar tape: z = x*W + b, h = tanh(z), o1 = sigmoid(h*W + b); binary crossentropy
E = mean -(t log o1 + (1 - t) log(1 - o1)) over the samples; every weight takes w - alpha * dE/dw. Positions are [sample].
"""

from tape import backward, dense, log, numbers, show, sigmoid, tanh

samples = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
targets = [0.0, 1.0, 1.0, 0.0]
kernel = [[-0.5, 0.5, 0.1, 0.8], [-0.1, 0.6, 0.3, 0.5]]
bias = [0.0, 0.0, 0.0, 0.0]
out = [[-0.2], [0.3], [0.8], [0.3]]
last = [0.0]
alpha = 1.0

wanted = {
    1: ["z4[4]", "h4[4]", "h4[1]", "z5[4]", "o1[1]", "o1[2]", "o1[3]", "o1[4]", "E_o1[1]", "E_o1[4]", "E_total", "dE_total/do1[4]",
        "do1[4]/dz5[4]", "dE_total/dz5[1]", "dE_total/dz5[4]", "dE_total/dw12", "dE_total/dh4[4]", "dh4[4]/dz4[4]", "dE_total/dz4[4]",
        "dE_total/db5", "dE_total/dw7", "w12+", "b5+", "w7+"],
    2: ["o1[1]", "o1[2]", "o1[3]", "o1[4]", "E_total"],
    20: ["o1[1]", "o1[2]", "o1[3]", "o1[4]", "E_total"],
    67: ["o1[4]"],
    68: ["o1[4]"],
    150: ["o1[1]", "o1[2]", "o1[3]", "o1[4]", "E_total", "w1", "w2", "w7", "w8", "w9", "w12", "b5"],
}

for iteration in range(1, 151):
    W1, b1, W2, b2 = numbers(kernel), numbers(bias), numbers(out), numbers(last)
    seen = {}
    gradients = []
    losses = []
    for n, (x, t) in enumerate(zip(samples, targets), 1):
        z, h = dense(x, W1, b1, tanh)
        z5, o = dense(h, W2, b2, sigmoid)
        loss = -(t * log(o[0]) + (1.0 - t) * log(1.0 - o[0]))
        losses.append(loss)
        for j in range(4):
            seen[f"z{j + 1}[{n}]"], seen[f"h{j + 1}[{n}]"] = z[j], h[j]
        seen[f"z5[{n}]"], seen[f"o1[{n}]"], seen[f"E_o1[{n}]"] = z5[0], o[0], loss
    total = (losses[0] + losses[1] + losses[2] + losses[3]) / 4.0
    seen["E_total"] = total
    for j in range(4):
        seen[f"w{2 * j + 1}"], seen[f"w{2 * j + 2}"] = W1[0][j], W1[1][j]
        seen[f"b{j + 1}"], seen[f"w{9 + j}"] = b1[j], W2[j][0]
    seen["b5"] = b2[0]
    backward(total)
    for quantity in wanted.get(iteration, []):
        name = quantity if iteration == 1 else f"{quantity}@{iteration}"
        if quantity.endswith("+"):
            p = seen[quantity[:-1]]
            show(name, p.value - alpha * p.grad)
        elif quantity.startswith("dE_total/d"):
            show(name, seen[quantity[len("dE_total/d"):]].grad)
        elif quantity == "do1[4]/dz5[4]":
            show(name, seen["o1[4]"].parents[0][1])
        elif quantity == "dh4[4]/dz4[4]":
            show(name, seen["h4[4]"].parents[0][1])
        else:
            show(name, seen[quantity])
    kernel = [[p.value - alpha * p.grad for p in row] for row in W1]
    bias = [p.value - alpha * p.grad for p in b1]
    out = [[p.value - alpha * p.grad for p in row] for row in W2]
    last = [p.value - alpha * p.grad for p in b2]

# A 2-4-1 network with biases; all four rows in each of 150 updates.
print(f"parameters: {(2 + 1) * 4 + (4 + 1) * 1}")
print(f"trainable: {(2 + 1) * 4 + (4 + 1) * 1}")
print(f"samples: {4}")
print(f"updates-per-epoch: {4 // 4}")
print(f"updates: {150}")
