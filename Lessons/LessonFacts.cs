using System.Collections.Immutable;
using Engine.Planning;
using Engine.Running;

namespace Lessons;

/// <summary>
/// What is known of a lesson before any number is computed: how many samples, updates and parameters there are, the shapes that layers
/// hand on, how widely first weights are spread. Lessons expect them by name under <c>summary</c>.
/// </summary>
public sealed class LessonFacts
{
    private LessonFacts(ImmutableSortedDictionary<string, double> values) => Values = values;

    /// <summary>Every fact by its name: <c>parameters</c>, <c>dense.parameters</c>, <c>dense.output[1]</c>, <c>W1.limit</c>.</summary>
    public ImmutableSortedDictionary<string, double> Values { get; }

    /// <summary>The facts of a training.</summary>
    /// <param name="network">The network that is trained.</param>
    /// <param name="training">Its data.</param>
    /// <param name="iterations">How many updates there are in all.</param>
    public static LessonFacts Of(Network network, Training training, int iterations)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(training);
        NetworkSummary summary = NetworkSummary.Of(network);
        var facts = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        facts["samples"] = training.Samples;
        facts["batch-size"] = training.Plan.BatchSize;
        facts["updates-per-epoch"] = training.IterationsPerEpoch;
        facts["updates"] = iterations;
        facts["parameters"] = summary.Trainable + summary.Other;
        facts["trainable"] = summary.Trainable;
        foreach (SummaryLine line in summary.Lines)
        {
            facts[$"{line.Name}.parameters"] = line.Trainable + line.Other;
            for (int axis = 0; axis < line.Output.Rank; axis++)
            {
                facts[$"{line.Name}.output[{axis + 1}]"] = line.Output[axis];
            }
        }

        foreach (Symbol symbol in training.Plan.Symbols.Where(symbol => symbol.Role == SymbolRole.Parameter))
        {
            if (training.Plan.SpreadOf(symbol) is { } spread)
            {
                string name = symbol.Label.ToString();
                facts[$"{name}.deviation"] = spread.Deviation;
                if (spread.Limit is { } limit)
                {
                    facts[$"{name}.limit"] = limit;
                }
            }
        }

        return new LessonFacts(facts.ToImmutable());
    }
}
