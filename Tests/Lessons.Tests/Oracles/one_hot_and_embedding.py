"""Two encoded sentences looked up in a 7 x 2 table, and the same table multiplied by one-hot vectors.

The rows looked up are averaged over the sentence, o3 = sigmoid(0.5 * mean a - 0.2 * mean b), binary crossentropy, the mean
over both sentences. Beside it the one-hot vector of each sentence's first word goes through a kernel with the table's
numbers, o4[s,j] = sum over k of onehot[s,k] * kernel[k][j]; half the squared distance to the row looked up, which is 0.
Derivatives with the scalar tape, one step of gradient descent.
"""

from tape import Num, backward, log, show, sigmoid

SENTENCES = [[0, 1, 2, 3, 4], [5, 1, 2, 3, 6]]
TARGETS = [0.0, 1.0]
TABLE = [[1.2, 3.1], [0.1, 4.2], [1.0, 3.1], [0.3, 2.1], [2.2, 1.4], [0.7, 1.7], [4.1, 2.0]]
WEIGHTS = [0.5, -0.2]
RATE = 0.5

table = [[Num(v) for v in row] for row in TABLE]
kernel = [[Num(v) for v in row] for row in TABLE]
w = [Num(v) for v in WEIGHTS]
means, terms = [], []
for s, words in enumerate(SENTENCES):
    means.append([])
    for j in range(2):
        total = table[words[0]][j]
        for word in words[1:]:
            total = total + table[word][j]
        means[s].append(total / 5.0)
        show(f"h2[{s + 1},{j + 1}]", means[s][j])
    z = w[0] * means[s][0] + w[1] * means[s][1]
    y = sigmoid(z)
    show(f"z3[{s + 1}]", z)
    show(f"y[{s + 1}]", y)
    terms.append(-(log(y) if TARGETS[s] == 1.0 else log(1.0 - y)))
greeting = (terms[0] + terms[1]) / 2.0
squares = []
for s, words in enumerate(SENTENCES):
    hot = [1.0 if k == words[0] else 0.0 for k in range(7)]
    for k in range(7):
        show(f"onehot[{s + 1},{k + 1}]", hot[k])
    for j in range(2):
        product = kernel[0][j] * hot[0]
        for k in range(1, 7):
            product = product + kernel[k][j] * hot[k]
        show(f"o4[{s + 1},{j + 1}]", product)
        squares.append((product - TABLE[words[0]][j]) ** 2 * 0.5)
lookup = (squares[0] + squares[1] + squares[2] + squares[3]) / 2.0
show("E_greeting", greeting)
show("E_product", lookup)
total = greeting + lookup
show("E_total", total)
backward(total)
for k in range(7):
    show(f"dE_total/da{k}", table[k][0].grad)
    show(f"dE_total/db{k}", table[k][1].grad)
for k in range(7):
    show(f"a{k}+", table[k][0].value - RATE * table[k][0].grad)

# How many numbers there are: 7 words of 2 numbers, 2 weights for the answer, a kernel of 7 x 2.
show("parameters", 7 * 2 + 2 + 7 * 2)
show("table.parameters", 7 * 2)
show("greeting.parameters", 2)
show("product.parameters", 7 * 2)
show("table.output[1]", 5)
show("table.output[2]", 2)
