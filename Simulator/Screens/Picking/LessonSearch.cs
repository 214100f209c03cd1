using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Lessons;
using Simulator.Screens.Stepping;

namespace Simulator.Screens.Picking;

/// <summary>Finds lessons by words: of their id, title, summary and chapter in both languages, and of what their networks are made of.</summary>
internal static class LessonSearch
{
    private static readonly ConditionalWeakTable<Lesson, Entry> Entries = [];

    /// <summary>The lessons that have all words of a text, as indices; all for no word.</summary>
    /// <remarks>
    /// Where none has them, the keys are compared: a word may have been typed with the other layout, and a Korean syllable that is
    /// still being composed is the beginning of another.
    /// </remarks>
    public static ImmutableArray<int> Find(ImmutableArray<Lesson> lessons, string text)
    {
        string[] words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        ImmutableArray<int> found = Where(lesson => words.All(EntryOf(lesson).Text.Contains));
        if (!found.IsEmpty || words.Length == 0)
        {
            return found;
        }

        string[] keys = [.. words.Select(KeysOf)];
        return Where(lesson => keys.All(EntryOf(lesson).Keys.Contains));

        ImmutableArray<int> Where(Func<Lesson, bool> isFound) => [.. Enumerable.Range(0, lessons.Length).Where(index => isFound(lessons[index]))];
    }

    private static Entry EntryOf(Lesson lesson) => Entries.GetValue(lesson, static lesson =>
    {
        LocalizedText[] texts = [lesson.Title, lesson.Summary, .. lesson.Chapter is { } chapter ? [chapter.Title] : Array.Empty<LocalizedText>()];
        string all = string.Join(
            '\n',
            texts.SelectMany(text => Enum.GetValues<Language>().Select(text.In))
                .Append(lesson.Id)
                .Append(lesson.Chapter?.Id ?? "")
                .Concat(LessonTerms.Of(lesson).Distinct())).ToLowerInvariant();
        return new Entry(all, KeysOf(all));
    });

    private static string KeysOf(string text) => PromptUpdate.InLatin(text).ToLowerInvariant();

    /// <summary>What is searched in: the text, and the keys that would type it.</summary>
    private sealed record Entry(string Text, string Keys);
}
