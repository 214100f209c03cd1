using Lessons.Reading;

namespace Lessons.Tests.Reading;

public sealed class ProblemListTests
{
    private static Problem At(int line, int column, string file = "a.yaml", string found = "x") => new(file, line, column, found, "y", "do");

    public sealed class TheSortedProperty
    {
        [Fact]
        public void Should_Order_By_File_Line_And_Column()
        {
            var problems = new ProblemList();
            Problem[] expected = [At(0, 0), At(2, 9), At(10, 1), At(10, 2), At(1, 1, "b.yaml")];
            foreach (var problem in expected.Reverse())
            {
                problems.Add(problem);
            }

            problems.Sorted.ShouldBe(expected);
        }

        [Fact]
        public void Should_Keep_The_Order_Of_Adding_At_One_Place()
        {
            var problems = new ProblemList();
            problems.Add(At(1, 1, found: "second letter"));
            problems.Add(At(1, 1, found: "first letter"));

            problems.Sorted.Select(problem => problem.Found).ShouldBe(["second letter", "first letter"]);
        }
    }

    public sealed class TheAddMethod
    {
        [Fact]
        public void Should_Keep_Equal_Problems_Once()
        {
            var problems = new ProblemList();
            problems.Add(At(1, 1));
            problems.Add(At(1, 1));

            problems.Count.ShouldBe(1);
        }
    }

    public sealed class TheToStringMethod
    {
        [Fact]
        public void Should_Be_Empty_Without_Problems() => new ProblemList().ToString().ShouldBeEmpty();

        [Theory]
        [InlineData(100, 100, "a.yaml:100:1: found x; expected y; do")]
        [InlineData(101, 101, "and 1 more")]
        [InlineData(350, 101, "and 250 more")]
        public void Should_Write_A_Hundred_And_Count_The_Rest(int added, int lines, string last)
        {
            var problems = new ProblemList();
            for (var line = 1; line <= added; line++)
            {
                problems.Add(At(line, 1));
            }

            var written = problems.ToString().Split('\n');
            written.Length.ShouldBe(lines);
            written[^1].ShouldBe(last);
        }
    }
}
