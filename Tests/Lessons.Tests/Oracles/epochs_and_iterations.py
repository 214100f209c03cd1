"""Two epochs of 2,000 samples in batches of 200, by plain loops; the learning rate is halved every 10 updates.

y = w hours, the loss of a batch is the mean of (score - y)^2, dE/dw = mean of 2 (y - score) hours, w+ = w - alpha dE/dw with
alpha = 0.02 * 0.5^floor(t / 10), t being the count of updates before. The data are made here by a linear congruential generator;
`python3 epochs_and_iterations.py csv` prints them as practice-2000.csv.
"""

import sys

SAMPLES, BATCH, EPOCHS = 2000, 200, 2


def rows():
    """Hours 0.5 to 5.0, score 2 * hours and up to one point more or less, all in tenths."""
    state = 2000
    for _ in range(SAMPLES):
        state = (state * 1103515245 + 12345) % 2**31
        hours = 5 + (state >> 16) % 46
        state = (state * 1103515245 + 12345) % 2**31
        yield hours / 10, (2 * hours + (state >> 16) % 21 - 10) / 10


def main():
    if sys.argv[1:] == ["csv"]:
        print("hours,score")
        for hours, score in rows():
            print(f"{hours:g},{score:g}")
        return
    data = list(rows())
    w = 0.5
    per_epoch = len(data) // BATCH
    print(f"updates: {per_epoch * EPOCHS}")
    for t in range(per_epoch * EPOCHS):
        first = t % per_epoch * BATCH
        batch = data[first : first + BATCH]
        y = [w * hours for hours, _ in batch]
        total = sum((score - a) ** 2 for (_, score), a in zip(batch, y)) / BATCH
        dw = sum(2.0 * (a - score) * hours for (hours, score), a in zip(batch, y)) / BATCH
        alpha = 0.02 * 0.5 ** (t // 10)
        k = t + 1
        if k in (1, 2, 10, 11, 12, 20):
            print(f"y[1]@{k}: {y[0]!r}")
            print(f"y[200]@{k}: {y[199]!r}")
            print(f"E_total@{k}: {total!r}")
            print(f"dE_total/dw@{k}: {dw!r}")
            print(f"alpha@{k}: {alpha!r}")
            print(f"t+@{k}: {k}")
        w = w - alpha * dw
        if k in (1, 2, 10, 11, 12, 20):
            print(f"w+@{k}: {w!r}")


if __name__ == "__main__":
    main()
