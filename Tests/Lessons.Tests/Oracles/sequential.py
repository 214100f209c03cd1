"""The numbers of the lesson sequential: Dense(8, relu) on 4 inputs, then Dense(1, sigmoid), by the scalar tape.

Binary crossentropy with target 1, SGD with rate 0.5; parameters by n*u + u.
"""

from tape import Num, backward, dense, log, numbers, relu, show, sigmoid

X = [1.0, 0.5, -1.0, 2.0]
RATE = 0.5


def main():
    print(f"dense.parameters: {4 * 8 + 8}")
    print(f"answer.parameters: {8 * 1 + 1}")
    print(f"parameters: {4 * 8 + 8 + 8 * 1 + 1}")
    print(f"trainable: {4 * 8 + 8 + 8 * 1 + 1}")
    w1 = [
        [0.2, -0.4, 0.5, 0.1, -0.3, 0.6, 0.0, 0.3],
        [0.3, 0.2, -0.6, 0.4, -0.2, 0.1, 0.5, -0.4],
        [-0.1, 0.5, 0.3, -0.5, 0.4, 0.2, -0.3, 0.1],
        [0.4, -0.2, 0.1, 0.2, -0.5, -0.3, 0.6, 0.2],
    ]
    w2 = [[0.4], [0.3], [-0.5], [0.2], [0.6], [-0.1], [-0.3], [0.5]]
    b1, b2 = [0.0] * 8, [0.0]
    for at in ("", "@2"):
        k1, k2, c1, c2 = numbers(w1), numbers(w2), numbers(b1), numbers(b2)
        z1, h1 = dense(X, k1, c1, relu)
        z2, o2 = dense(h1, k2, c2, sigmoid)
        error = -log(o2[0])
        backward(error)
        for j in range(8):
            show(f"z1[{j + 1}]{at}", z1[j])
            show(f"h1[{j + 1}]{at}", h1[j])
            show(f"dh1[{j + 1}]/dz1[{j + 1}]{at}", 1.0 if z1[j].value > 0 else 0.0)
            show(f"dE_total/dh1[{j + 1}]{at}", h1[j].grad)
            show(f"dE_total/dz1[{j + 1}]{at}", z1[j].grad)
            show(f"dE_total/db1[{j + 1}]{at}", c1[j].grad)
            show(f"dE_total/dW2[{j + 1},1]{at}", k2[j][0].grad)
            for i in range(4):
                show(f"dE_total/dW1[{i + 1},{j + 1}]{at}", k1[i][j].grad)
                w1[i][j] -= RATE * k1[i][j].grad
                show(f"W1[{i + 1},{j + 1}]+{at}", w1[i][j])
            w2[j][0] -= RATE * k2[j][0].grad
            show(f"W2[{j + 1},1]+{at}", w2[j][0])
            b1[j] -= RATE * c1[j].grad
        show("z2" + at, z2[0])
        show("o2" + at, o2[0])
        show("E_total" + at, error)
        show("dE_total/dz2" + at, z2[0].grad)
        b2[0] -= RATE * c2[0].grad
        show("b2+" + at, b2[0])


if __name__ == "__main__":
    main()
