namespace Simulator.Tests.Screens.Pictures;

/// <summary>The formulas of <see cref="PictureLessons.Classes"/>: tanh, then softmax.</summary>
internal static class ClassesByHand
{
    /// <summary>What the network answers to an input.</summary>
    public static double[] Answers(Func<string, double> weight, double a, double b)
    {
        double[] h = new double[3];
        for (int unit = 0; unit < 3; unit++)
        {
            h[unit] = Math.Tanh((a * weight($"W1[1,{unit + 1}]")) + (b * weight($"W1[2,{unit + 1}]")) + weight($"b1[{unit + 1}]"));
        }

        double[] exponentials = new double[3];
        for (int unit = 0; unit < 3; unit++)
        {
            double z = weight($"b2[{unit + 1}]");
            for (int input = 0; input < 3; input++)
            {
                z += h[input] * weight($"W2[{input + 1},{unit + 1}]");
            }

            exponentials[unit] = Math.Exp(z);
        }

        return [.. exponentials.Select(value => value / exponentials.Sum())];
    }
}
