using System.Collections.Immutable;

namespace Lessons.Tests.Documents;

/// <summary>What the documents say: their sections, the numbers they print and the concepts they name, and where lessons take them up.</summary>
/// <param name="Reasons">Why something is in no lesson, by id, in the order of the file.</param>
/// <param name="Documents">The documents in the order of their names.</param>
internal sealed record Catalogue(ImmutableArray<CataloguedReason> Reasons, ImmutableArray<CataloguedDocument> Documents);

/// <summary>Why a number, a concept or a section is in no lesson.</summary>
/// <param name="Id">The name that entries give.</param>
/// <param name="Text">The reason in a sentence.</param>
/// <param name="Place">Where the catalogue says so, as <c>file:line</c>.</param>
internal sealed record CataloguedReason(string Id, string Text, string Place);

/// <summary>A document.</summary>
/// <param name="Name">Its file name, as lessons cite it.</param>
/// <param name="Title">What it is, in our words.</param>
/// <param name="Place">Where the catalogue says so.</param>
/// <param name="Sections">Its sections in their order.</param>
internal sealed record CataloguedDocument(string Name, string Title, string Place, ImmutableArray<CataloguedSection> Sections);

/// <summary>A section of a document.</summary>
/// <param name="Heading">The heading as it is printed, without the marks that make it one (<c>##</c>); others may have the same.</param>
/// <param name="Line">The line of the document that it stands in, from 1.</param>
/// <param name="WhyNot">Why there is nothing to cover; null where there is something.</param>
/// <param name="Place">Where the catalogue says so.</param>
/// <param name="Numbers">The numbers that it prints.</param>
/// <param name="Concepts">The concepts that it names.</param>
internal sealed record CataloguedSection(
    string Heading, int Line, string? WhyNot, string Place, ImmutableArray<CataloguedNumber> Numbers, ImmutableArray<CataloguedConcept> Concepts);

/// <summary>A printed number, or a row of them.</summary>
/// <param name="Printed">The characters as they are printed.</param>
/// <param name="What">What it is, in our words.</param>
/// <param name="Covers">Where lessons have it, the one that it is told in first; empty where none does.</param>
/// <param name="WhyNot">Why no lesson has it; null where one does.</param>
/// <param name="Place">Where the catalogue says so.</param>
internal sealed record CataloguedNumber(string Printed, string What, ImmutableArray<NumberCover> Covers, string? WhyNot, string Place);

/// <summary>Where a lesson has printed numbers.</summary>
/// <param name="Lesson">The lesson's id.</param>
/// <param name="Kind">What they are in the lesson.</param>
/// <param name="Names">The name of each number in the lesson.</param>
internal sealed record NumberCover(string Lesson, CoverKind Kind, ImmutableArray<string> Names);

/// <summary>What a printed number is in a lesson.</summary>
internal enum CoverKind
{
    /// <summary>A quantity that is expected.</summary>
    Quantity,

    /// <summary>A count or size that is expected.</summary>
    Summary,

    /// <summary>What the lesson has without expecting it: data, a weight, a learning rate, a size, the count of its inputs (<c>inputs</c>).</summary>
    Given,

    /// <summary>A key of the lesson's file that has the number: <c>rate</c>, <c>epochs</c>.</summary>
    Setting,
}

/// <summary>A named concept.</summary>
/// <param name="Name">The id that lessons list; where no lesson teaches it, its name in our words.</param>
/// <param name="Lessons">The ids of the lessons that teach it.</param>
/// <param name="WhyNot">Why no lesson does; null where one does.</param>
/// <param name="Place">Where the catalogue says so.</param>
internal sealed record CataloguedConcept(string Name, ImmutableArray<string> Lessons, string? WhyNot, string Place);
