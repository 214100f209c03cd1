using System.Collections.Immutable;
using Engine.Planning;
using Lessons.Quantities;

namespace Lessons.Reading;

/// <summary>Reads what a lesson says about its numbers: stages, tour and expectations.</summary>
/// <param name="nodes">Reads nodes and takes problems.</param>
/// <param name="resolver">Finds quantities; null where the network is not right, so that quantities are only parsed.</param>
/// <param name="isSure">
/// Whether a name that leads nowhere is a mistake of its own, and not what follows from a mistake in the network or the data.
/// </param>
internal sealed class NarrationReader(NodeReader nodes, QuantityResolver? resolver, Func<string, bool> isSure)
{
    public static ImmutableDictionary<Phase, LocalizedText> ReadStages(MappingReader? stages)
    {
        var texts = ImmutableDictionary.CreateBuilder<Phase, LocalizedText>();
        foreach (Phase phase in Enum.GetValues<Phase>())
        {
            if (stages?.OptionalLocalized(phase.ToString().ToLowerInvariant()) is { } text)
            {
                texts.Add(phase, text);
            }
        }

        return texts.ToImmutable();
    }

    public ImmutableArray<TourStop> ReadTour(ImmutableArray<SourceNode> items, bool isTextNeeded = true)
    {
        var stops = ImmutableArray.CreateBuilder<TourStop>();
        foreach (SourceNode item in items)
        {
            if (nodes.Mapping(item, "the stop") is not { } stop)
            {
                continue;
            }

            ResolvedQuantity? at = stop.RequiredNode("at") is { } atNode ? Computed(stop.Nodes, atNode, "stop at a number made with it, and add 'show: {0}' to look at this one there") : null;
            ResolvedQuantity? show = stop.OptionalNode("show") is { } showNode ? Resolve(stop.Nodes, showNode, at?.Iteration ?? 1) : null;
            LocalizedText? text = isTextNeeded ? stop.RequiredLocalized("text") : stop.OptionalLocalized("text") ?? new LocalizedText("", "");
            LocalizedText? ask = stop.OptionalLocalized("ask");
            LocalizedText? notes = stop.OptionalLocalized("notes");
            if (at is not null && text is not null)
            {
                stops.Add(new TourStop(at, show, text) { Ask = ask, Notes = notes });
            }
        }

        return stops.ToImmutable();
    }

    /// <summary>Reads what must come out, group by group.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="document">The lesson's document; null where it has none.</param>
    /// <param name="facts">What is known before any number is computed; null where the network or its data are not right.</param>
    public (ImmutableArray<Expectation> Numbers, ImmutableArray<FactExpectation> Facts) ReadExpectations(
        ImmutableArray<SourceNode> groups, string? document, Func<LessonFacts>? facts)
    {
        var expectations = ImmutableArray.CreateBuilder<Expectation>();
        var sizes = ImmutableArray.CreateBuilder<FactExpectation>();
        Dictionary<(Address?, (Address, Address)?, int), SourceNode> seen = [];
        foreach (SourceNode item in groups)
        {
            if (nodes.Mapping(item, "the group of expectations") is not { } group)
            {
                continue;
            }

            Citation source = ReadCitation(group, document);
            bool hasSummary = group.Has("summary");
            ReadFacts(group, group.OptionalEntries("summary"), source, facts, sizes);
            foreach ((ScalarNode key, SourceNode value) in hasSummary ? group.OptionalEntries("values") : group.RequiredEntries("values"))
            {
                ResolvedQuantity? quantity = Resolve(group.Nodes, key, 1);
                if (ReadPrinted(group.Nodes, value) is not { } printed || quantity is null)
                {
                    continue;
                }

                if (!seen.TryAdd((quantity.Stored, quantity.Derivative, quantity.Iteration), key))
                {
                    SourceNode first = seen[(quantity.Stored, quantity.Derivative, quantity.Iteration)];
                    group.Nodes.Report(key, "every number once", "remove one", $"{key.Text} again, first in line {first.Line}");
                    continue;
                }

                expectations.Add(new Expectation(quantity, printed, source, key.Line));
            }
        }

        return (expectations.ToImmutable(), sizes.ToImmutable());
    }

    private static Citation ReadCitation(MappingReader group, string? document)
    {
        string section = group.RequiredText("section") ?? "";
        string? own = group.OptionalText("document");
        string? oracle = group.OptionalText("oracle");
        if (oracle is not null && !oracle.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
        {
            group.Nodes.Report(group.OptionalNode("oracle")!, "the name of a script: lower-case letters, digits and underscores, without .py", "write a name such as dense_3_4_2");
        }

        if (own is not null && oracle is not null)
        {
            group.Nodes.Report(group.OptionalNode("oracle")!, "either a document or an oracle", "remove one of the two, or make two groups", "both 'document' and 'oracle'");
        }

        return oracle is null ? new Citation(own ?? document, null, section) : new Citation(null, oracle, section);
    }

    private static void ReadFacts(
        MappingReader group, ImmutableArray<MappingEntry> entries, Citation source, Func<LessonFacts>? facts, ImmutableArray<FactExpectation>.Builder sizes)
    {
        IEnumerable<string> known = entries.IsEmpty || facts is null ? [] : facts().Values.Keys;
        foreach ((ScalarNode key, SourceNode value) in entries)
        {
            PrintedNumber? printed = ReadPrinted(group.Nodes, value);
            if (facts is null || printed is null || group.Nodes.OneOf(key, [.. known]) is not { } fact)
            {
                continue;
            }

            if (sizes.FirstOrDefault(size => size.Fact == fact) is { } first)
            {
                group.Nodes.Report(key, "every number once", "remove one", $"{key.Text} again, first in line {first.Line}");
                continue;
            }

            sizes.Add(new FactExpectation(fact, printed.Value, source, key.Line));
        }
    }

    private static PrintedNumber? ReadPrinted(NodeReader reader, SourceNode value)
    {
        if (value is not MappingNode)
        {
            return reader.Printed(value);
        }

        MappingReader details = reader.Mapping(value, "the expectation")!;
        bool exact = details.OptionalBoolean("exact") ?? false;
        return details.RequiredPrinted("printed", exact);
    }

    /// <summary>A quantity that a step computes, so that there is a moment at which one can stop.</summary>
    /// <param name="reader">Reads the node.</param>
    /// <param name="node">The quantity.</param>
    /// <param name="remedy">What to do where no step computes it; <c>{0}</c> is the quantity.</param>
    /// <param name="iteration">The iteration where none is written.</param>
    public ResolvedQuantity? Computed(NodeReader reader, SourceNode node, string remedy, int iteration = 1)
    {
        ResolvedQuantity? quantity = Resolve(reader, node, iteration);
        if (quantity is null || (quantity.Stored is { } stored && quantity.Plan.ProducerOf(quantity.Plan.SymbolOf(stored)) is not null))
        {
            return quantity;
        }

        reader.Report(
            node,
            "a number that a step computes",
            remedy.Replace("{0}", quantity.Label.ToString(), StringComparison.Ordinal),
            $"{quantity.Label}, which no step computes");
        return null;
    }

    /// <summary>The number that a quantity means; null, with a problem unless one was reported for the same reason, where there is none.</summary>
    public ResolvedQuantity? Resolve(NodeReader reader, SourceNode node, int iteration)
    {
        if (reader.Quantity(node) is not { } quantity || resolver is null)
        {
            return null;
        }

        if (resolver.TryResolve(quantity, iteration, out ResolvedQuantity? resolved, out QuantityError? error))
        {
            return resolved;
        }

        if (!resolver.HasIteration(quantity.Iteration ?? iteration) || NamesOf(quantity.Term).Any(name => isSure(name.Identifier)))
        {
            reader.Report(node, error.Expected, error.Remedy, error.Found);
        }

        return null;
    }

    private static IEnumerable<Name> NamesOf(Term term) => term switch
    {
        NamedTerm named => [named.Name],
        DerivativeTerm { Via: { } via } derivative => [derivative.Of, derivative.WithRespectTo, via],
        DerivativeTerm derivative => [derivative.Of, derivative.WithRespectTo],
        _ => [],
    };
}
