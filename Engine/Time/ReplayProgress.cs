namespace Engine.Time;

/// <summary>How far a seek or a search has come.</summary>
/// <param name="Done">How many iterations have been run.</param>
/// <param name="Total">How many there are to run; a search may end before.</param>
public readonly record struct ReplayProgress(int Done, int Total);
