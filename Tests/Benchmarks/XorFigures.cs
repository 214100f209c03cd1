using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;

namespace Benchmarks;

/// <summary>
/// Exclusive or with 2-2-1 sigmoid units and biases, half the squared error, one sample an update, through the plan with all its
/// numbers kept. The peer is <c>peers/xor.c</c>, the same arithmetic as a plain loop in C.
/// </summary>
internal static class XorFigures
{
    private const int Updates = 200_000;

    public static void Measure(Report report, bool quick)
    {
        Network network = Network.Sequential(
            new Shape(2),
            [
                new Dense(2, new Given(Tensor.Matrix([[0.5, -0.4], [0.3, 0.6]])), new Sigmoid(), bias: new Given(Tensor.Vector(0.1, -0.1))),
                new Dense(1, new Given(Tensor.Matrix([[0.7], [-0.5]])), new Sigmoid(), bias: new Given(Tensor.Vector(0.2))),
            ],
            new HalfSquaredError(),
            new GradientDescent(0.5));
        Training training = new(Planner.Build(network), Tensor.Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]), Tensor.Matrix([[0], [1], [1], [0]]));
        Iteration machine = new(training);
        double fastest = Report.Fastest(quick ? 1.5 : 4, () =>
        {
            for (int update = 0; update < Updates; update++)
            {
                machine.Run();
            }
        });
        report.Line("xor update", fastest / Updates * 1e9, "ns");
    }
}
