namespace Simulator.Terminal;

/// <summary>What a part of a frame stands for when it is pointed at.</summary>
internal abstract record Target
{
    /// <summary>Nothing, and nothing of what lies beneath.</summary>
    public static Target None { get; } = new Nothing();

    private sealed record Nothing : Target;
}
