using Engine.Time;
using Lessons.Quantities;
using Lessons.Reading;

namespace Lessons.Exercises;

/// <summary>The learner says a number before it is shown.</summary>
public sealed record PredictExercise : Exercise
{
    /// <summary>The number that is asked for.</summary>
    public required ResolvedQuantity Quantity { get; init; }

    /// <summary>How many digits behind the point are asked for: as many as the document prints, where it prints the number.</summary>
    public required int Decimals { get; init; }

    /// <inheritdoc/>
    public override Verdict Check(Timeline timeline, string answer)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(answer);
        if (!PrintedNumber.TryParse(answer.Trim().Replace('−', '-'), exact: false, out PrintedNumber printed, out _))
        {
            return new Verdict(VerdictKind.Unreadable);
        }

        return new Verdict(printed.Matches(Quantity.ValueIn(timeline.At(Quantity.Iteration))) ? VerdictKind.Right : VerdictKind.Wrong);
    }

    /// <inheritdoc/>
    public override string SolutionIn(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return Quantity.ValueIn(timeline.At(Quantity.Iteration)).ToString($"F{Decimals}", System.Globalization.CultureInfo.InvariantCulture);
    }
}
