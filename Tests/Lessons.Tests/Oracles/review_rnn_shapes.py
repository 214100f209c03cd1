"""The numbers of the lesson review-rnn-shapes: Embedding(10000, 32) -> SimpleRNN(32) -> Dense(1, sigmoid).

Shapes and parameters by closed formulas: a table of V words has V*d parameters, a recurrent layer f*u + u*u + u, a dense layer
n*u + u. The numbers by plain floats: all units of a layer are alike (table 0.05, W 0.1, R 0.02, dense kernel 0.1, biases 0), so
sums over 32 equal numbers are written as 32 times one. Binary crossentropy with target 1, RMSprop with rate 0.001, rho 0.9 and
epsilon 1e-7 inside the root.
"""

from math import exp, log, sqrt, tanh

WORDS = [0, 0, 14, 22, 16, 43]
VOCABULARY, SIZE, UNITS = 10000, 32, 32
TABLE, W, R, V = 0.05, 0.1, 0.02, 0.1
RATE, RHO, EPSILON = 0.001, 0.9, 1e-7


def show(name, value):
    print(f"{name}: {value!r}")


def main():
    show("embedding.parameters", VOCABULARY * SIZE)
    show("rnn.parameters", SIZE * UNITS + UNITS * UNITS + UNITS)
    show("output.parameters", UNITS + 1)
    show("parameters", VOCABULARY * SIZE + SIZE * UNITS + UNITS * UNITS + UNITS + UNITS + 1)
    show("trainable", VOCABULARY * SIZE + SIZE * UNITS + UNITS * UNITS + UNITS + UNITS + 1)
    show("embedding.output[1]", len(WORDS))
    z, h = [0.0], [0.0]
    for _ in WORDS:
        z.append(SIZE * TABLE * W + UNITS * R * h[-1])
        h.append(tanh(z[-1]))
    for t in range(1, len(WORDS) + 1):
        show(f"e[{t},1]", TABLE)
        show(f"z_t{t}[1]", z[t])
        show(f"h_t{t}[1]", h[t])
    q = UNITS * V * h[-1]
    p = 1.0 / (1.0 + exp(-q))
    show("q", q)
    show("p", p)
    show("E_total", -log(p))
    dq = p - 1.0
    show("dE_total/dq", dq)
    dh = dq * V
    rows = dict.fromkeys(WORDS, 0.0)
    for t in range(len(WORDS), 0, -1):
        show(f"dE_total/dh_t{t}[1]", dh)
        dz = dh * (1.0 - h[t] ** 2)
        show(f"dE_total/dz_t{t}[1]", dz)
        de = UNITS * dz * W
        show(f"dE_total/de[{t},1]", de)
        rows[WORDS[t - 1]] += de
        dh = UNITS * dz * R
    rows[15] = 0.0  # a word that is not in the review
    for word, gradient in rows.items():
        show(f"dE_total/dtable[{word + 1},1]", gradient)
        average = (1.0 - RHO) * gradient**2
        show(f"table[{word + 1},1]+", TABLE - RATE * gradient / sqrt(average + EPSILON))


if __name__ == "__main__":
    main()
