using Engine.Activations;
using Engine.Clippings;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;

namespace Engine.Tests.Optimizers;

public class ClippingTests
{
    private static IterationTrace Trace(Clipping clip, int pieces, params double[] gradients)
    {
        Training training = GivenGradients.Of(
            new GradientDescent(1, clip: clip),
            [new("K", Tensor.Filled(new Shape(1, gradients.Length - 1), 0), pieces), new("b", Tensor.Vector(0))],
            [gradients]);
        Iteration iteration = new(training);
        iteration.Run();
        return iteration.Trace();
    }

    [Fact]
    public void Should_take_a_tensor_in_pieces_for_one()
    {
        // 3, 4 and 12 have the norm 13; apart, only 12 would be above the limit.
        IterationTrace trace = Trace(new ByNorm(6.5), 3, 3, 4, 12, 5);
        trace[trace.Plan.At("norm_K1")].ShouldBe(13);
        trace[trace.Plan.At("factor_K1")].ShouldBe(0.5);
        new[] { "g_K1", "g_K2", "g_K3", "g_b" }.Select(name => trace[trace.Plan.At(name)]).ShouldBe([1.5, 2, 6, 5]);
        trace[trace.Plan.At("factor_b")].ShouldBe(1);
        trace.Plan.Parameters.Select(tensor => (tensor.Name, tensor.Part, tensor.Symbols.Length)).ShouldBe([("K1", "K", 3), ("b", "b", 1)]);
    }

    [Fact]
    public void Should_take_all_tensors_for_one()
    {
        IterationTrace trace = Trace(new ByGlobalNorm(6.5), 1, 3, 4, 12);
        trace[trace.Plan.At("norm")].ShouldBe(13);
        trace[trace.Plan.At("factor")].ShouldBe(0.5);
        trace[trace.Plan.At("K[1,2]+")].ShouldBe(-2);
        trace[trace.Plan.At("b+")].ShouldBe(-6);
    }

    [Fact]
    public void Should_leave_what_is_at_the_limit()
    {
        IterationTrace trace = Trace(new ByNorm(5), 1, 3, 4, -5);
        trace[trace.Plan.At("factor_K")].ShouldBe(1);
        trace[trace.Plan.At("g_b")].ShouldBe(-5);
        IterationTrace byValue = Trace(new ByValue(5), 1, 5, -5, 6);
        byValue[byValue.Plan.At("g_K[1,1]")].ShouldBe(5);
        byValue[byValue.Plan.At("g_K[1,2]")].ShouldBe(-5);
        byValue[byValue.Plan.At("g_b")].ShouldBe(5);
    }

    [Fact]
    public void Should_name_tensors_in_one_word()
    {
        Dense named = new(2, new Zeros(), symbols: new PartNames(new Dictionary<string, SymbolNames>
        {
            ["kernel"] = SymbolNames.Each(new Shape(1, 2), ["w1", "w2"]),
            ["bias"] = SymbolNames.Each(new Shape(2), ["c1", "c2"]),
            ["output"] = SymbolNames.Each(new Shape(2), ["h1", "h2"]),
        }));
        Dense indexed = new(1, new Zeros());
        Plan plan = Planner.Build(Network.Sequential(
            new Shape(1), [named, indexed], new HalfSquaredError(), new GradientDescent(1, clip: new ByNorm(1))));
        plan.Parameters.Select(tensor => (tensor.Name, tensor.Layer, tensor.Part)).ShouldBe(
            [("W1", 1, "kernel"), ("b1", 1, "bias"), ("W2", 2, "kernel"), ("b2", 2, "bias")]);
        plan.Names.ShouldContain("norm_W1");
        plan.Names.ShouldContain("g_w2");
    }

    [Fact]
    public void Should_do_nothing_where_there_is_nothing_to_train()
    {
        Plan plan = Planner.Build(Network.Sequential(
            new Shape(1), [new Squash()], new HalfSquaredError(), new GradientDescent(1, clip: new ByGlobalNorm(1))));
        plan.Steps.ShouldNotContain(step => step.Phase == Phase.Update);
        plan.Parameters.ShouldBeEmpty();
    }

    private sealed class Squash : SingleInputLayer
    {
        private protected override Symbol Emit(LayerBuilder builder, Symbol input) =>
            builder.Emit(new Sigmoid().ToOperation(), LayerPart.Output, "output", builder.NameOf("o"), input);
    }
}
