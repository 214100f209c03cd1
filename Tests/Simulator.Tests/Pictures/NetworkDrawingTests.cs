using Engine.Planning;
using Engine.Running;
using Lessons;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Pictures;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.Tests.Pictures;

public sealed class NetworkDrawingTests
{
    private static StepScreen At(string quantity, Lesson lesson) => quantity.Length == 0 ? StepScreen.Open(lesson) : Drawn.At(quantity, lesson);

    public sealed class TheChoice
    {
        [Theory]
        [InlineData("Worked", "", typeof(DiagramModel))]
        [InlineData("Xor", "o2[1]", typeof(DiagramModel))]
        [InlineData("Deep", "", typeof(DiagramModel))]
        [InlineData("Large", "", typeof(LayersModel))]
        [InlineData("Convolution", "", typeof(LayersModel))]
        [InlineData("Words", "", typeof(LayersModel))]
        [InlineData("Graph", "", typeof(LayersModel))]
        [InlineData("SimpleRecurrent", "", typeof(UnrolledModel))]
        [InlineData("SimpleRecurrent", "o3", typeof(UnrolledModel))]
        [InlineData("LongShortTerm", "h1[1,2,3]", typeof(UnrolledModel))]
        [InlineData("Gated", "", typeof(UnrolledModel))]
        public void Should_follow_from_the_network(string lesson, string quantity, Type drawing) =>
            NetworkDrawing.Of(At(quantity, DrawingLessons.Named(lesson))).ShouldBeOfType(drawing);
    }

    public sealed class TheEdges
    {
        /// <summary>The weights of the first layer are 0.9 −0.6 0.1 0.5 and −0.8 0.7 −0.2 0.4.</summary>
        [Theory]
        [InlineData(0, 0, 1.0, false)]
        [InlineData(0, 1, 2 / 3.0, true)]
        [InlineData(1, 0, 8 / 9.0, true)]
        [InlineData(1, 3, 4 / 9.0, false)]
        public void Should_stand_for_weights_among_their_layer(int from, int to, double share, bool isNegative)
        {
            EdgeStrength strength = new DiagramModel(At("", DrawingLessons.Xor)).StrengthOf(1, from, to);
            strength.Share.ShouldNotBeNull().ShouldBe(share, 1e-12);
            strength.IsNegative.ShouldBe(isNegative);
        }

        /// <summary>The gradients of the worked lesson's second layer, by hand: ∂E/∂z3 × h1 and so on.</summary>
        [Fact]
        public void Should_stand_for_gradients_on_the_way_back()
        {
            DiagramModel diagram = new(At("dE_total/dw8", ScriptedRun.Worked));
            (double h1, double h2) = (0.51998934, 0.52747230);
            (double o1, double o2) = (0.60944600, 0.66384491);
            double delta1 = (o1 - 0.4) * o1 * (1 - o1);
            double delta2 = (o2 - 0.6) * o2 * (1 - o2);
            double largest = delta1 * h2;
            diagram.IsByGradient(2).ShouldBeTrue();
            diagram.IsByGradient(1).ShouldBeFalse();
            diagram.StrengthOf(2, 0, 0).Share.ShouldNotBeNull().ShouldBe(delta1 * h1 / largest, 1e-6);
            diagram.StrengthOf(2, 1, 1).Share.ShouldNotBeNull().ShouldBe(delta2 * h2 / largest, 1e-6);
        }

        [Fact]
        public void Should_not_know_gradients_that_are_ahead()
        {
            DiagramModel diagram = new(At("dE_total/dw5", ScriptedRun.Worked));
            diagram.StrengthOf(2, 0, 0).Share.ShouldBe(1);
            diagram.StrengthOf(2, 1, 1).Share.ShouldBeNull();
        }

        /// <summary>A line of each kind from left to right: thick is told by the dots, negative by the gaps, in ASCII too.</summary>
        [Fact]
        public void Should_look_different_by_sign_and_strength_without_colour()
        {
            const int Columns = 12;
            (LineWeight Weight, bool IsDashed)[] looks = [.. Enum.GetValues<LineWeight>().SelectMany(weight => new[] { (weight, false), (weight, true) })];
            Canvas canvas = new(new Size(Columns, looks.Length));
            BrailleLines lines = new();
            for (int row = 0; row < looks.Length; row++)
            {
                lines.Add(0, row, Columns - 1, row, new LineLook(looks[row].Weight, looks[row].IsDashed, Ink.Text));
            }

            lines.Draw(canvas);
            canvas.ToText().Split('\n').Distinct().Count().ShouldBe(looks.Length);
            string[] ascii = canvas.ToText(ascii: true).Split('\n');
            for (int row = 0; row < looks.Length; row++)
            {
                ascii[row].Contains(' ').ShouldBe(looks[row].IsDashed);
                ascii[row].IndexOfAny(['=', '*', '#']).ShouldBe(looks[row].Weight == LineWeight.Heavy ? 0 : -1);
            }
        }

        [Fact]
        public void Should_keep_what_is_active_apart_in_ascii()
        {
            string text = Drawn.Network(At("z1[2,3]", DrawingLessons.Xor), new Size(78, 19)).ToText(ascii: true);
            text.ShouldContain("[z1[2,3]]");
            text.ShouldContain(">");
            Drawn.Network(At("dE_total/dW2[4,1]", DrawingLessons.Xor), new Size(78, 19)).ToText(ascii: true).ShouldContain("<");
        }
    }

    public sealed class TheLayers
    {
        [Fact]
        public void Should_have_shapes_and_parameters()
        {
            LayersModel layers = new(At("", DrawingLessons.Large));
            Enumerable.Range(0, layers.Count).Select(box => (layers[box].Name, layers[box].Kind, $"{layers[box].Features}", layers[box].Parameters)).ShouldBe(
            [
                ("x", "", "784", 0),
                ("layer1", "dense", "128", (784 * 128) + 128),
                ("layer2", "dense", "128", (128 * 128) + 128),
                ("layer3", "dense", "10", (128 * 10) + 10),
                ("E_total", "categorical-crossentropy", "scalar", 0),
            ]);
        }

        [Theory]
        [InlineData("Large", "W2[3,4]+", "layer2")]
        [InlineData("Large", "dE_total/db3[2]", "layer3")]
        [InlineData("Xor", "E[2]", "E_total")]
        [InlineData("Graph", "E_answer", "E_answer")]
        [InlineData("Graph", "E_total", "E_total")]
        [InlineData("Graph", "h3[2]", "both")]
        [InlineData("Words", "argmax2[1]", "layer2")]
        [InlineData("Convolution", "dE_total/dgamma6[1]", "layer6")]
        public void Should_emphasize_the_layer_of_the_number_looked_at(string lesson, string quantity, string box)
        {
            LayersModel layers = new(At(quantity, DrawingLessons.Named(lesson)));
            layers[layers.Active.ShouldNotBeNull()].Name.ShouldBe(box);
        }

        [Fact]
        public void Should_connect_layers_by_depth()
        {
            LayersModel layers = new(At("", DrawingLessons.Graph));
            Enumerable.Range(0, layers.Count)
                .Select(box => $"{layers[box].Depth} {layers[box].Name} < {string.Join(' ', layers[box].Inputs.Select(input => layers[input].Name))}{(layers[box].SharedWith is { } first ? $" = {first}" : "")}")
                .ShouldBe(
                [
                    "0 left < ", "0 right < ", "1 twin < left", "1 other < right = twin", "2 both < twin other", "3 mixed < both",
                    "4 sum < mixed twin", "5 answer < sum", "6 E_answer < answer", "2 E_other < other", "7 E_total < E_answer E_other",
                ]);
        }

        /// <summary>The twin layer's gradient comes back over each way by which it goes on, one after the other.</summary>
        [Theory]
        [InlineData("h5[1]", "mixed sum, twin sum")]
        [InlineData("dE_total/dh1[1]", "twin both, twin sum")]
        [InlineData("W4[1,2]+", "")]
        public void Should_flow_the_way_of_the_phase(string quantity, string expected)
        {
            LayersModel layers = new(At(quantity, DrawingLessons.Graph));
            IEnumerable<string> flows =
                from to in Enumerable.Range(0, layers.Count)
                from origin in layers[to].Inputs
                where layers.IsActiveEdge(origin, to)
                select $"{layers[origin].Name} {layers[to].Name}";
            string.Join(", ", flows).ShouldBe(expected);
        }

        /// <summary>Half way through a layer, only what is known counts.</summary>
        [Fact]
        public void Should_sum_up_what_is_known()
        {
            Lesson lesson = DrawingLessons.Large;
            StepScreen screen = At("z1[1,3]", lesson);
            new LayersModel(screen).FactsOf(1).Outputs.ShouldBeNull();
            screen = At("h1[2,5]", lesson);
            NumbersSummary summary = new LayersModel(screen).FactsOf(1).Outputs.ShouldNotBeNull();

            IterationTrace trace = screen.Timeline.At(1);
            double[] known = [.. trace[lesson.Plan.LayerOutputs[0]][..(128 + 5)]];
            summary.Known.ShouldBe(known.Length);
            summary.MeanMagnitude.ShouldBe(known.Average(Math.Abs), 1e-12);
            (summary.Least, summary.Greatest).ShouldBe((known.Min(), known.Max()));
        }
    }

    public sealed class TimeUnrolled
    {
        [Fact]
        public void Should_show_every_part_of_every_time_step_by_its_name()
        {
            StepScreen screen = At("", DrawingLessons.LongShortTerm);
            UnrolledModel model = (UnrolledModel)NetworkDrawing.Of(Engine.Time.Moment.Start == screen.Moment ? screen.At(screen.Timeline.End) : screen);
            Plan plan = screen.Timeline.Plan;
            model.Steps.ShouldBe(9);
            model.Subjects.ShouldBe(2);
            string[] parts = ["h", "c", "ctilde", "i", "f", "o"];
            for (int row = 0; row < parts.Length; row++)
            {
                for (int time = 1; time <= model.Steps; time++)
                {
                    string name = $"{parts[row]}2_t{time}";
                    double value = screen.Timeline.At(1)[plan.Find(time == 9 && row == 0 ? "h2_t9" : name, 1, 1).Address!.Value];
                    model.Cell(row, time).ShouldNotBeNull().Value.ShouldBe(PictureNumbers.Text(value));
                }
            }

            model.Cell(0, 0).ShouldNotBeNull().Value.ShouldBe("0");
            model.Cell(2, 0).ShouldBeNull();
        }

        [Theory]
        [InlineData("f2_t3[1,2]", 3, 1)]
        [InlineData("zc2_t9[2,1]", 9, 0)]
        [InlineData("dE_total/dh2_t4[1,2]", 4, 1)]
        [InlineData("Ri2[1,2]+", null, 1)]
        [InlineData("o3[1]", null, 0)]
        public void Should_follow_the_unit_and_time_of_the_number(string quantity, int? time, int unit)
        {
            UnrolledModel model = (UnrolledModel)NetworkDrawing.Of(At(quantity, DrawingLessons.LongShortTerm));
            model.TimeNow.ShouldBe(time);
            model.Subject.ShouldBe(unit);
            ((UnrolledModel)NetworkDrawing.Of(At(quantity, DrawingLessons.LongShortTerm) with { Subject = 1 - unit })).Subject.ShouldBe(1 - unit);
        }

        /// <summary>c_t = f × c_(t−1) + i × c̃: these are used, and the state passes on.</summary>
        [Fact]
        public void Should_mark_what_is_used_and_the_passage_of_the_state()
        {
            UnrolledModel model = (UnrolledModel)NetworkDrawing.Of(At("c2_t9[2,1]", DrawingLessons.LongShortTerm));
            (int Row, int Time)[] used =
            [
                .. from row in Enumerable.Range(0, model.Rows)
                   from time in Enumerable.Range(0, model.Steps + 1)
                   where model.Cell(row, time) is { IsUsed: true }
                   select (row, time),
            ];
            used.ShouldBe([(1, 8), (2, 9), (3, 9), (4, 9)]);
            model.Cell(1, 9).ShouldNotBeNull().IsActive.ShouldBeTrue();
            model.IsActivePassage(1, 8).ShouldBeTrue();
            model.IsActivePassage(0, 8).ShouldBeFalse();
            model.IsActivePassage(1, 7).ShouldBeFalse();
        }

        [Fact]
        public void Should_pass_back_from_the_next_time_step()
        {
            StepScreen screen = At("dE_total/dh2_t2[2]", DrawingLessons.SimpleRecurrent);
            UnrolledModel model = (UnrolledModel)NetworkDrawing.Of(screen);
            model.Direction.ShouldBe(-1);
            model.IsActivePassage(0, 2).ShouldBeTrue();
            model.IsActivePassage(0, 1).ShouldBeFalse();
            model.Cell(0, 3).ShouldNotBeNull().IsUsed.ShouldBeTrue();
            model.Cell(0, 1).ShouldNotBeNull().Gradient.ShouldBeNull();

            string text = Drawn.Network(screen, new Size(78, 19)).ToText(ascii: true);
            text.ShouldContain("[0.326]");
            text.ShouldContain("<--");
        }

        /// <summary>Parts of gradients by time step: the recurrent kernel's at time step 5, and the state's at 4 through gate i at 5.</summary>
        [Theory]
        [InlineData("Ri2", 5)]
        [InlineData("h2_t4", 4)]
        public void Should_tell_the_time_step_that_a_part_comes_through(string subject, int time)
        {
            StepScreen screen = At("", DrawingLessons.LongShortTerm);
            Plan plan = screen.Timeline.Plan;
            Step step = plan.Steps.First(step =>
                plan.ViaOf(new Address(step.Output.Index, 0))?.Label.ToString() == "zi2_t5"
                && plan.SymbolOf(plan.SubjectOf(new Address(step.Output.Index, 0))).Label.ToString() == subject);
            UnrolledModel model = (UnrolledModel)NetworkDrawing.Of(screen.At(new Engine.Time.Moment(1, step.Index, 0)));
            const int GateI = 3;
            model.RowName(GateI).ShouldBe("i2[1]");
            model.TimeNow.ShouldBe(time);
            model.Cell(GateI, 5).ShouldNotBeNull().IsUsed.ShouldBeTrue();
            model.Cell(GateI, 4).ShouldNotBeNull().IsUsed.ShouldBeFalse();
        }

        /// <summary>A first state that is given is another layer's last one.</summary>
        [Fact]
        public void Should_begin_with_the_state_that_is_given()
        {
            StepScreen screen = At("h2_t1[2]", DrawingLessons.Translation);
            UnrolledModel model = (UnrolledModel)NetworkDrawing.Of(screen);
            double last = screen.Timeline.At(1)[screen.Timeline.Plan.Find("h1_t3", 2).Address!.Value];
            model.Name.ShouldBe("decoder");
            model.Cell(0, 0).ShouldNotBeNull().Value.ShouldBe(PictureNumbers.Text(last));
            model.IsActivePassage(0, 0).ShouldBeTrue();
            ((UnrolledModel)NetworkDrawing.Of(At("h1_t3[2]", DrawingLessons.Translation))).Name.ShouldBe("encoder");
            NetworkDrawing.Of(At("E_total", DrawingLessons.Translation)).ShouldBeOfType<LayersModel>();
        }

        /// <summary>The weighted sum is shown while it is what happens, as in the drawing of units.</summary>
        [Fact]
        public void Should_show_a_sum_in_the_place_of_its_activation()
        {
            // By hand: 0.5·1 + 0.3·0.5 + 0.1 = 0.75 for unit 1 at the first time step.
            UnrolledModel model = (UnrolledModel)NetworkDrawing.Of(At("z2_t1[1]", DrawingLessons.SimpleRecurrent));
            UnrolledCell sum = model.Cell(0, 1).ShouldNotBeNull();
            (sum.Value, sum.Gradient, sum.IsActive, sum.IsUsed).ShouldBe(("0.75", null, true, false));
            sum.Number.Label.ToString().ShouldBe("z2_t1[1]");
            model.Cell(0, 2).ShouldNotBeNull().Value.ShouldBeNull();
        }
    }
}
