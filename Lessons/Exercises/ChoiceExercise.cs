using System.Collections.Immutable;
using System.Globalization;
using Engine.Time;

namespace Lessons.Exercises;

/// <summary>The learner chooses one of several answers. It is answered by the choice's number, from 1.</summary>
public sealed record ChoiceExercise : Exercise
{
    /// <summary>The choices, at least two, exactly one of them right.</summary>
    public required ImmutableArray<Option> Options { get; init; }

    /// <inheritdoc/>
    public override Verdict Check(Timeline timeline, string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return int.TryParse(answer.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= Options.Length
            ? new Verdict(Options[number - 1].IsRight ? VerdictKind.Right : VerdictKind.Wrong) { Reason = Options[number - 1].Why }
            : new Verdict(VerdictKind.Unreadable);
    }

    /// <inheritdoc/>
    public override string SolutionIn(Timeline timeline) =>
        (Options.TakeWhile(option => !option.IsRight).Count() + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>One of several answers.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsRight">Whether it is the right one.</param>
/// <param name="Why">Why it is right or wrong; null for nothing.</param>
public sealed record Option(LocalizedText Text, bool IsRight, LocalizedText? Why);
