using Lessons;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Tests.Pictures;
using Simulator.Tests.Screens.Pictures;

namespace Simulator.Tests.Views.Pictures;

/// <summary>That pictures say what they show, where a reader could take one thing for another.</summary>
public sealed class PictureMeaningTests
{
    private static readonly Words English = Words.In(Language.English);
    private static readonly Words Korean = Words.In(Language.Korean);

    private static string TextOf(string scene, Size size, Words words)
    {
        Canvas canvas = new(size);
        PictureScenes.Find(scene)(canvas, canvas.Region, words);
        return canvas.ToText();
    }

    private static string TitleOf(string picture, StepScreen screen, Words words)
    {
        Picture found = Picture.Find(picture);
        return found.TitleOf(found.ModelOf(screen).Model!, words);
    }

    public sealed class EdgeLabels
    {
        /// <summary>Of the worked lesson w3 goes down from the first input to the second unit, and w2 up from the second to the first.</summary>
        [Fact]
        public void Should_tell_crossing_edges_apart_in_a_few_rows()
        {
            string text = Drawn.Network(Drawn.At("z1", ScriptedRun.Worked), new Size(76, 6)).ToText();
            text.ShouldContain("w3↘ 0.4 ");
            text.ShouldContain("w2↗ 0.25 ");
            text.ShouldNotContain("w1↘");
            text.ShouldNotContain("w4↗");
        }

        [Fact]
        public void Should_need_no_arrow_where_there_are_many_rows()
        {
            string text = Drawn.Network(Drawn.At("z1", ScriptedRun.Worked), new Size(76, 20)).ToText();
            text.ShouldContain("w3 0.4 ");
            text.IndexOfAny(['↘', '↗']).ShouldBe(-1);
        }

        [Fact]
        public void Should_tell_them_apart_in_ascii()
        {
            string text = Drawn.Network(Drawn.At("z1", ScriptedRun.Worked), new Size(76, 6)).ToText(ascii: true);
            text.ShouldContain("w3\\ 0.4 ");
            text.ShouldContain("w2/ 0.25 ");
        }

        /// <summary>A label with a value would take 11 of the 16 cells of the level edge.</summary>
        [Fact]
        public void Should_leave_the_value_out_where_little_of_the_line_would_be_left()
        {
            StepScreen start = StepScreen.Open(DrawingLessons.Xor);
            Drawn.Network(start, new Size(78, 8)).ToText().ShouldContain("W1[1,1]⠶");
            Drawn.Network(start, new Size(110, 8)).ToText().ShouldContain("W1[1,1] 0.9");
        }
    }

    public sealed class Legends
    {
        [Theory]
        [InlineData(true, true)]
        [InlineData(true, false)]
        [InlineData(false, true)]
        [InlineData(false, false)]
        public void Should_fit_below_the_smallest_network(bool isEnglish, bool isByGradient)
        {
            DrawingWords words = (isEnglish ? English : Korean).Drawings;
            CellWidth.Of(isByGradient ? words.EdgesByGradient : words.EdgesByWeight).ShouldBeLessThanOrEqualTo(78);
        }

        [Fact]
        public void Should_keep_an_axis_apart_from_what_is_drawn()
        {
            TextOf("boundary-later", new Size(76, 12), English).ShouldContain("↑x2 │ ● ");
            TextOf("surface-worked", new Size(76, 12), Korean).ShouldContain("│ ● 지금");
            TextOf("curves-iterations", new Size(76, 12), English).Split('\n')[1].ShouldStartWith("⠒⠒⠒ loss");
        }

        [Fact]
        public void Should_name_a_boundary_only_where_it_is_seen()
        {
            // The worked lesson's first output stays above 0.5 all over the plane.
            TextOf("boundary-worked", new Size(76, 12), English).ShouldNotContain("⠒⠒⠒");
            TextOf("boundary-later", new Size(76, 12), English).ShouldContain("⠒⠒⠒ o1 = 0.5");
        }

        [Theory]
        [InlineData("function-before", "○ 지금 값(계산 전)", "◇ 기울기(계산 전)")]
        [InlineData("function-forward", "● 지금 값 ", "◇ 기울기(계산 전)")]
        [InlineData("function-backward", "● 지금 값 ", "◆ 기울기 ")]
        public void Should_explain_the_marks_on_a_function(string scene, string value, string slope)
        {
            string text = TextOf(scene, new Size(110, 34), Korean);
            text.ShouldContain(value);
            text.ShouldContain(slope);
        }
    }

    public sealed class Titles
    {
        [Fact]
        public void Should_name_the_weights_of_a_surface()
        {
            StepScreen screen = Drawn.After(":surface<Space>w6<Space>w5<Enter>", ScriptedRun.Worked);
            TitleOf("surface", screen, Korean).ShouldBe("손실 곡면 · w6, w5");
        }

        [Fact]
        public void Should_speak_of_a_boundary_only_where_there_are_classes()
        {
            TitleOf("boundary", Drawn.At("z1", ScriptedRun.Worked), English).ShouldBe("o1 over the inputs");
            TitleOf("boundary", Drawn.At("z1", ScriptedRun.Worked) with { Subject = 1 }, Korean).ShouldBe("입력에 따른 o2");
            TitleOf("boundary", StepScreen.Open(PictureLessons.Xor), English).ShouldBe("Decision boundary");
        }
    }

    public sealed class Numbers
    {
        [Fact]
        public void Should_say_that_the_loss_is_the_whole_iterations()
        {
            TextOf("curves-iterations", new Size(76, 12), English).ShouldContain("iteration 500   this iteration's loss ");
            TextOf("curves-epochs", new Size(76, 12), English).ShouldContain("this epoch's mean loss ");
        }

        [Fact]
        public void Should_call_metrics_by_korean_names()
        {
            string[] kinds = [.. Engine.Catalog.Of(typeof(Engine.Metrics.Metric)).Select(entry => entry.Name)];
            kinds.ShouldNotBeEmpty();
            kinds.ShouldAllBe(kind => Korean.Plots.Metric(kind) != kind);
            kinds.Select(Korean.Plots.Metric).ShouldBeUnique();
        }

        /// <summary>The hidden values of the worked lesson are 0.51998934 and 0.52747230.</summary>
        [Fact]
        public void Should_look_in_a_histogram_as_in_the_network()
        {
            HistogramModel model = HistogramModel.Of(Drawn.At("dE_total/dw1", ScriptedRun.Worked)).Model!;
            Canvas canvas = new(new Size(78, 24));
            Simulator.Views.Pictures.HistogramView.Draw(canvas, canvas.Region, model, English);
            string[] lines = canvas.ToText().Split('\n');
            string hidden = lines.First(line => line.Contains("h1..h2"));
            hidden.ShouldContain("0.520");
            hidden.ShouldContain("0.527");
            hidden.ShouldContain("saturated 0%");
        }

        [Fact]
        public void Should_show_the_layer_looked_at_large_where_there_is_room()
        {
            string large = TextOf("histogram-backward", new Size(78, 34), English);
            large.ShouldContain("↑count");
            TextOf("histogram-backward", new Size(78, 14), English).ShouldNotContain("↑count");
        }
    }

    public sealed class Matrices
    {
        [Fact]
        public void Should_tell_samples_and_units_from_rows_and_columns()
        {
            string samples = Drawn.HeatMap(Drawn.At("h1[2,3]", DrawingLessons.Xor), new Size(78, 8), Language.Korean).ToText();
            samples.ShouldStartWith("샘플╲뉴런");
            samples.ShouldContain("샘플 2, 뉴런 3");
            string weights = Drawn.HeatMap(Drawn.At("dE_total/dW1[2,3]", DrawingLessons.Xor), new Size(78, 8), Language.Korean).ToText();
            weights.ShouldNotContain("샘플╲");
            weights.ShouldContain("2행 3열");
        }
    }
}
