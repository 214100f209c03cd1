using Engine.Time;
using Lessons.Quantities;

namespace Simulator.Screens.Stepping.Class;

/// <summary>A lesson in front of a class: what is looked at is covered until it is revealed.</summary>
internal sealed record ClassMode
{
    /// <summary>Whether the screen is blank, so that the room looks at the teacher.</summary>
    public bool IsBlank { get; init; }

    /// <summary>What was revealed last; null for nothing. Everything else that one comes to is covered.</summary>
    public (Moment Moment, ResolvedQuantity? Asked)? Revealed { get; init; }
}
