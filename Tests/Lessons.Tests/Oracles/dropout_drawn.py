"""What dropout-drawn expects: four linear units, a drawn mask with rate 0.2, one linear output; no weight moves.

The numbers u are drawn by the finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), mixed from the seed, the place of the layer
(2), the iteration and the place of the unit (from 0), and the upper 53 bits are divided by 2^53. A unit stays where u is at least
the rate and is divided by 1 - rate. Gradients by the scalar tape.
"""

from tape import Num, backward, show

SEED, LAYER, DROP, X, TARGET = 2928, 2, 0.2, 1.0, 1.0
KERNEL, LAST = [0.8, 0.4, 0.6, 0.2], [0.5, 0.25, 0.5, 1.0]
UNITS = range(4)
BITS, GOLDEN = (1 << 64) - 1, 0x9E3779B97F4A7C15


def mix(bits):
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & BITS
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & BITS
    return bits ^ (bits >> 31)


def drawn(iteration, unit):
    state = mix((SEED + GOLDEN) & BITS)
    for number in (LAYER, iteration, unit):
        state = mix((state + number + GOLDEN) & BITS)
    return (state >> 11) / (1 << 53)


for n in (1, 2, 3):
    at = "" if n == 1 else f"@{n}"
    u = [drawn(n, j) for j in UNITS]
    mask = [1 if u[j] >= DROP else 0 for j in UNITS]
    h = [Num(KERNEL[j]) * X for j in UNITS]
    d = [h[j] * mask[j] / (1 - DROP) for j in UNITS]
    y = d[0] * LAST[0] + d[1] * LAST[1] + d[2] * LAST[2] + d[3] * LAST[3]
    total = 0.5 * (TARGET - y) ** 2
    backward(total)
    for j in UNITS:
        show(f"u{j + 1}{at}", u[j])
        show(f"m{j + 1}{at}", mask[j])
        show(f"d{j + 1}{at}", d[j])
        show(f"dE_total/dh{j + 1}{at}", h[j].grad)
    show("y" + at, y)
    show("E_total" + at, total)

show("parameters", 1 * 4 + 4 * 1)
show("updates", 3)
