namespace Engine.Numbers;

/// <summary>
/// The innermost part of <see cref="MatrixProduct"/>: a small rectangle of the output whose sums stay in registers while terms
/// are taken in, each by one fused multiply-add, from the first to the last.
/// </summary>
internal interface ITile
{
    /// <summary>The number of rows of the rectangle.</summary>
    static abstract int Rows { get; }

    /// <summary>The number of columns of the rectangle.</summary>
    static abstract int Columns { get; }

    /// <summary>Takes in some terms of each sum. Nothing is checked.</summary>
    /// <param name="left">The first row's first factor in the left operand.</param>
    /// <param name="rowStride">From a factor to the one of the next row.</param>
    /// <param name="depthStride">From a factor to the one of the next term.</param>
    /// <param name="right">The right operand's factors: <see cref="Columns"/> of the first term, then of the next.</param>
    /// <param name="depth">The number of terms.</param>
    /// <param name="output">The rectangle's first sum.</param>
    /// <param name="outputStride">From a sum to the one below it.</param>
    /// <param name="accumulate">Whether the sums go on from what the output holds instead of beginning at 0.</param>
    static abstract void Compute(
        ref double left, nint rowStride, nint depthStride, ref double right, int depth, ref double output, nint outputStride, bool accumulate);
}
