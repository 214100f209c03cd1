"""Mini-batch gradient descent by plain loops: four samples in batches of two, one weight, two epochs.

y = w x. The loss of a batch is the mean of its two (t - y)^2, so dE/dy_s = 2 (y_s - t_s) / 2 and dE/dw = sum of x_s dE/dy_s.
Each batch makes an update: w+ = w - alpha dE/dw.
"""

X = [1.0, 2.0, 1.0, 2.0]
T = [3.0, 3.0, 1.0, 5.0]
ALPHA = 0.1
EPOCHS = 2
BATCH = 2


def main():
    w = 1.0
    iteration = 0
    print(f"samples: {len(X)}")
    print(f"batch-size: {BATCH}")
    print(f"updates-per-epoch: {len(X) // BATCH}")
    print(f"updates: {EPOCHS * len(X) // BATCH}")
    for _ in range(EPOCHS):
        for first in range(0, len(X), BATCH):
            iteration += 1
            dw = 0.0
            total = 0.0
            for s in range(BATCH):
                x, t = X[first + s], T[first + s]
                y = w * x
                dy = 2.0 * (y - t) / BATCH
                dw += x * dy
                total += (t - y) ** 2 / BATCH
                print(f"y[{s + 1}]@{iteration}: {y!r}")
                print(f"dE_total/dy[{s + 1}]@{iteration}: {dy!r}")
            print(f"E_total@{iteration}: {total!r}")
            print(f"dE_total/dw@{iteration}: {dw!r}")
            w = w - ALPHA * dw
            print(f"w+@{iteration}: {w!r}")


if __name__ == "__main__":
    main()
