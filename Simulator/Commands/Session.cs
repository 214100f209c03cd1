using System.Collections.Immutable;
using Engine.Formulas;
using Lessons;
using Simulator.App;
using Simulator.Learning;
using Simulator.Resources;
using Simulator.Settings;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>One command being carried out: where its output goes and how it is to be written.</summary>
internal sealed class Session
{
    public Session(CommandContext context, Language language, TerminalOptions options)
    {
        (Context, Language, Options) = (context, language, options);
        bool color = context.IsOutputTerminal && !options.NoColor && !options.NoStyle;
        Page = new TextPage(context.Out, options.Ascii, color, options);
    }

    public CommandContext Context { get; }

    /// <summary>Every setting and where it comes from.</summary>
    public Configuration Configuration { get; init; } = Configuration.Default;

    /// <summary>What is wrong with the settings, a line each; only a command that tells it itself is run with any.</summary>
    public ImmutableArray<string> SettingProblems { get; init; } = [];

    /// <summary>The keys of the screens.</summary>
    public KeyMaps KeyMaps { get; init; } = KeyMaps.Default;

    public Language Language { get; }

    /// <summary>Whether lessons are told in sentences instead of shown.</summary>
    public bool IsTranscript => Configuration.Of(SettingCatalog.Transcript).IsOn;

    public TerminalOptions Options { get; }

    /// <summary>Whose progress is kept.</summary>
    public string Learner => Configuration.Of(SettingCatalog.Learner).Value;

    /// <summary>Whether the learner was named, so that scripted keys count too.</summary>
    public bool IsLearnerNamed { get; init; }

    public Words Words => Words.In(Language);

    public bool Ascii => Options.Ascii;

    public Notation Notation => Ascii ? Notation.Plain : Notation.Mathematical;

    /// <summary>Standard output for text that people read.</summary>
    public TextPage Page { get; }

    /// <summary>Tells something that is no data.</summary>
    public void Tell(string message) => Context.Tell(Ascii, message);

    /// <summary>The sign that a number agrees with the document or does not.</summary>
    public InkedText Mark(bool isMatch) => isMatch
        ? new InkedText(Ascii ? Words.Matches : "✓", Ink.Good)
        : new InkedText(Ascii ? Words.Differs : "✗", Ink.Bad);

    /// <summary>A number's text with the minus sign of the notation.</summary>
    public string Number(string text) => Ascii ? text : text.Replace('-', '−');

    /// <summary>Opens what the learner has done; null where nothing is kept.</summary>
    public ProgressStore? OpenProgress() => Context.DataDirectory is { } directory ? ProgressStore.Open(Path.Combine(directory, "learners"), Learner) : null;

    /// <summary>The model that the screens begin with.</summary>
    public Model NewModel(Screen screen, Size size, Progress progress) =>
        new() { Size = size, Language = Language, Screen = screen, Progress = progress, KeyMaps = KeyMaps, Theme = Options.Theme };

    /// <summary>Runs the screens on the terminal until the person leaves.</summary>
    /// <returns>The exit code.</returns>
    /// <param name="screen">The screen to begin with.</param>
    /// <param name="first">What happens before any key.</param>
    public int Open(Screen screen, Message first)
    {
        using ProgressStore? store = OpenProgress();
        Progress progress = store?.Initial ?? Progress.Empty;
        using ITerminal terminal = Context.OpenTerminal(Options);
        return Loop.Run(terminal, NewModel(screen, terminal.Size, progress), first, store);
    }
}
