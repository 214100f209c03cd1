namespace Lessons.Reading;

/// <summary>The numbers that a value may be.</summary>
/// <param name="Description">The domain in words that follow "expected": <c>a number greater than 0</c>.</param>
/// <param name="Contains">Whether a finite number belongs to it.</param>
public sealed record NumberDomain(string Description, Func<double, bool> Contains)
{
    /// <summary>Every finite number.</summary>
    public static NumberDomain Any { get; } = new(NumberText.AnyNumber, _ => true);

    /// <summary>Greater than 0, such as a learning rate.</summary>
    public static NumberDomain Positive { get; } = new("a number greater than 0", number => number > 0);

    /// <summary>0 or greater, such as the factor of a penalty.</summary>
    public static NumberDomain NotNegative { get; } = new("a number of at least 0", number => number >= 0);

    /// <summary>From 0 to 1, both included, such as a probability.</summary>
    public static NumberDomain Probability { get; } = new("a number from 0 to 1", number => number is >= 0 and <= 1);

    /// <summary>From 0 to below 1, such as a momentum or a dropout rate.</summary>
    public static NumberDomain BelowOne { get; } = new("a number of at least 0 and less than 1", number => number is >= 0 and < 1);
}
