using Lessons.Quantities;

namespace Lessons.Tests.Quantities;

public sealed class NameTests
{
    public sealed class TheConstructor
    {
        [Theory]
        [InlineData("")]
        [InlineData("1a")]
        [InlineData("a b")]
        [InlineData("a.")]
        [InlineData(".a")]
        [InlineData("a..b")]
        [InlineData("a[1]")]
        public void Should_Refuse_What_Is_No_Identifier(string identifier) =>
            Should.Throw<ArgumentException>(() => new Name(identifier)).ParamName.ShouldBe("identifier");

        [Fact]
        public void Should_Refuse_The_Index_Zero() =>
            Should.Throw<ArgumentException>(() => new Name("w", [1, 0])).ParamName.ShouldBe("indices");
    }

    public sealed class TheEqualsMethod
    {
        [Fact]
        public void Should_Compare_Indices_By_Value()
        {
            new Name("w", [1, 2]).ShouldBe(new Name("w", [1, 2]));
            new Name("w", [1, 2]).GetHashCode().ShouldBe(new Name("w", [1, 2]).GetHashCode());
            new Name("w", [1, 2]).ShouldNotBe(new Name("w", [2, 1]));
            new Name("w").ShouldBe(new Name("w", []));
            new Name("w").ShouldNotBe(new Name("W"));
        }
    }
}
