using System.Collections.Immutable;
using Lessons.Checking;
using Lessons.Reading;

namespace Lessons.Tests.Checking;

public sealed class LessonCheckerTests
{
    private const string Shipped = "041-backprop-2-2-2.yaml";

    private static ImmutableArray<CheckRow> Check(string text)
    {
        ProblemList problems = new();
        return LessonChecker.Check(LessonReader.Parse(text, "a.yaml", problems).ShouldNotBeNull(problems.ToString()));
    }

    private static ImmutableArray<CheckRow> CheckWith(string text, string changed)
    {
        string lesson = LessonLibrary.TextOf(Shipped);
        lesson.ShouldContain(text);
        return Check(lesson.Replace(text, changed, StringComparison.Ordinal));
    }

    public sealed class TheCheckMethod
    {
        [Fact]
        public void Should_Agree_With_All_40_Numbers_Of_The_Worked_Example()
        {
            ImmutableArray<CheckRow> rows = Check(LessonLibrary.TextOf(Shipped));
            rows.Length.ShouldBe(40);
            rows.Where(row => !row.IsMatch).ShouldBeEmpty();
        }

        [Fact]
        public void Should_Keep_The_Lessons_Order_And_Say_Where_Each_Number_Comes_From()
        {
            ImmutableArray<CheckRow> rows = Check(LessonLibrary.TextOf(Shipped));
            rows.Select(row => row.Line).ShouldBeInOrder();
            CheckRow row = rows.Single(row => row is { Quantity: "z1", Iteration: 2 });
            row.Lesson.ShouldBe("backprop-2-2-2");
            row.Printed.Text.ShouldBe("0.07979778");
            row.Source.ShouldBe("002_d82fa7d1bd0f4ce9.txt, 6. 역전파 - 4단계 '결과 확인'");
            LessonLibrary.TextOf(Shipped).Split('\n')[row.Line - 1].Trim().ShouldBe("z1@2: 0.07979778");
        }

        [Fact]
        public void Should_Fail_Exactly_The_Number_Of_Which_One_Digit_Is_Changed()
        {
            string text = LessonLibrary.TextOf(Shipped);
            string[] lines = text.Split('\n');
            foreach (CheckRow right in Check(text))
            {
                string line = lines[right.Line - 1];
                string changed = line[..^1] + (char)(line[^1] == '9' ? '7' : line[^1] + 1);
                lines[right.Line - 1] = changed;
                CheckRow wrong = Check(string.Join('\n', lines)).Where(row => !row.IsMatch).ShouldHaveSingleItem();
                lines[right.Line - 1] = line;

                wrong.Quantity.ShouldBe(right.Quantity);
                wrong.Iteration.ShouldBe(right.Iteration);
                wrong.Printed.Text.ShouldBe(changed.Split(": ")[1]);
                wrong.Computed.ShouldBe(right.Computed);
                wrong.Tolerance.ShouldBe(right.Tolerance);
                wrong.Difference.ShouldBe(wrong.Computed - wrong.Printed.Value);
                Math.Abs(wrong.Difference).ShouldBeGreaterThan(wrong.Tolerance);
            }
        }

        [Fact]
        public void Should_Allow_Half_A_Unit_Of_The_Last_Printed_Digit()
        {
            CheckWith("h1: 0.51998934", "h1: 0.52").ShouldAllBe(row => row.IsMatch);
            CheckWith("h1: 0.51998934", "h1: 0.520").ShouldAllBe(row => row.IsMatch); // 0.51998934 rounds to it
            CheckWith("h1: 0.51998934", "h1: 0.5200").ShouldAllBe(row => row.IsMatch);
            CheckWith("h1: 0.51998934", "h1: 0.52000").Count(row => !row.IsMatch).ShouldBe(1);
        }

        [Fact]
        public void Should_Demand_The_Very_Double_Of_An_Exact_Number()
        {
            CheckWith("dz1/dw1: 0.1\n", "dz1/dw1: { printed: 0.1, exact: true }\n").ShouldAllBe(row => row.IsMatch);
            CheckWith("w5@2: 0.43703857", "w5@1: { printed: 0.45, exact: true }").ShouldAllBe(row => row.IsMatch);
            CheckRow row = CheckWith("h1: 0.51998934", "h1: { printed: 0.51998934, exact: true }")
                .Where(row => !row.IsMatch).ShouldHaveSingleItem();
            row.Quantity.ShouldBe("h1");
            row.Tolerance.ShouldBe(0);
        }

        [Fact]
        public void Should_Check_Derivatives_That_No_Step_Computes()
        {
            ImmutableArray<CheckRow> rows = CheckWith("dz1/dw1: 0.1\n", "dz1/dw1: 0.2\n      do1/dz2: 0\n      dE_total/dx1@2: 0.0000\n");
            rows.Where(row => !row.IsMatch).Select(row => row.Quantity).ShouldBe(["dz1/dw1", "dE_total/dx1"]);
            rows.Single(row => row.Quantity == "dz1/dw1").Computed.ShouldBe(0.1);
        }

        [Fact]
        public void Should_Have_Nothing_To_Say_Where_Nothing_Is_Expected()
        {
            string text = LessonLibrary.TextOf(Shipped);
            Check(text[..text.IndexOf("expectations:", StringComparison.Ordinal)]).ShouldBeEmpty();
        }
    }
}
