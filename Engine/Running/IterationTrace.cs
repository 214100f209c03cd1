using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Planning;

namespace Engine.Running;

/// <summary>Every number of one training iteration, frozen.</summary>
public sealed class IterationTrace
{
    private readonly ImmutableArray<double> values;

    internal IterationTrace(Plan plan, int iteration, ReadOnlySpan<double> buffer)
    {
        Plan = plan;
        Iteration = iteration;
        values = [.. buffer];
    }

    /// <summary>The plan whose numbers these are.</summary>
    public Plan Plan { get; }

    /// <summary>Which iteration this is, from 1.</summary>
    public int Iteration { get; }

    /// <summary>All numbers, as they lie in the plan's buffer.</summary>
    internal ReadOnlySpan<double> Numbers => values.AsSpan();

    /// <summary>One number.</summary>
    public double this[Address address] => values[Plan.OffsetOf(address)];

    /// <summary>All numbers of a symbol, row by row.</summary>
    public ReadOnlySpan<double> this[Symbol symbol]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(symbol);
            return values.AsSpan().Slice(Plan.OffsetOf(symbol), symbol.Shape.Size);
        }
    }

    /// <summary>All numbers of a symbol as a tensor.</summary>
    public Tensor TensorOf(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return new Tensor(symbol.Shape, [.. this[symbol]]);
    }
}
