"""XOR 2-2-1 with scalar reverse-mode differentiation, the algorithm of micrograd written anew: nanoseconds an update."""
import math
import random
import time


class Value:
    """A number that remembers how it was made, so that gradients find their way back."""

    __slots__ = ("data", "grad", "parents", "slopes")

    def __init__(self, data, parents=(), slopes=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.slopes = slopes

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __sub__(self, other):
        return Value(self.data - other.data, (self, other), (1.0, -1.0))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def sigmoid(self):
        h = 1.0 / (1.0 + math.exp(-self.data))
        return Value(h, (self,), (h * (1.0 - h),))

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if id(value) not in seen:
                seen.add(id(value))
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in zip(value.parents, value.slopes):
                parent.grad += slope * value.grad


def main():
    rng = random.Random(1)
    hidden = [[Value(rng.uniform(-1, 1)) for _ in range(3)] for _ in range(2)]
    output = [Value(rng.uniform(-1, 1)) for _ in range(3)]
    parameters = [p for unit in hidden for p in unit] + output
    half = Value(0.5)
    rows = [((0.0, 0.0), 0.0), ((0.0, 1.0), 1.0), ((1.0, 0.0), 1.0), ((1.0, 1.0), 0.0)]
    updates, best = 20000, math.inf
    for _ in range(3):
        start = time.perf_counter()
        for update in range(updates):
            row, target = rows[update % 4]
            x = [Value(v) for v in row]
            h = [(unit[0] * x[0] + unit[1] * x[1] + unit[2]).sigmoid() for unit in hidden]
            o = (output[0] * h[0] + output[1] * h[1] + output[2]).sigmoid()
            error = Value(target) - o
            loss = half * (error * error)
            for p in parameters:
                p.grad = 0.0
            loss.backward()
            for p in parameters:
                p.data -= 0.5 * p.grad
        best = min(best, time.perf_counter() - start)
    print(f"xor update, micrograd's algorithm in Python\t{best / updates * 1e9:.0f}\tns")


if __name__ == "__main__":
    main()
