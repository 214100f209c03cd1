using System.Collections.Immutable;

namespace Engine.Planning;

/// <summary>Something about a network that does not fit: the "layer compatibility" error.</summary>
/// <param name="Layer">The layer, from 1; 0 for the inputs; null where it is none of them, such as the loss.</param>
/// <param name="Part">The part by the name that lessons use: <c>kernel</c>, <c>symbols</c>, <c>targets</c>; empty where it is the whole.</param>
/// <param name="Where">The place in words.</param>
/// <param name="Expected">What would have fitted.</param>
/// <param name="Found">What was there.</param>
public sealed record PlanProblem(int? Layer, string Part, string Where, string Expected, string Found)
{
    /// <summary>The name that two numbers have, where that is what is wrong; otherwise null.</summary>
    public string? RepeatedName { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Where}: expected {Expected}, found {Found}";
}

/// <summary>A network that cannot be compiled, with everything that is wrong with it.</summary>
public sealed class PlanException : Exception
{
    internal PlanException(IEnumerable<PlanProblem> problems, Plan? plan)
        : base(string.Join('\n', problems))
    {
        Problems = [.. problems];
        Plan = plan;
    }

    /// <summary>All problems, in the order of the layers; at least one.</summary>
    public ImmutableArray<PlanProblem> Problems { get; }

    /// <summary>
    /// The plan with stand-ins for what does not fit: good for looking up names, not for numbers. Null where it could not be
    /// put together at all.
    /// </summary>
    public Plan? Plan { get; }
}
