"""What early-stopping expects: two weights, two training samples, two validation samples, gradient descent until the rule stops.

Loss: the mean of 1/2 (target - answer)^2. Gradient by hand: the mean of (answer - target) times the input. After each epoch the
validation loss is measured; after `PATIENCE` epochs in a row without an improvement training stops.
"""

TRAIN = [(1.0, 0.6, 1.6), (1.5, -0.4, 1.1)]
CHECK = [(1.2, -0.5, 1.2), (0.8, 0.5, 0.8)]
RATE, EPOCHS, PATIENCE = 0.4, 20, 2


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def answers(samples, w):
    return [w[0] * a + w[1] * b for a, b, _ in samples]


def terms(samples, w):
    return [0.5 * (t - o) ** 2 for (_, _, t), o in zip(samples, answers(samples, w))]


def mean(values):
    return sum(values) / len(values)


w, best, waited = [0.0, 0.0], (float("inf"), 0, None), 0
for n in range(1, EPOCHS + 1):
    at = "" if n == 1 else f"@{n}"
    show(f"w1{at}", w[0])
    show(f"w2{at}", w[1])
    for k, (o, e) in enumerate(zip(answers(CHECK, w), terms(CHECK, w)), 1):
        show(f"o2[{k}]{at}", o)
        show(f"e_exam[{k}]{at}", e)
    show(f"E_train{at}", mean(terms(TRAIN, w)))
    show(f"E_val{at}", mean(terms(CHECK, w)))
    show(f"E_total{at}", mean(terms(TRAIN, w)))
    show(f"dE_total/dE_val{at}", 0.0)
    errors = [o - t for (_, _, t), o in zip(TRAIN, answers(TRAIN, w))]
    gradient = [mean([errors[k] * TRAIN[k][i] for k in range(2)]) for i in (0, 1)]
    show(f"dE_total/dw1{at}", gradient[0])
    show(f"dE_total/dw2{at}", gradient[1])
    w = [w[i] - RATE * gradient[i] for i in (0, 1)]
    show(f"w1+{at}", w[0])
    show(f"w2+{at}", w[1])
    measured = mean(terms(CHECK, w))
    print(f"# validation loss after epoch {n} is {measured!r}")
    best, waited = ((measured, n, list(w)), 0) if measured < best[0] else (best, waited + 1)
    if waited >= PATIENCE:
        print(f"# stops after epoch {n}, best epoch {best[1]} with weights {best[2]}")
        break
show("parameters", 2)
show("updates-per-epoch", 1)
