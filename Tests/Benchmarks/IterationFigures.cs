using System.Diagnostics;
using Engine.Running;
using Engine.Time;
using Lessons;

namespace Benchmarks;

/// <summary>One 2-2-2 iteration through the plan against the same arithmetic written by hand.</summary>
internal static class IterationFigures
{
    private const int Iterations = 200_000;
    private const int Rounds = 7;

    public static void Measure(Report report)
    {
        Lesson lesson = LessonLibrary.Find("backprop-2-2-2")!;
        Iteration machine = new(lesson.Training);
        HandWritten byHand = new();
        double[] plan = new double[Rounds];
        double[] loop = new double[Rounds];
        double[] ratios = new double[Rounds];

        // Turn by turn, so that the machine's changing speed meets both.
        for (int round = -1; round < Rounds; round++)
        {
            double planTime = PerIteration(machine.Run);
            double loopTime = PerIteration(byHand.Run);
            if (round >= 0)
            {
                (plan[round], loop[round], ratios[round]) = (planTime, loopTime, planTime / loopTime);
            }
        }

        Array.Sort(plan);
        Array.Sort(loop);
        Array.Sort(ratios);
        report.Line("2-2-2 iteration, hand-written double loop", loop[Rounds / 2], "ns");
        report.Line("2-2-2 iteration through the plan", plan[Rounds / 2], "ns", ratios[Rounds / 2], "the hand-written loop");

        Random random = new(1);
        Timeline timeline = new(lesson.Training, 100_000);
        timeline.At(100_000);
        double[] seeks = Report.Times(2000, _ => timeline.At(random.Next(1, 100_001)));
        report.Line("seek to a random one of 100,000 iterations, median", Report.Quantile(seeks, 0.5), "µs", Report.Quantile(seeks, 0.5) / 100, "goal 100 µs");
        report.Line("seek to a random one of 100,000 iterations, p99", Report.Quantile(seeks, 0.99), "µs", Report.Quantile(seeks, 0.99) / 100, "goal 100 µs");
    }

    private static double PerIteration(Action run)
    {
        long start = Stopwatch.GetTimestamp();
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Iterations;
    }

    /// <summary>The 2-2-2 example as one would write it without an engine: two layers, sigmoid, half squared error.</summary>
    private sealed class HandWritten
    {
        private readonly double[] x = [0.1, 0.2];
        private readonly double[] target = [0.4, 0.6];
        private readonly double[] w1 = [0.3, 0.4, 0.25, 0.35];
        private readonly double[] w2 = [0.45, 0.7, 0.4, 0.6];
        private readonly double[] h = new double[2];
        private readonly double[] o = new double[2];
        private readonly double[] deltaO = new double[2];
        private readonly double[] deltaH = new double[2];

        public double Loss { get; private set; }

        public void Run()
        {
            Layer(x, w1, h);
            Layer(h, w2, o);
            Loss = 0;
            for (int k = 0; k < 2; k++)
            {
                double error = target[k] - o[k];
                Loss += 0.5 * (error * error);
                deltaO[k] = -error * (o[k] * (1 - o[k]));
            }

            for (int j = 0; j < 2; j++)
            {
                double gradient = (deltaO[0] * w2[j * 2]) + (deltaO[1] * w2[(j * 2) + 1]);
                deltaH[j] = gradient * (h[j] * (1 - h[j]));
            }

            Step(w2, h, deltaO);
            Step(w1, x, deltaH);
        }

        private static void Layer(double[] input, double[] kernel, double[] output)
        {
            for (int unit = 0; unit < 2; unit++)
            {
                double sum = 0;
                for (int i = 0; i < 2; i++)
                {
                    sum = Math.FusedMultiplyAdd(kernel[(i * 2) + unit], input[i], sum);
                }

                output[unit] = 1 / (1 + Math.Exp(-sum));
            }
        }

        private static void Step(double[] kernel, double[] input, double[] delta)
        {
            for (int i = 0; i < 2; i++)
            {
                for (int unit = 0; unit < 2; unit++)
                {
                    kernel[(i * 2) + unit] -= 0.5 * (delta[unit] * input[i]);
                }
            }
        }
    }
}
