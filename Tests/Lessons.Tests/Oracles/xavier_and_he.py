"""Bounds and deviations of drawn weights by their closed formulas, and the counts of parameters, from the shapes of five layers.

Xavier (Glorot): deviation sqrt(2 / (inputs + units)), limit of an even draw sqrt(6 / (inputs + units)).
He: deviation sqrt(2 / inputs), limit sqrt(6 / inputs). A dense layer has inputs * units weights and a bias for each unit.
"""

from math import sqrt

LAYERS = [(4, 4, "xavier", "bell"), (4, 2, "xavier", "even"), (2, 6, "he", "even"), (6, 3, "he", "bell"), (3, 1, "xavier", "even")]
NAMES = ["layer1", "layer2", "layer3", "layer4", "layer5"]


def main():
    total = 0
    for n, (inputs, units, rule, draw) in enumerate(LAYERS, 1):
        fan = inputs + units if rule == "xavier" else inputs
        if draw == "even":
            print(f"W{n}.limit: {sqrt(6.0 / fan)!r}")
        print(f"W{n}.deviation: {sqrt(2.0 / fan)!r}")
        parameters = inputs * units + units
        total += parameters
        print(f"{NAMES[n - 1]}.parameters: {parameters}")
    print(f"parameters: {total}")


if __name__ == "__main__":
    main()
