using Engine.Planning;
using Engine.Schedules;

namespace Engine.Optimizers;

/// <summary>What a unit's activity is taken to be in <see cref="HebbRule"/>.</summary>
public enum HebbSignal
{
    /// <summary>What it should say: learning with a teacher.</summary>
    Target,

    /// <summary>What it says itself: learning without one.</summary>
    Output,
}

/// <summary>
/// Hebb's rule: a connection grows where both its ends are active together, <c>w⁺ = w + α·y·x</c> and <c>b⁺ = b + α·y</c>, with
/// the target or the unit's own output as y. It looks at no error, and nothing bounds the weights.
/// Source: 004_285f60844450f17c.txt, §10.1.3, "헤브의 규칙"; Hebb, "The organization of behavior", 1949.
/// </summary>
[Kind("hebb-rule")]
public sealed class HebbRule : LearningRule
{
    private readonly HebbSignal signal;

    /// <summary>Hebb's rule.</summary>
    /// <param name="learningRate">The learning rate α, or how it changes.</param>
    /// <param name="signal">What a unit's activity is taken to be.</param>
    public HebbRule(Schedule learningRate, HebbSignal signal = HebbSignal.Target)
        : base(learningRate) => this.signal = signal;

    private protected override Symbol Signal(UpdateBuilder builder, Symbol prediction, Symbol target) =>
        signal == HebbSignal.Target ? target : prediction;
}
