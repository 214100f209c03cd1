"""The numbers of the lesson functional-small: two inputs, a branch of dense layers for each, concatenated, by the scalar tape.

Branch a: 2 -> 2 -> 1, branch b: 3 -> 2 -> 2 -> 1, all relu; side by side 2 numbers -> Dense(2, relu) -> Dense(1, linear).
Mean squared error with target 1; SGD with rate 0.1; all biases begin with 0.
"""

from tape import backward, dense, numbers, relu, show

A, B = [1.0, 2.0], [1.0, 0.5, -1.0]
RATE = 0.1
KERNELS = {
    "A1": [[0.5, -0.2], [0.1, 0.4]],
    "A2": [[0.6], [0.5]],
    "B1": [[0.4, 0.3], [0.2, -0.4], [-0.5, -0.1]],
    "B2": [[0.5, 0.2], [0.3, -0.6]],
    "B3": [[0.8], [0.4]],
    "J": [[0.7, 0.2], [-0.5, 0.6]],
    "O": [[0.9], [0.5]],
}


def main():
    sizes = {"left1": (2, 2), "left2": (2, 1), "right1": (3, 2), "right2": (2, 2), "right3": (2, 1), "joined": (2, 2), "answer": (2, 1)}
    for name, (n, u) in sizes.items():
        print(f"{name}.parameters: {n * u + u}")
    print(f"parameters: {sum(n * u + u for n, u in sizes.values())}")
    print("both.output[1]: 2")
    print("both.parameters: 0")
    weights = KERNELS
    biases = {name: [0.0] * len(kernel[0]) for name, kernel in KERNELS.items()}
    for at in ("", "@2"):
        k = {name: numbers(kernel) for name, kernel in weights.items()}
        c = {name: numbers(bias) for name, bias in biases.items()}
        za1, a1 = dense(A, k["A1"], c["A1"], relu)
        za2, a2 = dense(a1, k["A2"], c["A2"], relu)
        zb1, b1 = dense(B, k["B1"], c["B1"], relu)
        zb2, b2 = dense(b1, k["B2"], c["B2"], relu)
        zb3, b3 = dense(b2, k["B3"], c["B3"], relu)
        both = [a2[0] * 1.0, b3[0] * 1.0]
        zj, j = dense(both, k["J"], c["J"], relu)
        y, _ = dense(j, k["O"], c["O"])
        error = (1.0 - y[0]) ** 2
        backward(error)
        named = {"zp": za1, "p": a1, "zq": [za2[0]], "q": [a2[0]], "zr": zb1, "r": b1, "zs": zb2, "s": b2, "zt": [zb3[0]], "t": [b3[0]], "both": both, "zj": zj, "j": j, "y": [y[0]]}
        for name, row in named.items():
            for n, number in enumerate(row, start=1):
                label = name if len(row) == 1 else f"{name}{n}" if name != "both" else f"both{n}"
                show(label + at, number)
                show(f"dE_total/d{label}{at}", number.grad)
        show("E_total" + at, error)
        for name, kernel in k.items():
            for row in range(len(kernel)):
                for column in range(len(kernel[0])):
                    gradient = kernel[row][column].grad
                    show(f"dE_total/d{name}[{row + 1},{column + 1}]{at}", gradient)
                    show(f"{name}[{row + 1},{column + 1}]+{at}", kernel[row][column].value - RATE * gradient)
        weights = {name: [[w.value - RATE * w.grad for w in row] for row in kernel] for name, kernel in k.items()}
        biases = {name: [w.value - RATE * w.grad for w in bias] for name, bias in c.items()}


if __name__ == "__main__":
    main()
