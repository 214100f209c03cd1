using Lessons;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views.Pictures;

namespace Simulator.Tests.Pictures;

/// <summary>Drawings of networks as people see them: small, zoomed and in a large window.</summary>
public sealed class NetworkFrameTests
{
    private static readonly Size[] Sizes = [new(78, 8), new(78, 19), new(100, 30)];

    /// <summary>Numbers worth looking at: on the way forward, at the loss, on the way back, at the update.</summary>
    private static readonly Dictionary<string, string[]> Moments = new()
    {
        ["Worked"] = ["", "z1", "dE_total/dh1", "w5+"],
        ["Xor"] = ["", "z1[2,3]", "dE_total/dW2[4,1]", "W1[1,2]+"],
        ["Deep"] = ["h2[5]", "dE_total/dz3[2]"],
        ["Large"] = ["", "z2[3,57]", "E_total", "dE_total/dh1[3,57]", "W1[300,57]+"],
        ["SimpleRecurrent"] = ["", "z2_t2[2]", "dE_total/dh2_t2[2]", "R2[1,2]+"],
        ["LongShortTerm"] = ["", "f2_t3[1,2]", "c2_t9[2,1]", "o3[2]", "dE_total/dc2_t4[1,1]"],
        ["Gated"] = ["htilde2_t3[1]", "h2[3,2]", "dE_total/dh2_t2[1]"],
        ["Graph"] = ["", "h5[1]", "E_other", "dE_total/dh1[1]"],
        ["Convolution"] = ["z1[1,4,3,2]", "h6[1,2]", "dE_total/dh3[2,5]"],
        ["Words"] = ["h1[3,2]", "h2[2]", "dE_total/dh1[4,2]"],
    };

    public static TheoryData<string, string> Lessons()
    {
        TheoryData<string, string> data = [];
        foreach (string lesson in Moments.Keys)
        {
            data.Add(lesson, "en");
            data.Add(lesson, "ko");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Should_look_as_approved(string lesson, string code)
    {
        Language language = code == "ko" ? Language.Korean : Language.English;
        List<string> pages = [];
        foreach (Size size in Sizes)
        {
            foreach (string quantity in Moments[lesson])
            {
                StepScreen screen = ScreenAt(lesson, quantity);
                string title = NetworkDrawing.Of(screen).TitleOf(Words.In(language));
                pages.Add($"=== {size.Columns} × {size.Rows}, {(quantity.Length == 0 ? "the start" : quantity)}: {title}\n{Drawn.Network(screen, size, language).ToText()}");
            }
        }

        pages.Add($"=== ASCII\n{Drawn.Network(ScreenAt(lesson, Moments[lesson][^1]), Sizes[1], language).ToText(ascii: true)}");
        string.Join("\n\n", pages).ShouldMatchApproved(options => options
            .NoDiff()
            .SubFolder("Approved")
            .WithFilenameGenerator((_, _, type, extension) => $"network-{lesson}-{code}.{type}.{extension}"));
    }

    /// <summary>No region makes a drawing throw, hang or write outside of it.</summary>
    [Theory]
    [InlineData("Xor", "dE_total/dW2[4,1]")]
    [InlineData("Deep", "h2[5]")]
    [InlineData("Large", "dE_total/dh1[3,57]")]
    [InlineData("SimpleRecurrent", "dE_total/dh2_t2[2]")]
    [InlineData("LongShortTerm", "f2_t3[1,2]")]
    [InlineData("Gated", "h2[3,2]")]
    [InlineData("Graph", "dE_total/dh1[1]")]
    [InlineData("Translation", "")]
    [InlineData("Translation", "h2_t1[2]")]
    [InlineData("Convolution", "h6[1,2]")]
    [InlineData("Words", "")]
    public void Should_stay_inside_any_region(string lesson, string quantity)
    {
        StepScreen screen = ScreenAt(lesson, quantity);
        NetworkDrawing drawing = NetworkDrawing.Of(screen);
        RegionSweep.ShouldStayInside((canvas, region, language) =>
            NetworkView.Draw(canvas, region, drawing, Words.In(language)));
    }

    /// <summary>At every step of an iteration, its first and its last number, there is a drawing and a heat map.</summary>
    [Theory]
    [InlineData("Worked")]
    [InlineData("Xor")]
    [InlineData("LongShortTerm")]
    [InlineData("Gated")]
    [InlineData("Graph")]
    [InlineData("Translation")]
    [InlineData("Penalized")]
    [InlineData("Convolution")]
    [InlineData("Words")]
    public void Should_draw_every_step(string lesson)
    {
        StepScreen start = StepScreen.Open(DrawingLessons.Named(lesson));
        foreach (Engine.Planning.Step step in start.Timeline.Plan.Steps)
        {
            foreach (int cell in new[] { 0, step.Output.Shape.Size - 1 })
            {
                StepScreen screen = start.At(new Engine.Time.Moment(1, step.Index, cell));
                Drawn.Network(screen, Sizes[0]).ToText().ShouldNotBeNullOrWhiteSpace(step.Output.Label.ToString());
                Drawn.HeatMap(screen, Sizes[0]).ToText().ShouldNotBeNullOrWhiteSpace(step.Output.Label.ToString());
            }
        }
    }

    private static StepScreen ScreenAt(string lesson, string quantity) =>
        quantity.Length == 0 ? StepScreen.Open(DrawingLessons.Named(lesson)) : Drawn.At(quantity, DrawingLessons.Named(lesson));
}
