using Engine.Formulas;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Reference;
using Engine.Tests.Support;
using Engine.Time;

namespace Engine.Tests.Layers;

public class DropoutTests
{
    private static readonly Tensor Ones = Tensor.Filled(new Shape(20, 50), 1);

    private static LayerBench Bench(Dropout layer, Mode mode = Mode.Training) => new(layer, [Ones], mode: mode);

    private static Timeline Train(double rate, int iterations)
    {
        Network network = Network.Sequential(
            new Shape(3),
            [new Dropout(rate, seed: 5), new Dense(4, new GlorotUniform()), new Dropout(rate, seed: 5), new Dense(1, new GlorotUniform(1))],
            new MeanSquaredError(),
            new GradientDescent(0.1));
        Tensor inputs = Tensor.Matrix([[0.3, -1, 2], [1, 0.5, -0.7]]);
        return new Timeline(new Training(Planner.Build(network, 2), inputs, Tensor.Matrix([[1], [0]])), iterations, checkpointBytes: 100);
    }

    [Fact]
    public void Should_keep_what_is_drawn_at_or_above_the_rate()
    {
        LayerBench bench = Bench(new Dropout(0.3, seed: 1));
        double[] u = bench.ValuesOf("u1");
        double[] mask = bench.ValuesOf("mask1");
        mask.ShouldBe(u.Select(value => value >= 0.3 ? 1.0 : 0));
        bench.Output.ShouldBe(mask.Select(kept => kept / 0.7));

        // Four standard deviations of a thousand draws.
        mask.Average().ShouldBeInRange(0.7 - 0.058, 0.7 + 0.058);
        bench.ShouldExplainEverything();
    }

    [Fact]
    public void Should_drop_nothing_at_rate_0() => Bench(new Dropout(0)).Output.ShouldAllBe(value => value == 1);

    [Fact]
    public void Should_follow_the_seed()
    {
        double[] drawn = Bench(new Dropout(0.5, seed: 1)).ValuesOf("mask1");
        Bench(new Dropout(0.5, seed: 1)).ValuesOf("mask1").ShouldBe(drawn);
        Bench(new Dropout(0.5, seed: 2)).ValuesOf("mask1").ShouldNotBe(drawn);
    }

    [Fact]
    public void Should_draw_anew_in_every_iteration_and_layer_and_the_same_when_it_comes_back()
    {
        Timeline timeline = Train(0.5, 40);
        Plan plan = timeline.Plan;
        Symbol first = plan.SymbolOf(plan.Find("u1", 1, 1).Address!.Value);
        Symbol second = plan.SymbolOf(plan.Find("u3", 1, 1).Address!.Value);
        List<IterationTrace> forward = [.. Enumerable.Range(1, 40).Select(timeline.At)];
        forward.Select(trace => trace[first][0]).ShouldBeUnique();
        forward[0][first][..3].ToArray().Intersect(forward[0][second].ToArray()).ShouldBeEmpty();
        foreach (int iteration in new[] { 33, 7, 39, 1, 40 })
        {
            IterationTrace again = timeline.At(iteration);
            foreach (Symbol symbol in plan.Symbols)
            {
                again[symbol].ShouldBeBitEqual(forward[iteration - 1][symbol], $"iteration {iteration}, {symbol.Label}");
            }
        }
    }

    [Fact]
    public void Should_hand_its_input_on_for_inference()
    {
        LayerBench bench = Bench(new Dropout(0.9), Mode.Inference);
        bench.Plan.Predictions[0].ShouldBe(bench.Plan.Inputs[0]);
        bench.Plan.Noises.ShouldBeEmpty();
        bench.InputGradient().ShouldAllBe(gradient => gradient == 1);
    }

    [Fact]
    public void Should_take_a_mask_from_the_lesson_instead_of_drawing()
    {
        LayerBench bench = new(
            new Dropout(0.5, mask: Tensor.Matrix([[1, 0], [0, 1]])), [Tensor.Matrix([[3, 5], [7, 9], [2, 4], [6, 8]])], batches: 2);
        bench.Plan.Noises.ShouldBeEmpty();
        bench.Traces[0][bench.Plan.Predictions[0]].ToArray().ShouldBe([6, 0, 0, 18]);
        bench.Traces[1][bench.Plan.Predictions[0]].ToArray().ShouldBe([4, 0, 0, 16], "the same mask for every batch");
        bench.Plan.Find("mask1", 2, 1).Address.ShouldNotBeNull();
        bench.Plan.Explain(new Address(bench.Plan.Predictions[0].Index, 0)).Symbolic(Notation.Plain)
            .ShouldBe("data1[1,1] * mask1[1,1] / (1 - 0.5)");
    }

    [Fact]
    public void Should_take_a_flat_mask_for_samples_of_more_axes()
    {
        Tensor x = new(new Shape(1, 2, 2), [1, 2, 3, 4]);
        new LayerBench(new Dropout(0, mask: Tensor.Matrix([[0, 1, 1, 0]])), [x]).Output.ShouldBe([0, 2, 3, 0]);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Should_refuse_other_rates(double rate) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Dropout(rate)).Message.ShouldStartWith("a number of at least 0 and below 1");

    [Fact]
    public void Should_refuse_masks_of_other_numbers() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Dropout(0.5, mask: Tensor.Matrix([[1, 0.5]])))
            .Message.ShouldStartWith("rows of 0 (left out) and 1 (stays)");

    [Fact]
    public void Should_refuse_masks_of_other_shapes()
    {
        PlanProblem problem = Should.Throw<PlanException>(() => new LayerBench(
            new Dropout(0.5, mask: Tensor.Matrix([[1, 0]])), [Tensor.Matrix([[3, 5, 7], [7, 9, 8]])])).Problems.ShouldHaveSingleItem();
        problem.ToString().ShouldBe("layer 1 (dropout), mask: expected shape 2 × 3, a row for each sample of a batch, found 1 × 2");
        problem.Part.ShouldBe("mask");
    }

    [Fact]
    public void Should_name_nothing_that_is_not_there() =>
        Should.Throw<ArgumentException>(() => new Dropout(
            0.5,
            mask: Tensor.Matrix([[1]]),
            symbols: new PartNames(new Dictionary<string, SymbolNames> { ["u"] = SymbolNames.Indexed("r") })))
            .Message.ShouldContain("'u'");
}
