using Lessons.Reading;

namespace Lessons.Tests.Reading;

public sealed class ProblemTests
{
    public sealed class TheToStringMethod
    {
        [Fact]
        public void Should_Begin_With_The_Place() =>
            new Problem("a.yaml", 3, 7, "'x'", "a number", "write a number").ToString()
                .ShouldBe("a.yaml:3:7: found 'x'; expected a number; write a number");

        [Fact]
        public void Should_Leave_Out_The_Place_Of_A_Whole_File() =>
            new Problem("a.yaml", 0, 0, "an empty file", "a lesson", "write one").ToString()
                .ShouldBe("a.yaml: found an empty file; expected a lesson; write one");
    }
}
