using System.Collections.Immutable;
using Lessons;
using Simulator.Learning;
using Simulator.Resources;
using Simulator.Screens.Picking;
using Simulator.Screens.Welcoming;
using Simulator.Terminal;

namespace Simulator.App;

/// <summary>A screen's own part of the model.</summary>
internal abstract record Screen
{
    /// <summary>The keys that work on the screen, among all keys.</summary>
    public abstract KeyMap KeysIn(KeyMaps all);
}

/// <summary>Everything the program knows while it runs; never changed, only replaced.</summary>
internal sealed record Model
{
    /// <summary>The smallest size at which screens are drawn; below it a message asks for more room.</summary>
    public static Size SmallestSize { get; } = new(80, 24);

    public required Size Size { get; init; }

    public required Language Language { get; init; }

    public required Screen Screen { get; init; }

    /// <summary>The keys of all screens.</summary>
    public KeyMaps KeyMaps { get; init; } = KeyMaps.Default;

    /// <summary>The colours of pictures that are saved.</summary>
    public Theme Theme { get; init; } = Theme.Default;

    /// <summary>The keys that work on the screen.</summary>
    public KeyMap Keys => Screen.KeysIn(KeyMaps);

    /// <summary>What the learner has done; kept whenever it changes.</summary>
    public Progress Progress { get; init; } = Progress.Empty;

    /// <summary>The list to return to when a lesson is left; null where the lesson was opened by name.</summary>
    public PickerScreen? Picker { get; init; }

    /// <summary>Keys typed that may become a longer sequence.</summary>
    public ImmutableArray<Key> Pending { get; init; } = [];

    /// <summary>The count typed before a key; 0 for none.</summary>
    public int Count { get; init; }

    /// <summary>Whether the keys are shown over the screen, and from which line on; null while they are not.</summary>
    public int? HelpScroll { get; init; }

    /// <summary>The welcome over the lesson on the screen; null where there is none.</summary>
    public WelcomeState? Welcome { get; init; }

    /// <summary>What the person should know about the last key, in both languages; null for nothing.</summary>
    public Notice? Notice { get; init; }

    public Words Words => Words.In(Language);

    /// <summary>The key for an action as a person reads it, the best known; empty where it has none on the screen.</summary>
    public string KeyOf(UserAction action) =>
        Keys.Bindings.FirstOrDefault(binding => binding.Action == action) is { } binding ? KeyMap.TextFor(binding, 1) : "";

    public bool IsTooSmall => Size.Columns < SmallestSize.Columns || Size.Rows < SmallestSize.Rows;
}

/// <summary>A short message, kept as a function of the words so that it changes language with the screen.</summary>
/// <param name="Text">The message.</param>
/// <param name="IsDone">Whether it says what was done; otherwise what could not be.</param>
internal sealed record Notice(Func<Words, string> Text, bool IsDone = false);
