using System.Collections.Immutable;
using System.Globalization;
using Engine;
using Lessons.Reading;

namespace Lessons.Variations;

/// <summary>The seeds in a lesson's source: of drawn weights, of dropout, of the order of the rows.</summary>
internal static class Seeds
{
    private const string Argument = "seed";

    /// <summary>Parts of a network in which a word is never a kind.</summary>
    private static readonly ImmutableArray<string> Names = ["symbols", "inputs", "targets", "name"];

    /// <summary>The kinds that take a seed, which is 0 where none is written.</summary>
    private static readonly ImmutableHashSet<string> Kinds =
        [.. Catalog.Of(typeof(object)).Where(entry => entry.Arguments.Any(argument => argument.Name == Argument)).Select(entry => entry.Name)];

    /// <summary>What layers draw without a word.</summary>
    private static readonly ImmutableDictionary<string, ImmutableArray<(string Argument, string Kind)>> Silent =
        new Dictionary<string, ImmutableArray<(string, string)>>
        {
            ["conv-1d"] = [("kernel", "glorot-uniform")],
            ["conv-2d"] = [("kernel", "glorot-uniform")],
            ["embedding"] = [("embeddings", "uniform")],
            ["simple-rnn"] = [("kernel", "glorot-uniform"), ("recurrent-kernel", "orthogonal")],
            ["lstm"] = [("kernel", "glorot-uniform"), ("recurrent-kernel", "orthogonal")],
            ["gru"] = [("kernel", "glorot-uniform"), ("recurrent-kernel", "orthogonal")],
        }.ToImmutableDictionary();

    /// <summary>The first seed; null where nothing is drawn.</summary>
    public static int? FirstIn(MappingNode source)
    {
        int? first = null;
        Rewrite(source, seed =>
        {
            first ??= seed;
            return seed;
        });
        return first;
    }

    /// <summary>The source with so much added to each seed, so that they keep their distances.</summary>
    public static MappingNode Shift(MappingNode source, int by, int column) => Rewrite(source, seed => unchecked(seed + by), column);

    private static MappingNode Rewrite(MappingNode source, Func<int, int> change, int column = 0)
    {
        Writer writer = new(change, column);
        source = source.With("network", writer.Network(source.Find("network")!));
        return source.Find("training").Find("shuffle") is { } shuffle
            ? source.Change(["training", "shuffle"], _ => writer.Seed(shuffle))
            : source;
    }

    private sealed class Writer(Func<int, int> change, int column)
    {
        public ScalarNode Seed(SourceNode? seed) => new ScalarNode(
            change(int.Parse(seed is ScalarNode scalar ? scalar.Text : "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
                .ToString(CultureInfo.InvariantCulture),
            false,
            0,
            column);

        public SourceNode Network(SourceNode node) => node switch
        {
            ScalarNode { IsQuoted: false } scalar when Kinds.Contains(scalar.Text) || Silent.ContainsKey(scalar.Text) => Kind(scalar, null),
            SequenceNode list => new SequenceNode([.. list.Items.Select(Network)], list.Line, list.Column),
            MappingNode mapping => Entries(mapping),
            _ => node,
        };

        private MappingNode Kind(ScalarNode key, MappingNode? arguments) =>
            new([new MappingEntry(key, ArgumentsOf(key.Text, arguments ?? new MappingNode([], key.Line, key.Column)))], key.Line, key.Column);

        private MappingNode Entries(MappingNode mapping) => new(
            [
                .. mapping.Entries.Select(entry => entry with
                {
                    Value = Names.Contains(entry.Key.Text) ? entry.Value
                        : !Kinds.Contains(entry.Key.Text) && !Silent.ContainsKey(entry.Key.Text) ? Network(entry.Value)
                        : ArgumentsOf(entry.Key.Text, entry.Value as MappingNode ?? new MappingNode([], entry.Value.Line, entry.Value.Column)),
                }),
            ],
            mapping.Line,
            mapping.Column);

        private MappingNode ArgumentsOf(string kind, MappingNode arguments)
        {
            MappingNode changed = Entries(arguments);
            foreach ((string argument, string drawn) in Silent.GetValueOrDefault(kind, []))
            {
                if (arguments.Find(argument) is null)
                {
                    changed = changed.With(argument, Kind(new ScalarNode(drawn, false, 0, column), null));
                }
            }

            return Kinds.Contains(kind) ? changed.With(Argument, Seed(changed.Find(Argument))) : changed;
        }
    }
}
