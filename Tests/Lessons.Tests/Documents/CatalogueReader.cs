using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Lessons.Reading;

namespace Lessons.Tests.Documents;

/// <summary>
/// Reads the catalogue: a file of reasons, and a file for each document. Problems of the form (an unknown key, a number without <c>is</c>) go
/// into the list; whether lessons agree is for <see cref="CoverageChecker"/>.
/// </summary>
internal static partial class CatalogueReader
{
    /// <summary>The file that gives the reasons.</summary>
    public const string ReasonsFile = "reasons.yaml";

    /// <summary>Reads the catalogue of the documents of the lessons that ship.</summary>
    public static Catalogue Load()
    {
        ProblemList problems = new();
        Catalogue catalogue = Read(
            Directory.GetFiles(TestFiles.PathOf("Documents"), "*.yaml").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
            problems);
        problems.Count.ShouldBe(0, problems.ToString());
        return catalogue;
    }

    /// <summary>Reads a catalogue.</summary>
    /// <param name="files">The name and the text of each file.</param>
    /// <param name="problems">Where problems go.</param>
    public static Catalogue Read(IEnumerable<(string Name, string Text)> files, ProblemList problems)
    {
        var reasons = ImmutableArray.CreateBuilder<CataloguedReason>();
        var documents = ImmutableArray.CreateBuilder<CataloguedDocument>();
        foreach ((string name, string text) in files)
        {
            if (SourceDocument.Parse(text, name, problems, "a catalogue") is not { } root)
            {
                continue;
            }

            MappingReader reader = new(root, name, problems, "the catalogue");
            if (name == ReasonsFile)
            {
                foreach ((ScalarNode id, SourceNode reason) in reader.RequiredEntries("reasons"))
                {
                    reasons.Add(new CataloguedReason(id.Text, reader.Nodes.Text(reason) ?? "", PlaceOf(reader, id)));
                }
            }
            else
            {
                documents.Add(new CataloguedDocument(
                    reader.RequiredText("document") ?? "", reader.RequiredText("title") ?? "", PlaceOf(reader, root), ReadSections(reader)));
            }

            reader.Finish();
        }

        return new Catalogue(reasons.ToImmutable(), documents.ToImmutable());
    }

    /// <summary>The numbers in printed characters: <c>1.2</c> and <c>3.1</c> of <c>[1.2, 3.1]</c>, <c>2,593,025</c> of itself.</summary>
    public static ImmutableArray<string> NumbersIn(string printed) => [.. Numbers().Matches(printed).Select(match => match.Value)];

    /// <summary>The names that a name with ranges stands for: <c>x[2,1..3]</c> for <c>x[2,1]</c>, <c>x[2,2]</c> and <c>x[2,3]</c>.</summary>
    public static ImmutableArray<string> Expand(string name)
    {
        Match range = Range().Match(name);
        if (!range.Success)
        {
            return [name];
        }

        int first = int.Parse(range.Groups["first"].Value, CultureInfo.InvariantCulture);
        int last = int.Parse(range.Groups["last"].Value, CultureInfo.InvariantCulture);
        return
        [
            .. Enumerable.Range(first, Math.Max(0, last - first + 1))
                .SelectMany(number => Expand($"{name[..range.Index]}{number}{name[(range.Index + range.Length)..]}")),
        ];
    }

    private static ImmutableArray<CataloguedSection> ReadSections(MappingReader document)
    {
        var sections = ImmutableArray.CreateBuilder<CataloguedSection>();
        foreach (SourceNode item in document.RequiredItems("sections", 1))
        {
            if (document.Nodes.Mapping(item, "the section") is not { } section)
            {
                continue;
            }

            string? lesson = section.OptionalText("lesson");
            sections.Add(new CataloguedSection(
                section.RequiredText("heading") ?? "",
                section.RequiredInteger("line", 1) ?? 0,
                section.OptionalText("why-not"),
                PlaceOf(section, item),
                [.. section.OptionalItems("numbers", 1).Select(number => ReadNumber(section.Nodes, number, lesson)).OfType<CataloguedNumber>()],
                [.. section.OptionalItems("concepts", 1).Select(concept => ReadConcept(section.Nodes, concept)).OfType<CataloguedConcept>()]));
        }

        return sections.ToImmutable();
    }

    private static CataloguedNumber? ReadNumber(NodeReader nodes, SourceNode item, string? sectionLesson)
    {
        if (nodes.Mapping(item, "the number") is not { } number)
        {
            return null;
        }

        string? whyNot = number.OptionalText("why-not");
        string? lesson = number.OptionalText("lesson");
        (CoverKind Kind, SourceNode? Names)[] kinds =
        [
            (CoverKind.Quantity, number.OptionalNode("quantity")),
            (CoverKind.Summary, number.OptionalNode("summary")),
            (CoverKind.Given, number.OptionalNode("given")),
            (CoverKind.Setting, number.OptionalNode("setting")),
        ];
        (CoverKind Kind, SourceNode? Names)[] present = [.. kinds.Where(kind => kind.Names is not null)];
        if (present.Length + (whyNot is null ? 0 : 1) != 1)
        {
            nodes.Report(item, "one of 'quantity', 'summary', 'given', 'setting' and 'why-not'", "write one of them", "a number with none or several of them");
        }
        else if (whyNot is not null && (lesson is not null || number.Has("also")))
        {
            nodes.Report(item, "either lessons or a reason", "remove one of the two", "a number with both a lesson and 'why-not'");
        }
        else if (whyNot is null && (lesson ?? sectionLesson) is null)
        {
            nodes.Report(item, "the key 'lesson'", "add 'lesson: …' to the number or its section", "a number without a lesson");
        }

        var covers = ImmutableArray.CreateBuilder<NumberCover>();
        if (present is [var only] && (lesson ?? sectionLesson) is { } id)
        {
            covers.Add(new NumberCover(id, only.Kind, ReadNames(nodes, only.Names!)));
        }

        foreach ((ScalarNode other, SourceNode names) in number.OptionalEntries("also"))
        {
            covers.Add(new NumberCover(other.Text, CoverKind.Quantity, ReadNames(nodes, names)));
        }

        return new CataloguedNumber(
            number.RequiredText("printed") ?? "",
            number.RequiredText("is") ?? "",
            whyNot is null ? covers.ToImmutable() : [],
            whyNot,
            PlaceOf(number, item));
    }

    private static CataloguedConcept? ReadConcept(NodeReader nodes, SourceNode item)
    {
        if (nodes.Mapping(item, "the concept") is not { } concept)
        {
            return null;
        }

        string? whyNot = concept.OptionalText("why-not");
        ImmutableArray<string> lessons = concept.OptionalNode("lessons") is { } list ? ReadNames(concept.Nodes, list) : [];
        if (lessons.IsEmpty == whyNot is null)
        {
            nodes.Report(item, "one of 'lessons' and 'why-not'", "write one of them", "a concept with none or both of them");
        }

        return new CataloguedConcept(concept.RequiredText("concept") ?? "", lessons, whyNot, PlaceOf(concept, item));
    }

    /// <summary>A name, or a list of names.</summary>
    private static ImmutableArray<string> ReadNames(NodeReader nodes, SourceNode node) =>
        [.. (node is SequenceNode ? nodes.Items(node, 1) : [node]).Select(nodes.Text).OfType<string>().SelectMany(name => Expand(name))];

    private static string PlaceOf(MappingReader reader, SourceNode node) => $"{reader.Nodes.File}:{node.Line}";

    // A comma belongs to a number only between groups of three digits, and a last point as in "1." is numpy's.
    [GeneratedRegex(@"-?\d+(?:,\d{3})*(?:\.\d*)?", RegexOptions.None, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<first>\d+)\.\.(?<last>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();
}
