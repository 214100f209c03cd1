using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Lessons.Tests.Documents;

/// <summary>Writes <c>docs/coverage.md</c>: what of the documents is in which lesson, and why the rest is in none.</summary>
internal static class CoveragePage
{
    /// <summary>How the page is written anew.</summary>
    public const string HowToUpdate = "UPDATE_DOCS=1 dotnet test Tests/Lessons.Tests --filter CoverageTests";

    private const string Head =
        $"""
        # Coverage

        What of the teaching documents is in which lesson, and why the rest is in none. The documents are not part of this repository; a section is
        named by its heading and the line that it stands in.

        This page is generated from the catalogue in `Tests/Lessons.Tests/Documents` and held against the lessons by `CoverageTests`. A number counts as covered where
        a lesson expects exactly the printed digits of that quantity by that document and section; or, as `given` and `set` say, has that number without expecting it, as
        data, a weight or a size, or as a key of its file. Whether the program computes what is expected is held by `ShippedLessonsTests`. Do not edit this page: change
        the catalogue, then write the page anew.

        ```console
        $ {HowToUpdate}
        ```

        Left out are the numbers of lists, of cells of a notebook and of names (the 1 of w1), and those of addresses.

        """;

    /// <summary>The whole page.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="lessons">The lessons.</param>
    public static string Of(Catalogue catalogue, IReadOnlyList<Lesson> lessons)
    {
        StringBuilder page = new(Head.ReplaceLineEndings("\n"));
        WriteSummary(page, catalogue);
        WriteReasons(page, catalogue);
        foreach (CataloguedDocument document in catalogue.Documents)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {document.Name}\n\n{document.Title}\n");
            foreach (CataloguedSection section in document.Sections)
            {
                WriteSection(page, section);
            }
        }

        WriteLinks(page, catalogue, lessons);
        return page.ToString();
    }

    private static void WriteSummary(StringBuilder page, Catalogue catalogue)
    {
        page.Append("\n| document | sections | numbers | in lessons | in none | concepts | in lessons | in none |\n|---|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (CataloguedDocument document in catalogue.Documents)
        {
            WriteSums(page, $"[{document.Name}](#{document.Name.Replace(".", "", StringComparison.Ordinal)})", document.Sections);
        }

        WriteSums(page, "all", [.. catalogue.Documents.SelectMany(document => document.Sections)]);
        page.Append("\nA number of a printed row counts by itself; a concept counts once for each section that names it.\n");
    }

    private static void WriteSums(StringBuilder page, string name, ImmutableArray<CataloguedSection> sections)
    {
        CataloguedConcept[] concepts = [.. sections.SelectMany(section => section.Concepts)];
        int covered = Count(number => !number.Covers.IsEmpty);
        int uncovered = Count(number => number.Covers.IsEmpty);
        int taught = concepts.Count(concept => !concept.Lessons.IsEmpty);
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {sections.Length} | {covered + uncovered} | {covered} | {uncovered} | {concepts.Length} | {taught} | {concepts.Length - taught} |\n");

        int Count(Func<CataloguedNumber, bool> which) =>
            sections.SelectMany(section => section.Numbers).Where(which).Sum(number => CatalogueReader.NumbersIn(number.Printed).Length);
    }

    private static void WriteReasons(StringBuilder page, Catalogue catalogue)
    {
        page.Append("\n## Why something is in no lesson\n\n| reason | |\n|---|---|\n");
        foreach (CataloguedReason reason in catalogue.Reasons)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {reason.Id} | {Cell(reason.Text)} |\n");
        }
    }

    private static void WriteSection(StringBuilder page, CataloguedSection section)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {section.Heading} (line {section.Line})\n");
        if (section.WhyNot is { } whyNot)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nNot covered: {whyNot}.\n");
        }

        if (!section.Numbers.IsEmpty)
        {
            page.Append("\n| printed | what it is | where |\n|---|---|---|\n");
            foreach (CataloguedNumber number in section.Numbers)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {Cell(number.Printed)} | {Cell(number.What)} | {WhereOf(number)} |\n");
            }
        }

        if (!section.Concepts.IsEmpty)
        {
            page.Append("\n| concept | lessons |\n|---|---|\n");
            foreach (CataloguedConcept concept in section.Concepts)
            {
                string where = concept.Lessons.IsEmpty ? $"– {concept.WhyNot}" : string.Join(", ", concept.Lessons.Select(Link));
                page.Append(CultureInfo.InvariantCulture, $"| {Cell(concept.Name)} | {where} |\n");
            }
        }
    }

    private static string WhereOf(CataloguedNumber number) =>
        number.Covers.IsEmpty
            ? $"– {number.WhyNot}"
            : string.Join("; ", number.Covers.Select(cover =>
                $"{Link(cover.Lesson)}: {Before(cover.Kind)}{string.Join(", ", cover.Names.Select(name => $"`{name}`"))}"));

    private static string Before(CoverKind kind) => kind switch
    {
        CoverKind.Given => "given ",
        CoverKind.Setting => "set ",
        _ => "",
    };

    /// <summary>Where the names of lessons lead to: their files, so that the rows above stay readable as text.</summary>
    private static void WriteLinks(StringBuilder page, Catalogue catalogue, IReadOnlyList<Lesson> lessons)
    {
        CataloguedSection[] sections = [.. catalogue.Documents.SelectMany(document => document.Sections)];
        HashSet<string> named =
        [
            .. sections.SelectMany(section => section.Numbers).SelectMany(number => number.Covers).Select(cover => cover.Lesson),
            .. sections.SelectMany(section => section.Concepts).SelectMany(concept => concept.Lessons),
        ];
        page.Append('\n');
        foreach (Lesson lesson in lessons.Where(lesson => named.Contains(lesson.Id)))
        {
            page.Append(CultureInfo.InvariantCulture, $"[{lesson.Id}]: ../Lessons/Catalog/{lesson.File}\n");
        }
    }

    private static string Link(string lesson) => $"[{lesson}]";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
