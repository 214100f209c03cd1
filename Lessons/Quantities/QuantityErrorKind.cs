namespace Lessons.Quantities;

/// <summary>What is wrong with a text, for those who say it in words of their own.</summary>
public enum QuantityErrorKind
{
    /// <summary>What the error's own words say.</summary>
    Other,

    /// <summary>Nothing has the name.</summary>
    UnknownName,

    /// <summary>The text ends where more must follow.</summary>
    Unfinished,

    /// <summary>There is no number where one is needed.</summary>
    NotANumber,

    /// <summary>A step computes the number, so that it cannot be set.</summary>
    Computed,

    /// <summary>A word that is none of those that are possible.</summary>
    UnknownChoice,
}
