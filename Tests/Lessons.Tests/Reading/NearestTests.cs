using Lessons.Reading;

namespace Lessons.Tests.Reading;

public sealed class NearestTests
{
    public sealed class TheToMethod
    {
        private static readonly string[] Known = ["learning-rate", "momentum", "units", "relu", "mean", "en", "ko", "w"];

        [Theory]
        [InlineData("learning_rate", "learning-rate")]
        [InlineData("learningRate", "learning-rate")]
        [InlineData("Learning Rate", "learning-rate")]
        [InlineData("LEARNING-RATE", "learning-rate")]
        [InlineData("ReLU", "relu")]
        [InlineData("W", "w")]
        [InlineData("momentun", "momentum")] // one replaced
        [InlineData("momntum", "momentum")] // one missing
        [InlineData("mommentum", "momentum")] // one too many
        [InlineData("unist", "units")] // two swapped: one mistake
        [InlineData("elu", "relu")]
        public void Should_Find_What_Was_Probably_Meant(string written, string expected) =>
            Nearest.To(written, Known).ShouldBe(expected);

        [Theory]
        [InlineData("epochs")]
        [InlineData("")]
        [InlineData("b")] // one letter of one is all of it
        [InlineData("rule")] // two mistakes in four letters
        [InlineData("kernel")]
        public void Should_Not_Guess(string written) => Nearest.To(written, Known).ShouldBeNull();

        [Fact]
        public void Should_Prefer_The_Nearest() => Nearest.To("weights-1", ["weights-22", "weights-2"]).ShouldBe("weights-2");

        [Fact]
        public void Should_Prefer_The_First_Of_Equally_Near_Ones() => Nearest.To("cat", ["car", "bat"]).ShouldBe("car");

        [Fact]
        public void Should_Find_Nothing_In_Nothing() => Nearest.To("a", []).ShouldBeNull();
    }
}
