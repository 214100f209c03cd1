using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Engine.Numbers;

/// <summary>A tile of 6 × 8 sums in 12 of the 16 registers of 256 bits.</summary>
internal readonly struct Tile256 : ITile
{
    private const int Lanes = 4;

    public static int Rows => 6;

    public static int Columns => 2 * Lanes;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Compute(
        ref double left, nint rowStride, nint depthStride, ref double right, int depth, ref double output, nint outputStride, bool accumulate)
    {
        Vector256<double> c00 = default, c01 = default;
        Vector256<double> c10 = default, c11 = default;
        Vector256<double> c20 = default, c21 = default;
        Vector256<double> c30 = default, c31 = default;
        Vector256<double> c40 = default, c41 = default;
        Vector256<double> c50 = default, c51 = default;
        if (accumulate)
        {
            ref double row = ref output;
            (c00, c01) = (Vector256.LoadUnsafe(ref row), Vector256.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c10, c11) = (Vector256.LoadUnsafe(ref row), Vector256.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c20, c21) = (Vector256.LoadUnsafe(ref row), Vector256.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c30, c31) = (Vector256.LoadUnsafe(ref row), Vector256.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c40, c41) = (Vector256.LoadUnsafe(ref row), Vector256.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c50, c51) = (Vector256.LoadUnsafe(ref row), Vector256.LoadUnsafe(ref row, Lanes));
        }

        // Reached from two places, so that few distances between rows need a register.
        ref double lower = ref Unsafe.Add(ref left, 3 * rowStride);
        for (int term = 0; term < depth; term++)
        {
            Vector256<double> b0 = Vector256.LoadUnsafe(ref right);
            Vector256<double> b1 = Vector256.LoadUnsafe(ref right, Lanes);
            Vector256<double> a = Vector256.Create(left);
            (c00, c01) = (Vector256.FusedMultiplyAdd(b0, a, c00), Vector256.FusedMultiplyAdd(b1, a, c01));
            a = Vector256.Create(Unsafe.Add(ref left, rowStride));
            (c10, c11) = (Vector256.FusedMultiplyAdd(b0, a, c10), Vector256.FusedMultiplyAdd(b1, a, c11));
            a = Vector256.Create(Unsafe.Add(ref left, 2 * rowStride));
            (c20, c21) = (Vector256.FusedMultiplyAdd(b0, a, c20), Vector256.FusedMultiplyAdd(b1, a, c21));
            a = Vector256.Create(lower);
            (c30, c31) = (Vector256.FusedMultiplyAdd(b0, a, c30), Vector256.FusedMultiplyAdd(b1, a, c31));
            a = Vector256.Create(Unsafe.Add(ref lower, rowStride));
            (c40, c41) = (Vector256.FusedMultiplyAdd(b0, a, c40), Vector256.FusedMultiplyAdd(b1, a, c41));
            a = Vector256.Create(Unsafe.Add(ref lower, 2 * rowStride));
            (c50, c51) = (Vector256.FusedMultiplyAdd(b0, a, c50), Vector256.FusedMultiplyAdd(b1, a, c51));
            left = ref Unsafe.Add(ref left, depthStride);
            lower = ref Unsafe.Add(ref lower, depthStride);
            right = ref Unsafe.Add(ref right, 2 * Lanes);
        }

        Store(c00, c01, ref output);
        output = ref Unsafe.Add(ref output, outputStride);
        Store(c10, c11, ref output);
        output = ref Unsafe.Add(ref output, outputStride);
        Store(c20, c21, ref output);
        output = ref Unsafe.Add(ref output, outputStride);
        Store(c30, c31, ref output);
        output = ref Unsafe.Add(ref output, outputStride);
        Store(c40, c41, ref output);
        output = ref Unsafe.Add(ref output, outputStride);
        Store(c50, c51, ref output);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<double> first, Vector256<double> second, ref double row)
    {
        first.StoreUnsafe(ref row);
        second.StoreUnsafe(ref row, Lanes);
    }
}
