namespace Simulator.Screens.Stepping;

/// <summary>How much of the number looked at is kept covered, so that one can think of it first; each uncovers more than the one before.</summary>
internal enum Cover
{
    /// <summary>Only what it is called can be seen.</summary>
    Formula,

    /// <summary>The formula can be seen, not the numbers put into it.</summary>
    Numbers,

    /// <summary>Only the value cannot be seen.</summary>
    Value,
}
