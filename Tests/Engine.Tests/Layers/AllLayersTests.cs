using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;

namespace Engine.Tests.Layers;

/// <summary>One network that has every layer without recurrence in it, trained.</summary>
public class AllLayersTests
{
    private const int Words = 9;

    private static Training Train(int steps, int width, int batch)
    {
        Network network = new(
            [new NetworkInput("words", new Shape(steps))],
            [
                new Node("vectors", new Embedding(Words, width), ["words"]),
                new Node("batch", new BatchNormalization(), ["vectors"]),
                new Node("drop", new Dropout(0.2, seed: 4), ["batch"]),
                new Node("layer", new LayerNormalization(), ["drop"]),
                new Node("curve", new ActivationLayer(new HyperbolicTangent()), ["layer"]),
                new Node("most", new GlobalMaxPooling1D(), ["curve"]),
                new Node("mean", new GlobalAveragePooling1D(), ["curve"]),
                new Node("sum", new Add(), ["most", "mean"]),
                new Node("both", new Concatenate(), ["sum", "most"]),
                new Node("pairs", new ReshapeLayer([2, -1]), ["both"]),
                new Node("flat", new Flatten(), ["pairs"]),
                new Node("answer", new Dense(2, new GlorotUniform(), new Softmax()), ["flat"]),
            ],
            [new NetworkOutput("answer", new SparseCategoricalCrossentropy())],
            new GradientDescent(0.5));
        int rows = 2 * batch;
        Tensor inputs = new(new Shape(rows, steps), [.. Enumerable.Range(0, rows * steps).Select(cell => (double)(cell * cell % Words))]);
        Tensor targets = new(new Shape(rows, 1), [.. Enumerable.Range(0, rows).Select(row => (double)(row % 2))]);
        return new Training(Planner.Build(network, batch), [inputs], [targets], shuffleSeed: 1);
    }

    [Fact]
    public void Should_compute_the_same_in_one_piece_as_step_by_step()
    {
        Training training = Train(steps: 3, width: 2, batch: 1);
        StraightLine.Compile(training.Plan).ShouldNotBeNull("otherwise this test compares nothing");
        Iteration machine = new(training);
        for (int run = 0; run < 250; run++)
        {
            machine.Run();
        }

        TrainingState state = machine.State();
        Iteration fresh = new(training);
        fresh.Restore(state);
        machine.Run();
        fresh.Run();
        foreach (Symbol symbol in training.Plan.Symbols)
        {
            fresh.Trace()[symbol].ShouldBeBitEqual(machine.Trace()[symbol], $"{symbol.Label}");
        }
    }

    [Fact]
    public void Should_allocate_nothing()
    {
        Training training = Train(steps: 30, width: 8, batch: 8);
        StraightLine.Compile(training.Plan).ShouldBeNull("otherwise the operations' own loops do not run");
        Iteration machine = new(training);

        // Formulas of a single number are walked some hundred times before they are compiled.
        for (int run = 0; run < 300; run++)
        {
            machine.Run();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int run = 0; run < 20; run++)
        {
            machine.Run();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Should_explain_every_number()
    {
        Training training = Train(steps: 3, width: 2, batch: 2);
        Iteration machine = new(training);
        machine.Run();
        machine.Run();
        IterationTrace trace = machine.Trace();
        foreach (Step step in training.Plan.Steps)
        {
            for (int cell = 0; cell < step.Output.Shape.Size; cell++)
            {
                Explanation explanation = training.Plan.Explain(new Address(step.Output.Index, cell));
                explanation.Evaluate(trace).ShouldBeBitEqual(trace[explanation.Address], $"{explanation.Label}");
            }
        }
    }
}
