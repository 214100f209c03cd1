using System.Collections.Immutable;
using Engine.Planning;
using Simulator.Transcripts;

namespace Simulator.Resources;

/// <summary>The words of transcripts in one language.</summary>
internal sealed record TranscriptWords
{
    public static TranscriptWords English => EnglishTranscriptWords.All;

    public static TranscriptWords Korean => KoreanTranscriptWords.All;

    public required SpeechWords Speech { get; init; }

    public required string Arrow { get; init; }

    public required string AtMost { get; init; }

    public required string AtLeast { get; init; }

    public required string Unequal { get; init; }

    public required string Agrees { get; init; }

    public required string Differs { get; init; }

    public required string Root { get; init; }

    public required string SumSign { get; init; }

    public required Func<Phase, string> Phase { get; init; }

    /// <summary>What a number is, where it belongs and its iteration.</summary>
    public required Func<string, string, int, string> Heading { get; init; }

    public required string Derived { get; init; }

    /// <summary>The beginning of a sentence with a formula; without a name it speaks of what was named last.</summary>
    public required Func<string?, string, string> Formula { get; init; }

    /// <summary>How that sentence ends where nothing else follows.</summary>
    public required string FormulaEnd { get; init; }

    /// <summary>How that sentence goes on with numbers put in, and the value where it is known.</summary>
    public required Func<string, string?, string> WithNumbers { get; init; }

    /// <summary>How that sentence ends with nothing but the value.</summary>
    public required Func<string, string> OnlyValue { get; init; }

    public required Func<string?, string, string> ValueIs { get; init; }

    /// <summary>What remains of a formula in which numbers choose.</summary>
    public required Func<string, string> Chosen { get; init; }

    /// <summary>What a function that has a name stands for.</summary>
    public required Func<string, string> Body { get; init; }

    /// <summary>The chain rule with symbols, and with numbers where they are known.</summary>
    public required Func<string, string?, string> Chain { get; init; }

    /// <summary>That a number does not depend on another.</summary>
    public required Func<string, string, string> Unreached { get; init; }

    public required Func<string, string> PrintedAgrees { get; init; }

    public required Func<string, string> CheckedAgrees { get; init; }

    public required Func<string, string, string> CheckedDiffers { get; init; }

    public required Func<string, string, string> PrintedDiffers { get; init; }

    public required string NotYet { get; init; }

    public required Func<int, int, string> Iteration { get; init; }

    public required string Given { get; init; }

    /// <summary>A phase and what the lesson says about it.</summary>
    public required Func<string, string?, string> PhaseBegins { get; init; }

    public required Func<int, int, string, string> Stop { get; init; }

    /// <summary>That so many terms of so many of a number's sum have been added: their formula, and with numbers.</summary>
    public required Func<string, int, int, string, string, string> TermsOf { get; init; }

    /// <summary>That a step longer than a number was made, and to which phase and iteration.</summary>
    public required Func<string, string, int, string> StepDone { get; init; }

    public required string NoGradient { get; init; }

    public required Func<string, string, string> ValueInList { get; init; }

    public required Func<int, string, string> Computed { get; init; }

    public required Func<int, string> AndMore { get; init; }

    public required string AtStart { get; init; }

    public required Func<string, string> Branch { get; init; }

    public required Func<string, string> ChosenNumber { get; init; }

    public required Func<string, string> StepsGo { get; init; }

    public required string TourOn { get; init; }

    public required string TourOff { get; init; }

    public required Func<string, string> Shown { get; init; }

    public required Func<string, string> Working { get; init; }

    public required string Empty { get; init; }

    public required Func<int, string, string> Row { get; init; }

    public required Func<string, int, string> List { get; init; }

    /// <summary>What can be typed, a line for each.</summary>
    public required ImmutableArray<string> Help { get; init; }

    public required string Welcome { get; init; }

    public required string Prompt { get; init; }

    public required Func<string, string> Unfinished { get; init; }

    public required Func<string, string> MayBe { get; init; }

    public required Func<int, int, string, string> ExerciseIs { get; init; }

    public required Func<int, string, string> Option { get; init; }

    /// <summary>A line of a worked solution: its number and its sentence.</summary>
    public required Func<int, string, string> Line { get; init; }

    public required Func<int, string> AnswerWithNumber { get; init; }

    public required Func<int, string> AnswerWithChoice { get; init; }

    public required string AskAnswer { get; init; }

    public required string NoExerciseHere { get; init; }

    public required string NotInBranch { get; init; }

    public required string Lessons { get; init; }

    public required string ChooseLesson { get; init; }

    public required Func<string, string> NoSuchLesson { get; init; }

    /// <summary>The words that mean a command, the best first; letters and signs mean it in every language.</summary>
    public required Func<TranscriptCommand, ImmutableArray<string>> CommandWords { get; init; }
}
