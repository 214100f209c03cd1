using Lessons;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.Tests.Tracing;

/// <summary>The panels as people see them. An intended change is approved by renaming the received file beside the approved one.</summary>
public sealed class TracingFrameTests
{
    /// <summary>What the panels can show, each from the start.</summary>
    private static readonly (string Name, Func<Tracer> Make)[] Scenes =
    [
        ("no breakpoints", () => new Tracer(TracingLessons.Xor).Type("l").Command("panel breakpoints")),
        ("breakpoints, one of them met", () => new Tracer(TracingLessons.Xor)
            .Command("break z1").Command("break w5").Command("break loss < 0.01").Command("break prediction flips for sample 2")
            .Type("<Up><Up><Up><Enter><Down><Enter>c")),
        ("no watches", () => new Tracer(TracingLessons.Xor).Type("l").Command("panel watches")),
        ("watches", () => new Tracer(TracingLessons.Xor)
            .Command("watch w5").Command("watch o1").Command("watch loss").Command("watch dz3/dw5").Command("watch dE_total/dw5")
            .Command("o1@9001").Type("<Down><Down>")),
        ("provenance at the start", () => new Tracer(TracingLessons.Xor).Command("panel provenance")),
        ("provenance of a weight", () => new Tracer(TracingLessons.Xor).Command("w5+@100").Type("p<Down>3<Up>")),
        ("provenance unfolded over iterations", () => new Tracer(TracingLessons.Xor).Command("z3@2").Type("p<Up><Up><Up><Up><Up><Up><Up>x<Down>x<Down>x")),
        ("provenance of a sum over paths", () => new Tracer(ScriptedRun.Worked).Type("t").Command("dE_total/dh1").Type("p")),
        ("provenance of a large network", () => new Tracer(TracingLessons.Large).Command("z2[8,3]").Type("p")),
    ];

    public static TheoryData<int, int, string> Sizes()
    {
        TheoryData<int, int, string> data = [];
        foreach (string form in new[] { "en", "ko", "ascii" })
        {
            data.Add(29, 14, form);
            data.Add(60, 30, form);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Should_look_as_approved(int columns, int rows, string form)
    {
        Language language = form == "ko" ? Language.Korean : Language.English;
        IEnumerable<string> pages = Scenes.Select(scene =>
        {
            StepScreen screen = scene.Make().Screen;
            Canvas canvas = new(new Size(columns, rows));
            Draw(canvas, canvas.Region, screen, language);
            return $"=== {scene.Name}\n{canvas.ToText(ascii: form == "ascii")}";
        });
        string.Join("\n\n", pages).ShouldMatchApproved(options => options
            .NoDiff()
            .SubFolder("Approved")
            .WithFilenameGenerator((_, _, type, extension) => $"tracing-{columns}x{rows}-{form}.{type}.{extension}"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Should_stay_inside_any_region(string form)
    {
        Language language = form == "ko" ? Language.Korean : Language.English;
        foreach ((string name, Func<Tracer> make) in Scenes)
        {
            StepScreen screen = make().Screen;
            for (int columns = 0; columns <= 100; columns++)
            {
                for (int rows = 0; rows <= 40; rows += rows < 12 ? 1 : 7)
                {
                    Canvas canvas = new(new Size(columns + 4, rows + 2));
                    canvas.Fill(canvas.Region, '#');
                    Region region = new(2, 1, columns, rows);
                    canvas.Fill(region);
                    Draw(canvas, region, screen, language);
                    ShouldFrame(canvas, region, $"{name}, {columns}×{rows}");
                }
            }
        }
    }

    private static void Draw(Canvas canvas, Region region, StepScreen screen, Language language)
    {
        Words words = Words.In(language);
        SidePanelView.Draw(canvas, region, new Model { Size = new Size(80, 24), Language = language, Screen = screen }, screen, ExplanationModel.Of(screen, words));
    }

    private static void ShouldFrame(Canvas canvas, Region region, string where)
    {
        for (int row = 0; row < canvas.Size.Rows; row++)
        {
            for (int column = 0; column < canvas.Size.Columns; column++)
            {
                bool isInside = column >= region.Column && column < region.Column + region.Columns && row >= region.Row && row < region.Row + region.Rows;
                if (!isInside && canvas[column, row] != "#")
                {
                    canvas[column, row].ShouldBe("#", $"{where}: cell {column}, {row}");
                }
            }
        }
    }
}
