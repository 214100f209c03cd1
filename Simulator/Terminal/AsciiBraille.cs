namespace Simulator.Terminal;

/// <summary>
/// The ASCII character that looks most like a braille character's dots, so that lines drawn in dots stay lines: thin ones in
/// <c>' - _ / \ |</c>, thick ones and crossings in <c>= * #</c>.
/// </summary>
internal static class AsciiBraille
{
    private const int Rows = 4;
    private const int FewestOfBlock = 7;

    /// <summary>The stand-in of a pattern, whose bits are numbered as in Unicode.</summary>
    public static char Map(int dots)
    {
        // From the upper to the lower dot, as bits 0 to 3.
        int left = (dots & 7) | ((dots >> 3) & 8);
        int right = ((dots >> 3) & 7) | ((dots >> 4) & 8);
        int count = int.PopCount(dots);
        return count switch
        {
            0 => ' ',
            >= FewestOfBlock => '#',
            _ when left == 0 || right == 0 => OneSide(left | right),
            >= 4 when (left & right) != 0 => left == right && count == 4 && IsPair(left) ? '=' : '*',
            _ => BothSides(left, right),
        };
    }

    private static char OneSide(int rows) => int.PopCount(rows) switch
    {
        1 => rows == 1 ? '\'' : '.',
        2 when rows is 3 => '\'',
        2 when rows is 12 => '.',
        2 when !IsPair(rows) => ':',
        _ => '|',
    };

    private static char BothSides(int left, int right)
    {
        double fall = MeanRow(right) - MeanRow(left);
        double height = (MeanRow(right) + MeanRow(left)) / 2;
        return fall switch
        {
            > 1 => '\\',
            < -1 => '/',
            _ when height < 1 => '\'',
            _ when height > 2 => '_',
            _ => '-',
        };
    }

    private static bool IsPair(int rows) => rows is 3 or 6 or 12;

    private static double MeanRow(int rows)
    {
        int sum = 0;
        for (int row = 0; row < Rows; row++)
        {
            sum += (rows >> row & 1) * row;
        }

        return (double)sum / int.PopCount(rows);
    }
}
