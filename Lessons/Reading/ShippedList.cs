using System.Collections.Immutable;

namespace Lessons.Reading;

/// <summary>Reads a file that ships with the lessons and is a list of one thing, such as the chapters.</summary>
internal static class ShippedList
{
    /// <summary>The items in the order of the file.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="key">Its only key, whose value is the list; what the file is in messages, too.</param>
    /// <param name="read">Reads an item: from its mapping and how many there are before it; null where it is not right.</param>
    /// <exception cref="InvalidDataException">The file is not right; the message holds every problem.</exception>
    public static ImmutableArray<T> Read<T>(string file, string key, Func<MappingReader, int, T?> read)
        where T : class
    {
        ProblemList problems = new();
        var items = ImmutableArray.CreateBuilder<T>();
        if (SourceDocument.Parse(LessonLibrary.TextOf(file), file, problems) is { } root)
        {
            MappingReader reader = new(root, file, problems, $"the list of {key}");
            foreach (SourceNode node in reader.RequiredItems(key))
            {
                if (reader.Nodes.Mapping(node, $"one of the {key}") is { } mapping && read(mapping, items.Count) is { } item)
                {
                    items.Add(item);
                }
            }

            reader.Finish();
        }

        return problems.Count == 0 ? items.ToImmutable() : throw new InvalidDataException(problems.ToString());
    }
}
