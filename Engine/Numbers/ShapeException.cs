namespace Engine.Numbers;

/// <summary>
/// Two shapes that do not fit each other: the "layer compatibility" error. It is raised when a network is put together,
/// never while it runs.
/// </summary>
public sealed class ShapeException : ArgumentException
{
    /// <summary>An error without further knowledge of where it is.</summary>
    public ShapeException(string message)
        : base(message)
    {
    }

    /// <summary>An error that names the place, what was expected there and what was found.</summary>
    /// <param name="where">The layer, operation or data that does not fit, in words.</param>
    /// <param name="expected">What would have fitted.</param>
    /// <param name="found">What was there.</param>
    public ShapeException(string where, string expected, string found)
        : base($"{where}: expected {expected}, found {found}")
    {
        Where = where;
        Expected = expected;
        Found = found;
    }

    /// <summary>The layer, operation or data that does not fit; empty where unknown.</summary>
    public string Where { get; } = "";

    /// <summary>What would have fitted; empty where unknown.</summary>
    public string Expected { get; } = "";

    /// <summary>What was there; empty where unknown.</summary>
    public string Found { get; } = "";
}
