namespace Engine.Tests.Support;

/// <summary>
/// Networks for the tests of whole plans: one unit and several, one sample and several, with and without biases, names and
/// activations, saturated and all zero.
/// </summary>
internal static class NetworkCases
{
    public static IReadOnlyList<NetworkCase> All { get; } =
    [
        new(1, [new(1)]),
        new(1, [new(1, IsSigmoid: false, HasBias: false)]),
        new(2, [new(2, HasBias: false), new(2, HasBias: false)]) { BatchSize = 3 },
        new(3, [new(4), new(1, IsSigmoid: false)]) { BatchSize = 2, IsMean = false },
        new(2, [new(3), new(3), new(2)]) { BatchSize = 2, IsNamed = true },
        new(2, [new(3), new(3), new(1), new(2)]) { BatchSize = 3, MostPathCells = 0 },
        new(3, [new(2, IsSigmoid: false), new(2, IsSigmoid: false)]) { BatchSize = 2 },
        new(2, [new(3), new(2)]) { Scale = 40 },
        new(2, [new(3), new(2)]) { Scale = 800, BatchSize = 2 },
        new(2, [new(3), new(2)]) { Scale = 0, BatchSize = 2 },
    ];
}
