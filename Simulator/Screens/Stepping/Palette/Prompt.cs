namespace Simulator.Screens.Stepping.Palette;

/// <summary>What is being typed: a place to go to or a command.</summary>
/// <param name="Text">The text so far.</param>
/// <param name="Selected">Which of the suggestions is chosen, from 0; null for none.</param>
internal sealed record Prompt(string Text, int? Selected = null)
{
    /// <summary>What the text is to be.</summary>
    public PromptKind Kind { get; init; }
}

/// <summary>What is typed into a line.</summary>
internal enum PromptKind
{
    /// <summary>A place to go to, or a command.</summary>
    Command,

    /// <summary>The answer to the exercise on the screen.</summary>
    Answer,
}
