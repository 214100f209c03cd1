using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;

namespace Engine.Tests.Support;

/// <summary>A training large enough for every way of computing fast, of sizes that are multiples of nothing.</summary>
internal static class LargeTraining
{
    private const int Features = 83;
    private const int Classes = 10;

    /// <summary>83-61-37-10 with ReLU, tanh and softmax cross-entropy.</summary>
    public static Training Make(int batchSize, int batches)
    {
        Network network = Network.Sequential(
            new Shape(Features),
            [
                new Dense(61, new GlorotUniform(1), new RectifiedLinear()),
                new Dense(37, new GlorotUniform(2), new HyperbolicTangent()),
                new Dense(Classes, new GlorotUniform(3), new Softmax()),
            ],
            new SparseCategoricalCrossentropy(),
            new GradientDescent(0.5));
        Random random = new(4);
        int samples = batchSize * batches;
        double[] inputs = [.. Enumerable.Range(0, samples * Features).Select(_ => (2 * random.NextDouble()) - 1)];
        double[] targets = [.. Enumerable.Range(0, samples).Select(_ => (double)random.Next(Classes))];
        return new Training(
            Planner.Build(network, batchSize),
            new Tensor(new Shape(samples, Features), [.. inputs]),
            new Tensor(new Shape(samples, 1), [.. targets]));
    }
}
