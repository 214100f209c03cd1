"""What smaller-model expects: the same two samples for a model of two weights and for one of a single weight, 40 steps.

Loss of each: the mean of 1/2 (target - answer)^2. Gradient by hand: the mean of (answer - target) times the input. A model with
fewer inputs is the same code with shorter rows.
"""

TRAIN = [((1.0, 0.6), 1.6), ((1.5, -0.4), 1.1)]
CHECK = [((1.2, -0.5), 1.2), ((0.8, 0.5), 0.8)]
RATE = 0.4


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def answer(x, w):
    return sum(w[i] * x[i] for i in range(len(w)))


def loss(samples, w):
    return sum(0.5 * (t - answer(x, w)) ** 2 for x, t in samples) / len(samples)


def step(w):
    new = []
    for i in range(len(w)):
        gradient = sum((answer(x, w) - t) * x[i] for x, t in TRAIN) / len(TRAIN)
        new.append(w[i] - RATE * gradient)
    return new


large, small = [0.0, 0.0], [0.0]
for n in range(1, 41):
    at = "" if n == 1 else f"@{n}"
    show("a1" + at, large[0])
    show("a2" + at, large[1])
    show("b" + at, small[0])
    show("E_large" + at, loss(TRAIN, large))
    show("E_small" + at, loss(TRAIN, small))
    show("C_large" + at, loss(CHECK, large))
    show("C_small" + at, loss(CHECK, small))
    large, small = step(large), step(small)
    show("a1+" + at, large[0])
    show("a2+" + at, large[1])
    show("b+" + at, small[0])
show("parameters", 3)
show("large.parameters", 2)
show("small.parameters", 1)
show("samples", 2)
show("updates", 40)
