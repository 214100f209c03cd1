using Lessons;
using Simulator.App;
using Simulator.Learning;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Screens.Welcoming;
using Simulator.Terminal;

namespace Simulator.Tests.Screens;

/// <summary>The list of lessons: what is done, searching, filtering, forgetting, and going from lesson to lesson.</summary>
public sealed class PickerTests
{
    private static readonly Size Size = new(80, 24);

    public sealed class WhatIsDone
    {
        private static readonly string[] Exercises =
            ["next-sum", "second-answer", "sign-of-the-error", "gradient-of-w5", "wrong-line-of-w5", "second-path", "how-paths-join", "new-weight"];

        [Fact]
        public void Should_be_every_exercise()
        {
            StateAfter(ScriptedRun.Worked, Solving(Exercises)).ShouldBe(LessonState.Done);
            StateAfter(ScriptedRun.Worked, Solving(Exercises[1..])).ShouldBe(LessonState.InProgress);
        }

        [Fact]
        public void Should_not_be_the_tour_where_there_are_exercises() =>
            StateAfter(ScriptedRun.Worked, ManyLessons.Seen(26)).ShouldBe(LessonState.InProgress);

        [Fact]
        public void Should_be_the_tour_to_its_last_stop_where_there_are_none()
        {
            Lesson lesson = ScriptedRun.Worked with { Exercises = [] };
            StateAfter(lesson, ManyLessons.Seen(26)).ShouldBe(LessonState.Done);
            StateAfter(lesson, ManyLessons.Seen(25)).ShouldBe(LessonState.InProgress);
        }

        [Fact]
        public void Should_not_count_wrong_answers_or_exercises_that_are_gone()
        {
            LessonProgress done = Solving([.. Exercises[1..], "no-longer-there"]);
            done = done with { Exercises = done.Exercises.Add(Exercises[0], new ExerciseProgress(Tries: 3, Answer: "0.1")) };
            LessonStatus.Of(ScriptedRun.Worked, done).ShouldBe(new LessonStatus(LessonState.InProgress, 0, 26, 7, 8));
        }

        [Fact]
        public void Should_begin_with_opening()
        {
            StateAfter(ScriptedRun.Worked, LessonProgress.Empty).ShouldBe(LessonState.NotBegun);
            StateAfter(ScriptedRun.Worked, new LessonProgress { Place = new SavedPlace(0, -1) }).ShouldBe(LessonState.InProgress);
        }

        [Fact]
        public void Should_never_be_a_lesson_with_nothing_to_do() =>
            StateAfter(ScriptedRun.Worked with { Exercises = [], Tour = [] }, ManyLessons.Seen(26)).ShouldBe(LessonState.InProgress);

        private static LessonState StateAfter(Lesson lesson, LessonProgress done) => LessonStatus.Of(lesson, done).State;

        private static LessonProgress Solving(IEnumerable<string> exercises) => LessonProgress.Empty with
        {
            Exercises = LessonProgress.Empty.Exercises.AddRange(
                exercises.Select(id => KeyValuePair.Create(id, new ExerciseProgress(Tries: 1, IsSolved: true)))),
        };
    }

    public sealed class Searching
    {
        [Theory]
        [InlineData("adam", "")]
        [InlineData("sigmoid", "all")]
        [InlineData("half-squared-error", "all")]
        [InlineData("e_total", "all")]
        [InlineData("LESSON-07", "lesson-07")]
        [InlineData("lesson-0 momentum", "lesson-01 lesson-05 lesson-09")]
        [InlineData("2-2-2 hand", "backprop-2-2-2")]
        [InlineData("따라가는", "backprop-2-2-2")]
        [InlineData("digits", "lesson-43 lesson-44 lesson-45")]
        [InlineData("그림", "lesson-43 lesson-44 lesson-45")]
        public void Should_find_by_id_titles_chapters_and_what_the_network_is_made_of(string text, string found) =>
            Found(text).ShouldBe(found == "all" ? string.Join(' ', ManyLessons.All.Select(lesson => lesson.Id)) : found);

        [Theory]
        [InlineData("ㅣㄷㄴ내ㅜ-07", "lesson-07")]
        [InlineData("그리", "lesson-43 lesson-44 lesson-45")]
        [InlineData("rmfla", "lesson-43 lesson-44 lesson-45")]
        public void Should_find_what_was_typed_with_the_other_layout_or_is_being_composed(string text, string found) => Found(text).ShouldBe(found);

        [Fact]
        public void Should_filter_at_once_and_keep_it_with_enter()
        {
            Model typing = After("/lesson-2");
            PickerOf(typing).IsTyping.ShouldBeTrue();
            PickerOf(typing).ShownIn(typing.Progress).Length.ShouldBe(10);
            Model kept = After("/lesson-2<Enter>G<Enter>");
            kept.Screen.ShouldBeOfType<StepScreen>().Lesson.Id.ShouldBe("lesson-29");
        }

        [Fact]
        public void Should_choose_one_that_is_shown()
        {
            PickerOf(After("gg/lesson-2")).Selected.ShouldBe(19);
            PickerOf(After("G/lesson-2")).Selected.ShouldBe(28);
            PickerOf(After("gg19j/lesson-2<Down><Down>")).Selected.ShouldBe(21);
        }

        [Theory]
        [InlineData("/xyz<Esc>")]
        [InlineData("/xyz<Enter><Esc>")]
        [InlineData("/xyz<C-u><Enter>")]
        [InlineData("/x<Backspace><Backspace>")]
        public void Should_be_cleared(string keys)
        {
            PickerScreen picker = PickerOf(After(keys));
            picker.Search.ShouldBe("");
            picker.IsTyping.ShouldBeFalse();
            picker.ShownIn(Progress.Empty).Length.ShouldBe(45);
        }

        [Fact]
        public void Should_open_nothing_where_nothing_is_found() =>
            PickerOf(After("/xyz<Enter><Enter>jR")).ShownIn(Progress.Empty).ShouldBeEmpty();

        [Fact]
        public void Should_keep_the_search_while_a_lesson_is_open() => PickerOf(After("/lesson-2<Enter><Enter>lq")).Search.ShouldBe("lesson-2");

        private static string Found(string text) =>
            string.Join(' ', LessonSearch.Find(ManyLessons.All, text).Select(index => ManyLessons.All[index].Id));
    }

    public sealed class Filtering
    {
        [Theory]
        [InlineData("f", nameof(PickerFilter.NotDone), 42)]
        [InlineData("ff", nameof(PickerFilter.Done), 3)]
        [InlineData("fff", nameof(PickerFilter.All), 45)]
        [InlineData("2f", nameof(PickerFilter.Done), 3)]
        [InlineData("f<Esc>", nameof(PickerFilter.All), 45)]
        public void Should_go_round(string keys, string filter, int shown)
        {
            Model model = After(keys);
            PickerOf(model).Filter.ToString().ShouldBe(filter);
            PickerOf(model).ShownIn(model.Progress).Length.ShouldBe(shown);
        }

        [Fact]
        public void Should_choose_another_when_the_lesson_no_longer_belongs_to_what_is_shown()
        {
            Model model = After("f<Enter>");
            model = model with { Progress = model.Progress.With("lesson-05", ManyLessons.Seen(26)) };
            PickerOf(ScriptedRun.After("q", model)).Selected.ShouldBe(5);
        }

        [Fact]
        public void Should_say_that_nothing_is_done_yet() =>
            ScriptedRun.FromPicker("ff", Size)[^1].Text.ShouldContain("No lesson is done yet.");
    }

    public sealed class Forgetting
    {
        [Theory]
        [InlineData("y")]
        [InlineData("Y")]
        [InlineData("ㅛ")]
        [InlineData("예")]
        public void Should_forget_when_the_answer_is_yes(string answer)
        {
            Model model = After("R" + answer);
            model.Progress.ShouldBe(ManyLessons.Begun with { Lessons = model.Progress.Lessons });
            model.Progress.Lessons.Keys.ShouldBe(["backprop-2-2-2", "lesson-01", "lesson-02", "lesson-04"]);
        }

        [Theory]
        [InlineData("")]
        [InlineData("n")]
        [InlineData("ㅜ")]
        [InlineData("<Enter>")]
        [InlineData("<Esc>")]
        [InlineData("<C-y>")]
        [InlineData("ny")]
        public void Should_keep_with_any_other_answer(string answer) => After("R" + answer).Progress.ShouldBeSameAs(ManyLessons.Begun);

        [Fact]
        public void Should_not_forget_what_cannot_be_read() =>
            ScriptedRun.After("y", After("R") with { Size = new Size(60, 20) }).Progress.ShouldBeSameAs(ManyLessons.Begun);

        [Fact]
        public void Should_not_ask_where_there_is_nothing() => PickerOf(After("GR")).IsAsking.ShouldBeFalse();

        [Fact]
        public void Should_keep_what_is_left()
        {
            var (_, effects) = Update.Apply(After("R"), new KeyTyped(Key.Of('y')));
            effects.OfType<KeepProgress>().Single().Progress.Lessons.ShouldNotContainKey("lesson-05");
        }
    }

    public sealed class FromLessonToLesson
    {
        [Theory]
        [InlineData("ggj<Enter>J", "lesson-03")]
        [InlineData("ggj<Enter>K", "lesson-01")]
        [InlineData("f<Enter>2J", "lesson-07")]
        [InlineData("<Enter>99J", "lesson-45")]
        [InlineData("gg<Enter>K", "lesson-01")]
        [InlineData("G<Enter>gj", "lesson-45")]
        public void Should_go_in_the_order_of_the_course(string keys, string id)
        {
            Model model = After(keys);
            model.Screen.ShouldBeOfType<StepScreen>().Lesson.Id.ShouldBe(id);
            ManyLessons.All[PickerOf(ScriptedRun.After("q", model)).Selected].Id.ShouldBe(id);
        }

        [Theory]
        [InlineData("G<Enter>J", "This is the last lesson.")]
        [InlineData("gg<Enter>K", "This is the first lesson.")]
        public void Should_say_that_there_are_no_more(string keys, string said)
        {
            Model model = After(keys);
            model.Notice!.Text(model.Words).ShouldBe(said);
        }

        [Theory]
        [InlineData("gg<Enter>Gl", "J opens the next lesson.", "open;")]
        [InlineData("gg11j<Enter>Gl", "8 exercises are open; N goes back to them. J opens the next lesson.", "One")]
        [InlineData("G<Enter>Gl", "end of the tour", "next lesson")]
        public void Should_say_at_the_end_of_the_tour_how_to_go_on(string keys, string said, string unsaid)
        {
            Model model = After(keys);
            string notice = model.Notice!.Text(model.Words);
            notice.ShouldContain(said);
            notice.ShouldNotContain(unsaid);
        }

        [Fact]
        public void Should_not_go_on_from_a_lesson_of_ones_own()
        {
            Model model = ScriptedRun.After("J", StepScreen.Open(ScriptedRun.Worked with { Id = "mine" }));
            model.Screen.ShouldBeOfType<StepScreen>().Lesson.Id.ShouldBe("mine");
            model.Notice.ShouldNotBeNull();
        }
    }

    public sealed class Starting
    {
        [Fact]
        public void Should_choose_the_lesson_that_was_open_last() =>
            PickerOf(WelcomeUpdate.Start(ManyLessons.Start(Size, Language.English), welcomes: false)).Selected.ShouldBe(4);

        [Fact]
        public void Should_bear_a_last_lesson_that_is_gone()
        {
            Model model = ManyLessons.Start(Size, Language.English);
            model = model with { Screen = new PickerScreen(ManyLessons.All, 7), Progress = model.Progress with { LastLesson = "gone" } };
            PickerOf(WelcomeUpdate.Start(model, welcomes: false)).Selected.ShouldBe(7);
        }
    }

    public sealed class OnTheScreen
    {
        [Theory]
        [InlineData(Language.English)]
        [InlineData(Language.Korean)]
        public void Should_show_the_chosen_lesson_and_its_chapter_wherever_it_is(Language language)
        {
            for (int down = 0; down < 45; down++)
            {
                Lesson lesson = ManyLessons.All[down];
                string text = ScriptedRun.Run(down == 0 ? "gg" : $"gg{down}j", ManyLessons.Start(Size, language), out _)[^1].Text;
                text.ShouldContain($"▶ {CellWidth.Crop(lesson.Title.In(language), 42)}");
                text.ShouldContain($"{lesson.Chapter!.Number} {lesson.Chapter.Title.In(language)} · ");
            }
        }

        [Fact]
        public void Should_have_signs_and_words_in_ascii()
        {
            string text = ScriptedRun.Run("", ManyLessons.Start(Size, Language.English), out _)[^1].Canvas.ToText(ascii: true);
            text.ShouldContain("+ done");
            text.ShouldContain("~ in progress 12/26");
            text.ShouldContain(". not begun");
            text.ShouldNotContain("?  ");
        }
    }

    private static Model After(string keys) => ScriptedRun.After(keys, ManyLessons.Start(Size, Language.English));

    private static PickerScreen PickerOf(Model model) => model.Screen.ShouldBeOfType<PickerScreen>();
}
