using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Schedules;

/// <summary>
/// A schedule that is a formula of the first learning rate <c>alpha_0</c>, the count of updates <c>t</c> and settings of its
/// own, each with an address.
/// </summary>
public abstract class FormulaSchedule : Schedule
{
    private readonly double initialLearningRate;

    private protected FormulaSchedule(double initialLearningRate) =>
        this.initialLearningRate = Require.AtLeastZero(initialLearningRate, nameof(initialLearningRate));

    /// <summary>The schedule's settings and what they are called in formulas.</summary>
    private protected abstract ImmutableArray<(string Name, double Value)> Settings { get; }

    /// <summary>The learning rate.</summary>
    /// <param name="initial">The first learning rate.</param>
    /// <param name="updates">The count of updates, from 0.</param>
    /// <param name="settings">The schedule's settings, in the order of <see cref="Settings"/>.</param>
    private protected abstract Expression Rate(Expression initial, Expression updates, ImmutableArray<Expression> settings);

    internal sealed override Symbol Emit(UpdateBuilder builder)
    {
        Symbol initial = builder.Hyperparameter("alpha_0", initialLearningRate);
        Symbol[] settings = [.. Settings.Select(setting => builder.Hyperparameter(setting.Name, setting.Value))];
        Expression rate = Rate(Cellwise.Input(0), Cellwise.Input(1), [.. settings.Select((_, index) => Cellwise.Input(index + 2))]);
        return builder.EmitShared(new Cellwise(Catalog.NameOf(this), rate), "alpha", [initial, builder.Updates(), .. settings]);
    }
}
