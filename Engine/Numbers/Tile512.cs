using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Engine.Numbers;

/// <summary>A tile of 8 × 16 sums in 16 of the 32 registers of 512 bits.</summary>
internal readonly struct Tile512 : ITile
{
    private const int Lanes = 8;

    public static int Rows => 8;

    public static int Columns => 2 * Lanes;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Compute(
        ref double left, nint rowStride, nint depthStride, ref double right, int depth, ref double output, nint outputStride, bool accumulate)
    {
        Vector512<double> c00 = default, c01 = default;
        Vector512<double> c10 = default, c11 = default;
        Vector512<double> c20 = default, c21 = default;
        Vector512<double> c30 = default, c31 = default;
        Vector512<double> c40 = default, c41 = default;
        Vector512<double> c50 = default, c51 = default;
        Vector512<double> c60 = default, c61 = default;
        Vector512<double> c70 = default, c71 = default;
        if (accumulate)
        {
            ref double row = ref output;
            (c00, c01) = (Vector512.LoadUnsafe(ref row), Vector512.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c10, c11) = (Vector512.LoadUnsafe(ref row), Vector512.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c20, c21) = (Vector512.LoadUnsafe(ref row), Vector512.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c30, c31) = (Vector512.LoadUnsafe(ref row), Vector512.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c40, c41) = (Vector512.LoadUnsafe(ref row), Vector512.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c50, c51) = (Vector512.LoadUnsafe(ref row), Vector512.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c60, c61) = (Vector512.LoadUnsafe(ref row), Vector512.LoadUnsafe(ref row, Lanes));
            row = ref Unsafe.Add(ref row, outputStride);
            (c70, c71) = (Vector512.LoadUnsafe(ref row), Vector512.LoadUnsafe(ref row, Lanes));
        }

        // Reached from two places, so that few distances between rows need a register.
        ref double lower = ref Unsafe.Add(ref left, 4 * rowStride);
        for (int term = 0; term < depth; term++)
        {
            Vector512<double> b0 = Vector512.LoadUnsafe(ref right);
            Vector512<double> b1 = Vector512.LoadUnsafe(ref right, Lanes);
            Vector512<double> a = Vector512.Create(left);
            (c00, c01) = (Vector512.FusedMultiplyAdd(b0, a, c00), Vector512.FusedMultiplyAdd(b1, a, c01));
            a = Vector512.Create(Unsafe.Add(ref left, rowStride));
            (c10, c11) = (Vector512.FusedMultiplyAdd(b0, a, c10), Vector512.FusedMultiplyAdd(b1, a, c11));
            a = Vector512.Create(Unsafe.Add(ref left, 2 * rowStride));
            (c20, c21) = (Vector512.FusedMultiplyAdd(b0, a, c20), Vector512.FusedMultiplyAdd(b1, a, c21));
            a = Vector512.Create(Unsafe.Add(ref left, 3 * rowStride));
            (c30, c31) = (Vector512.FusedMultiplyAdd(b0, a, c30), Vector512.FusedMultiplyAdd(b1, a, c31));
            a = Vector512.Create(lower);
            (c40, c41) = (Vector512.FusedMultiplyAdd(b0, a, c40), Vector512.FusedMultiplyAdd(b1, a, c41));
            a = Vector512.Create(Unsafe.Add(ref lower, rowStride));
            (c50, c51) = (Vector512.FusedMultiplyAdd(b0, a, c50), Vector512.FusedMultiplyAdd(b1, a, c51));
            a = Vector512.Create(Unsafe.Add(ref lower, 2 * rowStride));
            (c60, c61) = (Vector512.FusedMultiplyAdd(b0, a, c60), Vector512.FusedMultiplyAdd(b1, a, c61));
            a = Vector512.Create(Unsafe.Add(ref lower, 3 * rowStride));
            (c70, c71) = (Vector512.FusedMultiplyAdd(b0, a, c70), Vector512.FusedMultiplyAdd(b1, a, c71));
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
        output = ref Unsafe.Add(ref output, outputStride);
        Store(c60, c61, ref output);
        output = ref Unsafe.Add(ref output, outputStride);
        Store(c70, c71, ref output);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<double> first, Vector512<double> second, ref double row)
    {
        first.StoreUnsafe(ref row);
        second.StoreUnsafe(ref row, Lanes);
    }
}
