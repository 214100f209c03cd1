using Lessons.Exercises;

namespace Simulator.Screens.Stepping.Exercises;

/// <summary>An exercise that is on the screen.</summary>
/// <param name="Exercise">What is asked.</param>
internal sealed record OpenExercise(Exercise Exercise)
{
    /// <summary>Whether it is one of the lesson's, so that what comes of it is kept.</summary>
    public bool IsKept { get; init; } = true;

    /// <summary>Which option or line is chosen, from 0; null for none.</summary>
    public int? Chosen { get; init; }

    /// <summary>The last answer, as it was typed; empty for none.</summary>
    public string Answer { get; init; } = "";

    /// <summary>What there is to say about the last answer; null before one.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>How many hints were asked for, those that uncover the formula, its numbers and the value included.</summary>
    public int Hints { get; init; }

    /// <summary>Whether a hint was asked for after the last answer, so that the hint is what is read now.</summary>
    public bool IsHintLast { get; init; }

    /// <summary>Whether its last hint gave the value away.</summary>
    public bool IsShown { get; init; }

    public bool IsSolved => Verdict?.Kind == VerdictKind.Right;

    /// <summary>Whether an answer is still waited for.</summary>
    public bool IsOpen => !IsSolved && !IsShown;

    /// <summary>How many options or lines there are to choose from; 0 where a number is typed.</summary>
    public int Choices => Exercise switch
    {
        ChoiceExercise choice => choice.Options.Length,
        WrongLineExercise lines => lines.Lines.Length,
        _ => 0,
    };
}
