using Engine.Numbers;
using Lessons.Text;

namespace Lessons.Tests.Text;

public sealed class OneHotEncodingTests
{
    public sealed class TheOfMethod
    {
        [Fact]
        public void Should_Give_No_Row_For_No_Index()
        {
            OneHotEncoding.Of([]).Shape.ShouldBe(new Shape(0, 0));
            OneHotEncoding.Of([], 3).Shape.ShouldBe(new Shape(0, 3));
        }

        [Theory]
        [InlineData(3, 3, "from 0 to 2")]
        [InlineData(-1, 3, "from 0 to 2")]
        [InlineData(-1, null, "at least 0")]
        public void Should_Refuse_An_Index_Outside_The_Classes(int index, int? classes, string range)
        {
            var error = Should.Throw<ArgumentOutOfRangeException>(() => OneHotEncoding.Of([0, index], classes));
            error.ActualValue.ShouldBe(index);
            error.Message.ShouldContain(range);
        }

        [Fact]
        public void Should_Refuse_Fewer_Than_One_Class() =>
            Should.Throw<ArgumentOutOfRangeException>(() => OneHotEncoding.Of([], 0)).Message.ShouldContain("at least 1");
    }
}
