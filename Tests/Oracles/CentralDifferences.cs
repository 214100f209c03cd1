using MathNet.Numerics.Differentiation;

namespace Oracles;

/// <summary>
/// Derivatives by trying: nine evaluations around the point, 1/256 apart, combined so that errors up to the eighth power of
/// the distance cancel. Good to about twelve digits where the function is smooth on that scale.
/// </summary>
public static class CentralDifferences
{
    private const double Distance = 1.0 / 256;

    // MathNet's differentiators count their evaluations and so are not to be shared between threads.
    [ThreadStatic]
    private static NumericalDerivative? differences;

    /// <summary>The partial derivative with respect to one argument.</summary>
    public static double Derivative(Func<double[], double> function, double[] point, int argument)
    {
        ArgumentNullException.ThrowIfNull(point);
        differences ??= new NumericalDerivative(9, 4) { StepType = StepType.Absolute, StepSize = Distance };
        return differences.EvaluatePartialDerivative(function, [.. point], argument, 1);
    }

    /// <summary>The partial derivatives with respect to every argument.</summary>
    public static double[] Gradient(Func<double[], double> function, double[] point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return [.. Enumerable.Range(0, point.Length).Select(argument => Derivative(function, point, argument))];
    }
}
