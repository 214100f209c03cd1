"""What more-data expects: two weights, four training samples, twenty steps of gradient descent; a validation loss beside it.

Loss: the mean of 1/2 (target - answer)^2. Gradient by hand: the mean of (answer - target) times the input.
"""

TRAIN = [(1.0, 0.6, 1.6), (1.5, -0.4, 1.1), (1.2, 0.4, 0.8), (0.8, -0.5, 1.3)]
CHECK = [(1.2, -0.5, 1.2), (0.8, 0.5, 0.8)]
RATE = 0.4


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def terms(samples, w):
    return [0.5 * (t - (w[0] * a + w[1] * b)) ** 2 for a, b, t in samples]


def mean(values):
    return sum(values) / len(values)


def gradient(samples, w):
    errors = [w[0] * a + w[1] * b - t for a, b, t in samples]
    return [mean([e * s[i] for e, s in zip(errors, samples)]) for i in (0, 1)]


w = [0.0, 0.0]
for n in range(1, 21):
    at = "" if n == 1 else f"@{n}"
    show(f"w1{at}", w[0])
    show(f"w2{at}", w[1])
    for k, e in enumerate(terms(TRAIN, w), 1):
        show(f"e_model[{k}]{at}", e)
    show(f"E_train{at}", mean(terms(TRAIN, w)))
    show(f"E_val{at}", mean(terms(CHECK, w)))
    g = gradient(TRAIN, w)
    show(f"dE_total/dw1{at}", g[0])
    show(f"dE_total/dw2{at}", g[1])
    w = [w[i] - RATE * g[i] for i in (0, 1)]
    show(f"w1+{at}", w[0])
    show(f"w2+{at}", w[1])

# Said in the texts: with the first two samples alone, training ends with an exact fit.
print("# two samples, weights 1 and 1: training loss", mean(terms(TRAIN[:2], [1.0, 1.0])), "validation loss", mean(terms(CHECK, [1.0, 1.0])))
show("parameters", 2)
show("trainable", 2)
show("samples", 4)
show("updates", 20)
