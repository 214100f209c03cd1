using System.Collections.Immutable;

namespace Engine.Running;

/// <summary>
/// What an iteration hands to the next: all parameters (and optimizer slots), in the order of the plan's carries. With the
/// iteration's number and the data it determines every later number.
/// </summary>
/// <param name="CompletedIterations">How many iterations have been run; 0 before the first.</param>
/// <param name="Values">The values, symbol after symbol.</param>
public sealed record TrainingState(int CompletedIterations, ImmutableArray<double> Values);
