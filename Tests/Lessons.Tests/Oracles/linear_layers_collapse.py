"""Two layers without activation against the one layer they collapse to, and against the same two layers with a relu between.

By hand, with whole numbers: o1 = W2 (W1 x + b1) + b2, o2 = U x + c with U = W1 W2 and c = b1 W2 + b2 (multiplied out below),
o3 = V2 relu(V1 x + a) + a3. The loss is the sum of three mean squared errors over the four rows of XOR. The kernel that two
linear layers collapse to is do1/dx: w1*w5 + w3*w6 for x1, w2*w5 + w4*w6 for x2. Two iterations of gradient descent,
derivatives by hand; only rows with an error contribute. Positions are [sample].
"""

samples = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
targets = [0.0, 1.0, 1.0, 0.0]
alpha = 0.1
# w1, w2 lead to h1 and w3, w4 to h2; v in the same way to s1 and s2
p = dict(w1=1.0, w2=1.0, w3=1.0, w4=1.0, b1=0.0, b2=-1.0, w5=1.0, w6=-2.0, b3=0.0)
q = dict(w1=1.0, w2=1.0, w3=1.0, w4=1.0, b1=0.0, b2=-1.0, w5=1.0, w6=-2.0, b3=0.0)  # with a relu: v1 ... v6, a1 ... a3
# the collapsed layer, from the product of the two kernels
u1 = p["w1"] * p["w5"] + p["w3"] * p["w6"]
u2 = p["w2"] * p["w5"] + p["w4"] * p["w6"]
c1 = p["b1"] * p["w5"] + p["b2"] * p["w6"] + p["b3"]


def show(quantity, value):
    print(f"{quantity}: {value + 0.0!r}")


def two_layers(w, x1, x2, bent):
    s1 = w["w1"] * x1 + w["w2"] * x2 + w["b1"]
    s2 = w["w3"] * x1 + w["w4"] * x2 + w["b2"]
    slope1, slope2 = (float(s1 > 0), float(s2 > 0)) if bent else (1.0, 1.0)
    h1, h2 = s1 * slope1, s2 * slope2
    return s1, s2, h1, h2, w["w5"] * h1 + w["w6"] * h2 + w["b3"], slope1, slope2


def learn(w, bent):
    """The weights after one step on the mean squared error, and the gradient."""
    g = dict.fromkeys(w, 0.0)
    for (x1, x2), t in zip(samples, targets):
        _, _, h1, h2, o, slope1, slope2 = two_layers(w, x1, x2, bent)
        e = 2 * (o - t) / 4
        d1, d2 = e * w["w5"] * slope1, e * w["w6"] * slope2
        for name, part in zip(("w5", "w6", "b3", "w1", "w2", "b1", "w3", "w4", "b2"),
                              (e * h1, e * h2, e, d1 * x1, d1 * x2, d1, d2 * x1, d2 * x2, d2)):
            g[name] += part
    return {name: w[name] - alpha * g[name] for name in w}, g


def mean_square(outputs):
    return sum((t - o) ** 2 for o, t in zip(outputs, targets)) / 4


show("u1", u1)
show("u2", u2)
show("c1", c1)
for at in ("", "@2"):
    first = [two_layers(p, x1, x2, False) for x1, x2 in samples]
    third = [two_layers(q, x1, x2, True) for x1, x2 in samples]
    second = [u1 * x1 + u2 * x2 + c1 for x1, x2 in samples]
    for n in range(4):
        if not at:
            show(f"h1[{n + 1}]", first[n][2])
            show(f"h2[{n + 1}]", first[n][3])
            show(f"s2[{n + 1}]", third[n][1])
            show(f"r2[{n + 1}]", third[n][3])
        show(f"o1[{n + 1}]{at}", first[n][4])
        show(f"o2[{n + 1}]{at}", second[n])
        show(f"o3[{n + 1}]{at}", third[n][4])
    losses = [mean_square([f[4] for f in first]), mean_square(second), mean_square([f[4] for f in third])]
    for name, loss in zip(("E_two", "E_one", "E_three"), losses):
        show(name + at, loss)
    show("E_total" + at, sum(losses))
    for n in (1, 4):
        show(f"do1[{n}]/dx1[{n}]{at}", p["w1"] * p["w5"] + p["w3"] * p["w6"])
    if not at:
        show("do1[3]/dx1[3]", p["w1"] * p["w5"] + p["w3"] * p["w6"])
        show("do1[3]/dx2[3]", p["w2"] * p["w5"] + p["w4"] * p["w6"])
        show("do2[3]/dx1[3]", u1)
        for n, (x1, x2) in ((3, samples[2]), (4, samples[3])):
            _, _, _, _, _, slope1, slope2 = two_layers(q, x1, x2, True)
            show(f"do3[{n}]/dx1[{n}]", q["w1"] * slope1 * q["w5"] + q["w3"] * slope2 * q["w6"])
        new_p, g = learn(p, False)
        new_q, gq = learn(q, True)
        show("dE_total/dw6", g["w6"])
        show("dE_total/dv6", gq["w6"])
        gu1 = sum(2 * (o - t) / 4 * x[0] for o, t, x in zip(second, targets, samples))
        gu2 = sum(2 * (o - t) / 4 * x[1] for o, t, x in zip(second, targets, samples))
        gc1 = sum(2 * (o - t) / 4 for o, t in zip(second, targets))
        show("dE_total/dc1", gc1)
        show("w6+", new_p["w6"])
        p, q = new_p, new_q
        u1, u2, c1 = u1 - alpha * gu1, u2 - alpha * gu2, c1 - alpha * gc1

# Two inputs to two units to one, twice (with and without relu), and two inputs to one, each with biases.
print(f"parameters: {2 * ((2 + 1) * 2 + (2 + 1)) + (2 + 1)}")
print(f"trainable: {2 * ((2 + 1) * 2 + (2 + 1)) + (2 + 1)}")
print(f"samples: {4}")
print(f"updates: {2}")
