"""One weight and three learning rates, by plain loops: y = 2 w, E = (6 - y)^2 / 2, dE/dw = 2 (y - 6), w+ = w - alpha dE/dw.

Three updates each with alpha 0.05, 0.6 and 0.2. By algebra the distance from the best w, 3, is multiplied by 1 - 4 alpha each time; the
last line of the script checks that.
"""

RATES = [0.05] * 3 + [0.6] * 3 + [0.2] * 3


def main():
    w = 5.0
    distance = w - 3.0
    for k, alpha in enumerate(RATES, 1):
        y = 2.0 * w
        dy = y - 6.0
        dw = 2.0 * dy
        print(f"y@{k}: {y!r}")
        print(f"E_total@{k}: {0.5 * (6.0 - y) ** 2!r}")
        print(f"dE_total/dy@{k}: {dy!r}")
        print(f"dE_total/dw@{k}: {dw!r}")
        print(f"alpha@{k}: {alpha!r}")
        w = w - alpha * dw
        print(f"w+@{k}: {w!r}")
        distance *= 1.0 - 4.0 * alpha
        assert abs(w - 3.0 - distance) < 1e-12


if __name__ == "__main__":
    main()
