using Engine.Formulas;
using Engine.Planning;
using Engine.Time;
using Engine.Time.Search;
using FsCheck.Fluent;
using Lessons.Quantities;
using Lessons.Reading;

namespace Lessons.Tests.Quantities;

public sealed class ConditionTextTests
{
    private static readonly Lesson Worked = LessonLibrary.Find("backprop-2-2-2").ShouldNotBeNull();

    /// <summary>Two samples one by one, default names.</summary>
    private static readonly Lesson TwoSamples = Read(
        """
        id: two
        title: { en: a, ko: b }
        summary: { en: a, ko: b }
        network:
          inputs: 2
          layers:
            - dense: { units: 2, activation: sigmoid, kernel: [[0.1, 0.2], [0.4, 0.5]] }
            - dense: { units: 1, kernel: [[0.1], [0.2]] }
          loss: half-squared-error
          optimizer: { sgd: { learning-rate: 0.5 } }
        data:
          inputs: [[1, 2], [3, 4]]
          targets: [[0], [1]]
        training:
          iterations: 40
          batch-size: 1
        """);

    private static Lesson Read(string yaml)
    {
        ProblemList problems = new();
        return LessonReader.Parse(yaml, "two.yaml", problems).ShouldNotBeNull(problems.ToString());
    }

    private static Condition Parse(string text, Lesson? lesson = null)
    {
        ConditionText.TryParse(text, (lesson ?? Worked).Training, out Condition? condition, out QuantityError? error).ShouldBeTrue(error?.ToString());
        error.ShouldBeNull();
        return condition.ShouldNotBeNull();
    }

    private static string Write(Expression formula) => FormulaText.Of(
        formula, operand => Worked.Plan.LabelOf(new Address(operand.Input, operand.Cell)).ToString(), Notation.Plain);

    private static string Write(Condition condition) => condition switch
    {
        Condition.Comparison comparison => $"{Write(comparison.Left)} {comparison.Relation} {Write(comparison.Right)}",
        Condition.SignChange change => $"sign of {Write(change.Quantity)}",
        Condition.Crossing crossing => $"{Write(crossing.Quantity)} across {crossing.Level}",
        Condition.Change change => $"change of {Write(change.Quantity)}",
        Condition.PredictionFlip { Threshold: 0.5, Output: null } => "flip",
        Condition.NonFinite { Quantity: { } quantity } state => $"{state.Kind} {Write(quantity)}",
        Condition.NonFinite { Kind: var kind } => $"{kind}",
        _ => condition.ToString(),
    };

    public sealed class TheTryParseMethod
    {
        [Theory]
        [InlineData("loss < 0.01", "E_total Less 0.01")]
        [InlineData("E_total<=1e-2", "E_total LessOrEqual 0.01")]
        [InlineData("w5 ≥ -.5", "w5 GreaterOrEqual -0.5")]
        [InlineData("0.5>o1", "0.5 Greater o1")]
        [InlineData("o1 ≤ o2", "o1 LessOrEqual o2")]
        [InlineData("  |dE_total/dw5| > 0.1  ", "abs(dE_total/dw5) Greater 0.1")]
        [InlineData("|∂E_total/∂w5| > 0.1", "abs(dE_total/dw5) Greater 0.1")]
        [InlineData("|dloss/dw5| > 0.1", "abs(dE_total/dw5) Greater 0.1")]
        [InlineData("abs(w5) > 1", "abs(w5) Greater 1")]
        [InlineData("dE_total/dh1 via z3 > 0", "dE_o1/dh1 Greater 0")]
        [InlineData("|o1 - target_o1| < 0.05", "abs(o1 - target_o1) Less 0.05")]
        [InlineData("w5+ > 0.4", "w5+ Greater 0.4")]
        [InlineData("w5⁺ - w5 < 0", "w5+ - w5 Less 0")]
        [InlineData("w5 + w6 > 1", "w5 + w6 Greater 1")]
        [InlineData("w5 + 1 > 1", "w5 + 1 Greater 1")]
        [InlineData("w5+ + w6+ > 1", "w5+ + w6+ Greater 1")]
        [InlineData("2 * w5 − w6 × w7 / h1 > 1", "2 * w5 - w6 * w7 / h1 Greater 1")]
        [InlineData("(w5 + w6) * h1 > 1", "(w5 + w6) * h1 Greater 1")]
        [InlineData("||w5| - |w6|| > 1", "abs(abs(w5) - abs(w6)) Greater 1")]
        [InlineData("-w5 > 1", "-w5 Greater 1")]
        [InlineData("o1 crosses 0.5", "o1 across 0.5")]
        [InlineData("w5 crosses - 1e2", "w5 across -100")]
        [InlineData("sign(w5) changes", "sign of w5")]
        [InlineData("sign(w5 - w6) changes", "sign of w5 - w6")]
        [InlineData("w5 changes", "change of w5")]
        [InlineData("sign(w5) > 0", "sign(w5) Greater 0")]
        [InlineData("prediction flips", "flip")]
        [InlineData("Prediction  Flips", "flip")]
        [InlineData("NaN", "NaN")]
        [InlineData("nan", "NaN")]
        [InlineData("infinite", "Infinity")]
        [InlineData("not finite", "Any")]
        [InlineData("z1 is NaN", "NaN z1")]
        [InlineData("z1 is infinite", "Infinity z1")]
        [InlineData("|z1| is not finite", "Any abs(z1)")]
        [InlineData("alpha > 0.1", "alpha Greater 0.1")]
        [InlineData("α > 0.1", "alpha Greater 0.1")]
        public void Should_Read(string text, string expected)
        {
            Condition condition = Parse(text);
            Write(condition).ShouldBe(expected);
            condition.Sample.ShouldBeNull();
        }

        [Fact]
        public void Should_Read_A_Sample()
        {
            Parse("loss < 0.01 for sample 2", TwoSamples).Sample.ShouldBe(1);
            Parse("prediction flips for  sample 1", TwoSamples).ShouldBe(new Condition.PredictionFlip() { Sample = 0 });
            Parse("o2 crosses 0.5 for sample 2", TwoSamples).Sample.ShouldBe(1);
        }

        [Theory]
        [InlineData("", 1, "the end", "a condition", null)]
        [InlineData("  ", 3, "the end", "a condition", null)]
        [InlineData("w5", 3, "the end", "<, >, changes, crosses or is", "say what to look for, such as w5 changes or w5 < 0")]
        [InlineData("w5 = 3", 4, "'='", "<, <=, > or >=", "for a number that is reached write o1 crosses 0.5")]
        [InlineData("w5 == 3", 4, "'='", "<, <=, > or >=", "for a number that is reached write o1 crosses 0.5")]
        [InlineData("w5@3 < 1", 3, "'@'", "a quantity without an iteration", "leave out the @; a condition is looked for in every iteration")]
        [InlineData("w5 < 1 < 2", 8, "'<'", "the end", "leave out what follows the condition, or write for sample 1")]
        [InlineData("w5 <", 5, "the end", "a quantity or a number", null)]
        [InlineData("w5 < % ", 6, "'%'", "a quantity or a number", null)]
        [InlineData("| w5 < 1", 6, "'<'", "an operator or '|'", "close with |")]
        [InlineData("(w5 < 1)", 5, "'<'", "an operator or ')'", "close with )")]
        [InlineData("w5) < 1", 3, "')'", "<, >, changes, crosses or is", "leave it out, or open it with ( before")]
        [InlineData("w5+w6 < 1", 4, "'w'", "<, >, changes, crosses or is", "put spaces around a + that adds; right after a name it means after the update")]
        [InlineData("w5+ 1 < 1", 5, "'1'", "<, >, changes, crosses or is", "put spaces around a + that adds; right after a name it means after the update")]
        [InlineData("w5 rises", 4, "'r'", "<, >, changes, crosses or is", null)]
        [InlineData("o1 crosses o2", 12, "'o'", "a number", "write the level that is crossed, such as o1 crosses 0.5")]
        [InlineData("o1 is odd", 7, "'o'", "NaN, infinite or not finite", "write z1 is NaN; to compare write <, <=, > or >=")]
        [InlineData("1 < 2", 1, "numbers only", "a quantity in the condition", null)]
        [InlineData("3 changes", 1, "numbers only", "a quantity in the condition", null)]
        [InlineData("1e999 < w5", 1, "'1e999'", "a number", "write numbers as 0.01 or 1e-2")]
        [InlineData(". < w5", 1, "'.'", "a number", "write numbers as 0.01 or 1e-2")]
        [InlineData("dz3/dw5 > 1", 1, "dz3/dw5, a derivative that no step of the training computes", "a number that the training computes", "look for a derivative of the loss, or for the numbers that this one is made of")]
        [InlineData("1 < h1 + q", 10, "the unknown symbol 'q'", null, "write one of these")]
        [InlineData("0 < h11", 5, "the unknown symbol 'h11'", null, "did you mean 'h1'?")]
        [InlineData("1 < h1[2]", 5, "h1[2]", "h1, which is one number, without positions", "write h1")]
        [InlineData("1 < h1[", 8, "the end", "an index of at least 1", "write indices as w[2,1], counted from 1")]
        [InlineData("1 < dE/w5", 8, "'w'", "d or ∂", "write d or ∂ before both names")]
        [InlineData("NaN for sample 1", 1, "any number, of one sample", "a quantity, or no sample", "write z1 is NaN for sample 1, or NaN")]
        [InlineData("w5 < 1 for sample 2", 19, "'2'", "sample 1, the only one", "change the number; samples count from 1")]
        [InlineData("w5 < 1 for sample 0", 19, "'0'", "sample 1, the only one", "change the number; samples count from 1")]
        [InlineData("w5 < 1 for sample", 18, "the end", "sample 1, the only one", "write the sample's number, such as for sample 1")]
        [InlineData("w5 < 1 for", 8, "'f'", "the end", "leave out what follows the condition, or write for sample 1")]
        public void Should_Say_Where_And_What_To_Do(string text, int column, string found, string? expected, string? remedy)
        {
            ConditionText.TryParse(text, Worked.Training, out Condition? condition, out QuantityError? error).ShouldBeFalse();
            condition.ShouldBeNull();
            error.ShouldNotBeNull();
            (error.Column, error.Found).ShouldBe((column, found));
            error.Expected.ShouldBe(expected ?? error.Expected);
            error.Remedy.ShouldBe(remedy ?? error.Remedy);
            error.Expected.ShouldNotBeEmpty();
            error.Remedy.ShouldNotBeEmpty();
        }

        [Fact]
        public void Should_Name_The_Samples_There_Are()
        {
            ConditionText.TryParse("loss < 1 for sample 3", TwoSamples.Training, out _, out QuantityError? error).ShouldBeFalse();
            error.ToString().ShouldBe("column 21: found '3'; expected a sample from 1 to 2; change the number; samples count from 1");
        }

        [Theory]
        [InlineData('(')]
        [InlineData('|')]
        [InlineData('-')]
        public void Should_Refuse_Nesting_Without_End(char opening)
        {
            ConditionText.TryParse(new string(opening, 100_000), Worked.Training, out _, out QuantityError? error).ShouldBeFalse();
            error.Expected.ShouldBe("at most 50 parentheses, bars and signs inside each other");
        }

        [Fact]
        public void Should_Read_Long_Sums_But_Not_Endless_Ones()
        {
            Parse(string.Join(" + ", Enumerable.Repeat("w5", 300)) + " > 1");
            string endless = string.Join(" + ", Enumerable.Repeat("w5", 100_000)) + " > 1";
            ConditionText.TryParse(endless, Worked.Training, out _, out QuantityError? error).ShouldBeFalse();
            error.Expected.ShouldBe("at most 500 quantities, numbers and signs");
        }

        [Fact]
        public void Should_Read_Or_Report_Any_Text() =>
            Prop.ForAll(
                Gen.Elements("w5", "o1", "loss", "dE_total/dw5", "sign(", "abs(", "changes", "crosses", "is", "NaN", "not", "finite", "prediction", "flips", "for", "sample", "1", "0.5", "e", "<", ">", "=", "|", "(", ")", "+", "-", "*", "/", "@", "d", " ", " ", "가", "\uD800", "\0")
                    .ArrayOf().Select(string.Concat).ToArbitrary(),
                text => ConditionText.TryParse(text, Worked.Training, out _, out var error)
                    ? error is null
                    : error!.Column >= 1 && error.Column <= text.Length + 1).CheckThousandfold();
    }

    public sealed class WhatIsRead
    {
        [Fact]
        public void Should_Be_Found()
        {
            // 002, chapter 6: E_total is 0.02397190 and then 0.02323634.
            Timeline timeline = Worked.NewTimeline();
            new TimelineSearch(timeline, Parse("loss < 0.0236")).FindNext(Moment.Start)
                .ShouldBe(timeline.MomentOf(2, Worked.Plan.Find("E_total").Address!.Value));
            new TimelineSearch(timeline, Parse("w5 crosses 0.44")).FindPrevious(timeline.End)
                .ShouldBe(timeline.MomentOf(1, new Address(Worked.Plan.NextOf(Worked.Plan.SymbolOf(Worked.Plan.Find("w5").Address!.Value))!.Index, 0)));
            new TimelineSearch(timeline, Parse("NaN")).FindNext(Moment.Start).ShouldBeNull();
        }

        [Fact]
        public void Should_Be_Found_At_The_Samples_Own_Iterations()
        {
            Timeline timeline = TwoSamples.NewTimeline();
            TimelineSearch search = new(timeline, Parse("loss >= 0 for sample 2", TwoSamples));
            search.FindNext(Moment.Start).ShouldNotBeNull().Iteration.ShouldBe(2);
            search.FindPrevious(timeline.End, SearchStop.Every).ShouldNotBeNull().Iteration.ShouldBe(40);
        }
    }
}
