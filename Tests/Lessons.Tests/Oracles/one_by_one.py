"""Stochastic gradient descent with batch size 1 by plain loops: four samples in their order, one weight, two epochs.

y = w x for one sample at a time, E = (t - y)^2, so dE/dy = 2 (y - t) and dE/dw = x dE/dy. Each sample makes an update of its own:
w+ = w - alpha dE/dw. Iteration 5 sees the first sample again.
"""

X = [1.0, 2.0, 1.0, 2.0]
T = [3.0, 3.0, 1.0, 5.0]
ALPHA = 0.1
EPOCHS = 2


def main():
    w = 1.0
    iteration = 0
    print(f"samples: {len(X)}")
    print(f"updates-per-epoch: {len(X)}")
    print(f"updates: {EPOCHS * len(X)}")
    for _ in range(EPOCHS):
        for x, t in zip(X, T):
            iteration += 1
            y = w * x
            dy = 2.0 * (y - t)
            dw = x * dy
            print(f"y@{iteration}: {y!r}")
            print(f"E_total@{iteration}: {(t - y) ** 2!r}")
            print(f"dE_total/dy@{iteration}: {dy!r}")
            print(f"dE_total/dw@{iteration}: {dw!r}")
            w = w - ALPHA * dw
            print(f"w+@{iteration}: {w!r}")


if __name__ == "__main__":
    main()
