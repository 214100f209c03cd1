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
        double byHand = Report.Fastest(quick ? 1.5 : 4, ByHand);
        report.Line("xor update by a loop written by hand", byHand / Updates * 1e9, "ns");
        report.Line("xor update, every number kept", fastest / Updates * 1e9, "ns", fastest / byHand, "the loop written by hand (goal 2)");
    }

    /// <summary>The same arithmetic as anyone would write it for this one network.</summary>
    private static void ByHand()
    {
        (double a1, double a2, double a3, double a4, double b1, double b2) = (0.5, -0.4, 0.3, 0.6, 0.1, -0.1);
        (double c1, double c2, double d) = (0.7, -0.5, 0.2);
        for (int update = 0; update < Updates; update++)
        {
            (double x1, double x2) = ((update >> 1) & 1, update & 1);
            double target = x1 != x2 ? 1 : 0;
            double h1 = 1 / (1 + Math.Exp(-((a1 * x1) + (a3 * x2) + b1)));
            double h2 = 1 / (1 + Math.Exp(-((a2 * x1) + (a4 * x2) + b2)));
            double o = 1 / (1 + Math.Exp(-((c1 * h1) + (c2 * h2) + d)));
            double delta = (o - target) * o * (1 - o);
            double delta1 = delta * c1 * h1 * (1 - h1);
            double delta2 = delta * c2 * h2 * (1 - h2);
            c1 -= 0.5 * delta * h1;
            c2 -= 0.5 * delta * h2;
            d -= 0.5 * delta;
            a1 -= 0.5 * delta1 * x1;
            a2 -= 0.5 * delta2 * x1;
            a3 -= 0.5 * delta1 * x2;
            a4 -= 0.5 * delta2 * x2;
            b1 -= 0.5 * delta1;
            b2 -= 0.5 * delta2;
        }

        if (double.IsNaN(a1 + a2 + a3 + a4 + b1 + b2 + c1 + c2 + d))
        {
            throw new InvalidOperationException("The loop came to nothing.");
        }
    }
}
