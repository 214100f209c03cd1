namespace Engine.Planning;

/// <summary>
/// Where a number lives: the index of its symbol in the plan and its cell in that symbol, both from 0. Together with an
/// iteration it names one number of a whole training.
/// </summary>
public readonly record struct Address(int Symbol, int Cell);
