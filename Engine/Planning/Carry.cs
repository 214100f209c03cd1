namespace Engine.Planning;

/// <summary>
/// What passes from one iteration to the next: the number computed as <paramref name="Next"/> is <paramref name="Current"/>
/// in the following iteration.
/// </summary>
public sealed record Carry(Symbol Current, Symbol Next);
