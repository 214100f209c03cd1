using System.Collections.Immutable;
using Engine.Planning;
using Engine.Time;
using Lessons;
using Lessons.Checking;
using Lessons.Exercises;
using Lessons.Quantities;
using Simulator.Resources;

namespace Simulator.Transcripts;

/// <summary>A whole lesson from its title to its last number, a sentence a line.</summary>
internal static class LessonTranscript
{
    /// <summary>The lines, made as they are asked for.</summary>
    public static IEnumerable<string> LinesOf(Lesson lesson, Language language)
    {
        Words all = Words.In(language);
        TranscriptWords words = all.Transcript;
        Timeline timeline = lesson.NewTimeline();
        QuantitySentences sentences = new(lesson, timeline, language);
        yield return SpokenText.Of(lesson.Title.In(language), language) + ".";
        yield return SpokenText.Of(lesson.Summary.In(language), language);
        for (int iteration = timeline.FirstIteration; iteration <= timeline.Iterations; iteration++)
        {
            yield return words.Iteration(iteration, timeline.Iterations);
            yield return words.Given;
            foreach (Symbol symbol in lesson.Plan.Symbols.Where(symbol => lesson.Plan.ProducerOf(symbol) is null))
            {
                for (int cell = 0; cell < symbol.Shape.Size; cell++)
                {
                    yield return sentences.Of(new ResolvedQuantity(lesson.Plan, iteration, new Address(symbol.Index, cell)));
                }
            }

            Phase? phase = null;
            foreach (Step step in lesson.Plan.Steps)
            {
                if (step.Phase != phase)
                {
                    phase = step.Phase;
                    yield return StageOf(lesson, step.Phase, language);
                }

                for (int cell = 0; cell < step.Output.Shape.Size; cell++)
                {
                    ResolvedQuantity quantity = new(lesson.Plan, iteration, new Address(step.Output.Index, cell));
                    foreach (string line in LinesAt(lesson, quantity, sentences, language))
                    {
                        yield return line;
                    }
                }
            }
        }

        ImmutableArray<CheckRow> rows = LessonChecker.Check(lesson);
        int matching = rows.Count(row => row.IsMatch);
        if (!rows.IsEmpty)
        {
            yield return all.CheckSummary(rows.Length, matching, rows.Length - matching) + ".";
        }
    }

    /// <summary>The beginning of a phase and what the lesson says about it.</summary>
    public static string StageOf(Lesson lesson, Phase phase, Language language)
    {
        TranscriptWords words = Words.In(language).Transcript;
        return words.PhaseBegins(words.Phase(phase), lesson.Stages.GetValueOrDefault(phase) is { } text ? SpokenText.Of(text.In(language), language) : null);
    }

    /// <summary>A stop of the tour and what the lesson says there.</summary>
    public static string StopOf(Lesson lesson, int stop, Language language) =>
        Words.In(language).Transcript.Stop(stop + 1, lesson.Tour.Length, SpokenText.Of(lesson.Tour[stop].Text.In(language), language));

    /// <summary>A number with what the lesson asks before it and says after it.</summary>
    private static IEnumerable<string> LinesAt(Lesson lesson, ResolvedQuantity quantity, QuantitySentences sentences, Language language)
    {
        foreach (Exercise exercise in lesson.Exercises.Where(exercise => exercise.At == quantity))
        {
            foreach (string line in ExerciseSentences.QuestionOf(lesson, exercise, language))
            {
                yield return line;
            }
        }

        yield return sentences.Of(quantity);
        for (int stop = 0; stop < lesson.Tour.Length; stop++)
        {
            if (lesson.Tour[stop].At != quantity)
            {
                continue;
            }

            yield return StopOf(lesson, stop, language);
            if (lesson.Tour[stop].Show is { } shown && shown != quantity)
            {
                yield return sentences.Of(shown);
            }
        }
    }
}
