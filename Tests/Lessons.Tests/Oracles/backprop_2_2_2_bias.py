"""The 2-2-2 network of the worked page with four biases, by the scalar tape: two iterations of gradient descent.

z1 = w1 x1 + w2 x2 + b1 and so on, h and o by the sigmoid, E = the sum of ½ (target − o)² over both outputs, w⁺ = w − 0.5 ∂E/∂w.
Derivatives of one number with respect to another that the loss does not end in are worked out by hand (dz/db = 1, dh/dz = h (1 − h)).
"""

from tape import Num, backward, show, sigmoid

X = {"x1": 0.1, "x2": 0.2}
T = {"o1": 0.4, "o2": 0.6}
START = {
    "w1": 0.3, "w2": 0.25, "w3": 0.4, "w4": 0.35, "w5": 0.45, "w6": 0.4, "w7": 0.7, "w8": 0.6,
    "b1": 0.2, "b2": -0.1, "b3": 0.1, "b4": -0.5,
}
RATE = 0.5


def forward(p):
    n = dict(p)
    n["z1"] = p["w1"] * X["x1"] + p["w2"] * X["x2"] + p["b1"]
    n["z2"] = p["w3"] * X["x1"] + p["w4"] * X["x2"] + p["b2"]
    n["h1"], n["h2"] = sigmoid(n["z1"]), sigmoid(n["z2"])
    n["z3"] = p["w5"] * n["h1"] + p["w6"] * n["h2"] + p["b3"]
    n["z4"] = p["w7"] * n["h1"] + p["w8"] * n["h2"] + p["b4"]
    n["o1"], n["o2"] = sigmoid(n["z3"]), sigmoid(n["z4"])
    n["E_o1"], n["E_o2"] = 0.5 * (T["o1"] - n["o1"]) ** 2, 0.5 * (T["o2"] - n["o2"]) ** 2
    n["E_total"] = n["E_o1"] + n["E_o2"]
    return n


def main():
    values = dict(START)
    for iteration in (1, 2):
        at = "" if iteration == 1 else f"@{iteration}"
        n = forward({name: Num(value) for name, value in values.items()})
        backward(n["E_total"])
        for name, number in n.items():
            show(f"{name}{at}", number)
            if name != "E_total":
                show(f"dE_total/d{name}{at}", number.grad)
        for outer, inner in (("h1", "z1"), ("h2", "z2"), ("o1", "z3"), ("o2", "z4")):
            show(f"d{outer}/d{inner}{at}", n[outer].value * (1 - n[outer].value))
        for z, b in (("z1", "b1"), ("z2", "b2"), ("z3", "b3"), ("z4", "b4")):
            show(f"d{z}/d{b}{at}", 1.0)
        show(f"dE_o1/dh1{at}", n["z3"].grad * n["w5"].value)
        show(f"dE_o2/dh1{at}", n["z4"].grad * n["w7"].value)
        values = {name: value - RATE * n[name].grad for name, value in values.items()}
        for name, value in values.items():
            show(f"{name}+{at}", value)


if __name__ == "__main__":
    main()
