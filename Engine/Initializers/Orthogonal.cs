using Engine.Numbers;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Engine.Initializers;

/// <summary>
/// A matrix whose rows, or columns if there are fewer of these, are at right angles and of length <c>gain</c>: multiplying by
/// it again and again lets nothing fade or grow. Made from normal numbers by QR factorization; axes before the last count as
/// one. Keras' default for recurrent kernels. Source: Saxe, McClelland and Ganguli, 2013.
/// </summary>
[Kind("orthogonal")]
public sealed class Orthogonal : Initializer
{
    private readonly double gain;
    private readonly int seed;

    /// <summary>The initializer.</summary>
    /// <param name="gain">The length of the rows or columns, finite.</param>
    /// <param name="seed">What the numbers are drawn from; the same seed gives the same numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gain is not finite.</exception>
    public Orthogonal(double gain = 1, int seed = 0)
    {
        this.gain = Require.Finite(gain, nameof(gain));
        this.seed = seed;
    }

    /// <inheritdoc/>
    public override Tensor Values(Shape shape, int place = 0)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Rank < 2 || shape.Size == 0)
        {
            throw new ShapeException("initializer", "at least two axes, inputs × units", $"{shape}");
        }

        int columns = shape[^1];
        int rows = shape.Size / columns;
        (int longer, int shorter) = (Math.Max(rows, columns), Math.Min(rows, columns));
        Tensor drawn = Draw.Normal(shape, seed, place, mean: 0, deviation: 1);
        Matrix<double> normal = Matrix<double>.Build.Dense(longer, shorter, (i, j) => drawn[(i * shorter) + j]);
        QR<double> factors = normal.QR(QRMethod.Thin);
        double[] values = new double[shape.Size];
        for (int cell = 0; cell < values.Length; cell++)
        {
            (int row, int column) = (cell / columns, cell % columns);
            (int i, int j) = rows >= columns ? (row, column) : (column, row);

            // The factorization is unique, and the matrices evenly spread, once R's diagonal is positive.
            values[cell] = gain * (factors.R[j, j] < 0 ? -factors.Q[i, j] : factors.Q[i, j]);
        }

        return new Tensor(shape, [.. values]);
    }
}
