using Engine.Numbers;
using Engine.Running;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Benchmarks;

/// <summary>
/// The engine's product of matrices against MathNet's managed one, both on one thread and on two. The sizes are those of the
/// products in a 784-128-128-10 network with batches of 128, and a large square.
/// </summary>
internal static class ProductFigures
{
    private const double Goal = 25;

    public static void Measure(Report report, bool quick)
    {
        Control.UseManaged();
        foreach ((string name, int rows, int depth, int columns, bool isLeftTransposed, bool isRightTransposed) in new[]
        {
            ("way forward, layer 1", 128, 784, 128, false, false),
            ("way forward, layer 2", 128, 128, 128, false, false),
            ("gradient of kernel 1", 784, 128, 128, true, false),
            ("gradient of inputs 2", 128, 128, 128, false, true),
            ("way forward, layer 3", 128, 128, 10, false, false),
            ("square", 512, 512, 512, false, false),
        })
        {
            double[] left = Numbers(rows * depth, 1);
            double[] right = Numbers(depth * columns, 2);
            double[] output = new double[rows * columns];
            Matrix<double> theirLeft = Matrix<double>.Build.Dense(isLeftTransposed ? depth : rows, isLeftTransposed ? rows : depth, left);
            Matrix<double> theirRight = Matrix<double>.Build.Dense(isRightTransposed ? columns : depth, isRightTransposed ? depth : columns, right);
            Matrix<double> theirOutput = Matrix<double>.Build.Dense(rows, columns);
            Action theirs = (isLeftTransposed, isRightTransposed) switch
            {
                (true, _) => () => theirLeft.TransposeThisAndMultiply(theirRight, theirOutput),
                (_, true) => () => theirLeft.TransposeAndMultiply(theirRight, theirOutput),
                _ => () => theirLeft.Multiply(theirRight, theirOutput),
            };
            double operations = 2.0 * rows * depth * columns / 1e9;
            foreach (int threads in new[] { 1, 2 })
            {
                Control.MaxDegreeOfParallelism = threads;
                Action<int, int> part = (_, thread) => Multiply(thread, threads);
                (double ourTime, double theirTime) = Report.Fastest(quick ? 0.5 : 3, () => Team.Of(threads).Run(1, part), theirs);
                string size = $"product {rows}×{depth}×{columns}, {name}, {threads} thread{(threads > 1 ? "s" : "")}";
                report.Line($"{size}, MathNet", operations / theirTime, "GFLOP/s");
                report.Line(size, operations / ourTime, "GFLOP/s", theirTime / ourTime, $"MathNet's managed product (goal {Goal})");
            }

            void Multiply(int thread, int threads)
            {
                (int first, int count) = (rows * thread / threads, (rows * (thread + 1) / threads) - (rows * thread / threads));
                MatrixProduct.Compute(
                    View(left, rows, depth, isLeftTransposed).SliceRows(first, count),
                    View(right, depth, columns, isRightTransposed),
                    output.AsSpan(first * columns, count * columns));
            }
        }
    }

    private static MatrixView View(double[] cells, int rows, int columns, bool isTransposed) =>
        isTransposed ? new MatrixView(cells, columns, rows).Transposed : new MatrixView(cells, rows, columns);

    private static double[] Numbers(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }
}
