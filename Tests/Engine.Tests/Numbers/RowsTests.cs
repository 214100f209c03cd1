using Engine.Numbers;
using Engine.Tests.Support;

namespace Engine.Tests.Numbers;

public class RowsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 7)]
    [InlineData(4, 8)]
    [InlineData(2, 21)]
    public void Should_add_from_the_first_row_to_the_last(int rows, int columns)
    {
        Random random = new(1);
        double[] matrix = [.. Enumerable.Range(0, rows * columns).Select(_ => 1e8 * (random.NextDouble() - 0.5) * random.NextDouble())];
        for (int first = 0; first < columns; first += 3)
        {
            double[] sums = new double[columns - first];
            Rows.AddUp(new MatrixView(matrix, rows, columns), first, sums);
            double[] row = [.. sums];
            double[] each = [.. matrix];
            if (first == 0)
            {
                Rows.AddToEach(each, row);
            }

            for (int column = first; column < columns; column++)
            {
                double expected = matrix[column];
                for (int place = column + columns; place < matrix.Length; place += columns)
                {
                    expected += matrix[place];
                }

                sums[column - first].ShouldBeBitEqual(expected, $"column {column} from {first}");
                for (int place = column; first == 0 && place < matrix.Length; place += columns)
                {
                    each[place].ShouldBeBitEqual(matrix[place] + row[column], $"cell {place}");
                }
            }
        }
    }

    [Fact]
    public void Should_keep_the_sign_of_negative_zeros()
    {
        double[] sums = new double[1];
        Rows.AddUp(new MatrixView([-0.0, -0.0], 2, 1), 0, sums);
        sums[0].ShouldBeBitEqual(-0.0, "sum");
    }
}
