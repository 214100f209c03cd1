using System.Runtime.CompilerServices;

namespace Engine.Numbers;

/// <summary>A tile of 4 × 4 sums for processors without wide vectors.</summary>
internal readonly struct ScalarTile : ITile
{
    public static int Rows => 4;

    public static int Columns => 4;

    public static void Compute(
        ref double left, nint rowStride, nint depthStride, ref double right, int depth, ref double output, nint outputStride, bool accumulate)
    {
        for (int row = 0; row < Rows; row++)
        {
            ComputeRow(ref left, depthStride, ref right, depth, ref output, accumulate);
            left = ref Unsafe.Add(ref left, rowStride);
            output = ref Unsafe.Add(ref output, outputStride);
        }
    }

    private static void ComputeRow(
        ref double left, nint depthStride, ref double right, int depth, ref double output, bool accumulate)
    {
        (double c0, double c1, double c2, double c3) = accumulate
            ? (output, Unsafe.Add(ref output, 1), Unsafe.Add(ref output, 2), Unsafe.Add(ref output, 3))
            : (0, 0, 0, 0);
        for (int term = 0; term < depth; term++)
        {
            double a = left;
            c0 = Math.FusedMultiplyAdd(right, a, c0);
            c1 = Math.FusedMultiplyAdd(Unsafe.Add(ref right, 1), a, c1);
            c2 = Math.FusedMultiplyAdd(Unsafe.Add(ref right, 2), a, c2);
            c3 = Math.FusedMultiplyAdd(Unsafe.Add(ref right, 3), a, c3);
            left = ref Unsafe.Add(ref left, depthStride);
            right = ref Unsafe.Add(ref right, Columns);
        }

        output = c0;
        Unsafe.Add(ref output, 1) = c1;
        Unsafe.Add(ref output, 2) = c2;
        Unsafe.Add(ref output, 3) = c3;
    }
}
