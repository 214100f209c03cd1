"""The numbers of the lesson multi-output-regression: four pixels, two relu units, two linear outputs, 50 updates.

On the scalar tape: h = relu(x W), (cx, cy) = h V, MSE = ((tx - cx)**2 + (ty - cy)**2)/2; every weight takes
w - 0.2 * dMSE/dw. The parts of dMSE/dh1 by path are dMSE/dcx * u1 and dMSE/dcy * v1.
"""

from tape import backward, dense, numbers, relu, show

X = [0.0, 0.6, 0.1, 0.3]
T = [0.9, 0.4]
RATE = 0.2
W = [[0.1, 0.2], [0.5, 0.1], [0.2, 0.4], [0.6, 0.5]]
V = [[0.9, 0.6], [0.4, 0.8]]
W_NAMES = [["w1", "w2"], ["w3", "w4"], ["w5", "w6"], ["w7", "w8"]]
V_NAMES = [["u1", "v1"], ["u2", "v2"]]


def main():
    w, v = W, V
    for iteration in range(1, 51):
        at = "" if iteration == 1 else f"@{iteration}"
        kernel, out = numbers(w), numbers(v)
        z, h = dense(X, kernel, activation=relu)
        _, c = dense(h, out)
        terms = [(t - o) ** 2 for t, o in zip(T, c)]
        mse = (terms[0] + terms[1]) / 2
        backward(mse)
        w = [[a.value - RATE * a.grad for a in row] for row in kernel]
        v = [[a.value - RATE * a.grad for a in row] for row in out]
        if iteration not in (1, 2, 50):
            continue
        for j in range(2):
            show(f"z{j + 1}{at}", z[j])
            show(f"h{j + 1}{at}", h[j])
            show(f"dMSE/dh{j + 1} via cx{at}", c[0].grad * out[j][0].value)
            show(f"dMSE/dh{j + 1} via cy{at}", c[1].grad * out[j][1].value)
            show(f"dMSE/dh{j + 1}{at}", h[j].grad)
        for name, o, term in zip(("cx", "cy"), c, terms):
            show(f"{name}{at}", o)
            show(f"E_{name}{at}", term)
            show(f"dMSE/d{name}{at}", o.grad)
        show(f"MSE{at}", mse)
        for names, row, new in zip(W_NAMES + V_NAMES, kernel + out, w + v):
            for name, a, b in zip(names, row, new):
                show(f"dMSE/d{name}{at}", a.grad)
                show(f"{name}+{at}", b)
    show("parameters", 4 * 2 + 2 * 2)
    show("layer1.parameters", 4 * 2)
    show("layer2.parameters", 2 * 2)
    show("layer2.output[1]", 2)
    show("updates", 50)


if __name__ == "__main__":
    main()
