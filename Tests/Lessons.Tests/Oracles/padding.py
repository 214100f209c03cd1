"""Three sentences, padded with zeros before or after their words, through one table and one row of place weights.

A score is p1*e(first place) + p2*e(second) + p3*e(third), where e(k) is the number of word k in the table; the loss is the
mean over the sentences of half the squared error, summed over both ways of padding. Written out with the scalar tape,
two steps of gradient descent. Sentences longer than three words lose their first ones.
"""

from tape import Num, backward, show

SENTENCES = [[1, 2], [3, 1], [3, 4, 1, 2]]  # good film, not good, not a good film
TARGETS = [1.0, -1.0, -1.0]
TABLE = [0.0, 1.0, 0.4, -1.0, 0.1]
PLACES = [0.2, 0.5, 1.0]
RATE = 0.3
LENGTH = 3

before = [([0] * LENGTH + s)[-LENGTH:] for s in SENTENCES]
after = [(s[-LENGTH:] + [0] * LENGTH)[:LENGTH] for s in SENTENCES]

for name, rows in (("before", before), ("after", after)):
    for s, row in enumerate(rows):
        for t, word in enumerate(row):
            show(f"{name}[{s + 1},{t + 1}]", word)

table, places = TABLE, PLACES
for iteration in (1, 2):
    at = "" if iteration == 1 else "@2"
    e, p = [Num(v) for v in table], [Num(v) for v in places]
    losses, uses = [], []
    for layer, rows, name in ((1, before, "score"), (4, after, "score2")):
        found = [[e[word] * 1.0 for word in row] for row in rows]
        outputs = [p[0] * r[0] + p[1] * r[1] + p[2] * r[2] for r in found]
        uses.append(list(zip(found, outputs)))
        for s, row in enumerate(rows):
            for t in range(LENGTH):
                show(f"h{layer}[{s + 1},{t + 1},1]{at}", e[row[t]])
        for s, o in enumerate(outputs):
            show(f"o{layer + 2}[{s + 1}]{at}", o)
        terms = [(o - t) ** 2 * 0.5 for o, t in zip(outputs, TARGETS)]
        loss = (terms[0] + terms[1] + terms[2]) / 3.0
        show(f"E_{name}{at}", loss)
        losses.append(loss)
    total = losses[0] + losses[1]
    show(f"E_total{at}", total)
    backward(total)
    if iteration == 1:
        for layer, rows, parts in zip((1, 4), (before, after), uses):
            for s, row in enumerate(rows):
                show(f"dE_total/do{layer + 2}[{s + 1}]", parts[s][1].grad)
                for t in range(LENGTH):
                    show(f"dE_total/dh{layer}[{s + 1},{t + 1},1]", parts[s][0][t].grad)
        for k, number in enumerate(e):
            show(f"dE_total/de{k}", number.grad)
        for layer, rows, parts in zip((1, 4), (before, after), uses):
            for k in range(len(TABLE)):
                part = sum(parts[s][0][t].grad for s, row in enumerate(rows) for t, word in enumerate(row) if word == k)
                show(f"dE_total/de{k} via h{layer}", part)
        for k, number in enumerate(p):
            show(f"dE_total/dp{k + 1}", number.grad)
        for k, number in enumerate(e):
            show(f"e{k}+", number.value - RATE * number.grad)
    table = [n.value - RATE * n.grad for n in e]
    places = [n.value - RATE * n.grad for n in p]
