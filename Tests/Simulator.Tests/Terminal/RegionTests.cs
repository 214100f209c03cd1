namespace Simulator.Terminal;

public class RegionTests
{
    public class TheSplitMethods
    {
        private readonly Region region = new(2, 3, 10, 6);

        [Fact]
        public void Should_share_out_the_region()
        {
            region.SplitTop(2, out var below).ShouldBe(new Region(2, 3, 10, 2));
            below.ShouldBe(new Region(2, 5, 10, 4));
            region.SplitBottom(2, out var above).ShouldBe(new Region(2, 7, 10, 2));
            above.ShouldBe(new Region(2, 3, 10, 4));
            region.SplitLeft(4, out var right).ShouldBe(new Region(2, 3, 4, 6));
            right.ShouldBe(new Region(6, 3, 6, 6));
            region.SplitRight(4, out var left).ShouldBe(new Region(8, 3, 4, 6));
            left.ShouldBe(new Region(2, 3, 6, 6));
        }

        [Theory]
        [InlineData(-5, 0)]
        [InlineData(99, 6)]
        public void Should_take_no_more_than_there_is(int wanted, int taken)
        {
            region.SplitTop(wanted, out var rest).Rows.ShouldBe(taken);
            rest.Rows.ShouldBe(6 - taken);
            region.SplitBottom(wanted, out rest).Rows.ShouldBe(taken);
            rest.Rows.ShouldBe(6 - taken);
        }
    }

    public class TheInsetMethod
    {
        [Fact]
        public void Should_never_be_negative()
        {
            new Region(0, 0, 10, 6).Inset(2, 1).ShouldBe(new Region(2, 1, 6, 4));
            new Region(0, 0, 3, 1).Inset(2).IsEmpty.ShouldBeTrue();
            new Region(0, 0, -3, -1).ShouldBe(new Region(0, 0, 0, 0));
            (new Region(0, 0, 3, 3) with { Rows = -1 }).Rows.ShouldBe(0);
        }
    }
}
