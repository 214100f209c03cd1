using Engine.Time;
using Lessons.Quantities;
using Lessons.Reading;

namespace Lessons.Tests.Quantities;

public sealed class QuantityResolverTests
{
    private static readonly Lesson Worked = LessonLibrary.Find("backprop-2-2-2").ShouldNotBeNull();
    private static readonly Lesson Batch = Read("loss: half-squared-error\n  ");
    private static readonly Lesson SummedBatch = Read("loss: { half-squared-error: { reduction: sum } }\n  ");

    /// <summary>Two inputs, three hidden units, two outputs, two samples, three iterations; default names.</summary>
    private static Lesson Read(string loss)
    {
        ProblemList problems = new();
        return LessonReader.Parse(
            $$"""
            id: batch
            title: { en: a, ko: b }
            summary: { en: a, ko: b }
            network:
              inputs: 2
              layers:
                - dense: { units: 3, activation: sigmoid, kernel: [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]] }
                - dense: { units: 2, kernel: [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]] }
              {{loss}}optimizer: { sgd: { learning-rate: 0.5 } }
            data:
              inputs: [[1, 2], [3, 4]]
              targets: [[0, 1], [1, 0]]
            training:
              iterations: 3
            """,
            "batch.yaml",
            problems).ShouldNotBeNull(problems.ToString());
    }

    private static ResolvedQuantity Resolve(Lesson lesson, string text, int iteration = 1)
    {
        new QuantityResolver(lesson.Plan, lesson.Iterations)
            .TryResolve(text, iteration, out ResolvedQuantity? resolved, out QuantityError? error).ShouldBeTrue(error?.ToString());
        return resolved.ShouldNotBeNull();
    }

    private static double ValueOf(Lesson lesson, string text)
    {
        ResolvedQuantity quantity = Resolve(lesson, text);
        Timeline timeline = lesson.NewTimeline();
        return quantity.ValueIn(timeline.At(quantity.Iteration));
    }

    private static void ShouldBeError(Lesson lesson, string text, string expected)
    {
        new QuantityResolver(lesson.Plan, lesson.Iterations)
            .TryResolve(text, 1, out ResolvedQuantity? resolved, out QuantityError? error).ShouldBeFalse();
        resolved.ShouldBeNull();
        error.ShouldNotBeNull().ToString().ShouldBe(expected);
    }

    public sealed class TheTryResolveMethod
    {
        [Theory]
        [InlineData("x1")]
        [InlineData("w5")]
        [InlineData("h1")]
        [InlineData("target_o2")]
        [InlineData("E_o1")]
        [InlineData("E_total")]
        [InlineData("alpha")]
        [InlineData("w5+")]
        [InlineData("dE_total/dw5")]
        [InlineData("dE_total/dh1")]
        [InlineData("do1/dz3")]
        [InlineData("dE_o1/dh1")]
        public void Should_Find_What_Is_Stored_And_Name_It_As_It_Was_Asked_For(string text)
        {
            ResolvedQuantity quantity = Resolve(Worked, text);
            quantity.Stored.ShouldNotBeNull();
            quantity.Derivative.ShouldBeNull();
            quantity.Iteration.ShouldBe(1);
            quantity.Label.ToString().ShouldBe(text);
        }

        [Fact]
        public void Should_Find_A_Candidate_As_The_Screen_Writes_It()
        {
            ProblemList problems = new();
            Lesson gated = LessonReader.Parse(
                """
                id: gated
                title: { en: a, ko: b }
                summary: { en: a, ko: b }
                network:
                  inputs: 2
                  layers:
                    - reshape: { shape: [2, 1] }
                    - lstm: { units: 1 }
                  loss: half-squared-error
                  optimizer: { sgd: { learning-rate: 0.5 } }
                data: { inputs: [[1, 2]], targets: [[0]] }
                """,
                "gated.yaml",
                problems).ShouldNotBeNull(problems.ToString());
            Resolve(gated, "c\u03032_t1").Label.ToString().ShouldBe("ctilde2_t1");
            Resolve(gated, "dE_total/dctilde2_t1").Stored.ShouldNotBeNull();
        }

        [Theory]
        [InlineData("dz3/dw5")]
        [InlineData("dE_total/dx1")]
        [InlineData("do2/dx1")]
        [InlineData("dE_o1/dw1")]
        [InlineData("dw1/dE_total")]
        public void Should_Find_Derivatives_That_No_Step_Computes(string text)
        {
            ResolvedQuantity quantity = Resolve(Worked, text);
            quantity.Stored.ShouldBeNull();
            quantity.Derivative.ShouldNotBeNull();
            quantity.Label.ToString().ShouldBe(text);
        }

        [Fact]
        public void Should_Take_The_Iteration_From_The_Text_Or_Else_The_Callers()
        {
            Resolve(Worked, "z1@2").Iteration.ShouldBe(2);
            Resolve(Worked, "z1", iteration: 2).Iteration.ShouldBe(2);
            Resolve(Worked, "z1@1", iteration: 2).Iteration.ShouldBe(1);
            Resolve(Worked, "dE_total/dw5@2").Iteration.ShouldBe(2);
        }

        [Fact]
        public void Should_Read_The_Same_Quantity_In_All_Its_Spellings() =>
            Resolve(Worked, " ∂E_total / ∂w5 @ 2").ShouldBe(Resolve(Worked, "dE_total/dw5@2"));

        [Theory]
        [InlineData("x[2,1]", 3)]
        [InlineData("W1[2,3]", 0.6)]
        [InlineData("b2[2]", 0)]
        [InlineData("t[1,2]", 1)]
        [InlineData("alpha", 0.5)]
        public void Should_Put_The_Sample_First_Then_Row_And_Column(string text, double expected) => ValueOf(Batch, text).ShouldBe(expected);

        [Fact]
        public void Should_Find_A_Path_By_The_Number_It_Passes_And_By_The_Derivative_That_It_Is()
        {
            Resolve(Worked, "dE_total/dh1 via z3").ShouldBe(Resolve(Worked, "dE_o1/dh1"));
            double path = ValueOf(Batch, "dE_total/dh1[2,3] via o2[2,1]");
            (path + ValueOf(Batch, "dE_total/dh1[2,3] via o2[2,2]")).ShouldBe(ValueOf(Batch, "dE_total/dh1[2,3]"), 1e-15);

            // The mean over two samples halves the path; the derivative of the term alone is not halved.
            ValueOf(Batch, "dE[2,1]/dh1[2,3]").ShouldBe(2 * path, 1e-15);
            Resolve(SummedBatch, "dE[2,1]/dh1[2,3]").ShouldBe(Resolve(SummedBatch, "dE_total/dh1[2,3] via o2[2,1]"));
        }

        [Fact]
        public void Should_Tell_A_Weight_After_The_Update_From_The_Weight_Of_The_Next_Iteration()
        {
            Resolve(Batch, "W1[1,2]+").ShouldNotBe(Resolve(Batch, "W1[1,2]@2"));
            ValueOf(Batch, "W1[1,2]+").ShouldBe(ValueOf(Batch, "W1[1,2]@2"));
            ValueOf(Batch, "W1[1,2]+@3").ShouldNotBe(ValueOf(Batch, "W1[1,2]@3"));
        }

        [Fact]
        public void Should_Know_The_Loss_By_That_Name_Too_Unless_Another_Number_Has_It()
        {
            Resolve(Worked, "loss@2").ShouldBe(Resolve(Worked, "E_total@2"));
            Resolve(Worked, "dloss/dw5").ShouldBe(Resolve(Worked, "dE_total/dw5"));
            ShouldBeError(Worked, "loss[1]", "column 1: found the unknown symbol 'loss'; expected a symbol of this lesson: x1, x2, w1, w3, w2, w4, z1, z2, h1, h2, w5, w7 …; write one of these");
            Lesson named = Read("loss: { half-squared-error: { symbols: { terms: loss } } }\n  ");
            Resolve(named, "loss[2,1]").Label.ToString().ShouldBe("loss[2,1]");
            ShouldBeError(named, "loss", "column 1: found loss, which stands for several numbers; expected the position of one in brackets; write loss[1,1] up to loss[2,2]");
        }

        [Fact]
        public void Should_Give_0_Where_One_Number_Does_Not_Depend_On_The_Other()
        {
            ValueOf(Batch, "dE[1,1]/dh1[2,1]").ShouldBe(0);
            ValueOf(Batch, "dW1[1,1]/dE_total").ShouldBe(0);
            ValueOf(Worked, "dE_total/dE_total").ShouldBe(1);
        }

        [Theory]
        [InlineData("z9", "column 1: found the unknown symbol 'z9'; expected a symbol of this lesson: x, W1, b1, z1, h1, W2, b2, o2, t, E, E_total, alpha; did you mean 'z1'?")]
        [InlineData("quux", "column 1: found the unknown symbol 'quux'; expected a symbol of this lesson: x, W1, b1, z1, h1, W2, b2, o2, t, E, E_total, alpha; write one of these")]
        [InlineData("dE_total/dq", "column 1: found the unknown symbol 'q'; expected a symbol of this lesson: x, W1, b1, z1, h1, W2, b2, o2, t, E, E_total, alpha; write one of these")]
        [InlineData("h1", "column 1: found h1, which stands for several numbers; expected the position of one in brackets; write h1[1,1] up to h1[2,3]")]
        [InlineData("h1[2]", "column 1: found h1[2]; expected as many positions as in h1[2,3]; write h1[1,1] up to h1[2,3]")]
        [InlineData("h1[1,1,1]", "column 1: found h1[1,1,1]; expected as many positions as in h1[2,3]; write h1[1,1] up to h1[2,3]")]
        [InlineData("h1[3,1]", "column 1: found h1[3,1]; expected h1[1,1] up to h1[2,3]; change the position; positions count from 1")]
        [InlineData("h1[1,4]", "column 1: found h1[1,4]; expected h1[1,1] up to h1[2,3]; change the position; positions count from 1")]
        [InlineData("b1[4]", "column 1: found b1[4]; expected b1[1] up to b1[3]; change the position; positions count from 1")]
        [InlineData("E_total[1]", "column 1: found E_total[1]; expected E_total, which is one number, without positions; write E_total")]
        [InlineData("E_total@4", "column 1: found iteration 4 in E_total@4; expected an iteration from 1 to 3; change the number after the @, or training.iterations")]
        [InlineData("E_total@0", "column 1: found iteration 0 in E_total@0; expected an iteration from 1 to 3; change the number after the @, or training.iterations")]
        [InlineData("h1[1,1]+", "column 1: found h1[1,1]+; expected a weight, bias or state before the +; write h1[1,1]; only what an update changes has a new value")]
        [InlineData("alpha+", "column 1: found alpha+; expected a weight, bias or state before the +; write alpha; only what an update changes has a new value")]
        [InlineData("dE_total/dW1[1,1]+", "column 1: found dE_total/dW1[1,1]+; expected a derivative without +; leave out the +, or name a later iteration with @")]
        [InlineData("dE_total/dh1[1,1] via q", "column 1: found the unknown symbol 'q'; expected a symbol of this lesson: x, W1, b1, z1, h1, W2, b2, o2, t, E, E_total, alpha; write one of these")]
        [InlineData("dE_total/dh1[1,1] via o2[2,1]", "column 1: found dE_total/dh1[1,1] via o2[2,1]; expected a part that the backward pass computes: of the loss, via a number that h1[1,1] goes into directly, where there are several; write dE_total/dh1[1,1] for all paths together")]
        [InlineData("h1[", "column 4: found the end; expected an index of at least 1; write indices as w[2,1], counted from 1")]
        public void Should_Say_Why_There_Is_No_Such_Number(string text, string expected) => ShouldBeError(Batch, text, expected);

        [Fact]
        public void Should_Say_That_There_Is_One_Iteration_Only()
        {
            new QuantityResolver(Worked.Plan, 1).TryResolve("z1@2", 1, out _, out QuantityError? error).ShouldBeFalse();
            error.Expected.ShouldBe("iteration 1, the only one");
        }

        [Fact]
        public void Should_Find_Every_Number_Of_The_Lessons_By_The_Name_It_Shows()
        {
            foreach (Lesson lesson in new[] { Worked, Batch, SummedBatch })
            {
                foreach (Engine.Planning.Symbol symbol in lesson.Plan.Symbols)
                {
                    for (int cell = 0; cell < symbol.Shape.Size; cell++)
                    {
                        Engine.Planning.Address address = new(symbol.Index, cell);
                        string name = lesson.Plan.LabelOf(address).ToString();
                        Resolve(lesson, name).Stored.ShouldBe(address, name);
                    }
                }
            }
        }
    }

    public sealed class TheHasIterationMethod
    {
        [Fact]
        public void Should_Count_From_1_To_The_Lessons_Last()
        {
            QuantityResolver resolver = new(Worked.Plan, 2);
            new[] { 0, 1, 2, 3 }.Where(resolver.HasIteration).ShouldBe([1, 2]);
        }
    }
}
