"""The numbers of the lesson hours-and-score: a line through nine points by gradient descent.

o = w*x + b, MSE = sum((y - o)**2)/9, so dMSE/do = 2*(o - y)/9, dMSE/dw = sum(dMSE/do * x), dMSE/db = sum(dMSE/do);
then w -= 0.01*dMSE/dw and b -= 0.01*dMSE/db, 300 times over all nine rows. A comment gives the least-squares line.
"""

X = [1, 2, 3, 4, 5, 6, 7, 8, 9]
Y = [11, 22, 33, 44, 53, 66, 77, 87, 95]
N = len(X)
RATE = 0.01


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def main():
    w, b = 0.0, 0.0
    for iteration in range(1, 301):
        at = "" if iteration == 1 else f"@{iteration}"
        o = [w * x + b for x in X]
        squares = [(y - a) ** 2 for y, a in zip(Y, o)]
        mse = sum(squares) / N
        do = [2 * (a - y) / N for y, a in zip(Y, o)]
        dw = sum(d * x for d, x in zip(do, X))
        db = sum(do)
        w, b = w - RATE * dw, b - RATE * db
        if iteration in (1, 2, 10, 300):
            for i in (0, 1, 8):
                show(f"o[{i + 1}]{at}", o[i])
                show(f"E[{i + 1}]{at}", squares[i])
                show(f"dMSE/do[{i + 1}]{at}", do[i])
            show(f"MSE{at}", mse)
            show(f"dMSE/dw{at}", dw)
            show(f"dMSE/db{at}", db)
            show(f"w+{at}", w)
            show(f"b+{at}", b)
    mx, my = sum(X) / N, sum(Y) / N
    slope = sum((x - mx) * (y - my) for x, y in zip(X, Y)) / sum((x - mx) ** 2 for x in X)
    print(f"# least squares: slope {slope!r}, intercept {my - slope * mx!r}")
    # counts: one weight, one bias; every epoch is one batch of all rows
    show("parameters", 1 + 1)
    show("trainable", 1 + 1)
    show("samples", N)
    show("batch-size", min(32, N))
    show("updates-per-epoch", -(-N // 32))
    show("updates", 300 * -(-N // 32))


if __name__ == "__main__":
    main()
