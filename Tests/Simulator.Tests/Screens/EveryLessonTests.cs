using System.Text.RegularExpressions;
using Lessons;
using Lessons.Exercises;
using Simulator.App;
using Simulator.Learning;
using Simulator.Screens.Stepping;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.Tests.Screens;

/// <summary>Every lesson that comes with the program, played by keys from its start to its end and back, as a learner plays it.</summary>
public sealed partial class EveryLessonTests
{
    /// <summary>More keys than any tour has stops and exercises.</summary>
    private const int Enough = 200;

    public static TheoryData<string, Language, int, int> All()
    {
        TheoryData<string, Language, int, int> data = [];
        foreach (string id in LessonLibrary.Ids)
        {
            foreach (Language language in Enum.GetValues<Language>())
            {
                data.Add(id, language, 80, 24);
                data.Add(id, language, 120, 36);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Should_be_played_to_its_end_and_back(string id, Language language, int columns, int rows)
    {
        Lesson lesson = LessonLibrary.Find(id)!;
        Size size = new(columns, rows);
        Model model = new() { Size = size, Language = language, Screen = StepScreen.Open(lesson) };
        HashSet<string> asked = [];
        HashSet<int> stops = [];
        List<string> unseen = [];
        for (int key = 0; key < Enough && model.Notice?.Text(model.Words).Contains(model.Words.AtEnd, StringComparison.Ordinal) != true
            && model.Notice?.Text(model.Words).Contains(model.Words.AtEndOfTour, StringComparison.Ordinal) != true; key++)
        {
            model = ScriptedRun.After("l", model);
            StepScreen screen = (StepScreen)model.Screen;
            if (screen.Exercise is { IsOpen: true } open)
            {
                asked.Add(open.Exercise.Id).ShouldBeTrue($"{open.Exercise.Id} is asked again");
                model = Solve(model, open.Exercise, unseen);
                screen = (StepScreen)model.Screen;
            }

            if (screen is { IsOnTour: true, Exercise: null } && stops.Add(screen.Stop))
            {
                ShouldShow(model, lesson.Tour[screen.Stop].Text.In(language), unseen);
            }
        }

        stops.ShouldBe(Enumerable.Range(0, lesson.Tour.Length));
        asked.Order().ShouldBe(lesson.Exercises.Select(exercise => exercise.Id).Order());
        LessonStatus.Of(lesson, model.Progress.In(id)).State.ShouldBe(LessonState.Done);
        unseen.ShouldBeEmpty($"not wholly on a screen of {columns} × {rows}");

        for (int key = 0; key < Enough && ((StepScreen)model.Screen).Stop >= 0; key++)
        {
            model = ScriptedRun.After("h", model);
            ((StepScreen)model.Screen).Exercise.ShouldBeNull();
            ScreenView.Draw(model);
        }

        ((StepScreen)model.Screen).Moment.ShouldBe(((StepScreen)model.Screen).Timeline.Start);
    }

    /// <summary>Asks for every hint, answers right, and looks at what is said.</summary>
    private static Model Solve(Model model, Exercise exercise, List<string> unseen)
    {
        Lesson lesson = ((StepScreen)model.Screen).Lesson;
        ShouldShow(model, exercise.Question.In(model.Language), unseen);
        foreach (LocalizedText hint in exercise.Hints)
        {
            model = ScriptedRun.After("i", model);
            ShouldShow(model, hint.In(model.Language), unseen);
        }

        ((StepScreen)model.Screen).Exercise!.IsSolved.ShouldBeFalse();
        model = ScriptedRun.After($"a{exercise.SolutionIn(lesson.NewTimeline())}<Enter>", model);
        ((StepScreen)model.Screen).Exercise!.IsSolved.ShouldBeTrue($"{exercise.Id}: {model.Notice?.Text(model.Words)}");
        if (exercise.Afterword is { } afterword)
        {
            ShouldShow(model, afterword.In(model.Language), unseen);
        }

        return model;
    }

    private static void ShouldShow(Model model, string text, List<string> unseen)
    {
        string frame = ScreenView.Draw(model).ToText();
        string shown = Blanks().Replace(string.Concat(frame.Split('\n').Select(line => LeftPanel().Match(line).Groups["text"].Value)), "");
        if (!shown.Contains(Blanks().Replace(text, ""), StringComparison.Ordinal))
        {
            unseen.Add(text);
        }
    }

    [GeneratedRegex("^│(?<text>.*?)│", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeftPanel();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
