using Lessons;
using Lessons.Reading;
using Simulator.App;
using Simulator.Commands;
using Simulator.Resources;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Terminal;

namespace Simulator.Tests.Screens;

public sealed class SteppingTests
{
    private static readonly Size Size = new(120, 36);

    private static StepScreen After(string keys) => (StepScreen)ModelAfter(keys).Screen;

    private static Model ModelAfter(string keys)
    {
        Model model = new() { Size = Size, Language = Language.English, Screen = StepScreen.Open(ScriptedRun.Worked) };
        foreach (KeyPressed input in KeyNotation.Parse(keys).Inputs.OfType<KeyPressed>())
        {
            (model, _) = Update.Apply(model, new KeyTyped(input.Key));
        }

        return model;
    }

    /// <summary>What is looked at, as it is typed.</summary>
    private static string LabelAfter(string keys)
    {
        StepScreen screen = After(keys);
        return screen.Asked?.Label.ToString()
            ?? (screen.Timeline.AddressAt(screen.Moment) is { } address ? screen.Timeline.Plan.LabelOf(address).ToString() : "");
    }

    public sealed class GoingOnAndBack
    {
        [Theory]
        [InlineData("<Right>")]
        [InlineData("l")]
        [InlineData("<Space>")]
        [InlineData("<PageDown>")]
        [InlineData("ㅣ")]
        public void Should_go_on_by_every_key(string key) => LabelAfter(key).ShouldBe("z1");

        [Theory]
        [InlineData("<Left>")]
        [InlineData("h")]
        [InlineData("<PageUp>")]
        [InlineData("ㅗ")]
        public void Should_go_back_by_every_key(string key) => LabelAfter("llll" + key).ShouldBe("z2");

        [Fact]
        public void Should_follow_the_tour_in_its_own_order() =>
            LabelAfter("16l").ShouldBe("w5+");

        [Fact]
        public void Should_count() => LabelAfter("t10l").ShouldBe("E_o2");

        [Fact]
        public void Should_count_back() => LabelAfter("t10l3h").ShouldBe("o1");

        [Fact]
        public void Should_stop_at_the_start() => ModelAfter("99h").Notice.ShouldNotBeNull();

        [Fact]
        public void Should_stop_at_the_end()
        {
            Model model = ModelAfter("t999999999ll");
            model.Notice.ShouldNotBeNull();
            ((StepScreen)model.Screen).Moment.ShouldBe(((StepScreen)model.Screen).Timeline.End);
        }

        [Theory]
        [InlineData("")]
        [InlineData("t")]
        [InlineData("t<S-Tab>")]
        [InlineData("t<S-Tab><S-Tab>")]
        [InlineData("t<Tab>")]
        public void Should_return_to_the_same_frames_backward(string mode)
        {
            // An exercise that is come upon covers its number, and going back uncovers it.
            Lesson lesson = ScriptedRun.Worked with { Exercises = [] };
            List<string> there = [.. ScriptedRun.InLesson($"{mode}G", Size, lesson: lesson).Select(frame => frame.Text)];
            StepScreen screen = After(mode);
            int steps = screen.IsTour ? screen.Lesson.Tour.Length : 2 * (int)screen.Timeline.Length;
            string on = string.Concat(Enumerable.Repeat("l", steps));
            string back = string.Concat(Enumerable.Repeat("h", steps));
            int keys = KeyNotation.Parse(mode).Inputs.Length;
            var frames = ScriptedRun.InLesson(mode + on + back, Size, lesson: lesson).Skip(keys).Select(frame => frame.Text).ToList();

            // Beyond the ends only the message differs.
            List<string> forward = [.. frames.Take(steps + 1).Select(WithoutLastLine).Distinct()];
            List<string> backward = [.. frames.Skip(steps).Select(WithoutLastLine).Distinct().Reverse()];
            backward.ShouldBe(forward);
            forward.Count.ShouldBeGreaterThan(7);
            there.ShouldNotBeEmpty();
        }

        private static string WithoutLastLine(string frame) => frame[..frame.LastIndexOf('\n')];
    }

    public sealed class Jumping
    {
        [Theory]
        [InlineData("t]", "o2")]
        [InlineData("t]]", "E_total")]
        [InlineData("t4]", "w8+")]
        [InlineData("t4][", "dE_total/dw4")]
        [InlineData("t}", "w8+")]
        [InlineData("t}5h{", "")]
        [InlineData("tG", "w8+")]
        [InlineData("t<End>", "w8+")]
        [InlineData("tGgg", "")]
        [InlineData("tG<Home>", "")]
        public void Should_jump(string keys, string label) => LabelAfter(keys).ShouldBe(label);

        [Theory]
        [InlineData("]l", "E_o1")]
        [InlineData("]]l", "dE_total/do1")]
        [InlineData("]]]l", "w1+")]
        [InlineData("]]]h", "dE_total/dw1")]
        [InlineData("}l", "z1")]
        [InlineData("]:z1<Enter>l", "E_o1")]
        [InlineData("]:z1<Enter>h", "o2")]
        public void Should_go_on_with_the_tour_from_there(string keys, string label) => LabelAfter(keys).ShouldBe(label);

        [Theory]
        [InlineData("16ltt", "w5+")]
        [InlineData("16lttl", "dE_o1/dh1")]
        [InlineData("26ltt", "E_total")]
        public void Should_keep_the_stop_when_the_tour_is_left_and_taken_up(string keys, string label) => LabelAfter(keys).ShouldBe(label);

        [Fact]
        public void Should_tell_the_end_of_the_tour_from_the_end_of_the_lesson()
        {
            ModelAfter("99ll").Notice!.Text(Words.In(Language.English)).ShouldContain("end of the tour");
            ModelAfter("tGl").Notice!.Text(Words.In(Language.English)).ShouldContain("end of the lesson");
        }

        [Fact]
        public void Should_end_a_phase_before_the_next_iteration_begins() =>
            After("t}l").Moment.Iteration.ShouldBe(2);

        [Fact]
        public void Should_not_take_one_g_for_two() => LabelAfter("tGgl").ShouldBe("w8+");
    }

    public sealed class Levels
    {
        [Theory]
        [InlineData("t<S-Tab>l", "z2")]
        [InlineData("t<S-Tab>ll", "h2")]
        [InlineData("t<S-Tab><S-Tab>l", "o2")]
        [InlineData("t<S-Tab><S-Tab><S-Tab>l", "w8+")]
        [InlineData("t<Tab><Tab>l", "w8+")]
        [InlineData(":level phase<Enter>", "")]
        [InlineData(":level operation<Enter>2l", "h2")]
        public void Should_step_by_level(string keys, string label) => LabelAfter(keys.Replace(" ", "<Space>")).ShouldBe(label);

        [Theory]
        [InlineData("t<Tab>l", 1, "")]
        [InlineData("t<Tab>ll", 0, "z1")]
        [InlineData("t<Tab>3l", 1, "z1")]
        [InlineData("t<Tab>3lh", 0, "z1")]
        [InlineData("t<Tab>3l2h", 1, "")]
        [InlineData("t<Tab>3l3h", 0, "")]
        [InlineData("t<Tab>5l", 0, "h1")]
        public void Should_step_by_term(string keys, int terms, string computed)
        {
            // Each of z1 … z4 is a sum of two products; the number that is being added up is not computed yet.
            StepScreen screen = After(keys);
            screen.Terms.ShouldBe(terms);
            (screen.Timeline.AddressAt(screen.Moment) is { } address ? screen.Timeline.Plan.LabelOf(address).ToString() : "").ShouldBe(computed);
        }

        [Fact]
        public void Should_show_the_part_of_a_sum()
        {
            // w1 × x1 alone is 0.3 × 0.1.
            string frame = ScriptedRun.LastFrame("t<Tab>l");
            frame.ShouldContain("0.3 × 0.1 + …");
            frame.ShouldContain("= 0.03000000 + …");
            frame.ShouldContain("1 of 2 terms");
        }

        [Theory]
        [InlineData("tf", "Term", "", 1)]
        [InlineData("t<S-Tab><S-Tab>lf", "Operation", "E_o2", 0)]
        [InlineData("t<S-Tab><S-Tab>lF", "Operation", "z4", 0)]
        [InlineData("t<S-Tab><S-Tab>l2F", "Cell", "z3", 0)]
        [InlineData("to", "Cell", "", 0)]
        [InlineData("tlo", "Operation", "z2", 0)]
        [InlineData("t2lo", "Operation", "z2", 0)]
        [InlineData("t3lO", "Operation", "z2", 0)]
        [InlineData("t3l2o", "Phase", "o2", 0)]
        [InlineData("t3l3o", "Iteration", "w8+", 0)]
        [InlineData("t10lgo", "Operation", "o2", 0)]
        public void Should_step_into_and_out(string keys, string size, string label, int terms)
        {
            StepScreen screen = After(keys);
            $"{screen.Level}".ShouldBe(size);
            screen.Terms.ShouldBe(terms);
            LabelAfter(keys).ShouldBe(label);
        }
    }

    public sealed class Places
    {
        [Theory]
        [InlineData("t3lma5l'a", "h1")]
        [InlineData("t3lma5l'a<C-o>", "o2")]
        [InlineData("t3lma5l'a<C-o><C-n>", "h1")]
        [InlineData("t3lmㅁG'a", "h1")]
        [InlineData("t:h1<Enter>:o1<Enter><BS>", "h1")]
        [InlineData("t:h1<Enter>:o1<Enter><BS><BS>", "")]
        [InlineData("t:h1<Enter>:o1<Enter><BS><BS><C-n><C-n>", "o1")]
        [InlineData("t:h1<Enter>:o1<Enter><BS>:z1<Enter><C-n>", "z1")]
        [InlineData("t4lGgg<BS><BS>", "h2")]
        [InlineData("t:iteration<Space>2<Enter>", "z1")]
        public void Should_remember(string keys, string label) => LabelAfter(keys).ShouldBe(label);

        [Theory]
        [InlineData("'a", "no mark yet")]
        [InlineData("ma'b", "there are: a")]
        [InlineData("<C-n>", "not gone back")]
        [InlineData(":iteration<Space>9<Enter>", "from 1 to 2")]
        [InlineData(":epoch<Space>0<Enter>", "from 1 to 2")]
        [InlineData(":level<Space>second<Enter>", "there are: iteration, phase")]
        [InlineData(":mark<Space>ab<Enter>", "one letter")]
        public void Should_say_what_there_is_not(string keys, string said) =>
            ModelAfter(keys).Notice!.Text(Words.In(Language.English)).ShouldContain(said);
    }

    public sealed class ThePalette
    {
        [Theory]
        [InlineData(":next<Space>phase<Enter>", "o2")]
        [InlineData("<C-p>next<Space>iteration<Enter>", "w8+")]
        [InlineData(":E_<Down><Enter>", "E_o1")]
        [InlineData("t:dE_o1<BS><BS><BS><BS><BS>h<Tab><Enter>", "h1")]
        public void Should_find_commands_and_quantities(string keys, string label) => LabelAfter("t" + keys).ShouldBe(label);

        [Fact]
        public void Should_find_commands_in_either_language()
        {
            ScriptedRun.LastFrame(":저장", language: Language.Korean).ShouldContain("save");
            ScriptedRun.LastFrame(":save", language: Language.Korean).ShouldContain("저장");
        }

        [Fact]
        public void Should_reach_every_action()
        {
            Model model = ModelAfter("");
            foreach (Binding binding in KeyMap.Stepping.Bindings.Where(binding => binding.Action is not (UserAction.GoTo or UserAction.Mark or UserAction.GoToMark or UserAction.Quit)))
            {
                string text = model.Words.Action(binding.Action);
                Simulator.Screens.Stepping.Palette.Suggestion.For(text, model, (StepScreen)model.Screen)
                    .ShouldContain(suggestion => suggestion.Text == text, binding.Action.ToString());
            }
        }
    }

    public sealed class GoingTo
    {
        [Theory]
        [InlineData(":h1<Enter>", "h1")]
        [InlineData(":dE_total/dw5<Enter>", "dE_total/dw5")]
        [InlineData(":∂E_o1/∂h1<Enter>", "dE_o1/dh1")]
        [InlineData(":dz3/dw5<Enter>", "dz3/dw5")]
        [InlineData(":w5+<Enter>", "w5+")]
        [InlineData(":1<Enter>", "z1")]
        [InlineData(":100%<Enter>", "w8+")]
        [InlineData(":0%<Enter>", "")]
        [InlineData(":z9<BS>1<Enter>", "z1")]
        [InlineData("l:z2<Esc>", "z1")]
        [InlineData("l:<Enter>", "z1")]
        [InlineData("l:<BS>", "z1")]
        [InlineData(":ㅗ1<Enter>", "h1")]
        [InlineData(":α<Enter>", "alpha")]
        public void Should_go_there(string keys, string label) => LabelAfter(keys).ShouldBe(label);

        [Theory]
        [InlineData(":z1@2<Enter>", 2)]
        [InlineData(":w5@2<Enter>", 2)]
        public void Should_go_to_an_iteration(string keys, int iteration) => After(keys).Moment.Iteration.ShouldBe(iteration);

        [Theory]
        [InlineData(":w9<Enter>", "Did you mean w1?")]
        [InlineData(":dE_total/dw9<Enter>", "Did you mean dE_total/dw1?")]
        [InlineData(":z1+<Enter>", "Did you mean z1?")]
        [InlineData(":가나<Enter>", "Write it like h1")]
        [InlineData(":z1@9<Enter>", "1 to 2")]
        [InlineData(":9999<Enter>", "0 to 86")]
        [InlineData(":dE_total/<Enter>", "dE_total/")]
        public void Should_say_what_is_wrong(string keys, string said)
        {
            Model model = ModelAfter(keys);
            model.Notice!.Text(model.Words).ShouldContain(said);
        }

        [Fact]
        public void Should_type_spaces() => After(":dE_total/dh1 via").Prompt!.Text.ShouldBe("dE_total/dh1via");

        [Fact]
        public void Should_not_type_more_than_fits() => After(":" + new string('a', 1000)).Prompt!.Text.Length.ShouldBe(200);
    }

    public sealed class Following
    {
        [Fact]
        public void Should_walk_to_the_step_that_made_a_number_and_back()
        {
            // dE_total/dw5 = dE_total/dz3 × h1
            LabelAfter(":dE_total/dw5<Enter><Down><Enter>").ShouldBe("dE_total/dz3");
            LabelAfter(":dE_total/dw5<Enter><Down><Down><Enter>").ShouldBe("h1");
            LabelAfter(":dE_total/dw5<Enter><Up><Enter>").ShouldNotBe("dE_total/dw5");
            LabelAfter(":dE_total/dw5<Enter><Down><Enter><Backspace>").ShouldBe("dE_total/dw5");
        }

        [Fact]
        public void Should_walk_from_a_new_weight_into_the_iteration_that_made_it()
        {
            StepScreen screen = After(":w5@2<Enter><Down><Enter>");
            screen.Moment.Iteration.ShouldBe(1);
            LabelAfter(":w5@2<Enter><Down><Enter>").ShouldBe("w5+");
        }

        [Fact]
        public void Should_say_when_nothing_is_chosen() => ModelAfter("l<Enter>").Notice.ShouldNotBeNull();

        [Fact]
        public void Should_say_when_there_is_nowhere_to_return() => ModelAfter("l<Backspace>").Notice.ShouldNotBeNull();
    }

    public sealed class Leaving
    {
        [Theory]
        [InlineData("q", 0)]
        [InlineData("ㅂ", 0)]
        [InlineData("<C-c>", 130)]
        [InlineData(":abc<C-c>", 130)]
        [InlineData("?<C-c>", 130)]
        public void Should_end_with_a_code(string keys, int code)
        {
            ScriptedRun.Run(keys + "lll", Size, Language.English, StepScreen.Open(ScriptedRun.Worked), out int exitCode);
            exitCode.ShouldBe(code);
        }

        [Fact]
        public void Should_return_to_the_list_it_came_from()
        {
            var frames = ScriptedRun.FromPicker("/2-2-2<Enter><Enter>q", Size);
            frames[0].Text.ShouldContain("· not begun");
            frames[^1].Text.ShouldContain("▶ Backpropagation by hand");
            frames[^1].Text.ShouldContain("◐ in progress 0/26");
        }
    }

    public sealed class Languages
    {
        [Theory]
        [InlineData("L")]
        [InlineData("<F2>")]
        public void Should_change_in_place_and_back(string key)
        {
            var frames = ScriptedRun.InLesson("12l" + key + key, Size);
            frames[^2].Text.ShouldContain("역전파");
            frames[^1].Text.ShouldBe(frames[^3].Text);
        }
    }

    public sealed class Seeing
    {
        [Fact]
        public void Should_tell_not_computed_from_zero()
        {
            string frame = ScriptedRun.LastFrame("l");
            frame.Split('\n').ShouldContain(line => line.Contains("z1") && line.Contains("0.08000000 ✓"));
            frame.Split('\n').ShouldContain(line => line.Contains("E_total") && line.Contains('·'));
        }

        [Theory]
        [InlineData(":h1<Enter>", "sigmoid(z1)", "sigmoid(0.08)", "0.51998934 ✓")]
        [InlineData(":dE_total/dw5<Enter>", "∂E_total/∂o1 × ∂o1/∂z3 × ∂z3/∂w5", "0.209446 × 0.23802157 × 0.51998934", "0.02592286 ✓")]
        [InlineData(":dz3/dw5<Enter>", "∂z3/∂w5 = h1", "= 0.51998934", "0.51998934 ✓")]
        [InlineData(":w5+<Enter>", "w5⁺ = w5 − α × ∂E_total/∂w5", "0.45 − 0.5 × 0.02592286", "0.43703857 ✓")]
        [InlineData(":E_o1<Enter>", "½ (target_o1 − o1)²", "½ (0.4 − 0.609446)²", "0.02193381 ✓")]
        public void Should_explain(string keys, params string[] parts)
        {
            string frame = ScriptedRun.LastFrame(keys);
            foreach (string part in parts)
            {
                frame.ShouldContain(part);
            }
        }

        [Fact]
        public void Should_say_where_we_are() =>
            ScriptedRun.LastFrame("12l").Split('\n')[0].ShouldContain("iteration 1 of 2 · backward · stop 12 of 26");

        [Fact]
        public void Should_draw_arrows_the_way_numbers_flow()
        {
            ScriptedRun.LastFrame("l").Split('\n').ShouldContain(line => line.Contains('▶') && line.Contains("w1"));
            ScriptedRun.LastFrame(":dE_o1/dh1<Enter>").Split('\n').ShouldContain(line => line.Contains('◀') && line.Contains("w5"));
        }
    }

    public sealed class Picking
    {
        [Fact]
        public void Should_open_with_enter() => ScriptedRun.FromPicker("<Enter>", Size)[^1].Text.ShouldContain("before the first step");

        [Fact]
        public void Should_stay_inside_the_list() => ScriptedRun.FromPicker("jjkk999jG<Home>", Size)[^1].Text.ShouldContain("▶");

        [Fact]
        public void Should_bear_an_empty_list()
        {
            var frames = ScriptedRun.Run("j<Enter>k", Size, Language.Korean, new PickerScreen([]), out _);
            frames[^1].Text.ShouldContain("강의가 없습니다");
        }
    }

    public sealed class TheTableOfNumbers
    {
        [Theory]
        [InlineData("-1.23456789e-150", "−1.235e−150")]
        [InlineData("-1.23456789e+150", "−1.2346e150")]
        [InlineData("1234567.12345678", "1234567.123")]
        public void Should_never_cut_off_an_exponent(string weight, string shown)
        {
            using LessonFile file = new(text => text.Replace("- [0.3, 0.4]", $"- [{weight}, 0.4]"));
            Lesson lesson = LessonReader.Load(file.Path, new ProblemList())!;
            string frame = ScriptedRun.InLesson("", new Size(80, 24), lesson: lesson)[^1].Text;
            frame.Split('\n').ShouldContain(line => line.Contains("│ w1 ") && line.Contains($" {shown} "));
        }
    }
}
