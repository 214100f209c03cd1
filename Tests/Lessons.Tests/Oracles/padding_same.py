"""The numbers of the lesson padding-same: a 3 x 3 filter over a 4 x 4 picture with a frame of zeros: 6 x 6 inside, 4 x 4 sums.

y[r][c] = sum over i, j of k[i][j] * f[r + i][c + j] + b, where f is the picture in its frame; E = sum of (t - y)^2 / 2;
dE/dk[i][j] = sum over r, c of (y - t)[r][c] * f[r + i][c + j]; SGD with rate 0.1. Plain loops.
"""

P = [[1, 0, 0, 1], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
T = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
RATE = 0.1
SIZE, FILTER = 4, 3


def main():
    frame = [[0] * (SIZE + 2)] + [[0] + row + [0] for row in P] + [[0] * (SIZE + 2)]
    places = len(frame) - FILTER + 1
    print(f"parameters: {FILTER * FILTER + 1}")
    print(f"conv.output[1]: {places}")
    k = [[0.5, 0.0, -0.5], [0.0, 0.5, 0.0], [-0.5, 0.0, 0.5]]
    b = 0.1
    for at in ("", "@2"):
        error = 0.0
        dy = [[0.0] * places for _ in range(places)]
        for r in range(places):
            for c in range(places):
                y = b
                for i in range(FILTER):
                    for j in range(FILTER):
                        y += k[i][j] * frame[r + i][c + j]
                dy[r][c] = y - T[r][c]
                error += 0.5 * dy[r][c] ** 2
                print(f"y[{r + 1},{c + 1},1]{at}: {y!r}")
                print(f"dE_total/dy[{r + 1},{c + 1},1]{at}: {dy[r][c]!r}")
        print(f"E_total{at}: {error!r}")
        db = sum(map(sum, dy))
        for i in range(FILTER):
            for j in range(FILTER):
                dk = 0.0
                for r in range(places):
                    for c in range(places):
                        dk += dy[r][c] * frame[r + i][c + j]
                k[i][j] -= RATE * dk
                print(f"dE_total/dk[{i + 1},{j + 1},1,1]{at}: {dk!r}")
                print(f"k[{i + 1},{j + 1},1,1]+{at}: {k[i][j]!r}")
        b -= RATE * db
        print(f"dE_total/db{at}: {db!r}")
        print(f"b+{at}: {b!r}")


if __name__ == "__main__":
    main()
