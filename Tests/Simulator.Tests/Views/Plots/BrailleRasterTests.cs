using Simulator.Terminal;
using Simulator.Views.Plots;

namespace Simulator.Tests.Views.Plots;

public sealed class BrailleRasterTests
{
    private static string Drawn(int columns, int rows, bool ascii, Action<BrailleRaster> draw)
    {
        Canvas canvas = new(new Size(columns, rows));
        BrailleRaster raster = new();
        draw(raster);
        raster.Draw(canvas);
        return canvas.ToText(ascii);
    }

    [Theory]
    [InlineData(0, 0, '⠁')]
    [InlineData(0, 1, '⠂')]
    [InlineData(0, 2, '⠄')]
    [InlineData(0, 3, '⡀')]
    [InlineData(1, 0, '⠈')]
    [InlineData(1, 1, '⠐')]
    [InlineData(1, 2, '⠠')]
    [InlineData(1, 3, '⢀')]
    public void Should_put_dots_where_Unicode_has_them(int x, int y, char expected) =>
        Drawn(1, 1, false, raster => raster.Put(x, y, Ink.Text)).ShouldBe(expected.ToString());

    [Fact]
    public void Should_gather_dots_in_a_cell_and_keep_the_last_ink()
    {
        Canvas canvas = new(new Size(1, 1));
        BrailleRaster raster = new();
        raster.Put(0, 0, Ink.Good);
        raster.Put(1, 3, Ink.Bad);
        raster.Draw(canvas);
        (canvas[0, 0], canvas.InkAt(0, 0)).ShouldBe(("⢁", Ink.Bad));
    }

    [Fact]
    public void Should_draw_lines_with_both_ends() =>
        Drawn(3, 1, false, raster => raster.Line((0, 0), (5, 3), Ink.Text)).ShouldBe("⠑⠢⢄");

    [Fact]
    public void Should_go_on_with_dashes_around_corners()
    {
        string atOnce = Drawn(20, 1, false, raster => raster.Line((0, 0), (39, 0), Ink.Text, LinePattern.Dashed));
        string inPieces = Drawn(20, 1, false, raster =>
        {
            int phase = raster.Line((0, 0), (13, 0), Ink.Text, LinePattern.Dashed);
            raster.Line((13, 0), (39, 0), Ink.Text, LinePattern.Dashed, phase);
        });
        inPieces.ShouldBe(atOnce);
        atOnce.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Should_tell_looks_apart_in_ascii_too()
    {
        string[] lines = [.. Enum.GetValues<LinePattern>().Select(look => Drawn(12, 1, true, raster => raster.Line((0, 1), (23, 1), Ink.Text, look)))];
        lines.ShouldBe(["------------", "---  ---  --", ". . . . . ."]);
    }

    [Theory]
    [InlineData("⠉⠒⠤⣀", "'--_")]
    [InlineData("⠁⠂⠄⡀", "'...")]
    [InlineData("⡇⢸⢣⡜⠑⢄", "||\\/'_")]
    [InlineData("⠛⠶⣤", "===")]
    [InlineData("⣿⣷⠟⠿", "##**")]
    public void Should_look_alike_in_ascii(string braille, string expected)
    {
        Canvas canvas = new(new Size(10, 1));
        canvas.Write(0, 0, braille);
        canvas.ToText(ascii: true).ShouldBe(expected);
    }
}
