"""Computes the numbers that 014-perceptron-or-nand.yaml expects, without the project's code.

Two units, OR and NAND, are trained one after the other as if each were alone: from zeros, learning rate 1/2, sample by sample,
y = 1 where z >= 0, else 0; error = target - y; w_i + rate·error·x_i, b + rate·error. All numbers are halves of integers, so
exact. For each unit its samples with an error are printed, then both units' weights after the sixth epoch; for the errors
of both at once the loss is the sum of ½·error² of the two.
It prints one `quantity: value` a line. Only the standard library is needed.
"""

INPUTS = [(0, 0), (0, 1), (1, 0), (1, 1)]
UNITS = {  # gate: names of its weights, targets
    "or": ("w1", "w2", [0, 1, 1, 1]),
    "nand": ("w3", "w4", [1, 1, 1, 0]),
}
RATE = 0.5
EPOCHS = 6


def show(name, value):
    print(f"{name}: {float(value)!r}")


def at(iteration):
    return "" if iteration == 1 else f"@{iteration}"


def train(gate):
    """Errors by iteration; prints the unit's numbers wherever it errs."""
    first, second, targets = UNITS[gate]
    w = v = b = 0.0
    errors = {}
    for iteration in range(1, 4 * EPOCHS + 1):
        x1, x2 = INPUTS[(iteration - 1) % 4]
        z = w * x1 + v * x2 + b
        y = 1 if z >= 0 else 0
        errors[iteration] = error = targets[(iteration - 1) % 4] - y
        w, v, b = w + RATE * error * x1, v + RATE * error * x2, b + RATE * error
        if error or iteration == 4 * EPOCHS:
            show(f"z_{gate}{at(iteration)}", z)
            show(f"y_{gate}{at(iteration)}", y)
            show(f"error_y_{gate}{at(iteration)}", error)
            show(f"{first}+{at(iteration)}", w)
            show(f"{second}+{at(iteration)}", v)
            show(f"b_{gate}+{at(iteration)}", b)
    return errors


def main():
    of_or, of_nand = train("or"), train("nand")
    show("error_y_nand", of_nand[1])
    show("error_y_or@4", of_or[4])
    for iteration in (1, 4, 5, 24):
        show("E_total" + at(iteration), 0.5 * of_or[iteration] ** 2 + 0.5 * of_nand[iteration] ** 2)
    assert max(i for i, error in of_or.items() if error) == 9
    assert max(i for i, error in of_nand.items() if error) == 18


main()

# Two weights and a bias for each unit; the samples one by one in every epoch.
show("parameters", len(UNITS) * (2 + 1))
show("trainable", len(UNITS) * (2 + 1))
show("samples", len(INPUTS))
show("batch-size", 1)
show("updates-per-epoch", len(INPUTS) // 1)
show("updates", EPOCHS * len(INPUTS))
