using System.Globalization;
using Engine.Planning;
using Lessons;
using Lessons.Exercises;
using Simulator.App;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.Tests.Screens;

/// <summary>What is covered is nowhere on the screen.</summary>
public sealed class CoverTests
{
    private static readonly Size Large = new(200, 60);

    public static TheoryData<string> Pictures() => [.. Picture.All.Select(picture => picture.Id)];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Should_show_no_covered_number_of_the_tour_to_a_class(string picture)
    {
        // Compared with what is known: the printed digits of a number may be those of one before it, as dz3/dw5 is h1.
        Model model = ScriptedRun.After($":show {picture}<Enter>H".Replace(" ", "<Space>"), StepScreen.Open(ScriptedRun.Worked)) with { Size = Large };
        for (int stop = 0; stop < ScriptedRun.Worked.Tour.Length; stop++)
        {
            model = ScriptedRun.After("<PageDown>", model);
            StepScreen screen = (StepScreen)model.Screen;
            screen.Cover.ShouldNotBeNull();
            double value = screen.Looked!.ValueIn(screen.Timeline.At(screen.Looked.Iteration));
            string digits = value.ToString("F8", CultureInfo.InvariantCulture);
            bool isKnownBefore = screen.Timeline.Plan.Symbols.Any(symbol => Enumerable.Range(0, symbol.Shape.Size).Any(cell =>
                screen.Knows(new Address(symbol.Index, cell)) && screen.Timeline.At(screen.Moment.Iteration)[new Address(symbol.Index, cell)] == value));
            if (!isKnownBefore)
            {
                ScreenView.Draw(model).ToText().ShouldNotContain(digits);
                ScreenView.Draw(model).ToText().ShouldNotContain(digits[..^2]);
            }

            model = ScriptedRun.After("<PageDown>", model);
            ((StepScreen)model.Screen).Cover.ShouldBeNull();
        }
    }

    [Fact]
    public void Should_go_back_through_the_same_frames_with_a_clicker()
    {
        int presses = 2 * ScriptedRun.Worked.Tour.Length;
        string keys = "H" + string.Concat(Enumerable.Repeat("<PageDown>", presses)) + string.Concat(Enumerable.Repeat("<PageUp>", presses));
        List<string> frames = [.. ScriptedRun.InLesson(keys, new Size(120, 36)).Skip(1).Select(frame => frame.Text)];
        List<string> there = frames[..(presses + 1)];
        List<string> back = [.. Enumerable.Reverse(frames[presses..])];
        back.ShouldBe(there);
        there.Distinct().Count().ShouldBe(presses + 1);
    }

    [Fact]
    public void Should_show_no_notes_of_the_teacher()
    {
        string[] notes = [.. ScriptedRun.Worked.Tour.Where(stop => stop.Notes is not null).SelectMany(stop => new[] { stop.Notes!.English, stop.Notes.Korean })];
        notes.ShouldNotBeEmpty();
        string keys = "H" + string.Concat(Enumerable.Repeat("<PageDown>", 2 * ScriptedRun.Worked.Tour.Length));
        foreach (Language language in Enum.GetValues<Language>())
        {
            string all = string.Concat(ScriptedRun.InLesson(keys, Large, language).Select(frame => frame.Text));
            notes.Where(note => all.Contains(note[..12], StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("next-sum", "0.11", true)]
    [InlineData("next-sum", "0.12", false)]
    [InlineData("how-paths-join", "1", true)]
    [InlineData("wrong-line-of-w5", "1", false)]
    public void Should_keep_what_comes_of_an_answer(string exercise, string answer, bool isSolved)
    {
        Model before = ScriptedRun.After($":exercise<Space>{exercise}<Enter>", StepScreen.Open(ScriptedRun.Worked));
        before.Progress.In("backprop-2-2-2").Exercises.ShouldBeEmpty();
        Model after = ScriptedRun.After($"a{answer}<Enter>", before);
        after.Progress.In("backprop-2-2-2").Exercises[exercise].ShouldBe(new(1, answer, isSolved));
        ((StepScreen)after.Screen).Exercise!.IsOpen.ShouldBe(!isSolved);
        (((StepScreen)after.Screen).Cover is null).ShouldBe(isSolved);
    }

    [Fact]
    public void Should_not_count_what_is_passed_over_or_unreadable()
    {
        Model model = ScriptedRun.After("lla0.1x<Enter>lll", StepScreen.Open(ScriptedRun.Worked));
        model.Progress.In("backprop-2-2-2").Exercises.ShouldBeEmpty();
        ((StepScreen)model.Screen).Exercise.ShouldBeNull();
    }

    [Fact]
    public void Should_note_only_bookmarks_in_front_of_a_class()
    {
        Model before = ScriptedRun.After("5l", StepScreen.Open(ScriptedRun.Worked));
        Model after = ScriptedRun.After("H20<PageDown>ma", before);
        after.Progress.In("backprop-2-2-2").Place.ShouldBe(before.Progress.In("backprop-2-2-2").Place);
        after.Progress.In("backprop-2-2-2").FarthestStop.ShouldBe(4);
        after.Progress.In("backprop-2-2-2").Bookmarks.Keys.Select(letter => letter.ToString()).ShouldBe(["a"]);
    }

    [Fact]
    public void Should_show_every_hint_and_then_the_value_without_solving()
    {
        PredictExercise exercise = (PredictExercise)ScriptedRun.Worked.Exercises[0];
        Model model = ScriptedRun.After("ll", StepScreen.Open(ScriptedRun.Worked)) with { Size = Large };
        foreach (LocalizedText hint in exercise.Hints)
        {
            model = ScriptedRun.After("i", model);
            ScreenView.Draw(model).ToText().ShouldContain(hint.English[..30]);
        }

        ((StepScreen)ScriptedRun.After("i", model).Screen).Cover.ShouldBe(Cover.Numbers);
        ((StepScreen)ScriptedRun.After("ii", model).Screen).Cover.ShouldBe(Cover.Value);
        Model shown = ScriptedRun.After("iii", model);
        ((StepScreen)shown.Screen).Cover.ShouldBeNull();
        shown.Progress.In("backprop-2-2-2").Exercises["next-sum"].IsSolved.ShouldBeFalse();
    }
}
