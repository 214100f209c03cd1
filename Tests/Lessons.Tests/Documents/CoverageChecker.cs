using System.Collections.Immutable;
using Lessons.Quantities;
using Lessons.Reading;

namespace Lessons.Tests.Documents;

/// <summary>Holds a catalogue and lessons against each other: each says the same of the documents, and nothing is left out.</summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="lessons">The lessons.</param>
internal sealed class CoverageChecker(Catalogue catalogue, IReadOnlyList<Lesson> lessons)
{
    /// <summary>The reason of a number that the document has printed before.</summary>
    private const string Repeated = "repeated";

    private readonly Dictionary<string, Lesson> byId = lessons.ToDictionary(lesson => lesson.Id);
    private readonly HashSet<string> reasons = [.. catalogue.Reasons.Select(reason => reason.Id)];

    /// <summary>A printed number as a lesson writes it: without the commas of thousands and numpy's point at the end.</summary>
    public static string AsInLessons(string printed) => printed.Replace(",", "", StringComparison.Ordinal).TrimEnd('.');

    /// <summary>What the catalogue says that is not so, as <c>file:line: …</c>.</summary>
    public IEnumerable<string> MistakesOfTheCatalogue() =>
        catalogue.Documents.SelectMany(MistakesOf)
            .Concat(catalogue.Documents.GroupBy(document => document.Name).Where(same => same.Count() > 1).Select(same => $"{same.Last().Place}: {same.Key} is catalogued twice"))
            .Concat(catalogue.Reasons.Where(reason => !ReasonsGiven().Contains(reason.Id)).Select(reason => $"{reason.Place}: nothing gives the reason '{reason.Id}'"));

    /// <summary>What a lesson cites that the catalogue does not have, as <c>file:line: …</c>.</summary>
    public IEnumerable<string> MistakesOf(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var expected = lesson.Expectations.Select(expectation => (expectation.Line, expectation.Printed, expectation.Source))
            .Concat(lesson.FactExpectations.Select(expectation => (expectation.Line, expectation.Printed, expectation.Source)));
        HashSet<Citation> unknown = [];
        foreach ((int line, PrintedNumber printed, Citation source) in expected.Where(expectation => expectation.Source.Oracle is null))
        {
            CataloguedSection[] sections = [.. SectionsOf(source)];
            if (sections.Length == 0 && !unknown.Add(source))
            {
                continue;
            }

            if (source.Document is null)
            {
                yield return $"{lesson.File}:{line}: '{source.Section}' names neither a document nor an oracle";
            }
            else if (sections.Length == 0)
            {
                yield return $"{lesson.File}:{line}: the catalogue has no section '{source.Section}' in {source.Document}; headings go without the marks that make them so (##)";
            }
            else if (!sections.SelectMany(section => section.Numbers).SelectMany(number => CatalogueReader.NumbersIn(number.Printed)).Any(number => AsInLessons(number) == printed.Text))
            {
                yield return $"{lesson.File}:{line}: the catalogue has no number {printed.Text} in {source}";
            }
        }
    }

    private IEnumerable<string> MistakesOf(CataloguedDocument document)
    {
        int before = 0;
        HashSet<string> printed = [];
        foreach (CataloguedSection section in document.Sections)
        {
            if (section.Line <= before)
            {
                yield return $"{section.Place}: line {section.Line} follows line {before}";
            }

            if (section.WhyNot is null && section.Numbers.IsEmpty && section.Concepts.IsEmpty)
            {
                yield return $"{section.Place}: '{section.Heading}' has neither numbers nor concepts, nor says why not";
            }

            foreach (string mistake in MistakeOfReason(section.WhyNot, section.Place)
                .Concat(section.Numbers.SelectMany(number => MistakesOf(document, section, number).Concat(MistakesOfRepetition(number, printed))))
                .Concat(section.Concepts.SelectMany(MistakesOf)))
            {
                yield return mistake;
            }

            before = section.Line;
        }
    }

    private IEnumerable<string> MistakesOf(CataloguedDocument document, CataloguedSection section, CataloguedNumber number) =>
        MistakeOfReason(number.WhyNot, number.Place).Concat(number.Covers.SelectMany(cover => MistakesOf(document, section, number, cover)));

    /// <summary>Which numbers are said to be repeated and are not; the others join those that are printed.</summary>
    private static IEnumerable<string> MistakesOfRepetition(CataloguedNumber number, HashSet<string> printed)
    {
        ImmutableArray<string> numbers = CatalogueReader.NumbersIn(number.Printed);
        if (number.WhyNot == Repeated)
        {
            return numbers.Where(one => !printed.Contains(AsInLessons(one))).Select(one => $"{number.Place}: {one} is not printed before");
        }

        printed.UnionWith(numbers.Select(AsInLessons));
        return [];
    }

    private IEnumerable<string> MistakesOf(CataloguedDocument document, CataloguedSection section, CataloguedNumber number, NumberCover cover)
    {
        if (!byId.TryGetValue(cover.Lesson, out Lesson? lesson))
        {
            return [$"{number.Place}: there is no lesson '{cover.Lesson}'"];
        }

        ImmutableArray<string> printed = CatalogueReader.NumbersIn(number.Printed);
        return printed.Length != cover.Names.Length
            ? [$"{number.Place}: '{number.Printed}' is {printed.Length} numbers, and {cover.Names.Length} names stand for them"]
            : printed.Zip(cover.Names)
                .Select(pair => MistakeOf(lesson, cover.Kind, pair.Second, AsInLessons(pair.First), document.Name, section.Heading))
                .OfType<string>()
                .Select(mistake => $"{number.Place}: {mistake}");
    }

    private static string? MistakeOf(Lesson lesson, CoverKind kind, string name, string printed, string document, string heading)
    {
        if (kind == CoverKind.Summary)
        {
            FactExpectation? fact = lesson.FactExpectations.FirstOrDefault(fact => fact.Fact == name);
            return MistakeOf(lesson, name, printed, document, heading, fact?.Printed, fact?.Source);
        }

        if (kind == CoverKind.Setting)
        {
            string[] settings = [.. TextsOf(lesson.Source!, name)];
            return settings.Contains(printed) ? null : $"the lesson '{lesson.Id}' has no {name}: {printed}, but {(settings.Length == 0 ? "none" : string.Join(", ", settings))}";
        }

        if (kind == CoverKind.Given && SizeOf(lesson, name) is { } size)
        {
            return MistakeOfGiven(lesson, name, printed, size);
        }

        if (!new QuantityResolver(lesson.Plan, lesson.Iterations).TryResolve(name, 1, out ResolvedQuantity? quantity, out QuantityError? error))
        {
            return $"the lesson '{lesson.Id}' has no {name}: found {error.Found}; expected {error.Expected}";
        }

        if (kind == CoverKind.Given)
        {
            return MistakeOfGiven(lesson, name, printed, quantity.ValueIn(lesson.NewTimeline().At(quantity.Iteration)));
        }

        Expectation? expectation = lesson.ExpectationOf(quantity);
        return MistakeOf(lesson, name, printed, document, heading, expectation?.Printed, expectation?.Source);
    }

    private static string? MistakeOfGiven(Lesson lesson, string name, string printed, double value) =>
        !PrintedNumber.TryParse(printed, exact: true, out PrintedNumber given, out string? reason) ? $"{printed} is no number: {reason}"
        : given.Matches(value) ? null
        : $"the lesson '{lesson.Id}' has {name} = {value}, not {printed}";

    /// <summary>A count or size of the lesson; null where the name is none.</summary>
    private static double? SizeOf(Lesson lesson, string name) =>
        name == "inputs" ? lesson.Fitting.Network.Inputs.Sum(input => input.Features.Size)
        : lesson.Facts.Values.TryGetValue(name, out double size) ? size
        : null;

    /// <summary>What is written for a key, wherever it stands.</summary>
    private static IEnumerable<string> TextsOf(SourceNode node, string key) => node switch
    {
        SequenceNode sequence => sequence.Items.SelectMany(item => TextsOf(item, key)),
        MappingNode mapping => mapping.Entries.SelectMany(entry =>
            entry is { Key.Text: var name, Value: ScalarNode value } && name == key ? [value.Text] : TextsOf(entry.Value, key)),
        _ => [],
    };

    private static string? MistakeOf(Lesson lesson, string name, string printed, string document, string heading, PrintedNumber? expected, Citation? source) =>
        expected is null || source is null ? $"the lesson '{lesson.Id}' does not expect {name}"
        : expected.Value.Text != printed ? $"the lesson '{lesson.Id}' expects {name} to be {expected.Value.Text}, not {printed}"
        : source.Document != document || source.Section != heading ? $"the lesson '{lesson.Id}' expects {name} by '{source}', not by '{document}, {heading}'"
        : null;

    private IEnumerable<string> MistakesOf(CataloguedConcept concept)
    {
        foreach (string mistake in MistakeOfReason(concept.WhyNot, concept.Place))
        {
            yield return mistake;
        }

        foreach (string id in concept.Lessons)
        {
            if (!byId.TryGetValue(id, out Lesson? lesson))
            {
                yield return $"{concept.Place}: there is no lesson '{id}'";
            }
            else if (!lesson.Concepts.Contains(concept.Name))
            {
                yield return $"{concept.Place}: the lesson '{id}' does not list the concept '{concept.Name}'";
            }
        }
    }

    private IEnumerable<string> MistakeOfReason(string? reason, string place) =>
        reason is null || reasons.Contains(reason) ? [] : [$"{place}: '{reason}' is none of the reasons"];

    private IEnumerable<CataloguedSection> SectionsOf(Citation source) =>
        catalogue.Documents.Where(document => document.Name == source.Document).SelectMany(document => document.Sections).Where(section => section.Heading == source.Section);

    private HashSet<string?> ReasonsGiven()
    {
        CataloguedSection[] sections = [.. catalogue.Documents.SelectMany(document => document.Sections)];
        return
        [
            .. sections.Select(section => section.WhyNot),
            .. sections.SelectMany(section => section.Numbers).Select(number => number.WhyNot),
            .. sections.SelectMany(section => section.Concepts).Select(concept => concept.WhyNot),
        ];
    }
}
