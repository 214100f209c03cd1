using System.Globalization;
using Simulator.Screens.Stepping.Provenance;

namespace Simulator.Tests.Tracing;

public class ProvenanceTests
{
    private static readonly XorLoop Loop = new(40_000);

    private static ProvenanceModel Model(Tracer tracer) => ProvenanceModel.Of(tracer.Screen, tracer.Model.Words);

    private static string[] Texts(Tracer tracer) => [.. Model(tracer).Rows.Select(row => row.Text)];

    private static ProvenanceRow Row(Tracer tracer, string text) => Model(tracer).Rows.First(row => row.Text == text);

    private static string ChainText(Tracer tracer, int line) =>
        string.Concat(Model(tracer).Chain.ShouldNotBeNull().Lines[line].Select(span => span.Text));

    /// <summary>Chooses the row with a text.</summary>
    private static Tracer Choose(Tracer tracer, string text)
    {
        int rows = Model(tracer).Rows.Length + (Model(tracer).Chain?.Factors.Length ?? 0);
        for (int press = 0; press < rows && (Model(tracer).SelectedRow is not { } row || Model(tracer).Rows[row].Text != text); press++)
        {
            tracer.Type("<Down>");
        }

        Model(tracer).Rows[Model(tracer).SelectedRow.ShouldNotBeNull()].Text.ShouldBe(text);
        return tracer;
    }

    public class TheTree
    {
        [Fact]
        public void Should_begin_with_what_a_number_is_made_from_and_what_uses_it()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("z3@100").Type("p");
            Texts(tracer).ShouldBe(["made from", "w5", "h1", "w6", "h2", "b3", "used by", "o1"]);
            Row(tracer, "w5").Formula.ShouldBe("= w5⁺@99");
            Row(tracer, "h1").Formula.ShouldBe("= sigmoid(z1)");
            Row(tracer, "h1").Phase.ShouldBe("forward");
            Parse(Row(tracer, "h1").Value).ShouldBe(Loop[100].H1, 1e-5);
            Row(tracer, "o1").Value.ShouldBeNull("it is not computed yet");
        }

        [Fact]
        public void Should_unfold_back_to_the_first_weights()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("z3@2").Type("p");
            Choose(tracer, "w5").Type("x");
            Texts(tracer).ShouldBe(["made from", "w5", "w5⁺@1", "h1", "w6", "h2", "b3", "used by", "o1"]);
            Choose(tracer, "w5⁺@1").Type("x");
            Choose(tracer, "w5@1").Type("x");
            ProvenanceRow first = Row(tracer, "w5@1");
            first.Formula.ShouldBe("given: the value at the start");
            (first.Node.IsUnfolded, first.Value).ShouldBe((null, "0.7"));
            Parse(Row(tracer, "w5⁺@1").Value).ShouldBe(Loop.WeightAfter(1, 5), 1e-5);
        }

        [Fact]
        public void Should_go_on_into_the_next_iteration()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("w5+@100").Type("p");
            Choose(tracer, "w5@101").Type("x");
            string[] texts = Texts(tracer);
            texts[^4..].ShouldBe(["w5@101", "z3@101", "∂E_total/∂h1@101", "w5⁺@101"]);
            Model(tracer).Rows[^1].Value.ShouldBeNull("that is ahead");
        }

        [Fact]
        public void Should_end_with_the_last_iteration()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("w5+@40000").Type("p");
            Texts(tracer)[^2..].ShouldBe(["used by", "nothing"]);
        }

        [Fact]
        public void Should_fold_again()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("z3@2").Type("p");
            string[] before = Texts(tracer);
            Choose(tracer, "h1").Type("x");
            Texts(tracer).Length.ShouldBe(before.Length + 1);
            tracer.Type("x");
            Texts(tracer).ShouldBe(before);
            Choose(tracer, "made from").Type("<Enter>");
            Texts(tracer).ShouldBe(["made from", "used by", "o1"]);
        }

        [Fact]
        public void Should_go_to_the_chosen_number_and_grow_around_it()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("z3@2").Type("p");
            Choose(tracer, "h2").Type("<Enter>");
            (tracer.Iteration, tracer.Here).ShouldBe((2, "h2"));
            Texts(tracer).ShouldBe(["made from", "z2", "used by", "z3", "∂E_total/∂w6", "∂h2/∂z2"]);
            Model(tracer).SelectedRow.ShouldBeNull();
        }

        [Fact]
        public void Should_draw_the_lines_that_lead_to_each_row()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("z3@2").Type("p");
            Choose(tracer, "w5").Type("x");
            Row(tracer, "w5").Node.Guides.ShouldBe([true]);
            Row(tracer, "w5⁺@1").Node.Guides.ShouldBe([true, false]);
            Row(tracer, "b3").Node.Guides.ShouldBe([false]);
        }

        [Fact]
        public void Should_show_a_derivative_that_no_step_stores()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("dz3/dw5").Type("p");
            Texts(tracer).ShouldBe(["made from", "h1", "used by", "nothing"]);
            Model(tracer).Chain.ShouldBeNull();
        }

        [Fact]
        public void Should_fold_what_is_many()
        {
            Tracer tracer = new Tracer(TracingLessons.Large).Command("W2[3,57]").Type("p");
            Texts(tracer).Length.ShouldBe(2 + 1 + ProvenanceTree.FirstChildren + 1, "headings, nothing, twenty and the rest");
            Texts(tracer)[^1].ShouldBe("+45 more");
            Choose(tracer, "+45 more").Type("x");
            Texts(tracer)[^1].ShouldBe("+25 more");
            Texts(tracer).Length.ShouldBe(3 + 40 + 1);
            Model(tracer).SelectedRow.ShouldBe(3 + 20, "the first that came to light");
            Choose(tracer, "+25 more").Type("<Enter>");
            Texts(tracer).Length.ShouldBe(3 + 65);
        }
    }

    public class TheChain
    {
        [Fact]
        public void Should_be_the_whole_chain_rule_of_a_weight()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("w5+@100").Type("p");
            ChainText(tracer, 0).ShouldBe("∂E_total/∂w5 = ∂E_total/∂o1 × ∂o1/∂z3 × ∂z3/∂w5");
            XorLoop.Step step = Loop[100];
            double target = step.Sample is 1 or 2 ? 1 : 0;
            double[] factors = [step.O1 - target, step.O1 * (1 - step.O1), step.H1];
            double[] shown = [.. ChainText(tracer, 1)[2..].Split(" × ").Select(Parse)];
            for (int factor = 0; factor < 3; factor++)
            {
                shown[factor].ShouldBe(factors[factor], 1e-5);
            }

            Parse(ChainText(tracer, 2)[2..]).ShouldBe(step.GradientOfW5, 1e-7);
        }

        [Theory]
        [InlineData(4, "dE_total/do1")]
        [InlineData(3, "do1/dz3")]
        [InlineData(2, "h1")]
        public void Should_lead_from_each_factor_to_its_step(int presses, string expected)
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("w5+@100").Type("p").Type($"<Down>{presses}<Up><Enter>");
            (tracer.Iteration, tracer.Here).ShouldBe((100, expected));
        }

        [Fact]
        public void Should_have_no_numbers_before_they_are_computed()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("z1@100").Type("p");
            Model(tracer).Chain.ShouldNotBeNull().Lines.Length.ShouldBe(1);
            ChainText(tracer, 0).ShouldStartWith("∂E_total/∂z1 = ");
        }

        [Fact]
        public void Should_be_the_sum_over_paths_where_there_are_several()
        {
            Tracer tracer = new Tracer(ScriptedRun.Worked).Type("t").Command("w1+").Type("p");
            ChainText(tracer, 0).ShouldBe("∂E_total/∂w1 = ∂E_total/∂h1 × ∂h1/∂z1 × ∂z1/∂w1");
            tracer.Command("h1");
            ChainText(tracer, 0).ShouldBe("∂E_total/∂h1 = ∂E_o1/∂h1 + ∂E_o2/∂h1");
        }
    }

    public class KeysOnRows
    {
        [Fact]
        public void Should_begin_with_the_first_number_that_unfolds()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("z1@1").Type("p");
            Texts(tracer)[..6].ShouldBe(["made from", "w1", "x1", "w2", "x2", "b1"]);
            tracer.Type("<Down>");
            Model(tracer).SelectedRow.ShouldBe(1, "nothing unfolds in the first iteration");
            tracer.Command("dE_total/dw1@1").Type("<Down>");
            Model(tracer).Rows[Model(tracer).SelectedRow.ShouldNotBeNull()].Text.ShouldBe("∂E_total/∂z1");
        }

        [Fact]
        public void Should_unfold_the_number_of_the_chosen_factor()
        {
            Tracer tracer = new Tracer(ScriptedRun.Worked).Command("dE_total/dw5").Type("p<Down>2<Up>");
            Model(tracer).SelectedFactor.ShouldBe(2, "∂z3/∂w5, which is h1");
            string[] before = Texts(tracer);
            tracer.Type("x");
            int row = Array.IndexOf(before, "h1");
            Texts(tracer).ShouldBe([.. before[..(row + 1)], "z1", .. before[(row + 1)..]]);
            Model(tracer).SelectedRow.ShouldBe(row);
        }

        [Fact]
        public void Should_ask_for_a_row_where_the_chosen_factor_has_none()
        {
            Tracer tracer = new Tracer(ScriptedRun.Worked).Command("dE_total/dw5").Type("p<Down>4<Up>");
            Model(tracer).SelectedFactor.ShouldBe(0);
            string[] before = Texts(tracer);
            tracer.Type("x").Notice.ShouldBe("Choose a row with ↓ first.");
            tracer.NoticeIn(Lessons.Language.Korean).ShouldBe("먼저 ↓로 줄을 고르세요.");
            Texts(tracer).ShouldBe(before);
            Model(tracer).SelectedFactor.ShouldBe(0);
        }

        [Fact]
        public void Should_set_a_breakpoint_on_the_chosen_row()
        {
            Tracer tracer = new Tracer(TracingLessons.Xor).Command("z3@2").Type("p");
            Choose(tracer, "h2").Type("bw");
            tracer.Screen.Breakpoints.Items.Single().Text.ShouldBe("h2");
            tracer.Screen.Watches.Items.Single().Stored.ShouldBe(tracer.Address("h2"));
            tracer.Screen.Panel.Id.ShouldBe("provenance", "it was asked for");
            tracer.Type("p").Screen.Panel.Id.ShouldBe("values");
        }

        [Fact]
        public void Should_say_that_nothing_unfolds() =>
            new Tracer(TracingLessons.Xor).Type("lx").Notice.ShouldBe("Nothing unfolds here; p shows where a number comes from.");
    }

    private static double Parse(string? text) => double.Parse(text.ShouldNotBeNull().Replace('−', '-'), CultureInfo.InvariantCulture);
}
