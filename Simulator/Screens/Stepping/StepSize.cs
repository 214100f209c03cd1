using Engine.Time;

namespace Simulator.Screens.Stepping;

/// <summary>How far one step goes, from the coarsest to the finest.</summary>
internal enum StepSize
{
    Epoch,
    Iteration,
    Phase,
    Operation,
    Cell,

    /// <summary>One summand of a number's sum.</summary>
    Term,
}

/// <summary>Sizes of steps as levels of time.</summary>
internal static class StepSizes
{
    /// <summary>The level of a size that is one; smaller than a number there is none.</summary>
    public static Level ToLevel(this StepSize size) => size switch
    {
        StepSize.Epoch => Level.Epoch,
        StepSize.Iteration => Level.Iteration,
        StepSize.Phase => Level.Phase,
        StepSize.Operation => Level.Operation,
        _ => Level.Cell,
    };

    /// <summary>The sizes that differ in a training: an epoch of one iteration is no size of its own.</summary>
    public static StepSize[] In(Timeline timeline) =>
        [.. Enum.GetValues<StepSize>().Where(size => size != StepSize.Epoch || timeline.Training.IterationsPerEpoch > 1)];
}
