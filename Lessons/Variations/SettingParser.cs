using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Lessons.Quantities;
using Lessons.Reading;

namespace Lessons.Variations;

/// <summary>
/// Recursive descent over settings: <c>name[positions] = value; …</c>. A value is a word, a kind with arguments,
/// <c>sgd(learning-rate: 0.1)</c>, or as lessons write it in one line, <c>{sgd: {learning-rate: 0.1}}</c>, <c>[1, 2]</c>. Each rule returns null after it
/// has noted what is wrong.
/// </summary>
internal sealed class SettingParser(string text, List<QuantityError> problems)
{
    private const int DeepestNesting = 16;
    private const string Example = "write what to change, such as alpha = 0.1 or w5 = 0.2";

    /// <summary>What ends a word.</summary>
    private const string Marks = ",;()[]{}:=";

    private int at;
    private int depth;

    private char Current => at < text.Length ? text[at] : '\0';

    /// <summary>All settings; null where something is wrong.</summary>
    public ImmutableArray<TypedSetting>? Parse()
    {
        var settings = ImmutableArray.CreateBuilder<TypedSetting>();
        SkipSpaces();
        do
        {
            if (settings.Count > 0 && at == text.Length)
            {
                break;
            }

            if (ParseSetting() is not { } setting)
            {
                return null;
            }

            if (settings.Any(other => other.Key == setting.Key))
            {
                problems.Add(new QuantityError(setting.Column, $"{Wording.Quote(setting.Key)} again", "each setting once", "remove one of the two"));
                return null;
            }

            settings.Add(setting);
            SkipSpaces();
            if (at < text.Length && Current is not (';' or ','))
            {
                Report("';' or the end", "put ; between two settings");
                return null;
            }

            at++;
            SkipSpaces();
        }
        while (at < text.Length);

        return settings.ToImmutable();
    }

    /// <summary>A value as it is typed.</summary>
    public static string TextOf(SourceNode node) => node switch
    {
        ScalarNode scalar => scalar.Text,
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(TextOf))}]",
        MappingNode { Entries: [{ Value: MappingNode arguments } kind] } => $"{kind.Key.Text}({ArgumentsOf(arguments)})",
        MappingNode { Entries: [{ Value: ScalarNode { IsNothing: true } } kind] } => kind.Key.Text,
        MappingNode mapping => $"{{{ArgumentsOf(mapping)}}}",
        _ => "…",
    };

    private static string ArgumentsOf(MappingNode mapping) =>
        string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key.Text}: {TextOf(entry.Value)}"));

    private TypedSetting? ParseSetting()
    {
        int begin = at;
        string name = Word();
        if (name.Length == 0)
        {
            return Fail<TypedSetting>(at == text.Length ? "a setting" : "a name", Example);
        }

        if (ParsePositions() is not { } positions)
        {
            return null;
        }

        SkipSpaces();
        if (Current != '=')
        {
            return Fail<TypedSetting>("'='", $"write {name} = and the new value");
        }

        at++;
        return ParseValue() is { } value ? new TypedSetting(name, positions, value, begin + 1) : null;
    }

    private ImmutableArray<int>? ParsePositions()
    {
        if (Current != '[')
        {
            return [];
        }

        var positions = ImmutableArray.CreateBuilder<int>();
        do
        {
            at++;
            SkipSpaces();
            string word = Word();
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int position) || position < 1)
            {
                at -= word.Length;
                Report("a position of at least 1", "write positions as activation[2] or W1[2,1], counted from 1");
                return null;
            }

            positions.Add(position);
            SkipSpaces();
        }
        while (Current == ',');

        if (Current != ']')
        {
            Report("',' or ']'", "close the positions with ]");
            return null;
        }

        at++;
        return positions.ToImmutable();
    }

    private SourceNode? ParseValue()
    {
        SkipSpaces();
        if (depth == DeepestNesting)
        {
            return Fail<SourceNode>("a value less deep in brackets", "leave out brackets");
        }

        depth++;
        SourceNode? value = Current switch
        {
            '[' => ParseList(),
            '{' => ParseMapping('}'),
            _ => ParseWordOrKind(),
        };
        depth--;
        return value;
    }

    private SourceNode? ParseWordOrKind()
    {
        int column = at + 1;
        string word = Word();
        if (word.Length == 0)
        {
            return Fail<SourceNode>("a value", "write a number, or a name such as relu or adam(learning-rate: 0.01)");
        }

        ScalarNode name = Scalar(word, column);
        SkipSpaces();
        return Current != '(' ? name : ParseMapping(')') is { } arguments ? new MappingNode([new MappingEntry(name, arguments)], 0, column) : null;
    }

    private SequenceNode? ParseList()
    {
        int column = at + 1;
        var items = ImmutableArray.CreateBuilder<SourceNode>();
        at++;
        SkipSpaces();
        while (Current != ']')
        {
            if (ParseValue() is not { } item)
            {
                return null;
            }

            items.Add(item);
            if (!Separate(']'))
            {
                return null;
            }
        }

        at++;
        return new SequenceNode(items.ToImmutable(), 0, column);
    }

    private MappingNode? ParseMapping(char close)
    {
        int column = at + 1;
        var entries = ImmutableArray.CreateBuilder<MappingEntry>();
        at++;
        SkipSpaces();
        while (Current != close)
        {
            int key = at + 1;
            string name = Word();
            SkipSpaces();
            if (name.Length == 0 || Current is not (':' or '='))
            {
                return Fail<MappingNode>("an argument by its name", "write arguments as learning-rate: 0.01");
            }

            if (entries.Any(entry => entry.Key.Text == name))
            {
                at = key - 1;
                return Fail<MappingNode>("each argument once", "remove one of the two");
            }

            at++;
            if (ParseValue() is not { } value)
            {
                return null;
            }

            entries.Add(new MappingEntry(Scalar(name, key), value));
            if (!Separate(close))
            {
                return null;
            }
        }

        at++;
        return new MappingNode(entries.ToImmutable(), 0, column);
    }

    /// <summary>Goes past a comma; what comes instead must close the brackets.</summary>
    private bool Separate(char close)
    {
        SkipSpaces();
        if (Current == ',')
        {
            at++;
            SkipSpaces();
            return true;
        }

        if (Current != close)
        {
            Report($"',' or '{close}'", "close the brackets");
        }

        return Current == close;
    }

    /// <summary>Characters up to a mark or a space; the minus sign is a hyphen.</summary>
    private string Word()
    {
        int begin = at;
        while (at < text.Length && !Marks.Contains(Current) && !char.IsWhiteSpace(Current))
        {
            at++;
        }

        return text[begin..at].Replace('−', '-');
    }

    private void SkipSpaces()
    {
        while (at < text.Length && char.IsWhiteSpace(Current))
        {
            at++;
        }
    }

    private static ScalarNode Scalar(string word, int column) => new(word, false, 0, column);

    private T? Fail<T>(string expected, string remedy)
        where T : class
    {
        Report(expected, remedy);
        return null;
    }

    private void Report(string expected, string remedy)
    {
        string found = at >= text.Length ? "the end" : Wording.Quote(Rune.TryGetRuneAt(text, at, out Rune rune) ? rune.ToString() : "\uFFFD");
        problems.Add(new QuantityError(at + 1, found, expected, remedy)
        {
            Kind = at >= text.Length ? QuantityErrorKind.Unfinished : QuantityErrorKind.Other,
            Subject = text.Trim(),
        });
    }
}
