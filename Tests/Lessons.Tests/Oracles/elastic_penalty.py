"""What elastic-penalty expects: y = w1 x1 + w2 x2, E = 1/2 (target - y)^2 + a r sum|w| + 1/2 a (1 - r) sum w^2, two updates.

Gradients of the whole loss by the scalar tape; the parts are a r sign(w) + a (1 - r) w and (y - target) x, by hand.
"""

from tape import Num, absolute, backward, show

X, TARGET, RATE = (0.5, 1.0), 0.9, 0.5
STRENGTH, RATIO = 0.2, 0.5

w = [2.0, -0.1]
for n in (1, 2):
    at = "" if n == 1 else f"@{n}"
    nums = [Num(value) for value in w]
    y = nums[0] * X[0] + nums[1] * X[1]
    e_data = 0.5 * (TARGET - y) ** 2
    penalty = Num(0.0)
    for a in nums:
        penalty = penalty + STRENGTH * RATIO * absolute(a) + 0.5 * STRENGTH * (1 - RATIO) * a**2
    total = e_data + penalty
    backward(total)
    show("y" + at, y)
    show("E_data" + at, e_data)
    show("R_W1" + at, penalty)
    show("E_total" + at, total)
    for i, name in enumerate(("w1", "w2")):
        sign = (w[i] > 0) - (w[i] < 0)
        show(f"dR_W1/d{name}{at}", STRENGTH * RATIO * sign + STRENGTH * (1 - RATIO) * w[i])
        show(f"dE_total/d{name} via R_W1{at}", STRENGTH * RATIO * sign + STRENGTH * (1 - RATIO) * w[i])
        show(f"dE_data/d{name}{at}", (y.value - TARGET) * X[i])
        show(f"dE_total/d{name}{at}", nums[i].grad)
    w = [w[i] - RATE * nums[i].grad for i in range(2)]
    show("w1+" + at, w[0])
    show("w2+" + at, w[1])
