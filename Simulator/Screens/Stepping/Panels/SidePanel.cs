using System.Collections.Immutable;
using Lessons.Quantities;
using Simulator.App;
using Simulator.Resources;
using Simulator.Screens.Stepping.Exercises;
using Simulator.Terminal;

namespace Simulator.Screens.Stepping.Panels;

/// <summary>What there is to see in the panel at the side.</summary>
internal interface IPanelModel;

/// <summary>One content of the panel at the side.</summary>
internal abstract class SidePanel
{
    /// <summary>All of them, in the order in which a key goes through them. The first is shown at the beginning.</summary>
    public static ImmutableArray<SidePanel> All { get; } = [new ValuesPanel(), new BreakpointsPanel(), new WatchesPanel(), new ProvenancePanel(), new ExercisesPanel()];

    /// <summary>The name by which the palette knows it, in one word.</summary>
    public abstract string Id { get; }

    /// <summary>What it is, for the palette and as the panel's title.</summary>
    public abstract string Name(Words words);

    /// <summary>The panel's title: what it is and, where there is room in a panel that one has to leave again, how to go on.</summary>
    /// <param name="words">The words of the language.</param>
    /// <param name="columns">How many cells there are for it.</param>
    public string TitleIn(Words words, int columns)
    {
        string whole = $"{Name(words)} · {words.Tracing.NextPanel}";
        return this != All[0] && CellWidth.Of(whole) <= columns ? whole : Name(words);
    }

    /// <summary>What there is to see.</summary>
    public abstract IPanelModel ModelOf(StepScreen screen, ExplanationModel explanation, Words words);

    /// <summary>What keys do in it, for the line of keys.</summary>
    public virtual ImmutableArray<UserAction> Hints => [];

    /// <summary>What must be computed for it, and may take long.</summary>
    public virtual IEnumerable<Preparation> PreparationsOf(StepScreen screen) => [];

    /// <summary>Whether the keys that choose a number choose one of the panel's rows instead of one in the explanation.</summary>
    public virtual bool HasRows(StepScreen screen) => false;

    /// <summary>The screen with another row chosen.</summary>
    public virtual StepScreen Choose(StepScreen screen, int step) => screen;

    /// <summary>The screen with a certain row chosen; as it is where there is no such row.</summary>
    public virtual StepScreen ChooseAt(StepScreen screen, int row) => screen;

    /// <summary>The number of the chosen row, for keys that do something with a number; null where rows are no numbers to work on.</summary>
    public virtual ResolvedQuantity? NumberOf(StepScreen screen) => null;

    /// <summary>What comes of going to the chosen row.</summary>
    public virtual Outcome Enter(Model model, StepScreen screen) => model;
}
