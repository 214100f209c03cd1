namespace Simulator.Resources;

/// <summary>The words of transcripts in one language.</summary>
internal sealed record TranscriptWords
{
    public static TranscriptWords English { get; } = new();

    public static TranscriptWords Korean { get; } = new();
}
