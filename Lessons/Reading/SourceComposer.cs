using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lessons.Reading;

/// <summary>
/// Makes nodes of the parser's events. The parser's own document model is not used: it throws at the first repeated key and
/// follows aliases.
/// </summary>
/// <remarks>Recursion is bounded by <see cref="SourceDocument.DeepestNesting"/>, and parsing stops where that is exceeded.</remarks>
internal sealed class SourceComposer
{
    private readonly string text;
    private readonly string file;
    private readonly ProblemList problems;
    private readonly string subject;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly Stack<(Mark Start, bool IsBracket)> open = [];

    public SourceComposer(string text, string file, ProblemList problems, string subject)
    {
        this.text = text;
        this.file = file;
        this.problems = problems;
        this.subject = subject;
        // Without a last line end the scanner loses a block text ('a: >') that ends the file.
        scanner = new Scanner(new StringReader(text.EndsWith('\n') ? text : text + "\n"), skipComments: true);
        parser = new Parser(scanner);
    }

    private Mark? OpenBracket => open.TryPeek(out var innermost) && innermost.IsBracket ? innermost.Start : null;

    public MappingNode? Compose()
    {
        try
        {
            return ComposeDocument();
        }
        catch (TooDeepException)
        {
            return null;
        }
        catch (YamlException exception)
        {
            problems.Add(SyntaxProblem.From(exception, scanner.CurrentPosition, OpenBracket, text, file));
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The scanner guards its own states with these, and an unclosed bracket meets them; no text may end the program.
            var failure = new YamlException(SyntaxProblem.NoMessage);
            problems.Add(SyntaxProblem.From(failure, scanner.CurrentPosition, OpenBracket, text, file));
            return null;
        }
    }

    private MappingNode? ComposeDocument()
    {
        parser.MoveNext(); // to the start of the stream
        if (Next() is StreamEnd)
        {
            var found = string.IsNullOrWhiteSpace(text) ? "an empty file" : "comments and nothing else";
            problems.Add(new Problem(file, 0, 0, found, $"the keys of {subject}", "begin with lines of the form 'key: value'"));
            return null;
        }

        var root = ComposeNode(Next());
        Next(); // the end of the document
        if (Next() is DocumentStart second)
        {
            Report(second.Start, "a second document (---)", "one document a file", "put it into a file of its own");
        }

        if (root is not MappingNode && root is not RefusedNode)
        {
            const string Remedy = "begin with lines of the form 'key: value'";
            var isEmpty = root is ScalarNode { IsNothing: true, Text.Length: 0 };
            var found = isEmpty ? "an empty document" : root.Description;
            problems.Add(new Problem(file, isEmpty ? 0 : root.Line, isEmpty ? 0 : root.Column, found, $"the keys of {subject}", Remedy));
        }

        return root as MappingNode;
    }

    private SourceNode ComposeNode(ParsingEvent current)
    {
        RefuseAnchorAndTag(current);
        var (line, column) = (Line(current.Start), Column(current.Start));
        switch (current)
        {
            case AnchorAlias alias:
                Report(alias.Start, $"the alias {Wording.Quote("*" + alias.Value)}", "a value", "write the value out");
                return new RefusedNode(line, column);
            case Scalar scalar:
                return ComposeScalar(scalar);
            case SequenceStart sequence:
                Enter(current.Start, sequence.Style == SequenceStyle.Flow);
                var items = ComposeItems();
                open.Pop();
                return new SequenceNode(items, line, column);
            default:
                Enter(current.Start, current is MappingStart { Style: MappingStyle.Flow });
                var entries = ComposeEntries();
                open.Pop();
                return new MappingNode(entries, line, column);
        }
    }

    private SourceNode ComposeScalar(Scalar scalar)
    {
        var (line, column) = (Line(scalar.Start), Column(scalar.Start));
        if (Characters.FirstRefused(scalar.Value) is not (>= 0 and var index))
        {
            return new ScalarNode(scalar.Value, scalar.Style is not ScalarStyle.Plain, line, column);
        }

        Report(scalar.Start, Characters.Describe(scalar.Value[index]), "text that can be shown", "remove the escape that stands for it");
        return new RefusedNode(line, column);
    }

    private ImmutableArray<SourceNode> ComposeItems()
    {
        var items = ImmutableArray.CreateBuilder<SourceNode>();
        for (var current = Next(); current is not SequenceEnd; current = Next())
        {
            items.Add(ComposeNode(current));
        }

        return items.ToImmutable();
    }

    private ImmutableArray<MappingEntry> ComposeEntries()
    {
        var entries = ImmutableArray.CreateBuilder<MappingEntry>();
        var lines = new Dictionary<string, int>();
        for (var current = Next(); current is not MappingEnd; current = Next())
        {
            var key = ComposeNode(current);
            var value = ComposeNode(Next());
            if (key is not ScalarNode { Text.Length: > 0 } name)
            {
                RefuseKey(key);
            }
            else if (lines.TryAdd(name.Text, name.Line))
            {
                entries.Add(new MappingEntry(name, value));
            }
            else
            {
                var found = $"the key {Wording.Quote(name.Text)} again (first on line {lines[name.Text]})";
                Report(name, found, "each key once", "remove or rename one of the two");
            }
        }

        return entries.ToImmutable();
    }

    private void RefuseKey(SourceNode key)
    {
        if (key is not RefusedNode)
        {
            Report(key, $"{key.Description} as a key", "a name as the key", "write 'name: value'; quote a name that holds brackets");
        }
    }

    private void RefuseAnchorAndTag(ParsingEvent current)
    {
        if (current is not NodeEvent node)
        {
            return;
        }

        if (!node.Anchor.IsEmpty && current is not AnchorAlias)
        {
            Report(node.Start, $"the anchor {Wording.Quote("&" + node.Anchor.Value)}", "a value", "remove it; write repeated values out");
        }

        if (!node.Tag.IsEmpty)
        {
            var tag = node.Tag.Value.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal);
            Report(node.Start, $"the tag {Wording.Quote(tag)}", "a value without a tag", "remove the tag");
        }
    }

    private void Enter(Mark mark, bool isBracket)
    {
        open.Push((mark, isBracket));
        if (open.Count > SourceDocument.DeepestNesting)
        {
            const string Found = "lists and mappings inside one another more than 64 deep";
            Report(mark, Found, "at most 64", "check for a bracket that repeats, or flatten the lists");
            throw new TooDeepException();
        }
    }

    private ParsingEvent Next() =>
        parser.MoveNext() ? parser.Current! : throw new YamlException(SyntaxProblem.NoMessage);

    private void Report(SourceNode node, string found, string expected, string remedy) =>
        problems.Add(new Problem(file, node.Line, node.Column, found, expected, remedy));

    private void Report(Mark mark, string found, string expected, string remedy) =>
        problems.Add(new Problem(file, Line(mark), Column(mark), found, expected, remedy));

    // A file of at most a mebibyte has fewer lines and columns than an int holds.
    private static int Line(Mark mark) => (int)mark.Line;

    private static int Column(Mark mark) => (int)mark.Column;

    /// <summary>Leaves all levels at once: the scanner's time grows with the square of the nesting.</summary>
    private sealed class TooDeepException : Exception;
}
