using Oracles;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;

namespace Simulator.Tests.Screens.Pictures;

public sealed class HistogramModelTests
{
    public sealed class OfNumbers
    {
        private static readonly double[] Known = [-2, 0, 0.5, 1, 1, double.NaN, 1e-3];

        [Fact]
        public void Should_have_their_figures()
        {
            NumberSummary summary = new("h", 9, Known);
            (summary.All, summary.Known, summary.NotFinite, summary.Zeros).ShouldBe((9, 7, 1, 1));
            (summary.Least, summary.Greatest).ShouldBe((-2, 1));
            summary.MeanSize.ShouldBe((2 + 0 + 0.5 + 1 + 1 + 1e-3) / 6, 1e-15);
            summary.Decades!.Value.Least.ShouldBe(-3, 1e-12);
            summary.Decades!.Value.Greatest.ShouldBe(Math.Log10(2), 1e-12);
        }

        [Fact]
        public void Should_count_each_once_and_the_end_in_the_last_part()
        {
            NumberSummary summary = new("h", 9, Known);
            summary.CountsIn(-2, 1, 3).ShouldBe([1, 0, 5]);
            summary.CountsIn(0, 1, 2).ShouldBe([2, 3]);
            summary.CountsIn(-3, 1, 4, byDecade: true).ShouldBe([1, 0, 1, 3]);
        }

        [Fact]
        public void Should_be_nothing_where_nothing_is_known()
        {
            NumberSummary summary = new("h", 9, []);
            (summary.HasNumbers, summary.Known, summary.Decades).ShouldBe((false, 0, null));
            summary.CountsIn(0, 1, 3).ShouldBe([0, 0, 0]);
        }
    }

    public sealed class OfLayers
    {
        private static HistogramModel Of(string quantity, int? subject = null) =>
            HistogramModel.Of(PictureLessons.At(PictureLessons.Xor, quantity), subject).Model!;

        [Fact]
        public void Should_have_activations_and_gradients_of_each_layer()
        {
            OraclePass pass = XorByHand.Passes(5)[^1];
            HistogramModel model = Of("w1+@5");
            model.Layers.Length.ShouldBe(2);
            for (int layer = 0; layer < 2; layer++)
            {
                double[] outputs = [.. pass.Layers[layer].Outputs.SelectMany(row => row).Select(h => h.Value)];
                double[] gradients = [.. pass.Layers[layer].Weighted.SelectMany(row => row).Select(pass.Gradient)];
                ShouldHave(model.Layers[layer].Activations, outputs);
                ShouldHave(model.Layers[layer].Gradients!, gradients);
            }

            model.Layers[0].Gradients!.Name.ShouldBe("∂E_total/∂z1..z2");
        }

        [Fact]
        public void Should_count_only_what_is_known()
        {
            HistogramModel model = Of("h1[2]@5");
            (model.Layers[0].Activations.Known, model.Layers[0].Activations.All).ShouldBe((3, 8));
            (model.Layers[1].Activations.Known, model.Layers[0].Gradients!.Known).ShouldBe((0, 0));
            model.Layers[0].SaturatedShare.ShouldBeNull();
        }

        [Fact]
        public void Should_count_nothing_of_an_iteration_that_has_not_begun()
        {
            HistogramModel model = HistogramModel.Of(StepScreen.Open(PictureLessons.Xor)).Model!;
            model.Layers.ShouldAllBe(layer => layer.Activations.Known == 0 && layer.Gradients!.Known == 0);
            model.Current.ShouldBeNull();
        }

        [Fact]
        public void Should_know_the_layer_looked_at_and_the_chosen_one()
        {
            (Of("o1[2]@5").Current, Of("h1[2]@5").Current, Of("h1[2]@5").Chosen, Of("h1[2]@5", 1).Chosen).ShouldBe((1, 0, null, 1));
            Of("h1[2]@5", 7).Chosen.ShouldBeNull();
        }

        [Fact]
        public void Should_show_how_gradients_vanish()
        {
            HistogramModel model = HistogramModel.Of(PictureLessons.At(PictureLessons.Deep, "dE_total/dW1[3,6]@2")).Model!;
            double[] sizes = [.. model.Layers.Select(layer => layer.Gradients!.MeanSize)];
            sizes.Length.ShouldBe(6);
            sizes.ShouldBe(sizes.Order().ToArray(), "each sigmoid on the way back makes them at least four times smaller");
            (sizes[^1] / sizes[0]).ShouldBeGreaterThan(100);
        }

        [Fact]
        public void Should_count_saturated_outputs_and_dead_units()
        {
            var lesson = PictureLessons.Read("""
                id: dead
                title: { en: Dead, ko: 죽음 }
                summary: { en: A dead unit., ko: 죽은 뉴런. }
                network:
                  inputs: 1
                  layers:
                    - dense: { units: 2, activation: relu, kernel: [[1, 1]], bias: [-10, 0] }
                    - dense: { units: 1, kernel: ones }
                  loss: mean-squared-error
                  optimizer: { sgd: { learning-rate: 0.1 } }
                data: { inputs: [[1], [2]], targets: [[5], [5]] }
                """);
            LayerNumbers layer = HistogramModel.Of(PictureLessons.At(lesson, "W1[1,1]+")).Model!.Layers[0];
            (layer.SaturatedShare, layer.Dead).ShouldBe((0.5, 1));
        }

        private static void ShouldHave(NumberSummary summary, double[] expected)
        {
            (summary.Known, summary.All).ShouldBe((expected.Length, expected.Length));
            summary.Least.ShouldBe(expected.Min(), 1e-12);
            summary.Greatest.ShouldBe(expected.Max(), 1e-12);
            summary.MeanSize.ShouldBe(expected.Average(Math.Abs), 1e-12);
            summary.CountsIn(-1, 1, 8).Sum().ShouldBe(expected.Length);
        }
    }
}
