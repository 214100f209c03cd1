"""The sentence "very very good" through a table of 4 words, three places in a row, and a sigmoid unit.

z = sum over places t of p_t * a(word t) + q_t * b(word t), y = 1 / (1 + exp(-z)), E = -log y since the target is 1.
Derivatives by hand: dE/dz = y - 1, the gradient at place t is (y - 1) * p_t and (y - 1) * q_t, a row of the table
receives the sum over the places where its word stands. Three steps of gradient descent. No tape, no library.
"""

from math import exp, log

WORDS = [2, 2, 1]
RATE = 0.5
A = [-0.6, 0.5, 0.1, -0.4]  # bad, good, very, not
B = [0.2, 0.1, 0.3, -0.2]
P = [0.3, 0.4, 0.5]
Q = [-0.2, 0.1, 0.2]


def show(name, value):
    print(f"{name}: {value!r}")


a, b, p, q = A, B, P, Q
for iteration in (1, 2, 3):
    at = f"@{iteration}" if iteration > 1 else ""
    z = 0.0
    for t, word in enumerate(WORDS):
        z += p[t] * a[word] + q[t] * b[word]
    y = 1.0 / (1.0 + exp(-z))
    delta = y - 1.0
    da, db = [0.0] * 4, [0.0] * 4
    for t, word in enumerate(WORDS):
        da[word] += delta * p[t]
        db[word] += delta * q[t]
        show(f"h1[{t + 1},1]{at}", a[word])
        show(f"h1[{t + 1},2]{at}", b[word])
        show(f"dE_total/dh1[{t + 1},1]{at}", delta * p[t])
        show(f"dE_total/dh1[{t + 1},2]{at}", delta * q[t])
        show(f"dE_total/dp{t + 1}{at}", delta * a[word])
        show(f"dE_total/dq{t + 1}{at}", delta * b[word])
    show(f"z{at}", z)
    show(f"y{at}", y)
    show(f"E_total{at}", -log(y))
    show(f"dE_total/dy{at}", -1.0 / y)
    show(f"dy/dz{at}", y * (1.0 - y))
    show(f"dE_total/dz{at}", delta)
    for k in range(4):
        show(f"dE_total/da{k}{at}", da[k])
        show(f"dE_total/db{k}{at}", db[k])
    dp = [delta * a[word] for word in WORDS]
    dq = [delta * b[word] for word in WORDS]
    a = [v - RATE * g for v, g in zip(a, da)]
    b = [v - RATE * g for v, g in zip(b, db)]
    p = [v - RATE * g for v, g in zip(p, dp)]
    q = [v - RATE * g for v, g in zip(q, dq)]
    for k in range(4):
        if iteration == 1:
            show(f"a{k}+", a[k])
            show(f"b{k}+", b[k])
