using System.Collections.Immutable;
using Engine.Numbers;

namespace Engine.Planning;

/// <summary>
/// What a lesson calls the numbers of one tensor: a name for each (<c>w1</c>, <c>w3</c> …) or one name for all, to which
/// positions are added, counted from 1 (<c>W1[2,1]</c>).
/// </summary>
public sealed class SymbolNames
{
    private SymbolNames(string tensor, ImmutableArray<string> cells, Shape? shape)
    {
        Tensor = tensor;
        Cells = cells;
        Shape = shape;
    }

    /// <summary>The name of the whole tensor; where each cell has a name, the first and the last: <c>w1..w4</c>.</summary>
    public string Tensor { get; }

    /// <summary>A name for each cell, row by row, without the batch axis; empty where positions serve.</summary>
    public ImmutableArray<string> Cells { get; }

    /// <summary>The shape that <see cref="Cells"/> were written in; null where positions serve.</summary>
    public Shape? Shape { get; }

    /// <summary>One name for all cells.</summary>
    public static SymbolNames Indexed(string tensor) => new(tensor, [], null);

    /// <summary>A name for each cell of a tensor of the given shape, row by row.</summary>
    /// <exception cref="ShapeException">There is not one name for each cell.</exception>
    public static SymbolNames Each(Shape shape, ImmutableArray<string> cells)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (cells.Length != shape.Size)
        {
            throw new ShapeException("symbols", $"{shape.Size} names for shape {shape}", $"{cells.Length}");
        }

        string all = cells.Length switch
        {
            0 => "",
            1 => cells[0],
            _ => $"{cells[0]}..{cells[^1]}",
        };
        return new SymbolNames(all, cells, shape);
    }

    /// <summary>The same names with a prefix: <c>target_o1</c> from <c>o1</c>; one name for all stays one name.</summary>
    internal SymbolNames WithPrefix(string prefix, string indexed) =>
        Shape is null ? Indexed(indexed) : Each(Shape, [.. Cells.Select(name => prefix + name)]);

    /// <summary>The same names with something behind them: <c>h1_t3</c> from <c>h1</c>.</summary>
    internal SymbolNames WithSuffix(string suffix) =>
        Shape is null ? Indexed(Tensor + suffix) : Each(Shape, [.. Cells.Select(name => name + suffix)]);
}
