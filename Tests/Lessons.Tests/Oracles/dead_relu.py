"""One neuron with relu and its twin with leaky relu (0.1 below 0), from the same weights, 20 steps of gradient descent.

o = f(w x + b) for x = 1 and 2 with targets 1 and 2; E = mean over both samples of (t - o)^2 / 2; by hand
dE/do = (o - t) / 2, dE/dz = dE/do * f'(z), dE/dw = sum dE/dz * x, dE/db = sum dE/dz. A relu has slope 0 below 0, so that once
both sums are negative nothing changes any more. The relu's names end in 1, the leaky one's in 2; positions are [sample].
"""

xs, ts = [1.0, 2.0], [1.0, 2.0]
alpha, iterations = 0.5, 20
below = {1: 0.0, 2: 0.1}  # the slope below 0
state = {1: (3.0, 1.0), 2: (3.0, 1.0)}
wanted = {
    1: ["z1[1]", "z1[2]", "z2[1]", "o1[1]", "o1[2]", "o2[2]", "E_plain", "E_leaky", "E_total", "dE_total/do1[1]", "dE_total/do1[2]",
        "do1[1]/dz1[1]", "dE_total/dw1", "dE_total/db1", "dE_total/dw2", "w1+", "b1+", "w2+"],
    2: ["z1[1]", "z1[2]", "z2[1]", "z2[2]", "o1[1]", "o1[2]", "o2[1]", "o2[2]", "E_plain", "E_leaky", "dE_total/do1[1]", "do1[1]/dz1[1]",
        "dE_total/dz1[1]", "dE_total/dz1[2]", "dE_total/dw1", "dE_total/db1", "dE_total/do2[1]", "do2[1]/dz2[1]", "dE_total/dz2[1]",
        "dE_total/dz2[2]", "dE_total/dw2", "dE_total/db2", "w1+", "w2+", "b2+"],
    6: ["z2[2]"],
    7: ["z2[1]", "z2[2]", "dE_total/dw2"],
    20: ["w1", "b1", "o1[1]", "o1[2]", "E_plain", "w2", "b2", "o2[1]", "o2[2]", "E_leaky"],
}


def show(quantity, value):
    print(f"{quantity}: {value!r}")


for iteration in range(1, iterations + 1):
    seen = {}
    losses = 0.0
    for k, name in ((1, "E_plain"), (2, "E_leaky")):
        w, b = state[k]
        by_w = by_b = loss = 0.0
        for n, (x, t) in enumerate(zip(xs, ts), 1):
            z = w * x + b
            slope = 1.0 if z > 0 else below[k]
            o = z if z > 0 else below[k] * z + 0.0
            loss += (t - o) ** 2 / 2 / 2
            by_o = (o - t) / 2
            by_z = by_o * slope
            by_w += by_z * x
            by_b += by_z
            seen.update({f"z{k}[{n}]": z, f"o{k}[{n}]": o, f"dE_total/do{k}[{n}]": by_o, f"do{k}[{n}]/dz{k}[{n}]": slope,
                         f"dE_total/dz{k}[{n}]": by_z + 0.0})
        losses += loss
        state[k] = (w - alpha * by_w, b - alpha * by_b)
        seen.update({name: loss, f"w{k}": w, f"b{k}": b, f"dE_total/dw{k}": by_w + 0.0, f"dE_total/db{k}": by_b + 0.0,
                     f"w{k}+": state[k][0], f"b{k}+": state[k][1]})
    seen["E_total"] = losses
    for quantity in wanted.get(iteration, []):
        show(quantity if iteration == 1 else f"{quantity}@{iteration}", seen[quantity])

# Two units, each a weight and a bias; both samples in each of 20 updates.
print(f"parameters: {2 * (1 + 1)}")
print(f"trainable: {2 * (1 + 1)}")
print(f"samples: {2}")
print(f"updates-per-epoch: {2 // 2}")
print(f"updates: {20}")
