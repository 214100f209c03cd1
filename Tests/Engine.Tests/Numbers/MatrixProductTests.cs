using Engine.Numbers;
using Engine.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests.Numbers;

public class MatrixProductTests
{
    /// <summary>A way to compute a product; all must give the bits of the plain loop.</summary>
    public enum Way
    {
        Chosen,
        Plain,
        Scalar,
        Vector256,
        Vector512,
    }

    /// <summary>Sizes on both sides of every edge: of tiles, of vectors and of blocks.</summary>
    public static TheoryData<int, int, int> Sizes
    {
        get
        {
            TheoryData<int, int, int> data = [];
            foreach (int rows in new[] { 1, 3, 4, 5, 6, 8, 9, 15, 25, 49 })
            {
                foreach (int columns in new[] { 1, 4, 7, 8, 9, 16, 17, 35 })
                {
                    data.Add(rows, 19, columns);
                }
            }

            foreach (int depth in new[] { 0, 1, 2, MatrixProduct.DepthBlock - 1, MatrixProduct.DepthBlock, MatrixProduct.DepthBlock + 1, 700 })
            {
                data.Add(9, depth, 17);
                data.Add(2, depth, 5);
            }

            foreach (int columns in new[] { MatrixProduct.ColumnBlock - 1, MatrixProduct.ColumnBlock, MatrixProduct.ColumnBlock + 1, (2 * MatrixProduct.ColumnBlock) + 19 })
            {
                data.Add(11, MatrixProduct.DepthBlock + 3, columns);
            }

            data.Add(0, 3, 4);
            data.Add(3, 3, 0);
            return data;
        }
    }

    private static double[] Numbers(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    private static MatrixView View(double[] cells, int rows, int columns, bool isTransposed) =>
        isTransposed ? new MatrixView(cells, columns, rows).Transposed : new MatrixView(cells, rows, columns);

    private static void Compute(Way way, MatrixView left, MatrixView right, Span<double> output, bool accumulate)
    {
        switch (way)
        {
            case Way.Chosen:
                MatrixProduct.Compute(left, right, output, accumulate);
                break;
            case Way.Plain:
                MatrixProduct.ComputePlainly(left, right, output, accumulate);
                break;
            case Way.Scalar:
                MatrixProduct.ComputeTiled<ScalarTile>(left, right, output, accumulate);
                break;
            case Way.Vector256:
                MatrixProduct.ComputeTiled<Tile256>(left, right, output, accumulate);
                break;
            default:
                MatrixProduct.ComputeTiled<Tile512>(left, right, output, accumulate);
                break;
        }
    }

    /// <summary>The plain loop, written without views and strides: what every way is held against.</summary>
    private static double[] Expected(double[] left, double[] right, int rows, int depth, int columns, double[] begin, bool isLeftTransposed, bool isRightTransposed)
    {
        double[] product = [.. begin];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                for (int term = 0; term < depth; term++)
                {
                    double a = isLeftTransposed ? left[(term * rows) + row] : left[(row * depth) + term];
                    double b = isRightTransposed ? right[(column * depth) + term] : right[(term * columns) + column];
                    product[(row * columns) + column] = Math.FusedMultiplyAdd(b, a, product[(row * columns) + column]);
                }
            }
        }

        return product;
    }

    private static void Check(int rows, int depth, int columns, double[] left, double[] right)
    {
        double[] begin = Numbers(rows * columns, 3);
        foreach ((bool isLeftTransposed, bool isRightTransposed) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            foreach (bool accumulate in new[] { false, true })
            {
                double[] expected = Expected(
                    left, right, rows, depth, columns, accumulate ? begin : new double[rows * columns], isLeftTransposed, isRightTransposed);
                foreach (Way way in Enum.GetValues<Way>())
                {
                    // Without accumulate, what was there before must not matter.
                    double[] output = accumulate ? [.. begin] : [.. begin.Select(_ => double.NaN)];
                    Compute(
                        way, View(left, rows, depth, isLeftTransposed), View(right, depth, columns, isRightTransposed), output, accumulate);
                    ((ReadOnlySpan<double>)output).ShouldBeBitEqual(
                        expected, $"{way}, {rows} × {depth} × {columns}, transposed {isLeftTransposed} {isRightTransposed}, {accumulate}");
                }
            }
        }
    }

    public class TheComputeMethod
    {
        [Theory]
        [MemberData(nameof(Sizes), MemberType = typeof(MatrixProductTests))]
        public void Should_give_the_bits_of_the_plain_loop(int rows, int depth, int columns) =>
            Check(rows, depth, columns, Numbers(rows * depth, 1), Numbers(depth * columns, 2));

        [Fact]
        public void Should_give_the_bits_of_the_plain_loop_for_any_sizes() => Prop.ForAll(
            Arb.From(
                from rows in Gen.Choose(1, 40)
                from depth in Gen.Choose(0, 300)
                from columns in Gen.Choose(1, 60)
                from seed in Gen.Choose(1, 100_000)
                select (rows, depth, columns, seed)),
            size => Check(size.rows, size.depth, size.columns, Numbers(size.rows * size.depth, size.seed), Numbers(size.depth * size.columns, size.seed + 1)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true));

        [Fact]
        public void Should_treat_special_numbers_as_the_plain_loop_does()
        {
            foreach (double special in new[] { 0.0, -0.0, 1e-200, -1e-200, double.PositiveInfinity, double.NaN })
            {
                double[] left = Numbers(9 * 40, 1);
                double[] right = Numbers(40 * 17, 2);
                for (int place = 0; place < left.Length; place += 3)
                {
                    left[place] = place % 2 == 0 ? special : 0;
                }

                for (int place = 0; place < right.Length; place += 2)
                {
                    right[place] = place % 4 == 0 ? -special : 0;
                }

                Check(9, 40, 17, left, right);
            }
        }

        [Fact]
        public void Should_not_lose_the_sign_of_a_sum_that_is_rounded_to_zero()
        {
            // −1e-400 becomes −0; the 0 that follows makes +0 of it and must not be left out.
            double[] output = new double[1];
            MatrixProduct.Compute(new MatrixView([-1e-200], 1, 1), new MatrixView([1e-200], 1, 1), output);
            output[0].ShouldBeBitEqual(-0.0, "one term");
            MatrixProduct.Compute(new MatrixView([-1e-200, 0], 1, 2), new MatrixView([1e-200, 1], 2, 1), output);
            output[0].ShouldBeBitEqual(0.0, "a zero after it");
        }

        [Fact]
        public void Should_refuse_sizes_that_do_not_fit()
        {
            double[] six = new double[6];
            Should.Throw<ArgumentException>(() => MatrixProduct.Compute(new MatrixView(six, 2, 3), new MatrixView(six, 2, 3), new double[6]))
                .Message.ShouldContain("2 × 3 times 2 × 3");
            Should.Throw<ArgumentException>(() => MatrixProduct.Compute(new MatrixView(six, 2, 3), new MatrixView(six, 3, 2), new double[5]))
                .Message.ShouldContain("5 numbers");
        }

        [Fact]
        public void Should_allocate_nothing_once_it_has_run()
        {
            double[] left = Numbers(20 * 30, 1);
            double[] right = Numbers(30 * 40, 2);
            double[] output = new double[20 * 40];
            Multiply();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Multiply();
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

            void Multiply()
            {
                for (int way = 0; way <= (int)Way.Vector512; way++)
                {
                    Compute((Way)way, new MatrixView(left, 20, 30), new MatrixView(right, 30, 40), output, false);
                }
            }
        }
    }

    public class TheViewOfAMatrix
    {
        [Fact]
        public void Should_refuse_other_numbers_than_it_has_cells()
        {
            Should.Throw<ArgumentException>(() => _ = new MatrixView(new double[5], 2, 3).Rows).Message.ShouldContain("2 × 3");
            Should.Throw<ArgumentException>(() => _ = new MatrixView(new double[6], -2, -3).Rows);
        }

        [Fact]
        public void Should_multiply_some_rows_of_a_transposed_matrix()
        {
            double[] left = Numbers(13 * 30, 1);
            double[] right = Numbers(13 * 21, 2);
            double[] whole = Expected(left, right, 30, 13, 21, new double[30 * 21], true, false);
            foreach ((int start, int count) in new[] { (0, 30), (0, 7), (7, 16), (23, 7), (30, 0), (29, 1) })
            {
                double[] part = new double[count * 21];
                MatrixProduct.Compute(new MatrixView(left, 13, 30).Transposed.SliceRows(start, count), new MatrixView(right, 13, 21), part);
                ((ReadOnlySpan<double>)part).ShouldBeBitEqual(whole.AsSpan(start * 21, count * 21), $"{count} rows from {start}");
            }
        }

        [Theory]
        [InlineData(-1, 1)]
        [InlineData(0, 4)]
        [InlineData(2, 2)]
        [InlineData(4, 0)]
        public void Should_refuse_rows_that_it_has_not(int start, int count) =>
            Should.Throw<ArgumentOutOfRangeException>(() => _ = new MatrixView(new double[6], 3, 2).SliceRows(start, count).Rows);
    }
}
