using System.Collections.Immutable;
using Simulator.App;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Palette;

/// <summary>A command of the palette that takes an argument. What takes none is a <see cref="UserAction"/>.</summary>
/// <param name="Verb">Its first word.</param>
/// <param name="Argument">What follows the verb, as an example or description.</param>
/// <param name="Does">What it does.</param>
/// <param name="Run">Does it.</param>
internal sealed record PaletteCommand(
    string Verb, Func<Words, string> Argument, Func<Words, string> Does, Func<Model, StepScreen, string, Outcome> Run)
{
    /// <summary>All of them, in the order in which they are suggested.</summary>
    public static ImmutableArray<PaletteCommand> All { get; } = [.. PlaceCommands.All, .. TracingCommands.All, .. WhatIfCommands.All, .. LearningCommands.All];

    /// <summary>The arguments that can be completed, if any.</summary>
    public Func<StepScreen, IEnumerable<string>> Completions { get; init; } = _ => [];

    /// <summary>What a completion is, in words; empty where it says so itself.</summary>
    public Func<string, Words, string> Explain { get; init; } = (_, _) => "";

    /// <summary>Whether a completion is put in the line to be changed, rather than carried out.</summary>
    public bool AreCompletionsEdited { get; init; }
}
