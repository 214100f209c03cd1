using YamlDotNet.Core;

namespace Lessons.Reading;

/// <summary>Puts what the YAML parser says into the words of a lesson's author: what is there, what to do.</summary>
/// <remarks>The parser has one exception type, so its messages are told apart by their text; those not known are passed on.</remarks>
internal static class SyntaxProblem
{
    /// <summary>Stands for the message of an exception that is a fault of the parser, not of its input.</summary>
    public const string NoMessage = "not readable";

    private static readonly (string Message, string Found, string Expected, string Remedy)[] Known =
    [
        ("unexpected end of stream", "a quoted text without an end", "the closing quote", "close the quote"),
        ("unexpected document indicator", "a quoted text without an end", "the closing quote", "close the quote"),
        ("unknown escape", "an unknown escape in a double-quoted text", "an escape such as \\n or \\\\",
            "write \\\\ for a backslash, or use single quotes"),
        ("hexadecimal", "an escape without its code", "hexadecimal digits, such as \\u00E9", "complete the code"),
        ("surrogate", "an escape that is half of a character", "the code of a whole character", "write the character itself"),
        ("character escape code", "an escape that is no character", "a code up to 10FFFF", "write the character itself"),
        ("wrong indentation", "a double-quoted text that does not end on its line", "the closing quote",
            "close the quote, or indent the lines that continue the text"),
        ("Mapping values are not allowed", "a ':' where no key can be", "one 'key: value' a line",
            "put a value that holds ': ' in quotes, and check the indentation"),
        ("invalid mapping", "a ':' where no key can be", "one 'key: value' a line",
            "put a value that holds ': ' in quotes, and check the indentation"),
        ("Mapping keys are not allowed", "a '?' where no key can be", "one 'key: value' a line",
            "put a value that begins with ? in quotes"),
        ("Block sequence entries are not allowed", "a '-' where no list can be", "list items on lines of their own",
            "put the list on the lines below its key"),
        ("could not find expected ':'", "a line without ':'", "'key: value'", "add the ':', or indent a line that continues a text"),
        ("did not find expected key", "a line that does not fit its neighbours", "a key indented like the keys above",
            "align it, write it as 'key: value', and check the brackets and quotes above"),
        ("expected '-' indicator", "a line that does not fit its neighbours", "a list item ('- value') indented like those above",
            "align it with them, and check the indentation"),
        ("expected ',' or ']'", "a list that goes on", "',' or ']'",
            "close the list with ']', and put a name that holds brackets in quotes"),
        ("expected ',' or '}'", "a mapping that goes on", "',' or '}'",
            "close the mapping with '}', and put a text that holds braces in quotes"),
        ("did not find expected node content", "no value", "a value", "check the brackets and commas"),
        ("comment", "a '#' without a space before it", "a space before a comment", "put a space before the #"),
        ("undefined tag handle", "a tag ('!')", "a value without a tag", "remove the tag, or put the value in quotes"),
        ("end of tag", "a tag ('!')", "a value without a tag", "remove the tag, or put the value in quotes"),
        ("scanning a tag", "a tag ('!')", "a value without a tag", "remove the tag, or put the value in quotes"),
        ("anchor or alias", "an anchor or alias ('&', '*')", "a value", "write the value out, or put it in quotes"),
        ("more than one anchor", "anchors ('&')", "a value", "write the value out"),
        ("directive", "a directive ('%')", "a key with its value", "remove the line, or put a value that begins with % in quotes"),
        ("incompatible YAML document", "a directive ('%')", "a key with its value", "remove the line"),
        ("in first line", "a block text whose first line is indented more than the next", "lines indented alike", "align its lines"),
        ("first content line", "an empty line indented more than the text below", "lines indented alike", "remove its spaces"),
        ("document end>", "a line that is not part of what is above", "a key indented like the keys above",
            "write it as 'key: value', and check the indentation"),
        ("document start>", "a line that is not part of what is above", "a key indented like the keys above",
            "write it as 'key: value', and check the indentation"),
        ("key indicator", "a '?' where no key can be", "one 'key: value' a line", "put a value that begins with ? in quotes"),
        (NoMessage, "a line inside brackets or quotes that are not closed", "the closing bracket or quote",
            "close the bracket or quote that opens above"),
        ("indentation indicator", "the indentation 0 of a block text", "1 to 9, or nothing", "remove the 0"),
    ];

    // Messages that a forgotten bracket leads to, when the parser reads on in the lines below it.
    private static readonly string[] Unclosed =
        [NoMessage, "expected ',' or", "expected ':'", "invalid mapping", "not allowed", "node content"];

    // Messages thrown without a place: their exceptions carry that of the first character.
    private static readonly string[] Placeless = [NoMessage, "tab as indentation", "Reached the end", "before version directive"];

    /// <summary>The problem behind an exception of the parser.</summary>
    /// <param name="exception">What the parser threw.</param>
    /// <param name="scanned">How far the text was read: some exceptions have no place, or that of the value's start only.</param>
    /// <param name="open">The start of the innermost bracket that is open, if one is.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file.</param>
    public static Problem From(YamlException exception, Mark scanned, Mark? open, string text, string file)
    {
        var message = exception.Message;
        var mark = exception.Start.Equals(Mark.Empty) && Placeless.Any(message.Contains) ? scanned : exception.Start;
        var (line, column) = mark.Index > text.Length ? SourceDocument.PlaceAfter(text) : ((int)mark.Line, (int)mark.Column);
        if (!message.Contains("quoted") && TabIndentation(text, line, Math.Max(line, (int)scanned.Line)) is { } tab)
        {
            const string Remedy = "replace the tabs at the start of lines with spaces";
            return new Problem(file, tab.Line, tab.Column, "a tab in the indentation", "spaces", Remedy);
        }

        if (open is { } bracket && (bracket.Line < line || mark.Index >= text.Length) && Unclosed.Any(message.Contains))
        {
            var closing = text[(int)bracket.Index] == '{' ? '}' : ']';
            var found = $"'{text[(int)bracket.Index]}' without '{closing}'";
            return new Problem(file, (int)bracket.Line, (int)bracket.Column, found, $"'{closing}'", $"close it with '{closing}'");
        }

        if (message.Contains("cannot start any token") && mark.Index < text.Length)
        {
            var found = $"{Wording.Name(text[(int)mark.Index])} at the start of a value";
            return new Problem(file, line, column, found, "a value", "put a value that begins with this character in quotes");
        }

        foreach (var known in Known)
        {
            if (message.Contains(known.Message))
            {
                return new Problem(file, line, column, known.Found, known.Expected, known.Remedy);
            }
        }

        const string Check = "check the indentation, quotes and brackets at this place";
        return new Problem(file, line, column, $"text that is not YAML ({message.TrimEnd('.')})", "YAML", Check);
    }

    private static (int Line, int Column)? TabIndentation(string text, int first, int last)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        for (var line = first; line <= Math.Min(last, lines.Length); line++)
        {
            var content = lines[line - 1].AsSpan().TrimStart();
            var tab = lines[line - 1].AsSpan(0, lines[line - 1].Length - content.Length).IndexOf('\t');
            if (tab >= 0 && !content.IsEmpty)
            {
                return (line, tab + 1);
            }
        }

        return null;
    }
}
