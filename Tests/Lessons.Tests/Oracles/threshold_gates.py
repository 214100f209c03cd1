"""Computes the numbers that 012-threshold-gates.yaml expects, without the project's code.

z = a·x1 + a·x2 + b for each gate at each corner of the unit square, in exact fractions; step: 1 where z >= 0; sign: -1, 0 or 1.
Errors are ½(target - answer)², divided by the number of corners. Both functions are constant left and right of 0, so a small
change of a weight changes no answer off the line, and the derivative through them is taken as 0 (as Keras takes it at 0).
It prints one `quantity: value` a line. Only the standard library is needed.
"""

from fractions import Fraction as F

CORNERS = [(0, 0), (0, 1), (1, 0), (1, 1)]
GATES = {"and": (F("0.5"), F("-0.7")), "nand": (F("-0.5"), F("0.7")), "or": (F("0.5"), F("-0.5"))}
TRUTH = {"and": lambda p, q: p and q, "nand": lambda p, q: not (p and q), "or": lambda p, q: p or q}
SLOPE = 0  # of both functions, everywhere


def show(name, value):
    print(f"{name}: {float(value)!r}")


def main():
    step_loss = sign_loss = F(0)
    gradient_w5 = gradient_b = F(0)
    for s, (x1, x2) in enumerate(CORNERS, start=1):
        for gate, (weight, bias) in GATES.items():
            true = bool(TRUTH[gate](x1, x2))
            z = weight * x1 + weight * x2 + bias
            y = 1 if z >= 0 else 0
            sign = (z > 0) - (z < 0)
            step_error = F((int(true) - y) ** 2, 2)
            sign_error = F(((1 if true else -1) - sign) ** 2, 2)
            step_loss += step_error / len(CORNERS)
            sign_loss += sign_error / len(CORNERS)
            if gate == "or":
                back = ((y - int(true)) + (sign - (1 if true else -1))) * SLOPE / F(len(CORNERS))
                gradient_w5 += back * x1
                gradient_b += back
            show(f"z_{gate}[{s}]", z)
            show(f"y_{gate}[{s}]", y)
            if gate == "or" or s in (1, 4):
                show(f"s_{gate}[{s}]", sign)
            if gate == "or" and s in (2, 3):
                show(f"E_s_or[{s}]", sign_error)
    show("E_step", step_loss)
    show("E_sign", sign_loss)
    show("E_total", step_loss + sign_loss)
    show("dE_total/dw5", gradient_w5)
    show("dE_total/db_or", gradient_b)
    show("w5+", F("0.5") - F("0.5") * gradient_w5)


main()

# Two weights and a bias for each gate.
show("parameters", len(GATES) * (2 + 1))
show("sums.parameters", len(GATES) * (2 + 1))
show("samples", len(CORNERS))
