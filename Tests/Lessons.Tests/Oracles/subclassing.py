"""The numbers of the lesson subclassing: y = w * hours + b on nine pairs, mean squared error, gradient descent with rate 0.01.

dE/dw = -2/9 * sum (t - y) * x, dE/db = -2/9 * sum (t - y); 300 updates from w = 0, b = 0, and the least-squares line they run to.
Plain floats.
"""

X = [1, 2, 3, 4, 5, 6, 7, 8, 9]
T = [11, 22, 33, 44, 53, 66, 77, 87, 95]
RATE = 0.01


def show(name, value):
    print(f"{name}: {value!r}")


def main():
    show("model.parameters", 1 * 1 + 1)
    show("parameters", 1 * 1 + 1)
    show("samples", len(X))
    show("updates", 300)
    w = b = 0.0
    for iteration in range(1, 301):
        at = "" if iteration == 1 else f"@{iteration}"
        y = [w * x + b for x in X]
        error = sum((t - a) ** 2 for t, a in zip(T, y)) / 9
        dw = -2 / 9 * sum((t - a) * x for t, a, x in zip(T, y, X))
        db = -2 / 9 * sum(t - a for t, a in zip(T, y))
        if iteration in (1, 2, 3, 300):
            for n in range(9):
                show(f"y[{n + 1}]{at}", y[n])
                show(f"dE_total/dy[{n + 1}]{at}", -2 / 9 * (T[n] - y[n]))
            show("E_total" + at, error)
            show("dE_total/dw" + at, dw)
            show("dE_total/db" + at, db)
        w -= RATE * dw
        b -= RATE * db
        if iteration in (1, 2, 3, 300):
            show("w+" + at, w)
            show("b+" + at, b)
    n, sx, st = 9, sum(X), sum(T)
    best = (n * sum(x * t for x, t in zip(X, T)) - sx * st) / (n * sum(x * x for x in X) - sx * sx)
    print(f"# least squares: w = {best!r}, b = {(st - best * sx) / n!r}")


if __name__ == "__main__":
    main()
