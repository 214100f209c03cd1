using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Simulator.Learning;

/// <summary>Progress as a JSON text. A value that is damaged loses itself and nothing else.</summary>
internal static class ProgressFormat
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>What was read of a text.</summary>
    /// <param name="Progress">All that could be read.</param>
    /// <param name="IsWhole">Whether that was everything.</param>
    /// <param name="IsNewer">Whether a newer program wrote it, whose values this one does not know.</param>
    public sealed record Reading(Progress Progress, bool IsWhole, bool IsNewer);

    public static string Write(Progress progress)
    {
        JsonObject lessons = [];
        foreach ((string id, LessonProgress lesson) in progress.Lessons)
        {
            lessons.Add(id, Write(lesson));
        }

        JsonObject root = new()
        {
            ["version"] = Version,
            ["welcomed"] = progress.IsWelcomed,
            ["lastLesson"] = progress.LastLesson,
            ["lessons"] = lessons,
        };
        return root.ToJsonString(Options) + "\n";
    }

    /// <summary>Reads a text, as much of it as is right; null where it is no JSON object at all.</summary>
    public static Reading? Read(string text)
    {
        // Half a character, which a file of bytes cannot hold but an escape can, is no text; the reader finds it only where it is read.
        try
        {
            return ReadDocument(text);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Reading? ReadDocument(string text)
    {
        using (JsonDocument document = JsonDocument.Parse(text))
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            Reader reader = new();
            JsonElement root = document.RootElement;
            reader.RequireOnly(root, "version", "welcomed", "lastLesson", "lessons");
            int version = reader.Integer(root, "version", 1, int.MaxValue) ?? Version;
            Progress progress = new()
            {
                IsWelcomed = reader.Boolean(root, "welcomed"),
                LastLesson = reader.Text(root, "lastLesson"),
                Lessons = reader.Entries(root, "lessons", reader.Lesson).ToImmutableSortedDictionary(StringComparer.Ordinal),
            };
            return new Reading(progress, reader.IsWhole, version > Version);
        }
    }

    private static JsonObject Write(LessonProgress lesson)
    {
        JsonObject exercises = [];
        foreach ((string id, ExerciseProgress exercise) in lesson.Exercises)
        {
            exercises.Add(id, new JsonObject
            {
                ["tries"] = exercise.Tries,
                ["answer"] = exercise.Answer,
                ["solved"] = exercise.IsSolved,
                ["hints"] = exercise.Hints,
            });
        }

        JsonObject bookmarks = [];
        foreach ((Rune letter, SavedPlace place) in lesson.Bookmarks)
        {
            bookmarks.Add(letter.ToString(), Write(place));
        }

        return new JsonObject
        {
            ["place"] = lesson.Place is { } left ? Write(left) : null,
            ["farthestStop"] = lesson.FarthestStop,
            ["exercises"] = exercises,
            ["bookmarks"] = bookmarks,
        };
    }

    private static JsonObject Write(SavedPlace place) => new() { ["number"] = place.Number, ["stop"] = place.Stop };

    /// <summary>Reads values of the right kind and remembers whether there were others.</summary>
    private sealed class Reader
    {
        public bool IsWhole { get; private set; } = true;

        public int? Integer(JsonElement parent, string name, int least, int most) =>
            Value(parent, name) is not { } value ? null
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most ? number
            : Damaged<int?>(null);

        public bool Boolean(JsonElement parent, string name) => Value(parent, name) is { } value
            && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Damaged(false));

        public string? Text(JsonElement parent, string name) => Value(parent, name) is not { } value ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : Damaged<string?>(null);

        public List<KeyValuePair<string, T>> Entries<T>(JsonElement parent, string name, Func<JsonElement, T?> read)
            where T : class
        {
            List<KeyValuePair<string, T>> entries = [];
            if (Value(parent, name) is not { } value)
            {
                return entries;
            }

            if (value.ValueKind != JsonValueKind.Object)
            {
                return Damaged(entries);
            }

            foreach (JsonProperty property in value.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.Object || read(property.Value) is not { } item)
                {
                    IsWhole = false;
                }
                else
                {
                    // What is there twice counts as it was written last.
                    entries.RemoveAll(entry => entry.Key == property.Name);
                    entries.Add(new(property.Name, item));
                }
            }

            return entries;
        }

        /// <summary>Holds an object against the names that are written: one that is not among them, or missing, is damaged.</summary>
        public void RequireOnly(JsonElement parent, params IReadOnlyList<string> names)
        {
            HashSet<string> found = [.. parent.EnumerateObject().Select(property => property.Name)];
            IsWhole &= found.SetEquals(names);
        }

        public LessonProgress Lesson(JsonElement lesson)
        {
            RequireOnly(lesson, "place", "farthestStop", "exercises", "bookmarks");
            JsonElement? place = Value(lesson, "place");
            return new()
            {
                Place = place is { } left ? Place(left) : null,
                FarthestStop = Integer(lesson, "farthestStop", -1, int.MaxValue) ?? -1,
                Exercises = Entries(lesson, "exercises", Exercise).ToImmutableSortedDictionary(StringComparer.Ordinal),
                Bookmarks = Bookmarks(lesson),
            };
        }

        private ImmutableSortedDictionary<Rune, SavedPlace> Bookmarks(JsonElement lesson)
        {
            var bookmarks = ImmutableSortedDictionary.CreateBuilder<Rune, SavedPlace>();
            foreach ((string letter, SavedPlace place) in Entries(lesson, "bookmarks", Place))
            {
                if (Rune.TryGetRuneAt(letter.Length == 0 ? " " : letter, 0, out Rune rune) && rune.Utf16SequenceLength == letter.Length)
                {
                    bookmarks[rune] = place;
                }
                else
                {
                    IsWhole = false;
                }
            }

            return bookmarks.ToImmutable();
        }

        private ExerciseProgress Exercise(JsonElement exercise)
        {
            RequireOnly(exercise, "tries", "answer", "solved", "hints");
            return new(
                Integer(exercise, "tries", 0, int.MaxValue) ?? 0,
                Text(exercise, "answer") ?? "",
                Boolean(exercise, "solved"),
                Integer(exercise, "hints", 0, int.MaxValue) ?? 0);
        }

        private SavedPlace? Place(JsonElement place)
        {
            if (place.ValueKind == JsonValueKind.Object
                && place.TryGetProperty("number", out JsonElement number) && number.ValueKind == JsonValueKind.Number
                && number.TryGetInt64(out long ordinal) && ordinal >= 0)
            {
                return new SavedPlace(ordinal, Integer(place, "stop", -1, int.MaxValue));
            }

            return Damaged<SavedPlace?>(null);
        }

        /// <summary>A value that is there and not null.</summary>
        private static JsonElement? Value(JsonElement parent, string name) =>
            parent.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

        private T Damaged<T>(T instead)
        {
            IsWhole = false;
            return instead;
        }
    }
}
