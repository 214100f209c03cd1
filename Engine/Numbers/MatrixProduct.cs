using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Engine.Numbers;

/// <summary>
/// The product of two matrices. Each cell is the sum of its terms from the first to the last, beginning at 0, each taken in
/// with one rounding (fused multiply-add), whatever the sizes, the instructions of the processor and the way taken: the bits
/// are always those of the plain loop.
/// </summary>
/// <remarks>
/// <para>
/// Large products are computed in tiles of the output that stay in registers. A block of the right operand is copied, as strips
/// as wide as a tile, so that a tile reads it straight on; the left one is read in place. At the edges tiles are filled up with
/// zeros. Sums are not taken apart: a tile goes on where the block before it ended, and several sums run side by side in the
/// lanes of vectors instead of several parts of one.
/// </para>
/// <para>
/// Terms with a factor of 0 are computed like any other. Leaving them out would lose the NaN of 0·∞ and, where all of a sum's
/// earlier terms were rounded to −0, turn 0 into −0.
/// </para>
/// <para>Source of the scheme: Goto and van de Geijn, Anatomy of High-Performance Matrix Multiplication, 2008.</para>
/// </remarks>
internal static class MatrixProduct
{
    /// <summary>How many terms of the sums are taken in before the next block is turned to.</summary>
    internal const int DepthBlock = 256;

    /// <summary>Of how many columns of the right operand a block is: as many as the second cache holds.</summary>
    internal const int ColumnBlock = 512;

    /// <summary>Products of fewer multiplications are not worth copying the right operand for; from here on it was faster.</summary>
    private const int FewestTiled = 512;

    /// <summary>The same for fewer rows, each of which uses what was copied once.</summary>
    private const int FewestRowsTiled = 3;

    private const int MostTileCells = 8 * 16;

    /// <summary>The copied block. Kept by each thread, because several may compute a product at once.</summary>
    [ThreadStatic]
    private static double[]? copied;

    /// <summary>Computes <c>left · right</c>.</summary>
    /// <param name="left">The left operand, rows × depth.</param>
    /// <param name="right">The right operand, depth × columns.</param>
    /// <param name="output">The product, row by row; must not overlap the operands.</param>
    /// <param name="accumulate">Whether the sums go on from what the output holds instead of beginning at 0.</param>
    /// <exception cref="ArgumentException">The sizes do not fit each other.</exception>
    public static void Compute(MatrixView left, MatrixView right, Span<double> output, bool accumulate = false)
    {
        RequireFit(left, right, output);
        if (left.Rows < FewestRowsTiled || (long)output.Length * left.Columns < FewestTiled)
        {
            ComputePlainly(left, right, output, accumulate);
        }
        else if (Vector512.IsHardwareAccelerated)
        {
            ComputeTiled<Tile512>(left, right, output, accumulate);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            ComputeTiled<Tile256>(left, right, output, accumulate);
        }
        else
        {
            ComputeTiled<ScalarTile>(left, right, output, accumulate);
        }
    }

    /// <summary>The way for large products, by one kind of tile.</summary>
    internal static void ComputeTiled<TTile>(MatrixView left, MatrixView right, Span<double> output, bool accumulate)
        where TTile : struct, ITile
    {
        RequireFit(left, right, output);
        int depth = left.Columns;
        if (depth == 0 && !accumulate)
        {
            output.Clear();
        }

        int strips = (Math.Min(ColumnBlock, right.Columns) + TTile.Columns - 1) / TTile.Columns;
        if (copied is null || copied.Length < strips * TTile.Columns * DepthBlock)
        {
            copied = new double[strips * TTile.Columns * DepthBlock];
        }

        for (int column = 0; column < right.Columns; column += ColumnBlock)
        {
            int columns = Math.Min(ColumnBlock, right.Columns - column);
            for (int term = 0; term < depth; term += DepthBlock)
            {
                int terms = Math.Min(DepthBlock, depth - term);
                for (int strip = 0; strip < columns; strip += TTile.Columns)
                {
                    Copy<TTile>(right, term, terms, column + strip, Math.Min(TTile.Columns, columns - strip), copied.AsSpan(strip * terms));
                }

                MultiplyBlock<TTile>(left, term, terms, output, right.Columns, column, columns, accumulate || term > 0);
            }
        }
    }

    /// <summary>The way for small products and few rows: one row of the output after the other.</summary>
    internal static void ComputePlainly(MatrixView left, MatrixView right, Span<double> output, bool accumulate)
    {
        RequireFit(left, right, output);
        if (!accumulate)
        {
            output.Clear();
        }

        for (int row = 0; row < left.Rows; row++)
        {
            MatrixView factors = left.SliceRows(row, 1);
            Span<double> sums = output.Slice(row * right.Columns, right.Columns);
            if (right.ColumnStride == 1)
            {
                AddRows(factors, right, sums);
            }
            else
            {
                AddColumns(factors, right, sums);
            }
        }
    }

    /// <summary>Adds the right operand's rows, each times its factor, where rows lie together.</summary>
    private static void AddRows(MatrixView factors, MatrixView right, Span<double> sums)
    {
        for (int term = 0; term < right.Rows; term++)
        {
            double factor = factors.Cells[term * factors.ColumnStride];
            ReadOnlySpan<double> row = right.Cells.Slice(term * right.RowStride, sums.Length);
            int column = 0;
            if (sums.Length >= Vector<double>.Count)
            {
                Vector<double> factorInLanes = Vector.Create(factor);
                for (; column <= sums.Length - Vector<double>.Count; column += Vector<double>.Count)
                {
                    Vector.FusedMultiplyAdd(new Vector<double>(row[column..]), factorInLanes, new Vector<double>(sums[column..]))
                        .CopyTo(sums[column..]);
                }
            }

            for (; column < sums.Length; column++)
            {
                sums[column] = Math.FusedMultiplyAdd(row[column], factor, sums[column]);
            }
        }
    }

    /// <summary>Computes one sum after the other, where the right operand's columns lie together.</summary>
    private static void AddColumns(MatrixView factors, MatrixView right, Span<double> sums)
    {
        int column = 0;

        // A sum waits for each of its additions; four of them wait together.
        for (; column <= sums.Length - 4; column += 4)
        {
            ReadOnlySpan<double> cells = right.Cells[(column * right.ColumnStride)..];
            int next = right.ColumnStride;
            (double sum0, double sum1, double sum2, double sum3) = (sums[column], sums[column + 1], sums[column + 2], sums[column + 3]);
            for (int term = 0; term < right.Rows; term++)
            {
                double factor = factors.Cells[term * factors.ColumnStride];
                int cell = term * right.RowStride;
                sum0 = Math.FusedMultiplyAdd(cells[cell], factor, sum0);
                sum1 = Math.FusedMultiplyAdd(cells[cell + next], factor, sum1);
                sum2 = Math.FusedMultiplyAdd(cells[cell + (2 * next)], factor, sum2);
                sum3 = Math.FusedMultiplyAdd(cells[cell + (3 * next)], factor, sum3);
            }

            (sums[column], sums[column + 1], sums[column + 2], sums[column + 3]) = (sum0, sum1, sum2, sum3);
        }

        for (; column < sums.Length; column++)
        {
            ReadOnlySpan<double> cells = right.Cells[(column * right.ColumnStride)..];
            double sum = sums[column];
            for (int term = 0; term < right.Rows; term++)
            {
                sum = Math.FusedMultiplyAdd(cells[term * right.RowStride], factors.Cells[term * factors.ColumnStride], sum);
            }

            sums[column] = sum;
        }
    }

    /// <summary>Copies a strip of the right operand, row after row, each filled up with zeros to the width of a tile.</summary>
    private static void Copy<TTile>(MatrixView right, int term, int terms, int column, int width, Span<double> strip)
        where TTile : struct, ITile
    {
        strip = strip[..(terms * TTile.Columns)];
        ref double to = ref MemoryMarshal.GetReference(strip);
        ref double from = ref Unsafe.Add(
            ref MemoryMarshal.GetReference(right.Cells), ((nint)term * right.RowStride) + ((nint)column * right.ColumnStride));
        if (width == TTile.Columns && right.ColumnStride == 1)
        {
            for (int row = 0; row < terms; row++)
            {
                // Of a length that the compiler knows, this is two or four moves of vectors.
                Unsafe.CopyBlockUnaligned(
                    ref Unsafe.As<double, byte>(ref to), ref Unsafe.As<double, byte>(ref from), (uint)TTile.Columns * sizeof(double));
                from = ref Unsafe.Add(ref from, right.RowStride);
                to = ref Unsafe.Add(ref to, TTile.Columns);
            }

            return;
        }

        if (width < TTile.Columns)
        {
            strip.Clear();
        }

        for (int index = 0; index < width; index++)
        {
            ref double cell = ref Unsafe.Add(ref from, (nint)index * right.ColumnStride);
            ref double place = ref Unsafe.Add(ref to, index);
            for (int row = 0; row < terms; row++)
            {
                place = cell;
                cell = ref Unsafe.Add(ref cell, right.RowStride);
                place = ref Unsafe.Add(ref place, TTile.Columns);
            }
        }
    }

    /// <summary>Takes in the copied block's terms of all sums in its columns.</summary>
    private static void MultiplyBlock<TTile>(
        MatrixView left, int term, int terms, Span<double> output, int outputColumns, int column, int columns, bool accumulate)
        where TTile : struct, ITile
    {
        ref double factors = ref Unsafe.Add(ref MemoryMarshal.GetReference(left.Cells), (nint)term * left.ColumnStride);
        Span<double> filledUp = left.Rows % TTile.Rows == 0 ? default : stackalloc double[terms * TTile.Rows];
        for (int row = 0; row < left.Rows; row += TTile.Rows)
        {
            int height = Math.Min(TTile.Rows, left.Rows - row);
            scoped ref double rows = ref Unsafe.Add(ref factors, (nint)row * left.RowStride);
            (nint rowStride, nint depthStride) = (left.RowStride, left.ColumnStride);
            if (height < TTile.Rows)
            {
                FillUp(ref rows, rowStride, depthStride, height, filledUp, TTile.Rows);
                rows = ref filledUp[0];
                (rowStride, depthStride) = (1, TTile.Rows);
            }

            for (int strip = 0; strip < columns; strip += TTile.Columns)
            {
                int width = Math.Min(TTile.Columns, columns - strip);
                ref double stripTerms = ref copied![strip * terms];
                Span<double> cells = output[((row * outputColumns) + column + strip)..];
                if (height == TTile.Rows && width == TTile.Columns)
                {
                    TTile.Compute(ref rows, rowStride, depthStride, ref stripTerms, terms, ref cells[0], outputColumns, accumulate);
                }
                else
                {
                    MultiplyEdge<TTile>(ref rows, rowStride, depthStride, ref stripTerms, terms, cells, outputColumns, height, width, accumulate);
                }
            }
        }
    }

    /// <summary>Copies rows of the left operand, fewer than a tile has, term after term; the rows that lack stay 0.</summary>
    private static void FillUp(ref double rows, nint rowStride, nint depthStride, int height, Span<double> filledUp, int tileRows)
    {
        for (int row = 0; row < height; row++)
        {
            ref double cell = ref Unsafe.Add(ref rows, row * rowStride);
            for (int place = row; place < filledUp.Length; place += tileRows)
            {
                filledUp[place] = cell;
                cell = ref Unsafe.Add(ref cell, depthStride);
            }
        }
    }

    /// <summary>Computes a tile of which not all rows or columns belong to the output, beside the output.</summary>
    private static void MultiplyEdge<TTile>(
        ref double rows,
        nint rowStride,
        nint depthStride,
        ref double stripTerms,
        int terms,
        Span<double> output,
        int outputColumns,
        int height,
        int width,
        bool accumulate)
        where TTile : struct, ITile
    {
        Span<double> tile = stackalloc double[MostTileCells];
        for (int row = 0; accumulate && row < height; row++)
        {
            output.Slice(row * outputColumns, width).CopyTo(tile[(row * TTile.Columns)..]);
        }

        TTile.Compute(ref rows, rowStride, depthStride, ref stripTerms, terms, ref tile[0], TTile.Columns, accumulate);
        for (int row = 0; row < height; row++)
        {
            tile.Slice(row * TTile.Columns, width).CopyTo(output[(row * outputColumns)..]);
        }
    }

    private static void RequireFit(MatrixView left, MatrixView right, Span<double> output)
    {
        if (left.Columns != right.Rows || (long)left.Rows * right.Columns != output.Length)
        {
            throw new ArgumentException(
                $"{left.Rows} × {left.Columns} times {right.Rows} × {right.Columns} into {output.Length} numbers", nameof(output));
        }
    }
}
