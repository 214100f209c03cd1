using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Oracles;

namespace Engine.Tests.Activations;

/// <summary>The backward steps through every activation of the catalog against central differences of the whole loss.</summary>
public sealed class ActivationGradientTests
{
    private static readonly Tensor Inputs = Tensor.Matrix([[0.3, -0.8, 1.1], [-0.6, 0.4, 0.2]]);
    private static readonly Tensor Targets = Tensor.Matrix([[0.2, 0.9], [0.7, -0.1]]);

    public static TheoryData<string> Names => [.. Catalog.Of(typeof(Activation)).Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_agree_with_differences(string name)
    {
        // Drawn so that no sum is near 0, where softsign bends.
        Random random = new(7);
        double[] weights = [.. Enumerable.Range(0, 12 + 4 + 8 + 2).Select(_ => (random.NextDouble() * 2) - 1)];
        IterationTrace trace = Run(name, weights);
        double[] expected = CentralDifferences.Gradient(values => LossOf(Run(name, values)), weights);
        int place = 0;
        foreach (Symbol parameter in trace.Plan.Symbols.Where(symbol => symbol.Role == SymbolRole.Parameter))
        {
            for (int cell = 0; cell < parameter.Shape.Size; cell++, place++)
            {
                Address gradient = trace.Plan.FindDerivative(new Address(trace.Plan.Loss.Index, 0), new Address(parameter.Index, cell))
                    .ShouldNotBeNull();
                trace[gradient].ShouldBe(expected[place], 1e-8, $"{name}, {trace.Plan.LabelOf(gradient)}");
            }
        }
    }

    private static double LossOf(IterationTrace trace) => trace[new Address(trace.Plan.Loss.Index, 0)];

    private static IterationTrace Run(string name, double[] weights)
    {
        Activation activation = (Activation)Catalog.Create(Catalog.Find(typeof(Activation), name)!, new Dictionary<string, object?>());
        Network network = Network.Sequential(
            new Shape(3),
            [
                new Dense(4, Given(weights[..12], 3, 4), activation, bias: Given(weights[12..16], 4)),
                new Dense(2, Given(weights[16..24], 4, 2), activation, bias: Given(weights[24..], 2)),
            ],
            new HalfSquaredError(),
            new GradientDescent(0.1));
        Iteration iteration = new(new Training(Planner.Build(network, 2), Inputs, Targets));
        iteration.Run();
        return iteration.Trace();
    }

    private static Given Given(double[] values, params int[] shape) => new(new Tensor(new Shape(shape), [.. values]));
}
