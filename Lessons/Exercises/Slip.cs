using Engine.Planning;

namespace Lessons.Exercises;

/// <summary>The mistakes that are made over and over when backpropagation is done by hand.</summary>
public enum SlipKind
{
    /// <summary>The sign is the other one.</summary>
    WrongSign,

    /// <summary>The derivative of an activation was left out of the chain.</summary>
    MissingActivationDerivative,

    /// <summary>A weight was taken after the update where the one before it counts.</summary>
    NewWeight,

    /// <summary>A weight was taken before the update where the one after it counts.</summary>
    OldWeight,

    /// <summary>Of several paths only one was followed.</summary>
    OnePathOnly,

    /// <summary>A weight was looked up with row and column exchanged.</summary>
    TransposedIndex,

    /// <summary>A mean was not divided by the count.</summary>
    NotAveraged,

    /// <summary>The factor ½ (or the 2 that it cancels) was left out or put in.</summary>
    FactorOneHalf,
}

/// <summary>A mistake that leads to a certain value.</summary>
/// <param name="Kind">Which mistake.</param>
/// <param name="Value">The value that it leads to.</param>
public sealed record Slip(SlipKind Kind, double Value)
{
    /// <summary>The number about which the mistake is made: the derivative left out, the weight mistaken, the path followed; null where there is no one number.</summary>
    public Address? About { get; init; }
}
