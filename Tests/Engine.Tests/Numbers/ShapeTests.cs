using Engine.Numbers;

namespace Engine.Tests.Numbers;

public class ShapeTests
{
    public class TheConstructor
    {
        [Theory]
        [InlineData(new int[0], 0, 1)]
        [InlineData(new[] { 4 }, 1, 4)]
        [InlineData(new[] { 2, 3 }, 2, 6)]
        [InlineData(new[] { 2, 0, 3 }, 3, 0)]
        public void Should_know_rank_and_size(int[] lengths, int rank, int size)
        {
            Shape shape = new(lengths);
            shape.Rank.ShouldBe(rank);
            shape.Size.ShouldBe(size);
            shape.Lengths.ToArray().ShouldBe(lengths);
        }

        [Fact]
        public void Should_refuse_a_negative_length() =>
            Should.Throw<ArgumentOutOfRangeException>(() => new Shape(2, -1)).ParamName.ShouldBe("lengths");

        [Fact]
        public void Should_refuse_more_cells_than_can_be_numbered() => Should.Throw<OverflowException>(() => new Shape(1 << 16, 1 << 16));

        [Fact]
        public void Should_keep_its_lengths_when_the_array_changes()
        {
            int[] lengths = [2, 3];
            Shape shape = new(lengths);
            lengths[0] = 9;
            shape[0].ShouldBe(2);
        }
    }

    public class TheCellAtMethod
    {
        [Theory]
        [InlineData(0, 0, 0)]
        [InlineData(0, 2, 2)]
        [InlineData(1, 0, 3)]
        [InlineData(1, 2, 5)]
        public void Should_number_cells_row_by_row(int row, int column, int cell) => new Shape(2, 3).CellAt(row, column).ShouldBe(cell);

        [Fact]
        public void Should_find_the_only_cell_of_a_scalar() => Shape.Scalar.CellAt().ShouldBe(0);

        [Theory]
        [InlineData(2, 0)]
        [InlineData(0, 3)]
        [InlineData(-1, 0)]
        public void Should_refuse_a_position_outside(int row, int column) =>
            Should.Throw<ArgumentOutOfRangeException>(() => new Shape(2, 3).CellAt(row, column)).ParamName.ShouldBe("position");

        [Fact]
        public void Should_refuse_too_few_positions() =>
            Should.Throw<ArgumentException>(() => new Shape(2, 3).CellAt(1)).Message.ShouldStartWith("A cell of shape 2 × 3 has 2 positions, not 1.");
    }

    public class ThePositionOfMethod
    {
        [Fact]
        public void Should_undo_CellAt()
        {
            Shape shape = new(2, 3, 4);
            for (int cell = 0; cell < shape.Size; cell++)
            {
                shape.CellAt([.. shape.PositionOf(cell)]).ShouldBe(cell);
            }

            shape.PositionOf(17).ShouldBe([1, 1, 1]);
        }

        [Theory]
        [InlineData(-1)]
        [InlineData(6)]
        public void Should_refuse_a_cell_outside(int cell) => Should.Throw<ArgumentOutOfRangeException>(() => new Shape(2, 3).PositionOf(cell));
    }

    public class TheOtherMembers
    {
        [Fact]
        public void Should_compare_by_lengths()
        {
            new Shape(2, 3).ShouldBe(new Shape(2, 3));
            new Shape(2, 3).GetHashCode().ShouldBe(new Shape(2, 3).GetHashCode());
            new Shape(2, 3).ShouldNotBe(new Shape(3, 2));
            new Shape(6).ShouldNotBe(new Shape(2, 3));
            new Shape(1).Equals(Shape.Scalar).ShouldBeFalse();
            new Shape(1).Equals(null).ShouldBeFalse();
        }

        [Fact]
        public void Should_add_an_innermost_axis_and_take_away_an_outermost()
        {
            new Shape(2, 3).Append(4).ShouldBe(new Shape(2, 3, 4));
            new Shape(2, 3).WithoutFirst().ShouldBe(new Shape(3));
            Should.Throw<InvalidOperationException>(Shape.Scalar.WithoutFirst);
        }

        [Fact]
        public void Should_be_written_as_people_do()
        {
            new Shape(2, 3).ToString().ShouldBe("2 × 3");
            Shape.Scalar.ToString().ShouldBe("scalar");
        }
    }
}
