namespace Simulator.Resources;

/// <summary>The words of exercises, hints and verdicts in one language.</summary>
internal sealed record LearningWords
{
    public static LearningWords English { get; } = new();

    public static LearningWords Korean { get; } = new();
}
