"""The 2-2-2 network of the worked page with two samples in one batch, by the scalar tape: two iterations.

E_total is the sum of all four ½ (target − o)² divided by the two samples. The gradient of each weight is taken a second time as the
mean of the two gradients that each sample has alone (`check` lines, which stop the script if both ways differ).
"""

from tape import Num, backward, show, sigmoid

X = [(0.1, 0.2), (0.4, -0.2)]
T = [(0.4, 0.6), (0.5, 0.8)]
START = {"w1": 0.3, "w2": 0.25, "w3": 0.4, "w4": 0.35, "w5": 0.45, "w6": 0.4, "w7": 0.7, "w8": 0.6}
RATE = 0.5


def sample(p, x, t):
    n = {}
    n["z1"], n["z2"] = p["w1"] * x[0] + p["w2"] * x[1], p["w3"] * x[0] + p["w4"] * x[1]
    n["h1"], n["h2"] = sigmoid(n["z1"]), sigmoid(n["z2"])
    n["z3"], n["z4"] = p["w5"] * n["h1"] + p["w6"] * n["h2"], p["w7"] * n["h1"] + p["w8"] * n["h2"]
    n["o1"], n["o2"] = sigmoid(n["z3"]), sigmoid(n["z4"])
    n["E_o1"], n["E_o2"] = 0.5 * (t[0] - n["o1"]) ** 2, 0.5 * (t[1] - n["o2"]) ** 2
    return n


def alone(values, s):
    p = {name: Num(value) for name, value in values.items()}
    n = sample(p, X[s], T[s])
    backward(n["E_o1"] + n["E_o2"])
    return {name: number.grad for name, number in p.items()}


def main():
    values = dict(START)
    for iteration in (1, 2):
        at = "" if iteration == 1 else f"@{iteration}"
        p = {name: Num(value) for name, value in values.items()}
        samples = [sample(p, X[s], T[s]) for s in (0, 1)]
        total = (samples[0]["E_o1"] + samples[0]["E_o2"] + samples[1]["E_o1"] + samples[1]["E_o2"]) / 2
        backward(total)
        for s, n in enumerate(samples, 1):
            for name, number in n.items():
                show(f"{name}[{s}]{at}", number)
                show(f"dE_total/d{name}[{s}]{at}", number.grad)
            for out, z, k in (("o1", "z3", 0), ("o2", "z4", 1)):
                o = n[out].value
                show(f"dE_{out}[{s}]/d{out}[{s}]{at}", o - T[s - 1][k])
                show(f"d{out}[{s}]/d{z}[{s}]{at}", o * (1 - o))
            show(f"dE_total/dh1[{s}] via z3[{s}]{at}", n["z3"].grad * values["w5"])
            show(f"dE_total/dh1[{s}] via z4[{s}]{at}", n["z4"].grad * values["w7"])
        show(f"E_total{at}", total)
        singles = [alone(values, 0), alone(values, 1)]
        for name, number in p.items():
            show(f"dE_total/d{name}{at}", number.grad)
            assert abs(number.grad - (singles[0][name] + singles[1][name]) / 2) < 1e-15
            if not at:
                print(f"# sample 1 alone {name} {singles[0][name]!r}, sample 2 alone {singles[1][name]!r}")
        values = {name: value - RATE * p[name].grad for name, value in values.items()}
        for name, value in values.items():
            show(f"{name}+{at}", value)


if __name__ == "__main__":
    main()
