using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Losses;

/// <summary>What losses of probabilities have in common.</summary>
internal static class Probabilities
{
    /// <summary>A step that keeps probabilities away from 0 and 1; none where epsilon is 0.</summary>
    public static Symbol Clip(LossBuilder builder, Symbol prediction, double epsilon)
    {
        if (epsilon == 0)
        {
            return prediction;
        }

        Expression p = Cellwise.Input(0);
        double most = 1 - epsilon;
        Expression clipped = new Expression.Choice(epsilon, p, epsilon, new Expression.Choice(p, most, most, p));
        return builder.EmitPrepared(new Cellwise("clip", clipped), "clip", prediction);
    }

    public static void RequireClip(double epsilon, string argument)
    {
        if (!(epsilon >= 0 && epsilon < 0.5))
        {
            throw new ArgumentOutOfRangeException(argument, epsilon, "a number of at least 0 and below 0.5");
        }
    }
}
