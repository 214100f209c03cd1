using Engine.Formulas;
using Engine.Operations;

namespace Engine.Optimizers;

/// <summary>Averages that forget: of the old average the share ρ is kept, and 1 − ρ of what is new comes in.</summary>
internal static class MovingAverage
{
    /// <summary>ρ·a + (1 − ρ)·g, of ρ, a and g in this order.</summary>
    public static Cellwise OfGradient() => new("mean gradient", Of(Cellwise.Input(2)));

    /// <summary>ρ·a + (1 − ρ)·g², of ρ, a and g in this order.</summary>
    public static Cellwise OfSquare() => new("mean square", Of(new Expression.Square(Cellwise.Input(2))));

    private static Expression Of(Expression value) => (Cellwise.Input(0) * Cellwise.Input(1)) + ((1.0 - Cellwise.Input(0)) * value);
}
