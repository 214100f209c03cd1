"""One mail, four questions, four heads with their losses, by the scalar tape: two updates.

hours: linear, (t − y)². spam: sigmoid, binary crossentropy. labels: two sigmoids, the mean of two binary crossentropies.
topic: softmax of three, −log p of the right class. E_total = 0.1 × L_hours + L_spam + L_labels + L_topic.
"""

from tape import backward, log, numbers, show, sigmoid, softmax

X = [1.0, 0.5]
RATE = 0.1
HOURS, SPAM, LABELS, CLASS = 4.0, 0.0, [1.0, 1.0], 0


def sums(kernel):
    return [kernel[0][j] * X[0] + kernel[1][j] * X[1] for j in range(len(kernel[0]))]


def binary(t, p):
    """The term whose factor is 0 is left out, as log(0) never occurs here and 0 times a number is 0."""
    return -(t * log(p) + (1 - t) * log(1 - p))


def main():
    start = {
        "hours": [[1.0], [2.0]], "bias": [0.5], "spam": [[1.0], [-0.6]], "labels": [[0.4, 0.2], [0.8, 0.4]],
        "topic": [[1.0, 0.2, -0.5], [0.4, 0.6, 1.0]],
    }
    count = 0
    for value in start.values():
        count += sum(len(row) if isinstance(row, list) else 1 for row in value)
    show("parameters", count)
    show("topic.parameters", 6)
    show("updates", 2)
    w = {name: numbers(value) for name, value in start.items()}
    for iteration in (1, 2):
        at = "" if iteration == 1 else f"@{iteration}"
        y = sums(w["hours"])[0] + w["bias"][0]
        z_s = sums(w["spam"])[0]
        p_s = sigmoid(z_s)
        z_m = sums(w["labels"])
        p_m = [sigmoid(z) for z in z_m]
        z_k = sums(w["topic"])
        p_k = softmax(z_k)
        mse = (HOURS - y) ** 2
        bce = binary(SPAM, p_s)
        terms = [binary(t, p) for t, p in zip(LABELS, p_m)]
        bce_labels = (terms[0] + terms[1]) / 2
        scce = -log(p_k[CLASS])
        total = 0.1 * mse + bce + bce_labels + scce
        backward(total)
        named = {
            "y": y, "E_y": mse, "L_hours": mse, "z_s": z_s, "p_s": p_s, "E_s": bce, "L_spam": bce, "z_urgent": z_m[0], "z_invoice": z_m[1],
            "p_urgent": p_m[0], "p_invoice": p_m[1], "E_urgent": terms[0], "E_invoice": terms[1], "L_labels": bce_labels, "L_topic": scce,
            "w1": w["hours"][0][0], "w2": w["hours"][1][0], "b_y": w["bias"][0], "w3": w["spam"][0][0], "w4": w["spam"][1][0],
        }
        for k in range(3):
            named[f"z_k[{k + 1}]"], named[f"p_k[{k + 1}]"] = z_k[k], p_k[k]
            named[f"W_k[1,{k + 1}]"], named[f"W_k[2,{k + 1}]"] = w["topic"][0][k], w["topic"][1][k]
        for k in range(2):
            named[f"W_m[1,{k + 1}]"], named[f"W_m[2,{k + 1}]"] = w["labels"][0][k], w["labels"][1][k]
        for name, number in named.items():
            show(f"{name}{at}", number)
            show(f"dE_total/d{name}{at}", number.grad)
        show(f"E_total{at}", total)
        for name in named:
            if name[0] in "wbW":
                show(f"{name}+{at}", named[name].value - RATE * named[name].grad)
        w = {
            name: [[v.value - RATE * v.grad for v in row] if isinstance(row, list) else row.value - RATE * row.grad for row in value]
            for name, value in w.items()
        }
        w = {name: numbers(value) for name, value in w.items()}


if __name__ == "__main__":
    main()
