"""The numbers of the lesson layer-compatibility: 4 x 4 x 1 -> conv 2 x 2 x 2 -> flatten 8 -> dense 3 -> reshape 3 x 1 -> rnn 2 -> dense 1.

Shapes and parameters by closed formulas; the numbers by the scalar tape; mean squared error with target 1, SGD with rate 0.1.
"""

from tape import Num, backward, dense, numbers, show, tanh

P = [[1, 0, 0, 1], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
FALLING = [[0.5, 0.0, -0.5], [0.0, 0.5, 0.0], [-0.5, 0.0, 0.5]]
RISING = [[-0.5, 0.0, 0.5], [0.0, 0.5, 0.0], [0.5, 0.0, -0.5]]
HIDDEN = [[0.4, 0.1, 0.2], [0.2, -0.3, 0.1], [-0.2, 0.5, 0.3], [0.1, 0.2, -0.4], [0.3, 0.1, 0.2], [-0.1, 0.4, 0.1], [0.5, -0.2, 0.3], [0.2, 0.1, -0.1]]
W, R, V = [[0.6, -0.4]], [[0.5, 0.2], [-0.3, 0.4]], [[0.8], [-0.5]]
RATE = 0.1


def main():
    print(f"conv.parameters: {3 * 3 * 1 * 2 + 2}")
    print("flat.parameters: 0")
    print(f"hidden.parameters: {8 * 3 + 3}")
    print("steps.parameters: 0")
    print(f"rnn.parameters: {1 * 2 + 2 * 2 + 2}")
    print(f"answer.parameters: {2 * 1 + 1}")
    print(f"parameters: {20 + 27 + 8 + 3}")
    for axis, size in ((1, 4 - 3 + 1), (2, 4 - 3 + 1), (3, 2)):
        print(f"conv.output[{axis}]: {size}")
    print(f"flat.output[1]: {2 * 2 * 2}")
    print("hidden.output[1]: 3")
    print("steps.output[1]: 3")
    print("steps.output[2]: 1")
    print("rnn.output[1]: 2")
    print("answer.output[1]: 1")
    filters = [numbers(FALLING), numbers(RISING)]
    c = [[[None, None], [None, None]], [[None, None], [None, None]]]
    for r in (0, 1):
        for s in (0, 1):
            for n in (0, 1):
                total = Num(0.0)
                for i in range(3):
                    for j in range(3):
                        total = total + filters[n][i][j] * P[r + i][s + j]
                c[r][s][n] = total
                show(f"c[{r + 1},{s + 1},{n + 1}]", total)
    f = [c[r][s][n] for r in (0, 1) for s in (0, 1) for n in (0, 1)]
    k, w, u, v = numbers(HIDDEN), numbers(W), numbers(R), numbers(V)
    g, _ = dense(f, k)
    h = [Num(0.0), Num(0.0)]
    states = []
    for t in range(3):
        z = [w[0][j] * g[t] + u[0][j] * h[0] + u[1][j] * h[1] for j in (0, 1)]
        h = [tanh(a) for a in z]
        states.append((z, h))
    y, _ = dense(h, v)
    error = (1.0 - y[0]) ** 2
    backward(error)
    for n in range(8):
        show(f"f[{n + 1}]", f[n])
        show(f"dE_total/df[{n + 1}]", f[n].grad)
    for n in range(3):
        show(f"g[{n + 1}]", g[n])
        show(f"s[{n + 1},1]", g[n])
        show(f"dE_total/dg[{n + 1}]", g[n].grad)
        for j in (0, 1):
            show(f"z_t{n + 1}[{j + 1}]", states[n][0][j])
            show(f"h_t{n + 1}[{j + 1}]", states[n][1][j])
            show(f"dE_total/dh_t{n + 1}[{j + 1}]", states[n][1][j].grad)
    show("y", y[0])
    show("E_total", error)
    show("dE_total/dy", y[0].grad)
    show("dE_total/dc[1,1,1]", f[0].grad)
    show("dE_total/dc[2,2,2]", f[7].grad)
    show("dE_total/dk[2,2,1,1]", filters[0][1][1].grad)
    show("k[2,2,1,1]+", filters[0][1][1].value - RATE * filters[0][1][1].grad)
    show("dE_total/dK[1,1]", k[0][0].grad)
    show("dE_total/dV[1]", v[0][0].grad)


if __name__ == "__main__":
    main()
