"""The numbers of the lesson lstm: one LSTM unit over two time steps, by the scalar tape.

i = sigmoid(wi*x + ri*h + bi), f = sigmoid(wf*x + rf*h + bf), g = tanh(wg*x + rg*h + bg), o = sigmoid(wo*x + ro*h + bo),
c_t = f*c_(t-1) + i*g, h_t = o*tanh(c_t), both states 0 at the start; E = (target - h_2)^2 / 2; SGD over all twelve numbers.
"""

from tape import Num, backward, numbers, show, sigmoid, tanh

X = [1.0, 0.0]
TARGET = 0.6
RATE = 0.5
GATES = ("i", "f", "g", "o")


def main():
    w = {"wi": 1.0, "wf": 0.5, "wg": 1.2, "wo": 0.8, "ri": 0.2, "rf": 0.1, "rg": 0.5, "ro": 0.3, "bi": 0.0, "bf": 1.0, "bg": 0.0, "bo": 0.0}
    for at in ("", "@2"):
        p = {name: Num(value) for name, value in w.items()}
        h, c = [Num(0.0)], [Num(0.0)]
        seen = {}
        for t, x in enumerate(X, start=1):
            gate = {}
            for name in GATES:
                z = p["w" + name] * x + p["r" + name] * h[-1] + p["b" + name]
                gate[name] = tanh(z) if name == "g" else sigmoid(z)
                seen[f"z{name}_t{t}"] = z
                seen[f"{name}_t{t}"] = gate[name]
            c.append(gate["f"] * c[-1] + gate["i"] * gate["g"])
            h.append(gate["o"] * tanh(c[-1]))
            seen[f"c_t{t}"], seen[f"h_t{t}"] = c[-1], h[-1]
        error = 0.5 * (TARGET - h[2]) ** 2
        backward(error)
        for name, number in seen.items():
            show(name + at, number)
        show("E_total" + at, error)
        for name, number in seen.items():
            show(f"dE_total/d{name}{at}", number.grad)
        show(f"dE_total/dc_t1 via c_t2{at}", c[2].grad * seen["f_t2"].value)
        show(f"dE_total/dc_t1 via h_t1{at}", h[1].grad * seen["o_t1"].value * (1.0 - tanh(c[1]).value ** 2))
        show(f"dh_t2/dc_t2{at}", seen["o_t2"].value * (1.0 - tanh(c[2]).value ** 2))
        for name, number in p.items():
            show(f"dE_total/d{name}{at}", number.grad)
            w[name] -= RATE * number.grad
            show(f"{name}+{at}", w[name])


if __name__ == "__main__":
    main()
