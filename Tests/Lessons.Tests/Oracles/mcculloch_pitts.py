"""Counts by hand what 011-mcculloch-pitts.yaml expects, without the project's code.

A unit's z is the number of its active excitatory inputs, minus the active inhibitory ones, minus the number it needs; it is
on (1) where nothing is missing, that is from z = 0 upwards. The answers are compared with Python's own `and`, `or`, `not`.
It prints one `quantity: value` a line. Only the standard library is needed.
"""

ROWS = [(0, 0), (0, 1), (1, 0), (1, 1)]


def show(name, value):
    print(f"{name}: {float(value)!r}")


def main():
    total = 0.0
    for s, (x1, x2) in enumerate(ROWS, start=1):
        excited = {"and": x1 + x2, "or": x1 + x2, "not": 0}
        inhibited = {"and": 0, "or": 0, "not": x1}
        needed = {"and": 2, "or": 1, "not": 0}
        truth = {"and": bool(x1) and bool(x2), "or": bool(x1) or bool(x2), "not": not bool(x1)}
        for gate in ("and", "or", "not"):
            z = excited[gate] - inhibited[gate] - needed[gate]
            y = 1 if z >= 0 else 0
            total += 0.5 * (int(truth[gate]) - y) ** 2 / len(ROWS)
            show(f"z_{gate}[{s}]", z)
            show(f"y_{gate}[{s}]", y)
    show("E_total", total)
    assert total == 0.0  # no error, and a rule that learns from errors leaves all weights as they are
    show("w1+", 1)
    show("w5+", -1)
    show("b_and+", -2)


main()

# Two weights and a bias for each of three gates.
show("parameters", 3 * (2 + 1))
show("samples", len(ROWS))
