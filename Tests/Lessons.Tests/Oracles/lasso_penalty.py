"""What lasso-penalty expects: y = w1 x1 + w2 x2, E = 1/2 (target - y)^2 + lambda (|w1| + |w2|), four updates.

Gradients of the whole loss by the scalar tape; the parts are lambda sign(w) and (y - target) x, by hand.
"""

from tape import Num, absolute, backward, show

X, TARGET, LAMBDA, RATE = (1.0, 0.2), 2.1, 0.1, 0.5

w = [2.0, 0.1]
for n in range(1, 5):
    at = "" if n == 1 else f"@{n}"
    w1, w2 = Num(w[0]), Num(w[1])
    y = w1 * X[0] + w2 * X[1]
    e_data = 0.5 * (TARGET - y) ** 2
    penalty = LAMBDA * absolute(w1) + LAMBDA * absolute(w2)
    total = e_data + penalty
    backward(total)
    show("y" + at, y)
    show("E_data" + at, e_data)
    show("R_W1" + at, penalty)
    show("E_total" + at, total)
    show("dE_total/dy" + at, y.value - TARGET)
    for i, name in enumerate(("w1", "w2")):
        sign = (w[i] > 0) - (w[i] < 0)
        show(f"dR_W1/d{name}{at}", LAMBDA * sign)
        show(f"dE_data/d{name}{at}", (y.value - TARGET) * X[i])
        show(f"dE_total/d{name} via R_W1{at}", LAMBDA * sign)
        show(f"dE_total/d{name} via y{at}", (y.value - TARGET) * X[i])
    show("dE_total/dw1" + at, w1.grad)
    show("dE_total/dw2" + at, w2.grad)
    w = [w[0] - RATE * w1.grad, w[1] - RATE * w2.grad]
    show("w1+" + at, w[0])
    show("w2+" + at, w[1])
show("parameters", 2)
show("trainable", 2)
show("updates", 4)
