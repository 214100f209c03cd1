"""What dropout expects: 2 inputs, 4 relu units, the mask 1, 0, 0, 1 with rate 0.5 (divided by 1 - rate), one linear output.

Half squared error, gradients by the scalar tape, two updates with the same mask.
"""

from tape import Num, backward, relu, show

X, TARGET, RATE = (1.0, 0.5), 1.0, 0.1
MASK, DROP = (1, 0, 0, 1), 0.5
UNITS = range(4)

a, b = [0.5, 0.2, 0.4, 0.1], [0.3, 0.6, -0.1, 0.4]
v = [0.4, 0.5, 0.7, 0.2]
for n in (1, 2):
    at = "" if n == 1 else f"@{n}"
    na, nb, nv = [[Num(value) for value in row] for row in (a, b, v)]
    h = [relu(na[j] * X[0] + nb[j] * X[1]) for j in UNITS]
    d = [h[j] * MASK[j] / (1 - DROP) for j in UNITS]
    y = nv[0] * d[0] + nv[1] * d[1] + nv[2] * d[2] + nv[3] * d[3]
    total = 0.5 * (TARGET - y) ** 2
    backward(total)
    for j in UNITS:
        show(f"h{j + 1}{at}", h[j])
        show(f"d{j + 1}{at}", d[j])
    show("y" + at, y)
    show("E_total" + at, total)
    show("dE_total/dy" + at, y.grad)
    for j in UNITS:
        show(f"dE_total/dd{j + 1}{at}", d[j].grad)
        show(f"dE_total/dh{j + 1}{at}", h[j].grad)
        show(f"dE_total/dv{j + 1}{at}", nv[j].grad)
        show(f"dE_total/da{j + 1}{at}", na[j].grad)
        show(f"dE_total/db{j + 1}{at}", nb[j].grad)
    for row, nums, name in ((a, na, "a"), (b, nb, "b"), (v, nv, "v")):
        for j in UNITS:
            row[j] -= RATE * nums[j].grad
            show(f"{name}{j + 1}+{at}", row[j])

# Said in the texts: without dropout, and with the opposite mask.
h = [0.65, 0.5, 0.35, 0.3]
w = [0.4, 0.5, 0.7, 0.2]
print("# without dropout:", sum(h[j] * w[j] for j in UNITS), "opposite mask:", 2 * (h[1] * w[1] + h[2] * w[2]))
show("parameters", 2 * 4 + 4)
show("trainable", 2 * 4 + 4)
show("samples", 1)
show("updates", 2)
