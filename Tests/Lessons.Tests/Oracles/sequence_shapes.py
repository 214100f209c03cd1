"""The numbers of the lesson sequence-shapes: (50, 1) -> LSTM(10) -> Dense(10, relu) -> Dense(1, sigmoid).

Shapes and parameters by closed formulas: an LSTM of u units on f features has 4 * (f*u + u*u + u) parameters, a dense layer of u
units on n inputs n*u + u. The numbers by the scalar tape: x_t = t/50, all LSTM kernels 0.5, recurrent kernels 0.02, biases 0 and 1
for the forget gate, dense kernels 0.1 and 0.2; the loss is binary crossentropy with target 1; SGD with rate 0.5.
"""

from tape import Num, backward, dense, log, relu, show, sigmoid, tanh

STEPS, FEATURES, UNITS, HIDDEN, RATE = 50, 1, 10, 10, 0.5


def shapes():
    lstm = 4 * (FEATURES * UNITS + UNITS * UNITS + UNITS)
    hidden = UNITS * HIDDEN + HIDDEN
    output = HIDDEN * 1 + 1
    print(f"lstm.parameters: {lstm}")
    print(f"dense.parameters: {hidden}")
    print(f"output.parameters: {output}")
    print(f"parameters: {lstm + hidden + output}")
    print(f"trainable: {lstm + hidden + output}")
    print("samples: 1")
    print("updates: 1")


def main():
    shapes()
    gates = ("i", "f", "g", "o")
    kernel = {g: [Num(0.5) for _ in range(UNITS)] for g in gates}
    recurrent = {g: [[Num(0.02) for _ in range(UNITS)] for _ in range(UNITS)] for g in gates}
    bias = {g: [Num(1.0 if g == "f" else 0.0) for _ in range(UNITS)] for g in gates}
    v = [[Num(0.1) for _ in range(HIDDEN)] for _ in range(UNITS)]
    v_bias = [Num(0.0) for _ in range(HIDDEN)]
    w = [[Num(0.2)] for _ in range(HIDDEN)]
    w_bias = [Num(0.0)]
    h, c = [Num(0.0)] * UNITS, [Num(0.0)] * UNITS
    sums = {}
    for t in range(1, STEPS + 1):
        x = t / 50
        value, z = {}, {}
        for g in gates:
            z[g] = []
            for j in range(UNITS):
                total = kernel[g][j] * x + bias[g][j]
                for k in range(UNITS):
                    total = total + h[k] * recurrent[g][k][j]
                z[g].append(total)
            value[g] = [tanh(a) if g == "g" else sigmoid(a) for a in z[g]]
        sums[t] = z["i"][0]
        c = [value["f"][j] * c[j] + value["i"][j] * value["g"][j] for j in range(UNITS)]
        h = [value["o"][j] * tanh(c[j]) for j in range(UNITS)]
        if t in (1, 2, 25, 50):
            show(f"zi_t{t}[1]", z["i"][0])
            show(f"zf_t{t}[1]", z["f"][0])
            for g in gates:
                show(f"{g}_t{t}[1]", value[g][0])
            show(f"c_t{t}[1]", c[0])
            show(f"h_t{t}[1]", h[0])
            show(f"h_t{t}[10]", h[9])
    s, d = dense(h, v, v_bias, relu)
    q, p = dense(d, w, w_bias, sigmoid)
    error = -log(p[0])
    backward(error)
    show("s[1]", s[0])
    show("d[1]", d[0])
    show("d[10]", d[9])
    show("q", q[0])
    show("p", p[0])
    show("E_total", error)
    show("dE_total/dq", q[0].grad)
    show("dE_total/dd[1]", d[0].grad)
    show("dE_total/dh_t50[1]", h[0].grad)
    show("dE_total/dWi[1,1]", kernel["i"][0].grad)
    for t in (1, 25, 50):
        show(f"dE_total/dWi[1,1] via zi_t{t}", sums[t].grad * t / 50)
    show("dE_total/dbf[1]", bias["f"][0].grad)
    show("Wi[1,1]+", kernel["i"][0].value - RATE * kernel["i"][0].grad)


if __name__ == "__main__":
    main()
