namespace Simulator.Resources;

/// <summary>The words of settings, themes and the mouse in one language.</summary>
internal sealed record DeskWords
{
    public static DeskWords English { get; } = new();

    public static DeskWords Korean { get; } = new();
}
