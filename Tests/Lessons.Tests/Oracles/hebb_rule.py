"""Computes the numbers that 016-hebb-rule.yaml expects, without the project's code.

Hebb's rule on AND in -1 and 1, in whole numbers: whatever the unit answers, w_i grows by target·x_i and b by target (learning
rate 1, from zeros), for two epochs. The answer is the sign of z = w1·x1 + w2·x2 + b, 0 where z is 0; the loss ½(target - y)².
The state after n epochs is also n times the sum of target·(x1, x2, 1) over the samples, which the script checks.
It prints one `quantity: value` a line. Only the standard library is needed.
"""

SAMPLES = [(-1, -1, -1), (-1, 1, -1), (1, -1, -1), (1, 1, 1)]  # x1, x2, target


def show(name, value):
    print(f"{name}: {float(value)!r}")


def main():
    w1 = w2 = b = 0
    for iteration in range(1, 9):
        x1, x2, target = SAMPLES[(iteration - 1) % 4]
        at = "" if iteration == 1 else f"@{iteration}"
        z = w1 * x1 + w2 * x2 + b
        y = (z > 0) - (z < 0)
        show("z" + at, z)
        show("y" + at, y)
        show("E_total" + at, 0.5 * (target - y) ** 2)
        show("d_y" + at, target)
        show("Delta_w1" + at, target * x1)
        show("Delta_w2" + at, target * x2)
        w1, w2, b = w1 + target * x1, w2 + target * x2, b + target
        show("w1+" + at, w1)
        show("w2+" + at, w2)
        show("b+" + at, b)
        if iteration % 4 == 0:
            sums = [sum(t * x for *xs, t in SAMPLES for x in [(xs + [1])[i]]) for i in range(3)]
            assert [w1, w2, b] == [iteration // 4 * s for s in sums]


main()

# Two weights and a bias; the samples one by one, twice.
show("parameters", 2 + 1)
show("trainable", 2 + 1)
show("samples", len(SAMPLES))
show("batch-size", 1)
show("updates-per-epoch", len(SAMPLES) // 1)
show("updates", 2 * len(SAMPLES))
