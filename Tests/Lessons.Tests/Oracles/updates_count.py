"""Ten epochs of 1,000 samples in batches of 20, by plain loops: 500 updates.

y = w hours, the loss of a batch is the mean of (score - y)^2, dE/dw = mean of 2 (y - score) hours, w+ = w - 0.002 dE/dw. The data are
made here by a linear congruential generator; `python3 updates_count.py csv` prints them as practice-1000.csv.
"""

import sys

SAMPLES, BATCH, EPOCHS = 1000, 20, 10
ALPHA = 0.002


def rows():
    """Hours 0.5 to 5.0, score 2 * hours and up to one point more or less, all in tenths."""
    state = 1000
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
    for update in range(1, per_epoch * EPOCHS + 1):
        first = (update - 1) % per_epoch * BATCH
        batch = data[first : first + BATCH]
        y = [w * hours for hours, _ in batch]
        total = sum((score - a) ** 2 for (_, score), a in zip(batch, y)) / BATCH
        dw = sum(2.0 * (a - score) * hours for (hours, score), a in zip(batch, y)) / BATCH
        w = w - ALPHA * dw
        if update in (1, 2, 50, 51, 100, 499, 500):
            print(f"y[1]@{update}: {y[0]!r}")
            print(f"E_total@{update}: {total!r}")
            print(f"dE_total/dw@{update}: {dw!r}")
            print(f"w+@{update}: {w!r}")


if __name__ == "__main__":
    main()
