using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// How inputs of different shapes are read cell by cell: an input of which an axis is missing at the front, or has length 1
/// where the others are longer, is repeated along it. Each input may be repeated along one run of neighbouring axes, such as
/// all axes but the last (a bias), or the last (the mean of a row).
/// </summary>
internal sealed class Broadcasting
{
    /// <summary>The cells are walked in this many nested loops at most.</summary>
    public const int Levels = FormulaCompiler.Levels;

    private Broadcasting(Shape full, int[] lengths, int[] strides)
    {
        Full = full;
        Lengths = lengths;
        Strides = strides;
    }

    /// <summary>The shape of all inputs together.</summary>
    public Shape Full { get; }

    /// <summary>The lengths of the nested loops, outermost first; unused ones are 1.</summary>
    public int[] Lengths { get; }

    /// <summary>For each input and each loop, how far one round of the loop goes on in the input; 0 where it is repeated.</summary>
    public int[] Strides { get; }

    /// <summary>Lays inputs out.</summary>
    /// <param name="name">What error messages call the operation.</param>
    /// <param name="inputs">The shapes.</param>
    /// <exception cref="ShapeException">The inputs do not fit each other.</exception>
    public static Broadcasting Of(string name, IReadOnlyList<Shape> inputs)
    {
        Shape full = Shape.Scalar;
        foreach (Shape input in inputs)
        {
            full = Together(name, full, input);
        }

        var runs = new (int From, int To)[inputs.Count];
        SortedSet<int> cuts = [0, full.Rank];
        for (int input = 0; input < inputs.Count; input++)
        {
            runs[input] = RepeatedAxes(name, inputs[input], full);
            if (runs[input].From < runs[input].To)
            {
                cuts.Add(runs[input].From);
                cuts.Add(runs[input].To);
            }
        }

        int[] bounds = [.. cuts];
        if (bounds.Length - 1 > Levels)
        {
            throw new ShapeException(name, $"shapes that are repeated along the same axes of {full}", string.Join(", ", inputs));
        }

        // Leading loops of one round where there are fewer than three pieces.
        int[] lengths = [1, 1, 1];
        int[] strides = new int[Levels * inputs.Count];
        for (int piece = 0; piece < bounds.Length - 1; piece++)
        {
            int level = Levels - (bounds.Length - 1) + piece;
            lengths[level] = SizeOf(full.Lengths[bounds[piece]..bounds[piece + 1]]);
            for (int input = 0; input < inputs.Count; input++)
            {
                (int from, int to) = runs[input];
                bool isRepeated = bounds[piece] >= from && bounds[piece] < to;
                int missing = full.Rank - inputs[input].Rank;
                strides[(Levels * input) + level] =
                    isRepeated ? 0 : SizeOf(inputs[input].Lengths[Math.Max(0, bounds[piece + 1] - missing)..]);
            }
        }

        return new Broadcasting(full, lengths, strides);
    }

    /// <summary>The cell of an input that belongs to a cell of the full shape.</summary>
    public int CellOf(int input, int cell)
    {
        int inner = cell % Lengths[2];
        int middle = cell / Lengths[2] % Lengths[1];
        int outer = cell / Lengths[2] / Lengths[1];
        int at = Levels * input;
        return (outer * Strides[at]) + (middle * Strides[at + 1]) + (inner * Strides[at + 2]);
    }

    /// <summary>The cells of the full shape that belong to a cell of an input, in order; the opposite of <see cref="CellOf"/>.</summary>
    public IEnumerable<int> CellsOf(int input, int cell)
    {
        return from outer in RoundsOf(0)
               from middle in RoundsOf(1)
               from inner in RoundsOf(2)
               select (((outer * Lengths[1]) + middle) * Lengths[2]) + inner;

        // The place along axes that are not repeated follows from the input's cell.
        IEnumerable<int> RoundsOf(int level)
        {
            int stride = Strides[(Levels * input) + level];
            return stride == 0 ? Enumerable.Range(0, Lengths[level]) : [cell / stride % Lengths[level]];
        }
    }

    private static Shape Together(string name, Shape left, Shape right)
    {
        (Shape longer, Shape other) = left.Rank >= right.Rank ? (left, right) : (right, left);
        int[] lengths = [.. longer.Lengths];
        for (int axis = 1; axis <= other.Rank; axis++)
        {
            int here = lengths[^axis];
            int there = other[^axis];
            if (here != there && here != 1 && there != 1)
            {
                throw new ShapeException(name, $"the shape {left} of the other inputs", $"{right}");
            }

            lengths[^axis] = here == 1 ? there : here;
        }

        return new Shape(lengths);
    }

    private static (int From, int To) RepeatedAxes(string name, Shape input, Shape full)
    {
        int missing = full.Rank - input.Rank;
        int from = -1;
        int to = -1;
        for (int axis = 0; axis < full.Rank; axis++)
        {
            int length = axis < missing ? 1 : input[axis - missing];
            if (length != full[axis])
            {
                from = from < 0 ? axis : from;
                to = axis + 1;
            }
        }

        for (int axis = Math.Max(from, missing); axis < to; axis++)
        {
            if (input[axis - missing] != 1)
            {
                throw new ShapeException(name, $"the shape {full} of the other inputs", $"{input}");
            }
        }

        return from < 0 ? (0, 0) : (from, to);
    }

    private static int SizeOf(ReadOnlySpan<int> lengths)
    {
        int size = 1;
        foreach (int length in lengths)
        {
            size *= length;
        }

        return size;
    }
}
