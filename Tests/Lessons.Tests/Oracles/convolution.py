"""The numbers of the lesson convolution: a 3 x 3 filter over a 4 x 4 picture, valid: 2 x 2 sums, by plain loops.

y[r][c] = sum over i, j of k[i][j] * p[r + i][c + j] + b (Keras does not turn the filter over); E = sum of (t - y)^2 / 2;
dE/dk[i][j] = sum over r, c of (y - t)[r][c] * p[r + i][c + j]; dE/db = sum of (y - t); SGD with rate 0.1.
"""

P = [[1, 0, 0, 1], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
T = [[1, 0], [0, 1]]
RATE = 0.1
SIZE, FILTER = 4, 3
PLACES = SIZE - FILTER + 1


def main():
    print(f"parameters: {FILTER * FILTER * 1 * 1 + 1}")
    print(f"conv.output[1]: {PLACES}")
    k = [[0.5, 0.0, -0.5], [0.0, 0.5, 0.0], [-0.5, 0.0, 0.5]]
    b = 0.1
    for at in ("", "@2"):
        error = 0.0
        dy = [[0.0] * PLACES for _ in range(PLACES)]
        for r in range(PLACES):
            for c in range(PLACES):
                y = b
                for i in range(FILTER):
                    for j in range(FILTER):
                        y += k[i][j] * P[r + i][c + j]
                dy[r][c] = y - T[r][c]
                error += 0.5 * dy[r][c] ** 2
                print(f"y[{r + 1},{c + 1},1]{at}: {y!r}")
                print(f"E[{r + 1},{c + 1},1]{at}: {0.5 * dy[r][c] ** 2!r}")
                print(f"dE_total/dy[{r + 1},{c + 1},1]{at}: {dy[r][c]!r}")
        print(f"E_total{at}: {error!r}")
        db = sum(map(sum, dy))
        for i in range(FILTER):
            for j in range(FILTER):
                dk = 0.0
                for r in range(PLACES):
                    for c in range(PLACES):
                        dk += dy[r][c] * P[r + i][c + j]
                k[i][j] -= RATE * dk
                print(f"dE_total/dk[{i + 1},{j + 1},1,1]{at}: {dk!r}")
                print(f"k[{i + 1},{j + 1},1,1]+{at}: {k[i][j]!r}")
        b -= RATE * db
        print(f"dE_total/db{at}: {db!r}")
        print(f"b+{at}: {b!r}")


if __name__ == "__main__":
    main()
