namespace Engine.Planning;

/// <summary>Random numbers that an iteration is given; see <see cref="Numbers.Noise"/>.</summary>
/// <param name="Symbol">Where they are.</param>
/// <param name="Seed">The seed that they follow from.</param>
/// <param name="Purpose">What tells them from other numbers of the same seed.</param>
public sealed record NoiseSource(Symbol Symbol, int Seed, int Purpose);
