using Engine.Planning;
using Lessons;
using Lessons.Quantities;
using Simulator.Resources;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views.Pictures;

namespace Simulator.Tests.Pictures;

public sealed class HeatMapTests
{
    private static readonly Size[] Sizes = [new(78, 8), new(78, 19), new(100, 30)];

    /// <summary>Lessons and numbers, whose tensors are shown.</summary>
    private static readonly (string Lesson, string Quantity)[] Matrices =
    [
        ("Worked", ""),
        ("Worked", "z1"),
        ("Worked", "dE_total/dw6"),
        ("Xor", "h1[2,3]"),
        ("Large", "h1[3,57]"),
        ("Large", "dE_total/dW1[300,57]"),
        ("Convolution", "z1[2,4,3,2]"),
        ("LongShortTerm", "f2_t3[1,2]"),
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Should_look_as_approved(string code)
    {
        Language language = code == "ko" ? Language.Korean : Language.English;
        List<string> pages = [];
        foreach (Size size in Sizes)
        {
            foreach ((string lesson, string quantity) in Matrices)
            {
                StepScreen screen = ScreenAt(lesson, quantity);
                string title = HeatMapModel.Of(screen)!.TitleOf(Words.In(language));
                pages.Add($"=== {size.Columns} × {size.Rows}, {lesson}, {quantity}: {title}\n{Drawn.HeatMap(screen, size, language).ToText()}");
            }
        }

        pages.Add($"=== ASCII\n{Drawn.HeatMap(ScreenAt("Large", "dE_total/dW1[300,57]"), Sizes[1], language).ToText(ascii: true)}");
        string.Join("\n\n", pages).ShouldMatchApproved(options => options
            .NoDiff()
            .SubFolder("Approved")
            .WithFilenameGenerator((_, _, type, extension) => $"heat-map-{code}.{type}.{extension}"));
    }

    [Theory]
    [InlineData("Worked", "dE_total/dw6")]
    [InlineData("Large", "dE_total/dW1[300,57]")]
    [InlineData("Convolution", "z1[2,4,3,2]")]
    public void Should_stay_inside_any_region(string lesson, string quantity)
    {
        HeatMapModel map = HeatMapModel.Of(ScreenAt(lesson, quantity))!;
        RegionSweep.ShouldStayInside((canvas, region, language) => HeatMapView.Draw(canvas, region, map, Words.In(language)));
    }

    /// <summary>The kernel of the worked lesson as its document prints it: rows are inputs, columns units.</summary>
    [Fact]
    public void Should_show_a_kernel_as_inputs_by_units()
    {
        HeatMapModel map = HeatMapModel.Of(ScreenAt("Worked", ""))!;
        (map.Rows, map.Columns).ShouldBe((2, 2));
        new[] { map[0, 0], map[0, 1], map[1, 0], map[1, 1] }.ShouldBe([0.3, 0.4, 0.25, 0.35]);
        new[] { map.RowName(0), map.RowName(1), map.ColumnName(0), map.ColumnName(1) }.ShouldBe(["x1", "x2", "z1", "z2"]);
        map.NameOf(1, 0).ShouldBe("w2");
        map.Largest.ShouldBe(0.4);
        map.Cursor.ShouldBeNull();
    }

    [Fact]
    public void Should_know_only_what_has_been_computed()
    {
        HeatMapModel map = HeatMapModel.Of(ScreenAt("Xor", "z1[2,3]"))!;

        // By hand: sample 2 is (0, 1), unit 3 has the weights 0.1 and −0.2 and the bias −0.1.
        map[1, 2].ShouldNotBeNull().ShouldBe(-0.3, 1e-12);
        map[0, 3].ShouldNotBeNull().ShouldBe(0.2, 1e-12);
        map[1, 3].ShouldBeNull();
        map[3, 0].ShouldBeNull();
        map.Cursor.ShouldBe((1, 2));
    }

    /// <summary>Walks right to the edge and down over all leading positions: every cell once, in the order of the tensor.</summary>
    [Fact]
    public void Should_move_the_cursor_through_all_leading_positions()
    {
        StepScreen screen = ScreenAt("Convolution", "z1[1,1,1,1]");
        (int samples, int height, int width, int filters) = (2, 6, 6, 3);
        for (int row = 0; row < samples * height * width; row++)
        {
            HeatMapModel map = HeatMapModel.Of(screen)!;
            map.Cursor.ShouldBe((row % width, 0));
            map.Leading.ShouldBe([(row / width / height) + 1, (row / width % height) + 1]);
            screen = HeatMapModel.Move(screen, filters + 1, 0)!;
            screen.Asked!.Stored!.Value.Cell.ShouldBe((row * filters) + filters - 1);
            screen = HeatMapModel.Move(screen, -2 * filters, 1)!;
        }

        // Past the last row it stays there.
        screen.Asked!.Stored!.Value.Cell.ShouldBe(((samples * height * width) - 1) * filters);
        screen.Asked.Label.ToString().ShouldBe("z1[2,6,6,1]");
    }

    [Fact]
    public void Should_put_a_cursor_on_a_chosen_matrix_and_explain_its_cell()
    {
        StepScreen start = ScreenAt("Worked", "z1");
        Plan plan = start.Timeline.Plan;
        int kernel = Enumerable.Range(0, HeatMapModel.SubjectsOf(start)).First(subject => HeatMapModel.Of(start with { Subject = subject })!.Name == "w5..w8");
        StepScreen chosen = start with { Subject = kernel };
        HeatMapModel.Of(chosen)!.Cursor.ShouldBeNull();
        StepScreen moved = HeatMapModel.Move(chosen, 0, 0)!;
        moved.Asked.ShouldBe(new ResolvedQuantity(plan, 1, plan.Find("w5").Address!.Value));
        moved = HeatMapModel.Move(moved, 1, 1)!;
        moved.Looked!.Label.ToString().ShouldBe("w8");
        ExplanationModel.Of(moved, Words.In(Language.English)).Lines[0][0].Text.ShouldBe("w8");
    }

    /// <summary>A number ahead of the moment has a formula and no value, also where the cursor asks for it.</summary>
    [Fact]
    public void Should_not_tell_the_value_of_a_cell_that_is_ahead()
    {
        StepScreen screen = HeatMapModel.Move(ScreenAt("Worked", "z1"), 1, 0)!;
        string[] lines = [.. ExplanationModel.Of(screen, Words.In(Language.English)).Lines.Select(line => string.Concat(line.Select(span => span.Text)))];
        lines.ShouldBe(["z2 = w3 × x1 + w4 × x2", "This number has not been computed yet."]);
        HeatMapModel.Of(screen)!.Cursor.ShouldBe((0, 1));
        Drawn.HeatMap(screen, new Size(78, 8)).ToText().ShouldNotContain("0.11");
    }

    [Theory]
    [InlineData(1.0, 0.1, '░')]
    [InlineData(1.0, 0.25, '░')]
    [InlineData(1.0, 0.26, '▒')]
    [InlineData(1.0, 0.75, '▓')]
    [InlineData(1.0, 1.0, '█')]
    [InlineData(2.0, -0.1, '-')]
    [InlineData(2.0, -1.0, '=')]
    [InlineData(2.0, -1.1, '%')]
    [InlineData(2.0, -2.0, '@')]
    [InlineData(2.0, 0.0, ' ')]
    [InlineData(0.0, 0.0, ' ')]
    [InlineData(1.0, double.NaN, '!')]
    [InlineData(1.0, double.NegativeInfinity, '!')]
    [InlineData(1.0, null, '·')]
    public void Should_shade_by_magnitude_and_sign(double largest, double? value, char shade) =>
        HeatMapView.LookOf(value, largest).Shade.ShouldBe(shade);

    /// <summary>Every shade, nothing, and not yet are told apart without colour and in ASCII.</summary>
    [Fact]
    public void Should_tell_all_shades_apart_in_ascii()
    {
        double?[] values = [0.1, 0.4, 0.6, 0.9, -0.1, -0.4, -0.6, -0.9, 0, double.NaN, null];
        Canvas canvas = new(new Size(values.Length, 1));
        for (int index = 0; index < values.Length; index++)
        {
            canvas.Set(index, 0, HeatMapView.LookOf(values[index], 1).Shade);
        }

        canvas.ToText(ascii: true).PadRight(values.Length).Distinct().Count().ShouldBe(values.Length);
    }

    private static StepScreen ScreenAt(string lesson, string quantity) =>
        quantity.Length == 0 ? StepScreen.Open(DrawingLessons.Named(lesson)) : Drawn.At(quantity, DrawingLessons.Named(lesson));
}
