"""The numbers of the lesson simple-rnn: one recurrent unit over three time steps, forward, back through time, one update.

h_t = tanh(w*x_t + u*h_(t-1)) with h_0 = 0, no bias; E = (target - h_3)^2 / 2; SGD. The derivatives are written out by hand:
dE/dz_t = dE/dh_t * (1 - h_t^2), dE/dh_(t-1) = dE/dz_t * u, and w and u add up the parts of all time steps.
"""

from math import tanh

X = [1.0, 0.0, 0.0]
TARGET = 0.8
RATE = 0.5


def main():
    w, u = 1.0, 0.5
    for iteration in (1, 2):
        at = "" if iteration == 1 else "@2"
        h, z = [0.0], [None]
        for x in X:
            z.append(w * x + u * h[-1])
            h.append(tanh(z[-1]))
        error = 0.5 * (TARGET - h[3]) ** 2
        for t in (1, 2, 3):
            print(f"z_t{t}{at}: {z[t]!r}")
            print(f"h_t{t}{at}: {h[t]!r}")
        print(f"E_total{at}: {error!r}")
        dh = h[3] - TARGET
        dw = du = 0.0
        for t in (3, 2, 1):
            slope = 1.0 - h[t] ** 2
            dz = dh * slope
            print(f"dE_total/dh_t{t}{at}: {dh!r}")
            print(f"dh_t{t}/dz_t{t}{at}: {slope!r}")
            print(f"dE_total/dz_t{t}{at}: {dz!r}")
            print(f"dE_total/du via z_t{t}{at}: {dz * h[t - 1]!r}")
            print(f"dE_total/dw via z_t{t}{at}: {dz * X[t - 1]!r}")
            dw += dz * X[t - 1]
            du += dz * h[t - 1]
            dh = dz * u
        print(f"dE_total/dw{at}: {dw!r}")
        print(f"dE_total/du{at}: {du!r}")
        w -= RATE * dw
        u -= RATE * du
        print(f"w+{at}: {w!r}")
        print(f"u+{at}: {u!r}")


if __name__ == "__main__":
    main()
