using System.Collections.Immutable;
using Engine.Derivatives;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Operations;
using Engine.Tests.Support;
using Engine.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests;

/// <summary>What holds for every network, on networks drawn at random and made smaller where something fails.</summary>
public class RandomNetworkTests
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithMaxTest(60).WithQuietOnSuccess(true);

    private static readonly Arbitrary<NetworkCase> Networks = Arb.From(
        from features in Gen.Choose(1, 4)
        from depth in Gen.Choose(1, 4)
        from layers in Gen.ListOf(Layer, depth)
        from batch in Gen.Choose(1, 3)
        from batches in Gen.Choose(1, 2)
        from flags in Gen.Choose(0, 7)
        from seed in Gen.Choose(1, 100_000)
        from scale in Gen.Elements(0.5, 1, 5)
        select new NetworkCase(features, [.. layers])
        {
            BatchSize = batch,
            Batches = batches,
            IsNamed = (flags & 1) != 0,
            IsMean = (flags & 2) != 0,
            MostPathCells = (flags & 4) != 0 ? 20 : PlanOptions.DefaultMostPathCells,
            Seed = seed,
            Scale = scale,
        },
        Smaller);

    private static Gen<LayerCase> Layer =>
        from units in Gen.Choose(1, 8)
        from isSigmoid in Gen.Elements(true, false)
        from hasBias in Gen.Elements(true, false)
        select new LayerCase(units, isSigmoid, hasBias);

    /// <summary>
    /// Checks every stored derivative of an iteration against <see cref="CellDerivative"/>, by the two numbers that its own
    /// label names.
    /// </summary>
    internal static void CheckStoredDerivatives(IterationTrace trace)
    {
        Plan plan = trace.Plan;
        double tolerance = 1e-12 * trace.Largest();
        foreach (Step step in plan.Steps.Where(step => step.Phase == Phase.Backward))
        {
            foreach (Address address in step.Output.AllAddresses())
            {
                string label = plan.LabelOf(address).ToString();
                (Address of, Address withRespectTo) = LabelText.Derivative(plan, label).ShouldNotBeNull(label);
                double expected = plan.PathOf(address) is { } via && label.Contains(" via ")
                    ? CellDerivative.Between(trace, of, via).Value * CellDerivative.Between(trace, via, withRespectTo).Value
                    : CellDerivative.Between(trace, of, withRespectTo).Value;
                trace[address].ShouldAgree(expected, tolerance, label);
            }
        }
    }

    [Fact]
    public void Should_explain_every_number_bit_for_bit() => Check(network =>
    {
        Iteration iteration = new(network.ToTraining());
        for (int run = 0; run < 3; run++)
        {
            iteration.Run();
        }

        IterationTrace trace = iteration.Trace();
        foreach (Address address in trace.Plan.AllAddresses().Where(address => trace.Plan.ProducerOf(trace.Plan.SymbolOf(address)) is not null))
        {
            trace.Plan.Explain(address).Evaluate(trace).ShouldBeBitEqual(trace[address], trace.Plan.LabelOf(address).ToString());
        }
    });

    [Fact]
    public void Should_replay_what_was_run() => Check(network =>
    {
        const int Iterations = 12;
        Training training = network.ToTraining();
        Iteration machine = new(training);
        List<IterationTrace> straight = [];
        for (int run = 0; run < Iterations; run++)
        {
            machine.Run();
            straight.Add(machine.Trace());
        }

        Timeline timeline = new(training, Iterations, checkpointBytes: 1);
        foreach (int iteration in new[] { 12, 3, 7, 1, 11, 2, 12, 5, 4 })
        {
            IterationTrace replayed = timeline.At(iteration);
            foreach (Symbol symbol in training.Plan.Symbols)
            {
                replayed[symbol].ShouldBeBitEqual(straight[iteration - 1][symbol], $"iteration {iteration}, {symbol.Label}");
            }
        }
    });

    [Fact]
    public void Should_agree_with_the_tape() => Check(network => GradientTests.Check(network, network.ToString()));

    [Fact]
    public void Should_store_the_derivatives_that_labels_name() => Check(
        network => CheckStoredDerivatives(network.FirstTrace()),
        mostLayers: 3,
        mostUnits: 4);

    [Fact]
    public void Should_find_every_number_by_its_label() => Check(network =>
    {
        Plan plan = network.ToPlan();
        foreach (Address address in plan.AllAddresses())
        {
            string label = plan.LabelOf(address).ToString();
            LabelText.Resolve(plan, label).ShouldBe(address, label);
        }
    });

    private static void Check(Action<NetworkCase> property, int mostLayers = 4, int mostUnits = 8) => Prop.ForAll(Networks, network => property(network with
    {
        Layers = [.. network.Layers.Take(mostLayers).Select(layer => layer with { Units = Math.Min(layer.Units, mostUnits) })],
    })).Check(Settings);

    private static IEnumerable<NetworkCase> Smaller(NetworkCase network)
    {
        ImmutableArray<LayerCase> layers = network.Layers;
        for (int index = 0; index < layers.Length; index++)
        {
            if (layers.Length > 1)
            {
                yield return network with { Layers = layers.RemoveAt(index) };
            }

            if (layers[index].Units > 1)
            {
                yield return network with { Layers = layers.SetItem(index, layers[index] with { Units = layers[index].Units - 1 }) };
            }
        }

        if (network.Features > 1)
        {
            yield return network with { Features = network.Features - 1 };
        }

        if (network.BatchSize > 1)
        {
            yield return network with { BatchSize = network.BatchSize - 1 };
        }
    }
}
