"""Computes the numbers that 015-perceptron-xor.yaml expects, without the project's code.

Rosenblatt's rule on XOR in whole numbers, sample by sample, from zeros with learning rate 1 (y = 1 where z >= 0, else 0).
The state (w1, w2, b) at the start of an epoch determines everything after it, so two epochs that start alike go on alike for
ever; the script looks for the first such pair and checks that it is epochs 3 and 4. Printed: the first two epochs' samples with
an error, and epochs 3 and 4 whole.
It prints one `quantity: value` a line. Only the standard library is needed.
"""

SAMPLES = [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]  # x1, x2, target
EPOCHS = 4


def show(name, value):
    print(f"{name}: {float(value)!r}")


def main():
    w1 = w2 = b = 0
    iteration = 0
    starts = []
    for epoch in range(1, EPOCHS + 1):
        starts.append((w1, w2, b))
        for x1, x2, target in SAMPLES:
            iteration += 1
            at = "" if iteration == 1 else f"@{iteration}"
            z = w1 * x1 + w2 * x2 + b
            y = 1 if z >= 0 else 0
            error = target - y
            if epoch > 2:  # before the update as well
                show("w1" + at, w1)
                show("w2" + at, w2)
                show("b" + at, b)
            w1, w2, b = w1 + error * x1, w2 + error * x2, b + error
            if error or epoch > 2:
                show("z" + at, z)
                show("y" + at, y)
                show("error_y" + at, error)
            if (error and epoch <= 2) or iteration == 4 * EPOCHS:
                show("w1+" + at, w1)
                show("w2+" + at, w2)
                show("b+" + at, b)
    starts.append((w1, w2, b))
    first = next(i for i, s in enumerate(starts) if s in starts[:i])
    assert (starts.index(starts[first]), first) == (2, 3), starts  # epochs 3 and 4, counted from 1


main()

# Two weights and a bias; the samples one by one in every epoch.
show("parameters", 2 + 1)
show("trainable", 2 + 1)
show("samples", len(SAMPLES))
show("batch-size", 1)
show("updates-per-epoch", len(SAMPLES) // 1)
show("updates", EPOCHS * len(SAMPLES))
