using Lessons;
using Simulator.Resources;
using Simulator.Terminal;

namespace Simulator.Tests.Views.Pictures;

/// <summary>Every picture in regions of every size: nothing hangs, throws or draws outside of its region.</summary>
public sealed class PictureSizeTests
{
    private static readonly int[] Columns = [.. Enumerable.Range(0, 13), 16, 20, 23, 24, 25, 30, 37, 44, 59, 60, 61, 76, 90, 110, 120];

    public static TheoryData<string> Names() => [.. PictureScenes.Names];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Names))]
    public async Task Should_draw_inside_a_region_of_any_size(string name)
    {
        await Task.Run(() =>
        {
            PictureScenes.Draw draw = PictureScenes.Find(name);
            foreach (int columns in Columns)
            {
                for (int rows = 0; rows <= 40; rows += rows < 14 ? 1 : 5)
                {
                    // Korean in every second size: both languages come at large and at small ones.
                    Language language = (columns + rows) % 2 == 0 ? Language.English : Language.Korean;
                    ShouldDrawInside(draw, new Region(3, 2, columns, rows), Words.In(language));
                }
            }
        });
    }

    private static void ShouldDrawInside(PictureScenes.Draw draw, Region region, Words words)
    {
        Canvas canvas = new(new Size(region.Columns + 6, region.Rows + 4));
        canvas.Fill(canvas.Region, '@');
        canvas.Fill(region, ' ');
        draw(canvas, region, words);
        for (int row = 0; row < canvas.Size.Rows; row++)
        {
            for (int column = 0; column < canvas.Size.Columns; column++)
            {
                bool isInside = column >= region.Column && column < region.Column + region.Columns
                    && row >= region.Row && row < region.Row + region.Rows;
                if (!isInside && canvas[column, row] != "@")
                {
                    throw new Xunit.Sdk.XunitException($"{region.Columns} × {region.Rows}: '{canvas[column, row]}' at {column}, {row}\n{canvas.ToText()}");
                }
            }
        }
    }
}
