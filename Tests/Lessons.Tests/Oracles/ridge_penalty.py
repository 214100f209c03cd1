"""What ridge-penalty expects: y = w x + v x, a half squared error, and a squared penalty on each weight.

The penalty on w is written with the half, 1/2 lambda w^2 (as the course notes do), the one on v without it,
lambda v^2 (as Keras does). Gradients by the scalar tape of the whole loss; its parts are the derivatives of the
penalty alone (lambda w and 2 lambda v, by hand) and of the error alone ((y - target) x, by hand); they are the parts
"via" the penalty and "via" the output of the gradient.
"""

from tape import Num, backward, show

X, TARGET, LAMBDA, RATE = 0.5, 2.0, 0.1, 0.5


def iteration(w0, v0, at):
    w, v = Num(w0), Num(v0)
    y = w * X + v * X
    e_data = 0.5 * (TARGET - y) ** 2
    r_w, r_v = 0.5 * LAMBDA * w**2, LAMBDA * v**2
    total = e_data + r_w + r_v
    backward(total)
    show("y" + at, y)
    show("E_data" + at, e_data)
    show("R_W1" + at, r_w)
    show("R_W2" + at, r_v)
    show("E_total" + at, total)
    show("dR_W1/dw" + at, LAMBDA * w0)
    show("dR_W2/dv" + at, 2 * LAMBDA * v0)
    show("dE_total/dw via R_W1" + at, LAMBDA * w0)
    show("dE_total/dv via R_W2" + at, 2 * LAMBDA * v0)
    show("dE_total/dw via p" + at, (y.value - TARGET) * X)
    show("dE_total/dv via q" + at, (y.value - TARGET) * X)
    show("dE_data/dw" + at, (y.value - TARGET) * X)
    show("dE_data/dv" + at, (y.value - TARGET) * X)
    show("dE_total/dw" + at, w.grad)
    show("dE_total/dv" + at, v.grad)
    new = w0 - RATE * w.grad, v0 - RATE * v.grad
    show("w+" + at, new[0])
    show("v+" + at, new[1])
    return new


first = iteration(2.0, 2.0, "")
iteration(*first, "@2")
show("parameters", 2)
show("trainable", 2)
show("samples", 1)
show("updates", 2)
