namespace Lessons.Tests;

public sealed class LocalizedTextTests
{
    public sealed class TheInMethod
    {
        [Theory]
        [InlineData(Language.English, "slope")]
        [InlineData(Language.Korean, "기울기")]
        public void Should_Give_The_Text_Of_The_Language(Language language, string expected) =>
            new LocalizedText("slope", "기울기").In(language).ShouldBe(expected);

        [Fact]
        public void Should_Refuse_A_Language_That_Is_Not_Known() =>
            Should.Throw<ArgumentOutOfRangeException>(() => new LocalizedText("a", "b").In((Language)2));
    }
}
