namespace Engine;

/// <summary>An argument that a kind refuses.</summary>
/// <param name="argument">The argument's name as a lesson writes it; empty where it is none in particular.</param>
/// <param name="message">What would be right for a value outside its range; otherwise what does not fit.</param>
/// <param name="inner">The refusal.</param>
public sealed class CatalogException(string argument, string message, ArgumentException inner) : Exception(message, inner)
{
    /// <summary>The argument's name as a lesson writes it; empty where it is none in particular.</summary>
    public string Argument { get; } = argument;

    /// <summary>Whether the value is outside its range; otherwise it does not fit the other arguments.</summary>
    public bool IsOutOfRange { get; } = inner is ArgumentOutOfRangeException;
}
