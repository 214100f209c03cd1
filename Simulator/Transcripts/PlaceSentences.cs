using System.Collections.Immutable;
using Engine.Planning;
using Engine.Time;
using Lessons;
using Lessons.Quantities;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Provenance;

namespace Simulator.Transcripts;

/// <summary>What there is to say about where a lesson's screen is.</summary>
internal static class PlaceSentences
{
    private const int MostNumbers = 12;
    private const int MostValues = 200;

    /// <summary>The number looked at, or what a longer step computed, and what the tour says there.</summary>
    public static IEnumerable<string> Of(StepScreen screen, Language language)
    {
        TranscriptWords words = Words.In(language).Transcript;
        QuantitySentences sentences = new(screen.Lesson, screen.Timeline, language);
        if (screen.Looked is not { } looked)
        {
            yield return words.AtStart;
            yield break;
        }

        if (screen.Cover is { } cover)
        {
            yield return sentences.Covered(looked, cover);
        }
        else if (screen.Asked is null && screen.Terms > 0)
        {
            yield return sentences.TermsOf(looked, screen.Terms);
        }
        else if (screen.Asked is null && !screen.IsByNumber && !screen.Moment.IsStart)
        {
            yield return OfStep(screen, sentences, language);
        }
        else
        {
            yield return sentences.Of(looked, IsKnown(screen, looked));
        }

        if (screen.IsOnTour && screen.Stop >= 0 && screen.Cover is null)
        {
            yield return LessonTranscript.StopOf(screen.Lesson, screen.Stop, language);
        }
    }

    /// <summary>How the loss depends on the number looked at.</summary>
    public static string Why(StepScreen screen, Language language)
    {
        Words all = Words.In(language);
        return screen.Looked is not { } looked ? all.Tracing.NothingLookedAt
            : new QuantitySentences(screen.Lesson, screen.Timeline, language).WhyOf(looked, address => IsKnown(screen, new ResolvedQuantity(looked.Plan, looked.Iteration, address)))
                ?? all.Transcript.NoGradient;
    }

    /// <summary>Whether a number has been computed and is not covered.</summary>
    public static bool IsKnown(StepScreen screen, ResolvedQuantity quantity) => quantity.Stored is { } stored
        ? ProvenanceTree.IsKnown(screen.Timeline, screen.KnownMoment, quantity) || screen.Lesson.Plan.ProducerOf(quantity.Plan.SymbolOf(stored)) is null
        : ProvenanceTree.IsKnown(screen.Timeline, screen.KnownMoment, new ResolvedQuantity(quantity.Plan, quantity.Iteration, quantity.Derivative!.Value.Of));

    /// <summary>All numbers of the moment's iteration that are computed by then.</summary>
    public static IEnumerable<string> Values(StepScreen screen, Language language)
    {
        Words all = Words.In(language);
        QuantitySentences sentences = new(screen.Lesson, screen.Timeline, language);
        int number = 0;
        foreach (Address address in screen.Timeline.Plan.Symbols.SelectMany(symbol => Enumerable.Range(0, symbol.Shape.Size).Select(cell => new Address(symbol.Index, cell))))
        {
            ResolvedQuantity quantity = new(screen.Timeline.Plan, Math.Max(screen.Moment.Iteration, screen.Timeline.FirstIteration), address);
            if (!IsKnown(screen, quantity))
            {
                continue;
            }

            if (++number > MostValues)
            {
                yield return all.More(screen.Timeline.NumbersPerIteration) + ".";
                yield break;
            }

            yield return all.Transcript.ValueInList(sentences.NameOf(quantity), sentences.ValueOf(quantity)) + ".";
        }

        if (number == 0)
        {
            yield return all.Transcript.Empty;
        }
    }

    /// <summary>What a step longer than a number computed.</summary>
    private static string OfStep(StepScreen screen, QuantitySentences sentences, Language language)
    {
        Words all = Words.In(language);
        TranscriptWords words = all.Transcript;
        Timeline timeline = screen.Timeline;
        long before = timeline.OrdinalOf(timeline.Previous(screen.Moment, screen.Level.ToLevel()));
        long now = timeline.OrdinalOf(screen.Moment);
        int count = (int)Math.Min(int.MaxValue, now - before);
        ImmutableArray<string> shown =
        [
            .. Enumerable.Range(1, Math.Min(count, MostNumbers)).Select(step =>
            {
                Moment moment = timeline.MomentAt(before + step);
                ResolvedQuantity quantity = new(timeline.Plan, moment.Iteration, timeline.AddressAt(moment)!.Value);
                return words.ValueInList(sentences.NameOf(quantity), sentences.ValueOf(quantity));
            }),
        ];
        string list = string.Join("; ", count > MostNumbers ? shown.Add(words.AndMore(count - MostNumbers)) : shown);
        string phase = timeline.AddressAt(screen.Moment) is { } last && timeline.Plan.ProducerOf(timeline.Plan.SymbolOf(last)) is { } producer ? words.Phase(producer.Phase) : "";
        return $"{words.StepDone(all.Level(screen.Level), phase, screen.Moment.Iteration)} {words.Computed(count, list)}";
    }
}
