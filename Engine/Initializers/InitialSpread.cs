namespace Engine.Initializers;

/// <summary>How widely an initializer spreads its numbers.</summary>
/// <param name="Limit">How far from 0 they may be; null where they are not bounded by one number.</param>
/// <param name="Deviation">Their standard deviation.</param>
public sealed record InitialSpread(double? Limit, double Deviation);
