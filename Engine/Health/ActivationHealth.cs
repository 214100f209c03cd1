using System.Collections.Immutable;
using Engine.Planning;

namespace Engine.Health;

/// <summary>How lively one unit of a layer is over some samples.</summary>
/// <param name="Unit">The unit's output, in the first sample and at its first position.</param>
/// <param name="Outputs">How many outputs were looked at: one a sample and position.</param>
/// <param name="Saturated">At how many of them the slope of the activation is close to 0.</param>
/// <param name="IsDead">
/// Whether output and slope were exactly 0 every time, so that the unit says nothing and learns nothing from any of the samples.
/// </param>
public sealed record UnitHealth(Address Unit, long Outputs, long Saturated, bool IsDead)
{
    /// <summary>The part of the outputs that is saturated, from 0 to 1.</summary>
    public double SaturatedShare => (double)Saturated / Outputs;
}

/// <summary>How lively the units of a layer are over some samples.</summary>
/// <param name="Activation">The outputs of the activation function.</param>
/// <param name="Slope">The activation's local derivatives, <c>dh/dz</c>.</param>
/// <param name="Units">The units: places along the last axis of <paramref name="Activation"/>.</param>
public sealed record ActivationHealth(Symbol Activation, Symbol Slope, ImmutableArray<UnitHealth> Units)
{
    /// <summary>The part of all units' outputs that is saturated, from 0 to 1.</summary>
    public double SaturatedShare => (double)Units.Sum(unit => unit.Saturated) / Units.Sum(unit => unit.Outputs);

    /// <summary>The units that are dead.</summary>
    public IEnumerable<UnitHealth> DeadUnits => Units.Where(unit => unit.IsDead);
}
