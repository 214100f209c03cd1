"""Three losses on the same four residuals, one of them from an outlier: ten steps of gradient descent each, by plain loops.

A prediction y is one weight w times the input 1. e = y − t. Squared error e² has the slope 2e, the distance |e| the slope sign(e); Huber with
delta 1 is ½e² with slope e up to |e| = 1 and |e| − ½ with slope sign(e) beyond. Each loss is the mean over the four samples.
"""

T = [2.0, 2.2, 2.4, 10.0]
RATE = 0.3


def sign(e):
    return float((e > 0) - (e < 0))


LOSSES = {  # name of the weight's ending: name of a term, of the mean, the loss of e, its slope
    "mse": ("S", "MSE", lambda e: e * e, lambda e: 2 * e),
    "mae": ("A", "MAE", abs, sign),
    "huber": ("H", "HUB", lambda e: 0.5 * e * e if abs(e) <= 1 else abs(e) - 0.5, lambda e: e if abs(e) <= 1 else sign(e)),
}


def show(name, value):
    print(f"{name}: {value!r}")


def main():
    show("parameters", len(LOSSES))
    show("samples", len(T))
    show("updates", 10)
    w = {name: 2.5 for name in LOSSES}
    for iteration in range(1, 11):
        at = "" if iteration == 1 else f"@{iteration}"
        total = 0.0
        for name, (term, mean, loss, slope) in LOSSES.items():
            y = w[name] * 1.0
            for s, t in enumerate(T, 1):
                show(f"y_{name}[{s}]{at}", y)
                show(f"{term}[{s}]{at}", loss(y - t))
                show(f"dE_total/d{term}[{s}]{at}", 1 / len(T))
                show(f"d{term}[{s}]/dy_{name}[{s}]{at}", slope(y - t))
                show(f"dE_total/dy_{name}[{s}]{at}", slope(y - t) / len(T))
            show(f"{mean}{at}", sum(loss(y - t) for t in T) / len(T))
            total += sum(loss(y - t) for t in T) / len(T)
            gradient = sum(slope(y - t) * 1.0 for t in T) / len(T)
            show(f"dE_total/dw_{name}{at}", gradient)
            w[name] -= RATE * gradient
            show(f"w_{name}+{at}", w[name])
        show(f"E_total{at}", total)


if __name__ == "__main__":
    main()
