using Simulator.Terminal;
using Simulator.Views.Plots;

namespace Simulator.Tests.Views.Plots;

public sealed class PlotAreaTests
{
    private static readonly PlotAxis Ten = new(PlotScale.Linear(0, 10), "below");
    private static readonly PlotAxis One = new(PlotScale.Linear(0, 1), "beside");

    private static string[] Drawn(int columns, int rows, Action<PlotArea> draw)
    {
        Canvas canvas = new(new Size(columns, rows));
        PlotArea area = PlotArea.Begin(canvas, canvas.Region, Ten, One, LegendEntry.Of(LinePattern.Solid, "line", Ink.Text));
        draw(area);
        area.DrawLines();
        return canvas.ToText().Split('\n');
    }

    [Fact]
    public void Should_have_axes_ticks_and_a_legend()
    {
        string[] lines = Drawn(40, 10, _ => { });
        lines[0].ShouldBe("↑beside │ ⠒⠒⠒ line");
        lines[^2].Count(character => character == '┬').ShouldBeGreaterThan(3);
        lines[^1].ShouldContain(" 4 ");
        lines[^1].ShouldEndWith("below");
        lines.Count(line => line.Contains('┤')).ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData(40, 7, true, true)]
    [InlineData(40, 6, false, true)]
    [InlineData(40, 5, false, true)]
    [InlineData(40, 4, false, false)]
    [InlineData(20, 12, false, false)]
    public void Should_lose_the_legend_first_and_the_axes_then(int columns, int rows, bool hasLegend, bool hasAxes)
    {
        string text = string.Join('\n', Drawn(columns, rows, area => area.Line([new(0, 0), new(10, 1)], LinePattern.Solid, Ink.Text)));
        text.Contains("line").ShouldBe(hasLegend);
        text.Contains('└').ShouldBe(hasAxes);
        text.Any(character => character is > '\u2800' and <= '\u28ff').ShouldBeTrue();
    }

    [Fact]
    public void Should_put_numbers_where_their_ticks_are()
    {
        string[] lines = Drawn(60, 24, area => area.Mark(new PlotPoint(6, 0.4), '@', Ink.Text));
        int row = Array.FindIndex(lines, line => line.Contains('@'));
        lines[row].ShouldStartWith("0.4┤");
        int column = lines[row].IndexOf('@');
        lines[^2][column].ShouldBe('┬');
        lines[^1].Substring(column, 1).ShouldBe("6");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Should_leave_a_gap_where_a_number_is_not_finite(double number)
    {
        string[] lines = Drawn(3, 1, area => area.Line([new(0, 0), new(3, 0), new(5, number), new(7, 0), new(10, 0)], LinePattern.Solid, Ink.Text));
        lines[0].Trim().ShouldContain("⡀");
        Drawn(40, 4, area => area.Line([new(0, 0), new(3, 0), new(5, number), new(7, 0), new(10, 0)], LinePattern.Solid, Ink.Text))[^1]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public void Should_show_a_number_between_gaps()
    {
        string text = string.Join('\n', Drawn(40, 4, area => area.Line([new(1, double.NaN), new(5, 0.5), new(9, double.NaN)], LinePattern.Solid, Ink.Text)));
        text.Count(character => character == '•').ShouldBe(1);
    }

    [Fact]
    public void Should_show_only_the_part_of_a_line_that_is_inside()
    {
        string[] lines = Drawn(40, 4, area => area.Line([new(-10, -1), new(20, 2)], LinePattern.Solid, Ink.Text));
        string[] inside = Drawn(40, 4, area => area.Line([new(0, 0), new(10, 1)], LinePattern.Solid, Ink.Text));
        lines.ShouldBe(inside);
        Drawn(40, 4, area => area.Line([new(-10, 0.5), new(-1, 0.5)], LinePattern.Solid, Ink.Text)).ShouldAllBe(line => line.Length == 0);
    }

    [Fact]
    public void Should_draw_bars_as_long_as_counts()
    {
        BarChart.RowOf([0, 1, 4, 8]).ShouldBe(" ▁▄█");
        BarChart.RowOf([0, 1, 1000]).ShouldBe(" ▁█");
        BarChart.RowOf([0, 0]).ShouldBe("  ");
        Canvas canvas = new(new Size(4, 2));
        BarChart.Draw(canvas, canvas.Region, [16, 12, 1, 0], Ink.Text);
        canvas.ToText().ShouldBe("█▄\n██▁");
    }
}
