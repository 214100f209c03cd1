using Lessons;
using Oracles;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;

namespace Simulator.Tests.Screens.Pictures;

public sealed class FunctionModelTests
{
    private static Lesson OneLayer(string activation, int units = 2) => PictureLessons.Read($$"""
        id: one-layer
        title: { en: One layer, ko: 한 층 }
        summary: { en: One layer., ko: 한 층입니다. }
        network:
          inputs: 2
          layers:
            - dense: { units: {{units}}, activation: {{activation}}, kernel: [[{{string.Join(", ", Enumerable.Repeat("0.5", units))}}], [{{string.Join(", ", Enumerable.Repeat("-1.5", units))}}]] }
            - dense: { units: 1, kernel: ones }
          loss: mean-squared-error
          optimizer: { sgd: { learning-rate: 0.1 } }
        data:
          inputs: [[1, 1]]
          targets: [[1]]
        """);

    private static FunctionModel Of(string activation) => FunctionModel.Of(StepScreen.Open(OneLayer(activation))).Model!;

    [Fact]
    public void Should_be_the_sigmoid()
    {
        FunctionModel model = Of("sigmoid");
        foreach (double z in new[] { -5, -0.7, 0, 0.3, 4 })
        {
            double h = 1 / (1 + Math.Exp(-z));
            model.At(z).ShouldBe(h, 1e-15);
            model.SlopeAt(z).ShouldBe(h * (1 - h), 1e-15);
        }
    }

    [Fact]
    public void Should_be_the_hyperbolic_tangent()
    {
        FunctionModel model = Of("tanh");
        foreach (double z in new[] { -3, -0.7, 0, 0.3, 2 })
        {
            model.At(z).ShouldBe(Math.Tanh(z), 1e-15);
            model.SlopeAt(z).ShouldBe(1 - (Math.Tanh(z) * Math.Tanh(z)), 1e-15);
        }
    }

    [Theory]
    [InlineData("relu", -2, 0, 0)]
    [InlineData("relu", 3, 3, 1)]
    [InlineData("{ leaky-relu: { alpha: 0.1 } }", -2, -0.2, 0.1)]
    [InlineData("softplus", 0, 0.69314718055994531, 0.5)]
    [InlineData("swish", 0, 0, 0.5)]
    [InlineData("step", 2, 1, 0)]
    [InlineData("elu", -1, -0.63212055882855767, 0.36787944117144233)]
    public void Should_be_the_layers_function(string activation, double z, double value, double slope)
    {
        FunctionModel model = Of(activation);
        model.At(z).ShouldBe(value, 1e-15);
        model.SlopeAt(z).ShouldBe(slope, 1e-15);
    }

    [Fact]
    public void Should_mark_the_unit_that_is_looked_at_as_far_as_it_is_known()
    {
        OraclePass pass = XorByHand.Passes(3)[^1];

        // Samples and units count from 1 in names: the third sample's second sum.
        FunctionModel model = FunctionModel.Of(PictureLessons.At(PictureLessons.Xor, "z2[3]@3")).Model!;
        (model.Name, model.SumName, model.ValueName).ShouldBe(("sigmoid", "z2[3]", "h2[3]"));
        model.Sum!.Value.ShouldBe(pass.Layers[0].Weighted[2][1].Value, 1e-12);
        (model.Value, model.Slope).ShouldBe((null, null), "neither has been computed yet");
        model.Others.ShouldBe([pass.Layers[0].Weighted[2][0].Value], 1e-12);

        model = FunctionModel.Of(PictureLessons.At(PictureLessons.Xor, "h2[3]@3")).Model!;
        model.Value!.Value.ShouldBe(pass.Layers[0].Outputs[2][1].Value, 1e-12);
        model.Slope.ShouldBeNull();

        double h = pass.Layers[0].Outputs[2][1].Value;
        model = FunctionModel.Of(PictureLessons.At(PictureLessons.Xor, "dE_total/dz2[3]@3")).Model!;
        model.SlopeName.ShouldBe("∂h2[3]/∂z2[3]");
        model.Slope!.Value.ShouldBe(h * (1 - h), 1e-12);
    }

    [Fact]
    public void Should_know_no_other_sum_before_it_is_computed() =>
        FunctionModel.Of(PictureLessons.At(PictureLessons.Xor, "z1[1]@3")).Model!.Others.ShouldBeEmpty();

    [Theory]
    [InlineData("w6+", "h2", "layer 2 has its own function")]
    [InlineData("w3+", "h2", "w3 leads to the second unit")]
    public void Should_show_the_unit_that_a_weight_leads_to(string weight, string unit, string because)
    {
        FunctionModel model = FunctionModel.Of(PictureLessons.At(PictureLessons.Xor, weight)).Model!;
        model.ValueName.ShouldStartWith(weight == "w6+" ? "o1" : unit, Case.Sensitive, because);
    }

    [Fact]
    public void Should_show_a_chosen_layer()
    {
        FunctionModel model = FunctionModel.Of(PictureLessons.At(PictureLessons.Xor, "z1[1]"), subject: 1).Model!;
        (model.ValueName, model.Subjects).ShouldBe(("o1[1]", 2));
    }

    [Fact]
    public void Should_reach_as_far_as_the_sums()
    {
        Of("sigmoid").Reach.ShouldBe(6);
        Lesson far = PictureLessons.Read("""
            id: far
            title: { en: Far, ko: 멀리 }
            summary: { en: A large sum., ko: 큰 가중합. }
            network:
              inputs: 1
              layers:
                - dense: { units: 1, activation: sigmoid, kernel: [[40]] }
              loss: mean-squared-error
              optimizer: { sgd: { learning-rate: 0.1 } }
            data: { inputs: [[1]], targets: [[1]] }
            """);
        FunctionModel.Of(PictureLessons.At(far, "z1")).Model!.Reach.ShouldBe(46, 1e-9);
    }

    [Theory]
    [InlineData("softmax", "Softmax")]
    [InlineData("linear", "activation function")]
    public void Should_say_why_there_is_none(string activation, string reason)
    {
        StepScreen screen = StepScreen.Open(OneLayer(activation));
        PictureOrReason<FunctionModel> picture = FunctionModel.Of(screen);
        picture.Model.ShouldBeNull();
        picture.WhyNot!(Words.In(Language.English)).ShouldContain(reason);
        picture.WhyNot!(Words.In(Language.Korean)).ShouldNotBeNullOrWhiteSpace();
    }
}
