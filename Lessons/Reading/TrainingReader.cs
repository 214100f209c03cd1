using System.Collections.Immutable;
using Engine.Metrics;
using Engine.Running;

namespace Lessons.Reading;

/// <summary>Reads how long a training goes on, by how many samples, in which order, and how it is measured.</summary>
internal sealed class TrainingReader
{
    public const int MostIterations = 1_000_000_000;

    private readonly NodeReader nodes;
    private readonly MappingReader? training;
    private readonly double? validationSplit;

    public TrainingReader(NodeReader nodes, NetworkReader networks, MappingReader? training)
    {
        this.nodes = nodes;
        this.training = training;
        bool hasEpochs = training?.Has("epochs") is true;
        Epochs = training?.OptionalInteger("epochs", 1, MostIterations);
        Iterations = training?.Has("iterations") is true ? training.OptionalInteger("iterations", 1, MostIterations) : hasEpochs ? null : 1;
        if (hasEpochs && training!.OptionalNode("iterations") is { } iterations)
        {
            nodes.Report(iterations, "either iterations or epochs", "remove one of the two", "both 'iterations' and 'epochs'");
        }

        BatchSize = training?.OptionalInteger("batch-size", 1);
        BatchSizeNode = training?.OptionalNode("batch-size");
        ShuffleSeed = training?.OptionalInteger("shuffle");
        validationSplit = training?.OptionalNumber(
            "validation-split", new NumberDomain("a number above 0 and below 1", share => share is > 0 and < 1));
        Metrics = training is null ? [] :
        [
            .. training.OptionalItems("metrics").Select(node => networks.ReadKind(nodes, node, typeof(Metric), null)).OfType<Metric>(),
        ];
        Stopping = ReadStopping(networks);
    }

    /// <summary>How many updates there are; null where epochs are counted, or where the number is not right.</summary>
    public int? Iterations { get; }

    public int? Epochs { get; }

    public int? BatchSize { get; }

    public SourceNode? BatchSizeNode { get; }

    public int? ShuffleSeed { get; }

    public ImmutableArray<Metric> Metrics { get; }

    public EarlyStopping? Stopping { get; }

    /// <summary>
    /// How many of so many samples are trained on: all, or the first of them where the last are for validation; null where that
    /// is not right.
    /// </summary>
    public int? SamplesToTrainOn(int samples)
    {
        if (validationSplit is not { } share)
        {
            return training?.Has("validation-split") is true ? null : samples;
        }

        int first = (int)Math.Floor(samples * (1 - share));
        if (first > 0)
        {
            return first;
        }

        nodes.Report(
            training!.OptionalNode("validation-split")!, "a share that leaves samples to train on", "make it smaller, or add samples", "no sample left to train on");
        return null;
    }

    /// <summary>How many updates there are in so many epochs; null, with a problem, where they are too many.</summary>
    public int? IterationsOf(int iterationsPerEpoch)
    {
        if (Epochs is not { } epochs)
        {
            return Iterations;
        }

        if ((long)epochs * iterationsPerEpoch <= MostIterations)
        {
            return epochs * iterationsPerEpoch;
        }

        nodes.Report(training!.OptionalNode("epochs")!, $"at most {MostIterations} iterations in all", "train for fewer epochs", $"{(long)epochs * iterationsPerEpoch} iterations");
        return null;
    }

    private EarlyStopping? ReadStopping(NetworkReader networks)
    {
        if (training?.OptionalNode("early-stopping") is not { } node)
        {
            return null;
        }

        // As if it were written {early-stopping: {…}}, a kind with its arguments.
        ScalarNode name = new("early-stopping", false, node.Line, node.Column);
        SourceNode kind = new MappingNode([new MappingEntry(name, node)], node.Line, node.Column);
        if (networks.ReadKind(nodes, kind, typeof(EarlyStopping), null) is not EarlyStopping stopping)
        {
            return null;
        }

        if (Epochs is null)
        {
            nodes.Report(node, "'epochs' beside 'early-stopping'", "add 'epochs: …', the most there may be", "early stopping without epochs");
        }

        if (stopping.Watched is Watched.ValidationLoss or Watched.ValidationMetric && validationSplit is null)
        {
            nodes.Report(
                node, "'validation-split' for what it watches", "add 'validation-split: 0.2', or watch training-loss", "early stopping on validation data, of which there are none");
            return null;
        }

        if (stopping.Watched is Watched.TrainingMetric or Watched.ValidationMetric && Metrics.IsEmpty)
        {
            nodes.Report(node, "'metrics' for what it watches", "add 'metrics: [...]', or watch a loss", "early stopping on a metric, of which there is none");
            return null;
        }

        return stopping;
    }
}
