using Lessons.Reading;

namespace Lessons;

/// <summary>What a lesson's network and training are made of, in the words of its file: by them a lesson is found.</summary>
public static class LessonTerms
{
    /// <summary>The kinds (<c>adam</c>, <c>softmax</c>) and the names of quantities; none where the lesson was not read from a file.</summary>
    public static IEnumerable<string> Of(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return lesson.Source is { } source
            ? source.Entries.Where(entry => entry.Key.Text is "network" or "training").SelectMany(entry => TextsIn(entry.Value))
            : [];
    }

    private static IEnumerable<string> TextsIn(SourceNode node) => node switch
    {
        ScalarNode scalar => [scalar.Text],
        SequenceNode sequence => sequence.Items.SelectMany(TextsIn),
        MappingNode mapping => mapping.Entries.SelectMany(entry => TextsIn(entry.Value).Prepend(entry.Key.Text)),
        _ => [],
    };
}
