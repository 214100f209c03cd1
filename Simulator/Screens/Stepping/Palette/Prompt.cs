namespace Simulator.Screens.Stepping.Palette;

/// <summary>What is being typed: a place to go to or a command.</summary>
/// <param name="Text">The text so far.</param>
/// <param name="Selected">Which of the suggestions is chosen, from 0; null for none.</param>
internal sealed record Prompt(string Text, int? Selected = null);
