"""The sizes of the notes' sentiment model, and the numbers of it that do not depend on what is drawn at random.

Counts by hand: a table of 10000 x 256, a dense layer 256 x 128 + 128, a dense unit 128 + 1; dropout and pooling have none.
Words are numbered by frequency and then first appearance, from 1; zeros in front fill the review to 200 places. Bounds of
glorot-uniform: sqrt(6 / (inputs + units)). Rows of the table that no place of the review looks up have gradient 0.
"""

from math import sqrt

TEXT = "the film was great fun"
LENGTH, WORDS, COLUMNS, UNITS = 200, 10000, 256, 128


def show(name, value):
    print(f"{name}: {value!r}")


show("trainable", WORDS * COLUMNS + COLUMNS * UNITS + UNITS + UNITS + 1)
show("samples", 1)
show("updates", 1)
show("W1.limit", 0.05)
show("W4.limit", sqrt(6.0 / (COLUMNS + UNITS)))
show("W6.limit", sqrt(6.0 / (UNITS + 1)))

seen = TEXT.split()
numbers = {}
for word in sorted(seen, key=lambda w: -seen.count(w)):  # a stable sort keeps the order of first appearance
    numbers.setdefault(word, len(numbers) + 1)
row = [0] * (LENGTH - len(seen)) + [numbers[word] for word in seen]
for place in (1, 2, 100, 195, 196, 197, 198, 199, 200):
    show(f"x[{place}]", row[place - 1])
show("t", 1)
for layer in (4, 6):
    show(f"b{layer}[1]" if layer == 4 else "b6", 0)
show("alpha", 0.001)
looked_up = set(row)
for word in (6, 500, 9999):
    if word not in looked_up:
        show(f"dE_total/dW1[{word + 1},1]", 0)
        show(f"dE_total/dW1[{word + 1},256]", 0)
