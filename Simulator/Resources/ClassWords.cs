namespace Simulator.Resources;

/// <summary>The words of class mode in one language.</summary>
internal sealed record ClassWords
{
    public static ClassWords English { get; } = new();

    public static ClassWords Korean { get; } = new();
}
