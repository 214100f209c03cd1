using System.Collections.Immutable;

namespace Lessons.Exercises;

/// <summary>What there is to say about an answer.</summary>
public enum VerdictKind
{
    /// <summary>The answer is right.</summary>
    Right,

    /// <summary>The answer is another one; <see cref="Verdict.Slips"/> says which slips lead to it.</summary>
    Wrong,

    /// <summary>Right as far as it goes, but with fewer digits than asked for.</summary>
    TooFewDigits,

    /// <summary>Off by a few units of the last digit only, as when numbers are rounded on the way.</summary>
    RoundedOnTheWay,

    /// <summary>Not an answer to this question: no number, no such choice, no such line.</summary>
    Unreadable,
}

/// <summary>What came of checking an answer.</summary>
/// <param name="Kind">What there is to say.</param>
/// <param name="Slips">Every slip that leads to just this answer, the likeliest first; empty unless the answer is wrong.</param>
public sealed record Verdict(VerdictKind Kind, ImmutableArray<Slip> Slips)
{
    /// <summary>A verdict without slips.</summary>
    public Verdict(VerdictKind kind)
        : this(kind, [])
    {
    }

    /// <summary>What is wrong with just this answer, such as why an option is not the right one; null for nothing.</summary>
    public LocalizedText? Reason { get; init; }
}
