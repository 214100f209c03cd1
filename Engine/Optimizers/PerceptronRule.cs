using Engine.Operations;
using Engine.Planning;
using Engine.Schedules;

namespace Engine.Optimizers;

/// <summary>
/// Rosenblatt's rule: a unit that is right stays as it is, one that is wrong moves its weights towards the input or away from
/// it. The error is <c>error = target − output</c> (<c>error_o1</c>), then <c>d = α·error</c>, <c>w⁺ = w + d·x</c> and <c>b⁺ = b + d</c>. If a plane parts
/// the classes the rule finds one, given the samples one by one.
/// </summary>
/// <remarks>
/// With linear units it is the rule of Widrow and Hoff.
/// Source: 004_285f60844450f17c.txt, §10.1.3; Rosenblatt, "The perceptron", 1958.
/// </remarks>
[Kind("perceptron-rule")]
public sealed class PerceptronRule : LearningRule
{
    /// <summary>The perceptron rule.</summary>
    /// <param name="learningRate">The learning rate α, or how it changes.</param>
    public PerceptronRule(Schedule learningRate)
        : base(learningRate)
    {
    }

    private protected override Symbol Signal(UpdateBuilder builder, Symbol prediction, Symbol target) =>
        builder.Emit(new Cellwise("error", Cellwise.Input(0) - Cellwise.Input(1)), "error", prediction, target, prediction);
}
