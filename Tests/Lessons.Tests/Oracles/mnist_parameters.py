"""The numbers of the lesson mnist-parameters that do not depend on how random weights are drawn.

Parameters by n*u + u; the bound of Glorot's uniform draw, sqrt(6/(n + u)), and its standard deviation, sqrt(2/(n + u)); the first
picture, a digit 0 of 8 x 8 with greys 0 to 16, enlarged three times by nearest neighbour into the middle of 28 x 28 with greys
0 to 255 (rounded half up), divided by 255 as the lesson does. A weight of a black pixel has the gradient 0.
"""

from math import sqrt

ZERO = [
    [0, 0, 5, 13, 9, 1, 0, 0],
    [0, 0, 13, 15, 10, 15, 5, 0],
    [0, 3, 15, 2, 0, 11, 8, 0],
    [0, 4, 12, 0, 0, 8, 8, 0],
    [0, 5, 8, 0, 0, 9, 8, 0],
    [0, 4, 11, 0, 1, 12, 7, 0],
    [0, 2, 14, 5, 10, 12, 0, 0],
    [0, 0, 6, 13, 10, 0, 0, 0],
]
SIZES = {"dense_layer": (784, 128), "dense_layer_2": (128, 128), "dense_layer_3": (128, 10)}


def show(name, value):
    print(f"{name}: {value!r}")


def main():
    for name, (n, u) in SIZES.items():
        show(name + ".parameters", n * u + u)
    show("parameters", sum(n * u + u for n, u in SIZES.values()))
    show("samples", 4)
    show("batch-size", 1)
    show("updates-per-epoch", 4 // 1)
    for layer, (n, u) in enumerate(SIZES.values(), start=1):
        show(f"W{layer}.limit", sqrt(6 / (n + u)))
        show(f"W{layer}.deviation", sqrt(2 / (n + u)))
    pixels = [0.0] * 784
    for row in range(24):
        for column in range(24):
            grey = (ZERO[row // 3][column // 3] * 255 + 8) // 16
            pixels[(row + 2) * 28 + column + 2] = grey / 255
    for n in (1, 66, 68, 69, 152, 154, 155, 406, 784):
        show(f"x[{n}]", pixels[n - 1])
    for target in range(10):
        show(f"t[{target + 1}]", 1.0 if target == 0 else 0.0)
    for n in (1, 57, 784):
        assert pixels[n - 1] == 0.0
        show(f"dE_total/dW1[{n},1]", 0.0)
    for n in (1, 128):
        show(f"b1[{n}]", 0.0)


if __name__ == "__main__":
    main()
