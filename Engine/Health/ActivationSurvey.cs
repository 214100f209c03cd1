using Engine.Planning;

namespace Engine.Health;

/// <summary>Counts saturated outputs and dead units of one activation, batch after batch.</summary>
internal sealed class ActivationSurvey
{
    private readonly double threshold;
    private readonly Symbol activation;
    private readonly Symbol slope;
    private readonly int outputOffset;
    private readonly int slopeOffset;
    private readonly long[] saturated;
    private readonly bool[] isAlive;
    private long outputs;

    public ActivationSurvey(Plan plan, Symbol activation, Symbol slope, double threshold)
    {
        this.threshold = threshold;
        (this.activation, this.slope) = (activation, slope);
        (outputOffset, slopeOffset) = (plan.OffsetOf(activation), plan.OffsetOf(slope));
        saturated = new long[activation.Shape[^1]];
        isAlive = new bool[saturated.Length];
    }

    /// <summary>
    /// The activations of a plan: the steps on the way forward whose derivative, cell by cell, is stored and depends on where the
    /// function is. A derivative that does not depend on it is that of a linear operation, such as a product with a mask.
    /// </summary>
    public static IEnumerable<(Symbol Activation, Symbol Slope)> ActivationsOf(Plan plan) =>
        from step in plan.Steps
        let local = step.Output.Naming as Naming.LocalDerivativeOf
        where local is { Of.Role: SymbolRole.Activation }
            && plan.ProducerOf(local.Of)?.Phase == Phase.Forward
            && local.Of.Shape.Equals(step.Output.Shape)
            && (step.Inputs.Contains(local.Of) || step.Inputs.Contains(local.WithRespectTo))
        orderby local.Of.Index
        select (local.Of, step.Output);

    /// <summary>Takes in an iteration's numbers.</summary>
    public void Add(ReadOnlySpan<double> numbers)
    {
        ReadOnlySpan<double> values = numbers.Slice(outputOffset, activation.Shape.Size);
        ReadOnlySpan<double> slopes = numbers.Slice(slopeOffset, activation.Shape.Size);
        int units = saturated.Length;
        for (int cell = 0; cell < values.Length; cell++)
        {
            int unit = cell % units;
            isAlive[unit] |= values[cell] != 0 || slopes[cell] != 0;
            saturated[unit] += Math.Abs(slopes[cell]) < threshold ? 1 : 0;
        }

        outputs += values.Length / units;
    }

    public ActivationHealth Result() => new(
        activation,
        slope,
        [.. saturated.Select((count, unit) => new UnitHealth(new Address(activation.Index, unit), outputs, count, !isAlive[unit]))]);
}
