using Engine.Numbers;

namespace Engine.Operations;

/// <summary>How windows lie along one axis.</summary>
/// <param name="Length">The number of places.</param>
/// <param name="Size">The number of places in a window.</param>
/// <param name="Stride">How far a window is from the next.</param>
/// <param name="Before">How many places the first window reaches over the beginning.</param>
/// <param name="After">How many places the last window reaches over the end.</param>
/// <param name="Count">The number of windows.</param>
internal readonly record struct WindowAxis(int Length, int Size, int Stride, int Before, int After, int Count)
{
    /// <summary>An axis along which nothing moves: one place, one window.</summary>
    public static WindowAxis Single { get; } = new(1, 1, 1, 0, 0, 1);

    /// <summary>Lays windows along an axis.</summary>
    /// <exception cref="ShapeException">No window fits.</exception>
    public static WindowAxis Of(int length, int size, int stride, Padding padding)
    {
        if (padding == Padding.Valid)
        {
            return length >= size
                ? new WindowAxis(length, size, stride, 0, 0, ((length - size) / stride) + 1)
                : throw new ShapeException("windows", $"at least {size} places to move along with padding: valid", $"{length}");
        }

        int count = (length + stride - 1) / stride;
        int over = padding == Padding.Causal ? size - 1 : Math.Max(((count - 1) * stride) + size - length, 0);
        int before = padding == Padding.Causal ? over : over / 2;
        return new WindowAxis(length, size, stride, before, over - before, count);
    }

    /// <summary>The place that a window's first place lies on; negative where it reaches over the beginning.</summary>
    public int StartOf(int window) => (window * Stride) - Before;

    /// <summary>The window that has a place at an offset from its own first; −1 where there is none.</summary>
    public int WindowAt(int place, int offset)
    {
        int start = place + Before - offset;
        return start >= 0 && start % Stride == 0 && start / Stride < Count ? start / Stride : -1;
    }

    /// <summary>The offsets, from the first to before the last, at which a window has places that exist.</summary>
    public (int From, int To) OffsetsOf(int window)
    {
        int start = StartOf(window);
        return (Math.Max(0, -start), Math.Min(Size, Length - start));
    }
}
