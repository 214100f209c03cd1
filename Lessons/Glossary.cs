using System.Collections.Immutable;
using Lessons.Reading;

namespace Lessons;

/// <summary>A term of the field in both languages with what it means.</summary>
/// <param name="Id">The name by which lessons know it, as in <c>concepts: [chain-rule]</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Meaning">What it means, in a sentence or two.</param>
public sealed record GlossaryTerm(string Id, LocalizedText Name, LocalizedText Meaning)
{
    /// <summary>The term with that of the other language: "기울기 (gradient)"; alone where both are the same.</summary>
    /// <param name="language">The language that comes first.</param>
    public string PairedIn(Language language)
    {
        (string own, string other) = language == Language.Korean ? (Name.Korean, Name.English) : (Name.English, Name.Korean);
        return own == other ? own : $"{own} ({other})";
    }
}

/// <summary>The terms that lessons teach, from the file that ships with them.</summary>
public static class Glossary
{
    /// <summary>The file among those of the lessons.</summary>
    private const string File = "glossary.yaml";

    private static readonly Lazy<ImmutableArray<GlossaryTerm>> Read = new(() =>
        [.. ShippedList.Read(File, "terms", ReadTerm).OrderBy(term => term.Id, StringComparer.Ordinal)]);

    /// <summary>All terms, by the alphabet of their ids.</summary>
    public static ImmutableArray<GlossaryTerm> All => Read.Value;

    /// <summary>The term with an id; null where there is none.</summary>
    public static GlossaryTerm? Find(string id) => All.FirstOrDefault(term => term.Id == id);

    /// <summary>The term of an id or of a name in either language, in capital or small letters; null where there is none.</summary>
    public static GlossaryTerm? Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(term => NamesOf(term).Contains(name.Trim(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Everything a term may be called by: its id and its names.</summary>
    public static ImmutableArray<string> NamesOf(GlossaryTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return [term.Id, term.Name.English, term.Name.Korean];
    }

    /// <summary>The terms that a lesson teaches, in its order; concepts that the glossary does not know are left out.</summary>
    public static ImmutableArray<GlossaryTerm> Of(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return [.. lesson.Concepts.Select(Find).OfType<GlossaryTerm>()];
    }

    private static GlossaryTerm? ReadTerm(MappingReader term, int before) =>
        term.RequiredText("id") is { } id && term.RequiredLocalized("term") is { } name && term.RequiredLocalized("text") is { } meaning
            ? new GlossaryTerm(id, name, meaning)
            : null;
}
