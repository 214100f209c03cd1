"""The 2-2-2 network with softmax at the output and categorical crossentropy, by the scalar tape: two iterations.

p_k = exp(z_k) / (exp(z3) + exp(z4)), E = −(t1 log p1 + t2 log p2). The derivatives at z3 and z4 are held against the closed form p − t.
"""

from tape import Num, backward, log, show, sigmoid, softmax

X = (0.1, 0.2)
T = (1.0, 0.0)
START = {"w1": 0.3, "w2": 0.25, "w3": 0.4, "w4": 0.35, "w5": 0.45, "w6": 0.4, "w7": 0.7, "w8": 0.6}
RATE = 0.5


def main():
    values = dict(START)
    for iteration in (1, 2):
        at = "" if iteration == 1 else f"@{iteration}"
        p = {name: Num(value) for name, value in values.items()}
        n = dict(p)
        n["z1"], n["z2"] = p["w1"] * X[0] + p["w2"] * X[1], p["w3"] * X[0] + p["w4"] * X[1]
        n["h1"], n["h2"] = sigmoid(n["z1"]), sigmoid(n["z2"])
        n["z3"], n["z4"] = p["w5"] * n["h1"] + p["w6"] * n["h2"], p["w7"] * n["h1"] + p["w8"] * n["h2"]
        n["p1"], n["p2"] = softmax([n["z3"], n["z4"]])
        n["E_c1"], n["E_c2"] = -(T[0] * log(n["p1"])), -(T[1] * log(n["p2"]))
        n["E_total"] = n["E_c1"] + n["E_c2"]
        backward(n["E_total"])
        assert abs(n["z3"].grad - (n["p1"].value - T[0])) < 1e-15
        assert abs(n["z4"].grad - (n["p2"].value - T[1])) < 1e-15
        for name, number in n.items():
            show(f"{name}{at}", number.value + 0.0)
            show(f"dE_total/d{name}{at}", number.grad)
        show(f"dE_total/dh1 via z3{at}", n["z3"].grad * values["w5"])
        show(f"dE_total/dh1 via z4{at}", n["z4"].grad * values["w7"])
        show(f"dp1/dz3{at}", n["p1"].value * (1 - n["p1"].value))
        show(f"dp1/dz4{at}", -n["p1"].value * n["p2"].value)
        show(f"dh1/dz1{at}", n["h1"].value * (1 - n["h1"].value))
        values = {name: value - RATE * p[name].grad for name, value in values.items()}
        for name, value in values.items():
            show(f"{name}+{at}", value)


if __name__ == "__main__":
    main()
