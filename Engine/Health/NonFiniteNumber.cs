using System.Collections.Immutable;
using Engine.Planning;
using Engine.Time;

namespace Engine.Health;

/// <summary>A number and its value.</summary>
public readonly record struct NumberValue(Address Address, double Value);

/// <summary>A number that is NaN or infinite, and what it was made from.</summary>
/// <param name="Moment">When it was computed.</param>
/// <param name="Address">The number.</param>
/// <param name="Value">NaN or an infinity.</param>
/// <param name="Operands">
/// The numbers in its formula with their values, each once, in the order in which they are written; see <see cref="Plan.Explain"/>.
/// </param>
public sealed record NonFiniteNumber(Moment Moment, Address Address, double Value, ImmutableArray<NumberValue> Operands)
{
    /// <summary>
    /// Whether the step made it from finite numbers, by an overflow, a division by 0, a logarithm of 0 … Otherwise it was handed
    /// on: for the first of a training, from data or a first value that were not finite.
    /// </summary>
    public bool IsMadeHere => Operands.All(operand => double.IsFinite(operand.Value));
}
