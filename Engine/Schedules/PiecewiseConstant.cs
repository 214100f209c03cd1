using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Schedules;

/// <summary>
/// A learning rate that is constant piece by piece: the first value up to and with the update that the first boundary
/// counts, then the second, and so on; the last after the last boundary. Keras' <c>PiecewiseConstantDecay</c>.
/// </summary>
[Kind("piecewise-constant")]
public sealed class PiecewiseConstant : Schedule
{
    private readonly ImmutableArray<int> boundaries;
    private readonly ImmutableArray<double> values;

    /// <summary>A learning rate that is constant piece by piece.</summary>
    /// <param name="boundaries">The last update of each piece but the last, counted from 0; ascending, at least one.</param>
    /// <param name="values">The learning rates, finite and at least 0, one more than there are boundaries.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or boundaries do not ascend.</exception>
    /// <exception cref="ArgumentException">The numbers of boundaries and values do not fit each other.</exception>
    public PiecewiseConstant(ImmutableArray<int> boundaries, ImmutableArray<double> values)
    {
        bool ascend = !boundaries.IsDefaultOrEmpty && boundaries[0] >= 0;
        for (int index = 1; ascend && index < boundaries.Length; index++)
        {
            ascend = boundaries[index] > boundaries[index - 1];
        }

        if (!ascend)
        {
            throw new ArgumentOutOfRangeException(nameof(boundaries), "integers of at least 0, each greater than the one before");
        }

        if (values.IsDefault || values.Any(value => !double.IsFinite(value) || value < 0))
        {
            throw new ArgumentOutOfRangeException(nameof(values), "finite numbers of at least 0");
        }

        if (values.Length != boundaries.Length + 1)
        {
            throw new ArgumentException(
                $"{values.Length} values for {boundaries.Length} boundaries, which part {boundaries.Length + 1} pieces", nameof(values));
        }

        this.boundaries = boundaries;
        this.values = values;
    }

    internal override Symbol Emit(UpdateBuilder builder)
    {
        Expression rate = values[^1];
        for (int piece = boundaries.Length - 1; piece >= 0; piece--)
        {
            rate = new Expression.Choice(boundaries[piece], Cellwise.Input(0), values[piece], rate, OrEqual: true);
        }

        return builder.EmitShared(new Cellwise("piecewise-constant", rate), "alpha", builder.Updates());
    }
}
