"""Four texts as a matrix and one sigmoid unit on it, for the scripts text_*.py beside it, which say what a cell is.

The words are numbered from 1 by frequency, then by first appearance; column 0 stands for no word.
z = sum of w_k * cell_k + b, y = 1 / (1 + exp(-z)), the loss is the mean over the texts of -log y or -log(1 - y). By hand:
dE/dz = (y - t) / 4, dE/dw_k = sum over the texts of dE/dz * cell_k. Two steps of gradient descent. No tape, no library.
"""

import math

TEXTS = ["cold sweet milk", "cold sweet melon", "big green melon melon", "our train leaves"]
TARGETS = [0.0, 1.0, 1.0, 0.0]
WEIGHTS = [0.3, 0.2, 0.1, 0.3, -0.5, 0.1, 0.2, 0.1, -0.3, 0.4]
RATE = 0.5

words = " ".join(TEXTS).split()
order = []
for word in words:
    if word not in order:
        order.append(word)
order.sort(key=lambda word: -words.count(word))  # stable: ties keep the order of first appearance
number = {word: k + 1 for k, word in enumerate(order)}
names = ["none"] + order
df = [0] + [sum(word in text.split() for text in TEXTS) for word in order]



def show(name, value):
    print(f"{name}: {value!r}")


def train(cell):
    """Prints the matrix and two steps of training on it.

    A cell is what `cell` makes of c, how often its word stands in the text; n, the number of the text's words; N, the number
    of texts; and df, the number of those with the word.
    """
    matrix = []
    for text in TEXTS:
        sequence = [number[word] for word in text.split()]
        matrix.append([cell(sequence.count(k), len(sequence), len(TEXTS), df[k]) for k in range(len(names))])
    for s, row in enumerate(matrix):
        for k, cell in enumerate(row):
            show(f"{names[k]}[{s + 1}]", cell)

    w, b = WEIGHTS, 0.0
    for iteration in (1, 2):
        at = f"@{iteration}" if iteration > 1 else ""
        total, deltas = 0.0, []
        for s, row in enumerate(matrix):
            z = sum(w[k] * row[k] for k in range(len(row))) + b
            y = 1.0 / (1.0 + math.exp(-z))
            loss = -math.log(y) if TARGETS[s] == 1.0 else -math.log(1.0 - y)
            total += loss / 4.0
            deltas.append((y - TARGETS[s]) / 4.0)
            show(f"z[{s + 1}]{at}", z)
            show(f"y[{s + 1}]{at}", y)
            show(f"E[{s + 1}]{at}", loss)
            show(f"dE_total/dz[{s + 1}]{at}", deltas[s])
        show(f"E_total{at}", total)
        gradients = [sum(deltas[s] * matrix[s][k] for s in range(4)) for k in range(len(w))]
        if iteration == 1:
            for k, g in enumerate(gradients):
                show(f"dE_total/dw{k}", g)
            show("dE_total/db", sum(deltas))
        w = [v - RATE * g for v, g in zip(w, gradients)]
        b -= RATE * sum(deltas)
        if iteration == 1:
            for k, v in enumerate(w):
                show(f"w{k}+", v)
            show("b+", b)

    show("parameters", len(WEIGHTS) + 1)
    show("samples", len(TEXTS))
