using System.Collections.Immutable;
using Engine.Planning;
using Lessons;
using Simulator.App;
using Simulator.Screens.Stepping;

namespace Simulator.Resources;

/// <summary>
/// Every word of the user interface in one language. A word that one language lacks does not compile. Command-line help and
/// error messages about files and usage are in English only, as their readers' tools expect.
/// </summary>
internal sealed record Words
{
    public required string PickerTitle { get; init; }

    public required string PickerHint { get; init; }

    public required string PickerEmpty { get; init; }

    public required Func<int, string> NumbersChecked { get; init; }

    public required string SummaryLayer { get; init; }

    public required string SummaryOutput { get; init; }

    public required string SummaryParameters { get; init; }

    public required string SummaryInputs { get; init; }

    public required string SummaryBatch { get; init; }

    public required Func<string, string> SummaryTotal { get; init; }

    public required Func<string, string, string> SummaryParts { get; init; }

    public required string Epoch { get; init; }

    public required string Loss { get; init; }

    public required Func<string, string> Validation { get; init; }

    public required Func<int, int, string> StoppedEarly { get; init; }

    public required string TooSmall { get; init; }

    public required Func<int, int, string> TooSmallNeeds { get; init; }

    public required Func<int, int, string> IterationOf { get; init; }

    public required Func<int, int, string> StepOf { get; init; }

    public required Func<int, int, string> StopOf { get; init; }

    public required string BeforeFirstStep { get; init; }

    public required string Tour { get; init; }

    public required Func<Phase, string> Phase { get; init; }

    public required Func<StepSize, string> Level { get; init; }

    public required string Network { get; init; }

    public required string Explanation { get; init; }

    public required string Values { get; init; }

    public required string Text { get; init; }

    public required string Sample { get; init; }

    public required string Given { get; init; }

    public required string GivenByData { get; init; }

    public required string GivenAsStart { get; init; }

    public required string GivenByChance { get; init; }

    public required Func<string, int, string> GivenByUpdate { get; init; }

    public required string GivenAsSetting { get; init; }

    public required string GivenAsState { get; init; }

    /// <summary>The language that they are in.</summary>
    public required Language Language { get; init; }

    public required string Document { get; init; }

    /// <summary>What stands before a number that a script computed apart from the program.</summary>
    public required string Oracle { get; init; }

    /// <summary>What stands before an expected number: whether a document prints it or a script computed it.</summary>
    public string OriginOf(Citation source) => source.Oracle is null ? Document : Oracle;

    public required string Difference { get; init; }

    public required string Tolerance { get; init; }

    public required string NothingComputedYet { get; init; }

    /// <summary>What ∂ means in the drawing of the network.</summary>
    public required string LegendGradient { get; init; }

    /// <summary>What ✓, ✗ and Δ mean.</summary>
    public required string LegendPrinted { get; init; }

    /// <summary>What ▶, › and · mean in the table of numbers.</summary>
    public required string LegendValues { get; init; }

    public required Func<int, string> More { get; init; }

    public required string MoreBelow { get; init; }

    public required Func<int, string> FoldedUnits { get; init; }

    public required string GoToPrompt { get; init; }

    public required string GoToHelp { get; init; }

    public required Func<string, string> NoSuchQuantity { get; init; }

    /// <summary>What to do about a text that is not like any quantity.</summary>
    public required string NoQuantityLike { get; init; }

    public required Func<string, string> DidYouMean { get; init; }

    public required Func<int, int, string> NoSuchIteration { get; init; }

    public required Func<long, string> NoSuchStep { get; init; }

    public required string AtEnd { get; init; }

    public required string AtEndOfTour { get; init; }

    public required string AtStart { get; init; }

    public required string NoTour { get; init; }

    public required string NothingToFollow { get; init; }

    public required string NowhereToReturn { get; init; }

    public required string NowhereForth { get; init; }

    public required Func<string, string> Marked { get; init; }

    /// <summary>That a letter has no place, and which letters have one.</summary>
    public required Func<string, string, string> NoMark { get; init; }

    public required Func<string, string> OneLetter { get; init; }

    public required string GoToIteration { get; init; }

    public required string GoToEpoch { get; init; }

    public required Func<int, int, string> NoSuchEpoch { get; init; }

    /// <summary>That a word is none of those that are known.</summary>
    public required Func<string, string, string> OneOf { get; init; }

    public required string ShowPicture { get; init; }

    public required string ShowPanel { get; init; }

    public required string FileName { get; init; }

    public required Func<string, string> Saved { get; init; }

    public required Func<string, string, string> NotSaved { get; init; }

    public required string NoSuchFolder { get; init; }

    public required string NotAllowed { get; init; }

    public required string FileExists { get; init; }

    public required string NoSuchShare { get; init; }

    public required string NoSubjects { get; init; }

    public required string NoCursor { get; init; }

    public required Func<int, string> Seeking { get; init; }

    public required string GiveUp { get; init; }

    public required string GivenUp { get; init; }

    /// <summary>That something is left out of the screen, and how to have it computed after all.</summary>
    public required string GivenUpForNow { get; init; }

    /// <summary>How many terms of how many have been added.</summary>
    public required Func<int, int, string> TermOf { get; init; }

    public required Func<KeySection, string> Section { get; init; }

    /// <summary>The words of branches and of two lanes side by side.</summary>
    public required LaneWords Lanes { get; init; }

    /// <summary>The title of the list of what may be meant, given how many there are.</summary>
    public required Func<int, string> Suggestions { get; init; }

    /// <summary>The heading of what can be typed after the colon.</summary>
    public required string Commands { get; init; }

    /// <summary>Signs of the screen and what they mean.</summary>
    public required ImmutableArray<(string Sign, string Meaning)> LegendLines { get; init; }

    /// <summary>That nothing is like what is typed.</summary>
    public required string NoSuggestion { get; init; }

    /// <summary>How far steps go now, and whether the tour was left for it.</summary>
    public required Func<string, bool, string> SizeChosen { get; init; }

    /// <summary>The heading of what marks mean.</summary>
    public required string Legend { get; init; }

    /// <summary>What stands before a term of the glossary.</summary>
    public required string Term { get; init; }

    public required Func<string, string> NoSuchTerm { get; init; }

    public required Func<string, string> UnknownKey { get; init; }

    public required string HelpTitle { get; init; }

    public required string HelpClose { get; init; }

    public required Func<UserAction, string> Action { get; init; }

    public required Func<UserAction, string> ShortAction { get; init; }

    public required string CountHelp { get; init; }

    public required string OpenInTerminal { get; init; }

    public required string AllCommands { get; init; }

    public required string LessonWord { get; init; }

    public required string Quantity { get; init; }

    public required string Iteration { get; init; }

    public required string Formula { get; init; }

    public required string WithNumbers { get; init; }

    public required string Value { get; init; }

    public required string Printed { get; init; }

    public required string Computed { get; init; }

    public required string Source { get; init; }

    public required string MadeFrom { get; init; }

    /// <summary>What stands for ✓ where only ASCII characters may be written.</summary>
    public required string Matches { get; init; }

    /// <summary>What stands for ✗ there.</summary>
    public required string Differs { get; init; }

    /// <summary>How many numbers were checked, how many match, how many differ.</summary>
    public required Func<int, int, int, string> CheckSummary { get; init; }

    /// <summary>How many operations a phase has and how many numbers they compute.</summary>
    public required Func<int, int, string> PhaseSummary { get; init; }

    // Breakpoints, watches, changes and provenance
    public required TracingWords Tracing { get; init; }

    // Drawings of the network and of matrices

    public required DrawingWords Drawings { get; init; }

    // Plots
    public required PlotWords Plots { get; init; }

    // Exercises, hints and verdicts
    public required LearningWords Learning { get; init; }

    // Class mode
    public required ClassWords Class { get; init; }

    // The list of lessons and of the welcome
    public required PickerWords Picker { get; init; }

    // Settings and themes
    public required DeskWords Desk { get; init; }

    // Transcripts
    public required TranscriptWords Transcript { get; init; }

    public static Words In(Language language) => language == Language.Korean ? KoreanWords.All : EnglishWords.All;
}
