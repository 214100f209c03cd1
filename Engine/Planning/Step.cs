using System.Collections.Immutable;
using Engine.Operations;

namespace Engine.Planning;

/// <summary>One step of an iteration: <c>output = operation(inputs)</c>.</summary>
/// <param name="Index">The position in <see cref="Plan.Steps"/>, from 0.</param>
/// <param name="Phase">The part of the iteration that it belongs to.</param>
/// <param name="Output">The symbol that it computes; no other step does.</param>
/// <param name="Operation">How it is computed, explained and differentiated.</param>
/// <param name="Inputs">The symbols that it is computed from, in the operation's order.</param>
public sealed record Step(int Index, Phase Phase, Symbol Output, Operation Operation, ImmutableArray<Symbol> Inputs);
