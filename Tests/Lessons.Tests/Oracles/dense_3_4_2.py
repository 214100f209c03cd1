"""Computes the numbers that docs/examples/dense-3-4-2.yaml expects, without the project's code.

Plain floats, loops written out, gradients derived by hand. Run it with `python3 dense_3_4_2.py`; it prints one
`quantity: number` a line, as the lesson's expectations are written.
"""

from math import exp

X = [[0.5, -0.2, 0.1], [0.3, 0.8, -0.6]]
T = [[0.9, 0.1], [0.2, 0.7]]
W = [[0.1, 0.2, -0.3, 0.4], [-0.5, 0.6, 0.7, -0.8], [0.9, -0.1, 0.2, 0.3]]  # inputs x hidden units
B = [0.1, -0.2, 0.3, 0.05]
V = [[0.3, -0.4], [0.5, 0.6], [-0.7, 0.8], [0.15, 0.25]]  # hidden units x outputs
C = [0.01, -0.02]
RATE = 0.5
SAMPLES, INPUTS, HIDDEN, OUTPUTS = range(2), range(3), range(4), range(2)


def sigmoid(z):
    return 1.0 / (1.0 + exp(-z))


def forward():
    z1 = [[sum(X[s][i] * W[i][j] for i in INPUTS) + B[j] for j in HIDDEN] for s in SAMPLES]
    h = [[sigmoid(z) for z in row] for row in z1]
    z2 = [[sum(h[s][j] * V[j][k] for j in HIDDEN) + C[k] for k in OUTPUTS] for s in SAMPLES]
    o = [[sigmoid(z) for z in row] for row in z2]
    terms = [[0.5 * (T[s][k] - o[s][k]) ** 2 for k in OUTPUTS] for s in SAMPLES]
    total = sum(map(sum, terms)) / len(SAMPLES)
    return z1, h, z2, o, terms, total


def backward(h, o):
    """Derivatives of the total: the mean over the samples puts 1/2 in front of each."""
    do = [[(o[s][k] - T[s][k]) / len(SAMPLES) for k in OUTPUTS] for s in SAMPLES]
    dz2 = [[do[s][k] * o[s][k] * (1.0 - o[s][k]) for k in OUTPUTS] for s in SAMPLES]
    dv = [[sum(h[s][j] * dz2[s][k] for s in SAMPLES) for k in OUTPUTS] for j in HIDDEN]
    dc = [sum(dz2[s][k] for s in SAMPLES) for k in OUTPUTS]
    paths = [[[dz2[s][k] * V[j][k] for k in OUTPUTS] for j in HIDDEN] for s in SAMPLES]
    dh = [[sum(paths[s][j]) for j in HIDDEN] for s in SAMPLES]
    dz1 = [[dh[s][j] * h[s][j] * (1.0 - h[s][j]) for j in HIDDEN] for s in SAMPLES]
    dw = [[sum(X[s][i] * dz1[s][j] for s in SAMPLES) for j in HIDDEN] for i in INPUTS]
    db = [sum(dz1[s][j] for s in SAMPLES) for j in HIDDEN]
    return do, dz2, dv, dc, paths, dh, dz1, dw, db


def show(name, value):
    print(f"{name}: {value:.8f}")


def main():
    z1, h, z2, o, terms, total = forward()
    do, dz2, dv, dc, paths, dh, dz1, dw, db = backward(h, o)
    print("# forward")
    for s in SAMPLES:
        for j in HIDDEN:
            show(f"z1[{s + 1},{j + 1}]", z1[s][j])
    for s in SAMPLES:
        for j in HIDDEN:
            show(f"h{j + 1}[{s + 1}]", h[s][j])
    for s in SAMPLES:
        for k in OUTPUTS:
            show(f"z2[{s + 1},{k + 1}]", z2[s][k])
            show(f"o{k + 1}[{s + 1}]", o[s][k])
    print("# loss")
    for s in SAMPLES:
        for k in OUTPUTS:
            show(f"E_o{k + 1}[{s + 1}]", terms[s][k])
    show("E_total", total)
    print("# backward")
    for s in SAMPLES:
        for k in OUTPUTS:
            show(f"dE_total/do{k + 1}[{s + 1}]", do[s][k])
            show(f"do{k + 1}[{s + 1}]/dz2[{s + 1},{k + 1}]", o[s][k] * (1.0 - o[s][k]))
            show(f"dE_total/dz2[{s + 1},{k + 1}]", dz2[s][k])
    for j in HIDDEN:
        show(f"dE_total/du{j + 1}", dv[j][0])
        show(f"dE_total/dv{j + 1}", dv[j][1])
    for k in OUTPUTS:
        show(f"dE_total/dc{k + 1}", dc[k])
    for s in SAMPLES:
        for k in OUTPUTS:
            show(f"dE_total/dh3[{s + 1}] via z2[{s + 1},{k + 1}]", paths[s][2][k])
        for j in HIDDEN:
            show(f"dE_total/dh{j + 1}[{s + 1}]", dh[s][j])
            show(f"dE_total/dz1[{s + 1},{j + 1}]", dz1[s][j])
    for i in INPUTS:
        for j in HIDDEN:
            show(f"dE_total/dW1[{i + 1},{j + 1}]", dw[i][j])
    for j in HIDDEN:
        show(f"dE_total/db1[{j + 1}]", db[j])
    # Asked for, not stored: along the weights of one unit, and from an input to the loss.
    show("dz2[1,2]/dv3", h[0][2])
    show("do1[2]/dh3[2]", o[1][0] * (1.0 - o[1][0]) * V[2][0])
    show("dE_total/dx2[1]", sum(dz1[0][j] * W[1][j] for j in HIDDEN))
    print("# update and second iteration")
    for i in INPUTS:
        for j in HIDDEN:
            W[i][j] -= RATE * dw[i][j]
    for j in HIDDEN:
        B[j] -= RATE * db[j]
        for k in OUTPUTS:
            V[j][k] -= RATE * dv[j][k]
    for k in OUTPUTS:
        C[k] -= RATE * dc[k]
    show("W1[3,1]+", W[2][0])
    show("b1[4]+", B[3])
    show("u3+", V[2][0])
    show("c2+", C[1])
    z1, h, z2, o, terms, total = forward()
    show("W1[3,1]@2", W[2][0])
    show("z1[2,3]@2", z1[1][2])
    show("h1[2]@2", h[1][0])
    show("o1[1]@2", o[0][0])
    show("o2[2]@2", o[1][1])
    show("E_o1[1]@2", terms[0][0])
    show("E_total@2", total)


if __name__ == "__main__":
    main()
