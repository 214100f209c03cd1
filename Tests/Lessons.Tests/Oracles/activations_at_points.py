"""Seven activation functions at z = -5, -1, 0 and 2, and their slopes, each by its textbook formula.

sigmoid 1/(1 + e^-z), slope h (1 - h); tanh (e^2z - 1)/(e^2z + 1), slope 1 - h^2; relu and leaky relu (0.1 z below 0), slopes 1 and
0 or 0.1; softplus ln(1 + e^z), whose slope is the sigmoid; step 1 from 0 on, slope 0. Softmax of the three scores z, 0 and -z:
e^s divided by the sum; dp1/ds1 = p1 (1 - p1), dp1/ds2 = -p1 p2. Slopes are checked below by central differences.
Positions are [point].
"""

import math

points = [-5.0, -1.0, 0.0, 2.0]


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


functions = {
    "step": (lambda z: 1.0 if z >= 0 else 0.0, lambda z: 0.0),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "tanh": (lambda z: (math.exp(2 * z) - 1) / (math.exp(2 * z) + 1),
             lambda z: 1 - ((math.exp(2 * z) - 1) / (math.exp(2 * z) + 1)) ** 2),
    "relu": (lambda z: z if z > 0 else 0.0, lambda z: 1.0 if z > 0 else 0.0),
    "leaky": (lambda z: z if z > 0 else 0.1 * z, lambda z: 1.0 if z > 0 else 0.1),
    "softplus": (lambda z: math.log(1 + math.exp(z)), sigmoid),
}
# printed in the lesson's document, or at the kink where a slope is agreed upon and not computed
elsewhere = {"dh_sigmoid[3]/dz[3]", "dh_tanh[3]/dz[3]", "dh_relu[1]/dz[1]", "dh_relu[3]/dz[3]", "dh_leaky[3]/dz[3]"}


def show(quantity, value):
    print(f"{quantity}: {value!r}")


def softmax(scores):
    exps = [math.exp(s) for s in scores]
    return [e / sum(exps) for e in exps]


for name, (value, slope) in functions.items():
    for n, z in enumerate(points, 1):
        show(f"h_{name}[{n}]", value(z))
    for n, z in enumerate(points, 1):
        if f"dh_{name}[{n}]/dz[{n}]" not in elsewhere:
            if z != 0 or name in ("sigmoid", "tanh", "softplus"):
                assert abs((value(z + 1e-5) - value(z - 1e-5)) / 2e-5 - slope(z)) < 1e-8
            show(f"dh_{name}[{n}]/dz[{n}]", slope(z))
for n, z in enumerate(points, 1):
    p = softmax([z, 0.0, -z])
    for k in range(3):
        show(f"p{k + 1}[{n}]", p[k])
p = softmax([2.0, 0.0, -2.0])
show("dp1[4]/ds1[4]", p[0] * (1 - p[0]))
show("dp1[4]/ds2[4]", -p[0] * p[1])

# One weight to z and three to the scores, no biases; four points.
print(f"parameters: {1 + 3}")
print(f"samples: {4}")
