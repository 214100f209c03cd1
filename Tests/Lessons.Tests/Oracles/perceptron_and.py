"""Computes the numbers that 013-perceptron-and.yaml expects, without the project's code.

Rosenblatt's rule on AND in whole numbers, sample by sample in the order of the truth table, from zeros with learning rate 1:
y = 1 where z = w1·x1 + w2·x2 + b >= 0, else 0; error = target - y; then w_i + error·x_i and b + error. Six epochs, the first
without an error being the last. Only samples with an error are printed, and the whole last epoch.
It prints one `quantity: value` a line. Only the standard library is needed.
"""

SAMPLES = [(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)]  # x1, x2, target
EPOCHS = 6


def show(name, value):
    print(f"{name}: {float(value)!r}")


def main():
    w1 = w2 = b = 0
    iteration = 0
    errors = []
    for epoch in range(1, EPOCHS + 1):
        wrong = 0
        for x1, x2, target in SAMPLES:
            iteration += 1
            at = "" if iteration == 1 else f"@{iteration}"
            z = w1 * x1 + w2 * x2 + b
            y = 1 if z >= 0 else 0
            error = target - y
            w1, w2, b = w1 + error * x1, w2 + error * x2, b + error
            wrong += error != 0
            if error != 0 or epoch == EPOCHS:
                show("z" + at, z)
                show("y" + at, y)
                show("error_y" + at, error)
                show("w1+" + at, w1)
                show("w2+" + at, w2)
                show("b+" + at, b)
                show("E_total" + at, 0.5 * error * error)
        errors.append(wrong)
    assert errors == [2, 3, 3, 2, 1, 0], errors


main()

# Two weights and a bias; the samples one by one in every epoch.
show("parameters", 2 + 1)
show("trainable", 2 + 1)
show("samples", len(SAMPLES))
show("batch-size", 1)
show("updates-per-epoch", len(SAMPLES) // 1)
show("updates", EPOCHS * len(SAMPLES))
