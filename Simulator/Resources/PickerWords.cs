namespace Simulator.Resources;

/// <summary>The words of the list of lessons and of the welcome in one language.</summary>
internal sealed record PickerWords
{
    public static PickerWords English { get; } = new();

    public static PickerWords Korean { get; } = new();
}
