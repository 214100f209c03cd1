using System.Collections.Immutable;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Lessons.Exercises;
using Lessons.Quantities;
using Lessons.Reading;

namespace Lessons;

/// <summary>One lesson, read and found right: what is computed, what is said about it, and what documents print.</summary>
public sealed record Lesson
{
    private readonly Lazy<LessonFacts> facts;

    private readonly Lazy<Dictionary<(int Iteration, Address? Stored, (Address, Address)? Derivative), Expectation>> printed;

    /// <summary>A lesson; its properties are to be set.</summary>
    public Lesson()
    {
        printed = new(() => Expectations.ToDictionary(
            expectation => (expectation.Quantity.Iteration, expectation.Quantity.Stored, expectation.Quantity.Derivative)));
        facts = new(() => LessonFacts.Of(Fitting!.Network, Training!, Iterations));
    }

    /// <summary>The name by which the command line knows the lesson: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The file it was read from, as the reader was given it.</summary>
    public required string File { get; init; }

    /// <summary>The title, for lists and the title bar.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What the lesson teaches, in a sentence or two.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>The document whose numbers it reproduces; null where there is none.</summary>
    public string? Document { get; init; }

    /// <summary>The network, its data and how it is trained.</summary>
    public required Training Training { get; init; }

    /// <summary>How the training is run epoch by epoch and measured.</summary>
    public required Fitting Fitting { get; init; }

    /// <summary>The number of the lesson's last iteration, at least that of its training's first.</summary>
    public required int Iterations { get; init; }

    /// <summary>What the lesson says about each phase; a phase may be without.</summary>
    public required ImmutableDictionary<Phase, LocalizedText> Stages { get; init; }

    /// <summary>The stops worth a word, in the lesson's own order; may be empty.</summary>
    public required ImmutableArray<TourStop> Tour { get; init; }

    /// <summary>The chapter it belongs to; null where it belongs to none.</summary>
    public Chapter? Chapter { get; init; }

    /// <summary>What the learner is asked, in the lesson's own order; may be empty.</summary>
    public ImmutableArray<Exercise> Exercises { get; init; } = [];

    /// <summary>Every number that the document prints; may be empty.</summary>
    public required ImmutableArray<Expectation> Expectations { get; init; }

    /// <summary>The counts and sizes that the document prints, known before any number is computed; may be empty.</summary>
    public ImmutableArray<FactExpectation> FactExpectations { get; init; } = [];

    /// <summary>What the lesson teaches, by the ids of the glossary; may be empty.</summary>
    public ImmutableArray<string> Concepts { get; init; } = [];

    /// <summary>How many numbers it is checked against.</summary>
    public int PrintedNumbers => Expectations.Length + FactExpectations.Length;

    /// <summary>What is known before any number is computed.</summary>
    public LessonFacts Facts => facts.Value;

    /// <summary>The file's keys and values, to make other lessons from; null where the lesson was not read from a file.</summary>
    internal MappingNode? Source { get; init; }

    /// <summary>The steps of an iteration.</summary>
    public Plan Plan => Training.Plan;

    /// <summary>The number that the document prints for a quantity; null where it prints none.</summary>
    public Expectation? ExpectationOf(ResolvedQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return printed.Value.GetValueOrDefault((quantity.Iteration, quantity.Stored, quantity.Derivative));
    }

    /// <summary>A new walk through the lesson's iterations.</summary>
    public Timeline NewTimeline() => new(Training, Iterations);
}

/// <summary>A stop of a tour.</summary>
/// <param name="At">The number that is computed at this moment.</param>
/// <param name="Show">Another quantity to look at there, such as a derivative that no step stores; null for none.</param>
/// <param name="Text">What is said there.</param>
public sealed record TourStop(ResolvedQuantity At, ResolvedQuantity? Show, LocalizedText Text)
{
    /// <summary>What a class is asked while the number is covered; null for what it is.</summary>
    public LocalizedText? Ask { get; init; }

    /// <summary>What only the teacher reads; null for nothing.</summary>
    public LocalizedText? Notes { get; init; }
}

/// <summary>A number that a document prints.</summary>
/// <param name="Quantity">What it is.</param>
/// <param name="Printed">The number as printed.</param>
/// <param name="Source">Document and section.</param>
/// <param name="Line">The line of the lesson file that says so.</param>
public sealed record Expectation(ResolvedQuantity Quantity, PrintedNumber Printed, Citation Source, int Line);

/// <summary>A count or size that a document prints.</summary>
/// <param name="Fact">Which of the lesson's <see cref="LessonFacts"/>.</param>
/// <param name="Printed">The number as printed.</param>
/// <param name="Source">Document and section.</param>
/// <param name="Line">The line of the lesson file that says so.</param>
public sealed record FactExpectation(string Fact, PrintedNumber Printed, Citation Source, int Line);

/// <summary>Where an expected number comes from: a document, or a script that computes it independently.</summary>
/// <param name="Document">The document's file name; null where there is none.</param>
/// <param name="Oracle">The script's name; null where there is none.</param>
/// <param name="Section">The heading under which it is printed, or what the script does.</param>
public sealed record Citation(string? Document, string? Oracle, string Section)
{
    /// <summary>"document, section", or the section alone.</summary>
    public override string ToString() => (Document ?? (Oracle is null ? null : Oracle + ".py")) is { } file ? $"{file}, {Section}" : Section;
}
