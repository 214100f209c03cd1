using Engine.Numbers;
using Lessons.Text;

namespace Lessons.Tests.Text;

public sealed class SequencePaddingTests
{
    public sealed class ThePadMethod
    {
        [Fact]
        public void Should_Fill_The_Row_Of_An_Empty_Sequence() =>
            SequencePadding.Pad([[], [1, 2]], value: 9).Values.ToArray().ShouldBe([9, 9, 1, 2]);

        [Fact]
        public void Should_Give_No_Row_For_No_Sequence()
        {
            SequencePadding.Pad([]).Shape.ShouldBe(new Shape(0, 0));
            SequencePadding.Pad([], maxLength: 3).Shape.ShouldBe(new Shape(0, 3));
        }

        [Fact]
        public void Should_Cut_To_Nothing() => SequencePadding.Pad([[1, 2]], maxLength: 0).Shape.ShouldBe(new Shape(1, 0));

        [Fact]
        public void Should_Refuse_A_Negative_Length() =>
            Should.Throw<ArgumentOutOfRangeException>(() => SequencePadding.Pad([[1]], maxLength: -1)).Message.ShouldContain("at least 0");

        [Fact]
        public void Should_Refuse_A_Side_That_Is_Not_Known()
        {
            const SequenceSide Unknown = (SequenceSide)2;
            Should.Throw<ArgumentOutOfRangeException>(() => SequencePadding.Pad([], padding: Unknown)).ParamName.ShouldBe("padding");
            Should.Throw<ArgumentOutOfRangeException>(() => SequencePadding.Pad([], truncating: Unknown)).ParamName.ShouldBe("truncating");
        }
    }
}
