using Simulator.Views.Plots;

namespace Simulator.Tests.Views.Plots;

public sealed class PlotGridTests
{
    private static readonly double[] Places = [.. Enumerable.Range(0, 41).Select(index => -2 + (0.1 * index))];

    private static PlotGrid GridOf(Func<double, double, double> function) =>
        new(Places, Places, (column, row) => function(Places[column], Places[row]));

    [Fact]
    public void Should_be_straight_between_its_crossings() =>
        GridOf((x, y) => 3 + (2 * x) - (5 * y)).At(new PlotPoint(0.123, -1.77)).ShouldBe(3 + 0.246 + 8.85, 1e-9);

    [Fact]
    public void Should_go_on_level_outside() => GridOf((x, _) => x).At(new PlotPoint(99, 0)).ShouldBe(2, 1e-9);

    [Fact]
    public void Should_find_a_straight_line_exactly()
    {
        (PlotPoint From, PlotPoint To)[] pieces = [.. GridOf((x, y) => x + (2 * y)).Contour(0.37)];
        pieces.Length.ShouldBeGreaterThan(40);
        foreach ((PlotPoint from, PlotPoint to) in pieces)
        {
            (from.X + (2 * from.Y)).ShouldBe(0.37, 1e-9);
            (to.X + (2 * to.Y)).ShouldBe(0.37, 1e-9);
        }
    }

    [Fact]
    public void Should_go_around_a_circle_once()
    {
        (PlotPoint From, PlotPoint To)[] pieces = [.. GridOf((x, y) => (x * x) + (y * y)).Contour(1)];
        double length = 0;
        foreach ((PlotPoint from, PlotPoint to) in pieces)
        {
            Math.Sqrt((from.X * from.X) + (from.Y * from.Y)).ShouldBe(1, 0.01);
            length += Math.Sqrt(Math.Pow(from.X - to.X, 2) + Math.Pow(from.Y - to.Y, 2));
        }

        length.ShouldBe(2 * Math.PI, 0.02);
    }

    [Theory]
    [InlineData(1, -0.5)]
    [InlineData(-1, 0.5)]
    public void Should_let_the_middle_decide_at_a_saddle(double lowerLeft, double level)
    {
        // Two corners against two: the pieces never cross, and each goes around a corner that the middle is not like.
        double[] two = [0, 1];
        PlotGrid grid = new(two, two, (column, row) => column == row ? lowerLeft : -lowerLeft);
        (PlotPoint From, PlotPoint To)[] pieces = [.. grid.Contour(level)];
        pieces.Length.ShouldBe(2);
        foreach ((PlotPoint from, PlotPoint to) in pieces)
        {
            PlotPoint middle = new((from.X + to.X) / 2, (from.Y + to.Y) / 2);
            ((middle.X < 0.5) == (middle.Y < 0.5)).ShouldBeFalse("the corners that differ from the middle are upper left and lower right");
        }
    }

    [Fact]
    public void Should_have_gaps_where_there_are_no_numbers() =>
        GridOf((x, _) => x > 0 ? double.NaN : x).Contour(0.5).ShouldBeEmpty();
}
