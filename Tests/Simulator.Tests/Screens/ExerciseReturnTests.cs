using Simulator.App;
using Simulator.Learning;
using Simulator.Screens.Stepping;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.Tests.Screens;

/// <summary>Coming back to an exercise by other ways than the tour's next stop.</summary>
public sealed class ExerciseReturnTests
{
    private static Model LeftAtTheSecondStop(bool isSolved) => new()
    {
        Size = new Size(120, 36),
        Language = Lessons.Language.English,
        Screen = StepScreen.Open(ScriptedRun.Worked),
        Progress = Progress.Empty with
        {
            Lessons = Progress.Empty.Lessons.Add(ScriptedRun.Worked.Id, new LessonProgress
            {
                FarthestStop = 1,
                Place = new SavedPlace(2, 1),
                Exercises = new LessonProgress().Exercises.Add("next-sum", new ExerciseProgress(1, "0.11", isSolved)),
            }),
        },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_be_asked_again_where_a_lesson_is_gone_on_with_unless_solved(bool isSolved)
    {
        Model model = Opening.Open(LeftAtTheSecondStop(isSolved), ScriptedRun.Worked);
        StepScreen screen = model.Screen.ShouldBeOfType<StepScreen>();
        screen.Stop.ShouldBe(1);
        (screen.Exercise is not null).ShouldBe(!isSolved);
        ScreenView.Draw(model).ToText().Contains("0.11000000", StringComparison.Ordinal).ShouldBe(isSolved);
    }

    [Fact]
    public void Should_say_in_a_branch_that_exercises_are_not_there()
    {
        Model model = ScriptedRun.After("l:set<Space>alpha=0.1<Enter>n", StepScreen.Open(ScriptedRun.Worked));
        model.Notice!.Text(model.Words).ShouldBe(model.Words.Learning.NotInBranch);
    }

    [Fact]
    public void Should_take_what_is_typed_after_the_key_as_an_answer_where_it_leads()
    {
        Model model = ScriptedRun.After("la0.11<Enter>", StepScreen.Open(ScriptedRun.Worked));
        model.Screen.ShouldBeOfType<StepScreen>().Exercise.ShouldNotBeNull().IsSolved.ShouldBeTrue();
    }
}
