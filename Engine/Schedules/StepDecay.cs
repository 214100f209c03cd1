using System.Collections.Immutable;
using Engine.Formulas;

namespace Engine.Schedules;

/// <summary>
/// A learning rate that drops after every so many updates: <c>α = α₀·drop^floor((t + offset) / every)</c>.
/// </summary>
[Kind("step-decay")]
public sealed class StepDecay : FormulaSchedule
{
    private readonly double drop;
    private readonly int every;
    private readonly int offset;

    /// <summary>A learning rate that drops in steps.</summary>
    /// <param name="initialLearningRate">The first learning rate α₀, finite and at least 0.</param>
    /// <param name="drop">What it is multiplied by at each drop, finite and greater than 0.</param>
    /// <param name="every">How many updates there are between two drops, at least 1.</param>
    /// <param name="offset">
    /// What is added to the count of updates, at least 0: with 1 the first drop comes one update earlier, as it does where
    /// updates are counted from 1.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public StepDecay(double initialLearningRate, double drop, int every, int offset = 0)
        : base(initialLearningRate)
    {
        this.drop = Require.Positive(drop, nameof(drop));
        this.every = Require.AtLeast(1, every, nameof(every));
        this.offset = Require.AtLeast(0, offset, nameof(offset));
    }

    private protected override ImmutableArray<(string Name, double Value)> Settings => [("drop", drop), ("every", every)];

    private protected override Expression Rate(Expression initial, Expression updates, ImmutableArray<Expression> settings)
    {
        Expression passed = offset == 0 ? updates : updates + offset;
        return initial * new Expression.Power(settings[0], new Expression.Call(ElementaryFunction.Floor, passed / settings[1]));
    }
}
