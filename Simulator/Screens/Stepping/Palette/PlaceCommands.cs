using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Engine.Time;
using Simulator.App;
using Simulator.Screens.Stepping.Panels;
using Simulator.Screens.Stepping.Pictures;

namespace Simulator.Screens.Stepping.Palette;

/// <summary>The palette's commands that go somewhere or choose what is shown.</summary>
internal static class PlaceCommands
{
    public static ImmutableArray<PaletteCommand> All { get; } =
    [
        new("iteration", words => "12", words => words.GoToIteration, GoToIteration),
        new("epoch", words => "3", words => words.GoToEpoch, GoToEpoch),
        new("mark", words => "a", words => words.Action(UserAction.Mark), (model, screen, letter) => OnLetter(model, letter, mark => StepUpdate.Mark(screen, mark))),
        new("go-mark", words => "a", words => words.Action(UserAction.GoToMark), (model, screen, letter) => StepUpdate.GoToMark(model, screen, letter.EnumerateRunes().FirstOrDefault())),
        new("level", words => string.Join("|", Enum.GetValues<StepSize>().Select(NameOf)), words => words.Action(UserAction.FinerLevel), Level)
        {
            Completions = screen => StepSizes.In(screen.Timeline).Select(NameOf),
        },
        new("show", words => string.Join("|", Picture.All.Select(picture => picture.Id)), words => words.ShowPicture, Show)
        {
            Completions = _ => Picture.All.Select(picture => picture.Id),
        },
        new("surface", words => "w1 w2", words => words.Plots.SurfaceOver, Surface),
        new("panel", words => string.Join("|", SidePanel.All.Select(panel => panel.Id)), words => words.ShowPanel, Panel)
        {
            Completions = _ => SidePanel.All.Select(panel => panel.Id),
        },
        new("save", words => words.FileName, words => words.Action(UserAction.Save), (model, _, name) => new Outcome(model, new SaveScreen(name))),
    ];

    /// <summary>A size as it is called on the screen.</summary>
    private static string NameOf(StepSize size) => size == StepSize.Cell ? "number" : size.ToString().ToLowerInvariant();

    private static Outcome OnLetter(Model model, string text, Func<Rune, StepScreen> change)
    {
        Rune[] letters = [.. text.EnumerateRunes()];
        return letters is [var letter] && Rune.IsLetterOrDigit(letter)
            ? model with { Screen = change(letter), Notice = new Notice(words => words.Marked(text), IsDone: true) }
            : model with { Notice = new Notice(words => words.OneLetter(text)) };
    }

    private static Outcome GoToIteration(Model model, StepScreen screen, string text)
    {
        Timeline timeline = screen.Timeline;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int iteration) && timeline.HasIteration(iteration)
            ? model with { Screen = StepUpdate.Leave(screen).At(timeline.Next(new Moment(iteration, -1, 0), Engine.Time.Level.Cell)) }
            : model with { Notice = new Notice(words => words.NoSuchIteration(timeline.FirstIteration, timeline.Iterations)) };
    }

    private static Outcome GoToEpoch(Model model, StepScreen screen, string text)
    {
        Timeline timeline = screen.Timeline;
        int first = timeline.Training.EpochOf(timeline.FirstIteration);
        int last = timeline.Training.EpochOf(timeline.Iterations);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int epoch) && epoch >= first && epoch <= last
            ? GoToIteration(model, screen, $"{Math.Max(timeline.FirstIteration, ((epoch - 1) * timeline.Training.IterationsPerEpoch) + 1)}")
            : model with { Notice = new Notice(words => words.NoSuchEpoch(first, last)) };
    }

    private static Outcome Level(Model model, StepScreen screen, string text) =>
        StepSizes.In(screen.Timeline).FirstOrDefault(size => NameOf(size) == text, (StepSize)(-1)) is var size && Enum.IsDefined(size)
            ? model with { Screen = StepUpdate.WithLevel(screen, size) }
            : Unknown(model, text, StepSizes.In(screen.Timeline).Select(NameOf));

    private static Outcome Show(Model model, StepScreen screen, string text) =>
        Picture.All.FirstOrDefault(picture => picture.Id == text) is { } found
            ? model with { Screen = screen with { Picture = found, Subject = null } }
            : Unknown(model, text, Picture.All.Select(picture => picture.Id));

    private static Outcome Surface(Model model, StepScreen screen, string text)
    {
        string[] names = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length != 2)
        {
            return model with { Notice = new Notice(words => words.Plots.TwoWeights(text)) };
        }

        PictureOrReason<SurfaceWeights> found = SurfaceWeights.Find(screen, names[0], names[1]);
        return found.Model is { } weights
            ? model with { Screen = screen with { SurfaceWeights = weights, Picture = Picture.Find(SurfacePicture.Key) } }
            : model with { Notice = new Notice(found.WhyNot!) };
    }

    private static Outcome Panel(Model model, StepScreen screen, string text) =>
        SidePanel.All.FirstOrDefault(panel => panel.Id == text) is { } found
            ? model with { Screen = screen with { Panel = found } }
            : Unknown(model, text, SidePanel.All.Select(panel => panel.Id));

    private static Outcome Unknown(Model model, string text, IEnumerable<string> known) =>
        model with { Notice = new Notice(words => words.OneOf(text, string.Join(", ", known))) };
}
