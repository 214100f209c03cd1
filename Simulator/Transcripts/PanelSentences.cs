using System.Collections.Immutable;
using Engine.Planning;
using Lessons;
using Lessons.Quantities;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Breakpoints;
using Simulator.Screens.Stepping.Panels;
using Simulator.Screens.Stepping.Watches;

namespace Simulator.Transcripts;

/// <summary>What the panels at the side hold, as lists.</summary>
internal static class PanelSentences
{
    private const int MostRows = 50;

    /// <summary>The panel that is open.</summary>
    public static IEnumerable<string> Of(StepScreen screen, Language language) => screen.Panel switch
    {
        BreakpointsPanel => Breakpoints(screen, language),
        WatchesPanel => Watches(screen, language),
        ProvenancePanel => Provenance(screen, language),
        _ => PlaceSentences.Values(screen, language),
    };

    public static IEnumerable<string> Breakpoints(StepScreen screen, Language language)
    {
        Words words = Words.In(language);
        BreakpointsModel model = BreakpointsModel.Of(screen, words);
        return Rows(
            words.Tracing.Breakpoints,
            words.Tracing.NoBreakpoints,
            [.. model.Rows.Select(row => Join(row.Name, row.When, row.Hit))],
            language);
    }

    public static IEnumerable<string> Watches(StepScreen screen, Language language)
    {
        Words words = Words.In(language);
        TranscriptWords spoken = words.Transcript;
        return Rows(
            words.Tracing.Watches,
            words.Tracing.NoWatches,
            [
                .. WatchesModel.Of(screen).Rows.Select(row =>
                {
                    string name = SpokenText.Of(row.Name, language);
                    string value = row.Value is { } known ? spoken.ValueInList(name, SpokenNumber.Of(known, spoken.Speech)) : Join(name, spoken.NotYet.TrimEnd('.'));
                    return row.OfIteration is { } iteration ? Join(value, $"{words.Iteration} {iteration}") : value;
                }),
            ],
            language);
    }

    /// <summary>What the number looked at is made from, and what uses it.</summary>
    public static IEnumerable<string> Provenance(StepScreen screen, Language language)
    {
        Words words = Words.In(language);
        if (screen.Looked is not { Stored: { } address } looked)
        {
            yield return words.Tracing.NothingLookedAt;
            yield break;
        }

        QuantitySentences sentences = new(screen.Lesson, screen.Timeline, language);
        Plan plan = looked.Plan;
        ImmutableArray<Address> operands = plan.ProducerOf(plan.SymbolOf(address)) is null ? [] : plan.Explain(address).Operands;
        foreach (string line in Numbers(words.Tracing.MadeFrom, operands).Concat(Numbers(words.Tracing.UsedBy, [.. plan.UsersOf(address)])))
        {
            yield return line;
        }

        IEnumerable<string> Numbers(string title, ImmutableArray<Address> addresses) => Rows(
            title,
            words.Transcript.Empty,
            [
                .. addresses.Take(MostRows).Select(other =>
                {
                    ResolvedQuantity quantity = new(plan, looked.Iteration, other);
                    string name = sentences.NameOf(quantity);
                    return PlaceSentences.IsKnown(screen, quantity) ? words.Transcript.ValueInList(name, sentences.ValueOf(quantity)) : name;
                }),
            ],
            language,
            addresses.Length);
    }

    private static IEnumerable<string> Rows(string title, string none, ImmutableArray<string> rows, Language language, int? count = null)
    {
        TranscriptWords words = Words.In(language).Transcript;
        string spokenTitle = SpokenText.Of(title, language);
        int all = count ?? rows.Length;
        if (all == 0)
        {
            yield return $"{spokenTitle}: {SpokenText.Of(none, language)}";
            yield break;
        }

        yield return words.List(spokenTitle, all);
        for (int index = 0; index < rows.Length; index++)
        {
            yield return words.Row(index + 1, SpokenText.Of(rows[index], language));
        }

        if (all > rows.Length)
        {
            yield return words.AndMore(all - rows.Length) + ".";
        }
    }

    private static string Join(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => part is { Length: > 0 }));
}
