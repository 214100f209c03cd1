"""The peer of `mnist-sized epoch`: the same network, batch, data shape and optimizers in PyTorch.

784-128-128-10, ReLU, softmax cross-entropy, batches of 128, 48,000 samples an epoch, in their order. Prints one line a
figure: name, value, unit, separated by tabs. The value is the best of the thread settings 1 and 2, and for each setting the
median of several epochs after a warm-up.
"""

import statistics
import sys
import time

import torch

SAMPLES, FEATURES, HIDDEN, CLASSES, BATCH = 48_000, 784, 128, 10, 128
EPOCHS = 3 if "quick" in sys.argv[1:] else 7


def network(dtype):
    torch.manual_seed(1)
    layers = [
        torch.nn.Linear(FEATURES, HIDDEN),
        torch.nn.ReLU(),
        torch.nn.Linear(HIDDEN, HIDDEN),
        torch.nn.ReLU(),
        torch.nn.Linear(HIDDEN, CLASSES),
    ]
    return torch.nn.Sequential(*layers).to(dtype)


def epoch_seconds(dtype, make_optimizer, threads):
    torch.set_num_threads(threads)
    model = network(dtype)
    optimizer = make_optimizer(model.parameters())
    loss_of = torch.nn.CrossEntropyLoss()
    generator = torch.Generator().manual_seed(2)
    inputs = torch.rand(SAMPLES, FEATURES, generator=generator, dtype=torch.float64).to(dtype)
    targets = torch.randint(CLASSES, (SAMPLES,), generator=generator)
    batches = list(zip(inputs.split(BATCH), targets.split(BATCH)))
    times = []
    for _ in range(EPOCHS + 1):
        start = time.perf_counter()
        for x, t in batches:
            optimizer.zero_grad()
            loss = loss_of(model(x), t)
            loss.backward()
            optimizer.step()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def xor_update_nanoseconds():
    """One sample an update of 2-2-1 sigmoid units with autograd."""
    torch.set_num_threads(1)
    torch.manual_seed(1)
    model = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Sigmoid(), torch.nn.Linear(2, 1), torch.nn.Sigmoid()).double()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    rows = [(torch.tensor([[a, b]], dtype=torch.float64), torch.tensor([[float(a != b)]], dtype=torch.float64)) for a in (0, 1) for b in (0, 1)]
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for update in range(1000):
            x, t = rows[update % 4]
            optimizer.zero_grad()
            loss = 0.5 * ((t - model(x)) ** 2).sum()
            loss.backward()
            optimizer.step()
        best = min(best, (time.perf_counter() - start) / 1000)
    return best * 1e9


def main():
    print(f"xor update, PyTorch autograd\t{xor_update_nanoseconds():.0f}\tns", flush=True)
    optimizers = {
        "SGD": lambda parameters: torch.optim.SGD(parameters, lr=0.1),
        "Adam": lambda parameters: torch.optim.Adam(parameters, lr=0.001),
    }
    print(f"# PyTorch {torch.__version__}", flush=True)
    for dtype in (torch.float32, torch.float64):
        width = str(dtype).removeprefix("torch.")
        for name, make in optimizers.items():
            seconds = {threads: epoch_seconds(dtype, make, threads) for threads in (1, 2)}
            best = min(seconds, key=seconds.get)
            for threads, value in seconds.items():
                print(f"# PyTorch {width}, {name}, {threads} threads\t{value:.4f}\ts", flush=True)
            print(f"mnist-sized epoch, PyTorch {width}, {name}, best of 1 and 2 threads ({best})\t{seconds[best]:.4f}\ts", flush=True)


main()
