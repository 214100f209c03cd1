"""A scalar tape: reverse-mode differentiation of plain floats, for the scripts beside it.

It shares no code and no idea of layers with the project: a number is a float with the numbers it was made from and the
derivative with respect to each. `backward(loss)` leaves `.grad` on every number that the loss was made from. Scripts print
`quantity: number`, one a line, with `show`; run one with `python3 NAME.py`. Only the standard library is needed.
"""

import math


class Num:
    """A float that remembers how it was made."""

    def __init__(self, value, parents=()):
        self.value = float(value)
        self.parents = parents  # pairs of a number and the derivative with respect to it
        self.grad = 0.0

    def __add__(self, other):
        other = num(other)
        return Num(self.value + other.value, ((self, 1.0), (other, 1.0)))

    __radd__ = __add__

    def __mul__(self, other):
        other = num(other)
        return Num(self.value * other.value, ((self, other.value), (other, self.value)))

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + (-num(other))

    def __rsub__(self, other):
        return num(other) + (-self)

    def __truediv__(self, other):
        other = num(other)
        return Num(self.value / other.value, ((self, 1.0 / other.value), (other, -self.value / other.value**2)))

    def __rtruediv__(self, other):
        return num(other) / self

    def __pow__(self, power):
        return Num(self.value**power, ((self, power * self.value ** (power - 1)),))


def num(value):
    return value if isinstance(value, Num) else Num(value)


def exp(a):
    value = math.exp(a.value)
    return Num(value, ((a, value),))


def log(a):
    return Num(math.log(a.value), ((a, 1.0 / a.value),))


def sqrt(a):
    value = math.sqrt(a.value)
    return Num(value, ((a, 0.5 / value),))


def sigmoid(a):
    value = 1.0 / (1.0 + math.exp(-a.value))
    return Num(value, ((a, value * (1.0 - value)),))


def tanh(a):
    value = math.tanh(a.value)
    return Num(value, ((a, 1.0 - value * value),))


def relu(a):
    return Num(max(a.value, 0.0), ((a, 1.0 if a.value > 0 else 0.0),))


def leaky_relu(a, alpha=0.3):
    return Num(a.value if a.value > 0 else alpha * a.value, ((a, 1.0 if a.value > 0 else alpha),))


def absolute(a):
    return Num(abs(a.value), ((a, float((a.value > 0) - (a.value < 0))),))


def softmax(row):
    exps = [exp(a) for a in row]
    total = sum(exps[1:], exps[0])
    return [e / total for e in exps]


def dense(x, kernel, bias=None, activation=None):
    """One sample through a dense layer; the kernel is inputs x units. Returns the weighted sums and the outputs."""
    units = len(kernel[0])
    z = []
    for j in range(units):
        total = num(x[0]) * kernel[0][j]
        for i in range(1, len(x)):
            total = total + num(x[i]) * kernel[i][j]
        z.append(total + bias[j] if bias else total)
    return z, [activation(a) for a in z] if activation else z


def numbers(values):
    """The same nesting of lists with every float made a number."""
    return [numbers(v) for v in values] if isinstance(values, (list, tuple)) else Num(values)


def backward(loss):
    """Leaves the derivative of the loss on every number it was made from."""
    order, seen = [], set()

    def visit(root):
        stack = [(root, iter(root.parents))]
        seen.add(id(root))
        while stack:
            node, parents = stack[-1]
            for parent, _ in parents:
                if id(parent) not in seen:
                    seen.add(id(parent))
                    stack.append((parent, iter(parent.parents)))
                    break
            else:
                order.append(node)
                stack.pop()

    visit(loss)
    for node in order:
        node.grad = 0.0
    loss.grad = 1.0
    for node in reversed(order):
        for parent, slope in node.parents:
            parent.grad += node.grad * slope


def show(quantity, value):
    """One line of the script's output."""
    value = value.value if isinstance(value, Num) else value
    print(f"{quantity}: {value!r}")
