namespace Simulator.App;

/// <summary>The keys of every screen.</summary>
/// <param name="Stepping">The keys of a lesson being stepped through.</param>
/// <param name="Class">The same in class, where a presenter's clicker covers and reveals.</param>
/// <param name="Picking">The keys of the list of lessons.</param>
internal sealed record KeyMaps(KeyMap Stepping, KeyMap Class, KeyMap Picking)
{
    /// <summary>The keys as they come with the program.</summary>
    public static KeyMaps Default { get; } = new(KeyMap.Stepping, KeyMap.Class, KeyMap.Picking);
}
