using Engine.Formulas;
using Engine.Tests.Support;

namespace Engine.Tests.Formulas;

public class ExpressionTests
{
    private static readonly Expression A = new Expression.Operand(0, 0);
    private static readonly Expression B = new Expression.Operand(0, 1);
    private static readonly Expression C = new Expression.Operand(0, 2);

    /// <summary>Numbers for which the order and number of roundings shows: 1 + ε squared is not a double.</summary>
    private static readonly double[] Awkward = [1 + double.BitIncrement(0.1), -(1 + double.BitIncrement(0.1)), double.BitIncrement(0.1)];

    private static double Value(Expression expression, params double[] values) => expression.Evaluate(operand => values[operand.Cell]);

    public class TheEvaluateMethod
    {
        [Fact]
        public void Should_round_once_a_product_in_a_fused_sum()
        {
            Expression.Sum sum = new([new(A * A), new(A * B)], Fused: true);
            double x = Awkward[0];
            Value(sum, Awkward).ShouldBeBitEqual(Math.FusedMultiplyAdd(x, -x, Math.FusedMultiplyAdd(x, x, 0)), "fused");
            Value(sum, Awkward).ShouldNotBe(0);
        }

        [Fact]
        public void Should_round_products_and_additions_in_a_plain_sum()
        {
            Expression.Sum sum = new([new(A * A), new(A * B)]);
            Value(sum, Awkward).ShouldBeBitEqual(0, "plain");
        }

        [Fact]
        public void Should_add_from_left_to_right()
        {
            Value(A + B + C, 1e16, 1, 1).ShouldBe(1e16);
            Value(A + (B + C), 1e16, 1, 1).ShouldBe(1e16 + 2);
        }

        [Fact]
        public void Should_multiply_from_left_to_right()
        {
            Expression.Product product = new([A, B, C]);
            Value(product, 1e200, 1e200, 1e-300).ShouldBe(double.PositiveInfinity);
            Value(product, 1e200, 1e-300, 1e200).ShouldBe(1e200 * 1e-300 * 1e200);
        }

        [Fact]
        public void Should_take_away_negative_terms_fused_or_not()
        {
            Value(new Expression.Sum([new(A * B, Negative: true), new(C, Negative: true)], Fused: true), 2, 3, 4).ShouldBe(-10);
            Value(new Expression.Sum([new(A * B, Negative: true), new(C, Negative: true)]), 2, 3, 4).ShouldBe(-10);
        }

        [Fact]
        public void Should_keep_the_sign_of_zero_in_a_plain_sum_of_one() =>
            Value(new Expression.Sum([new(A)]), -0.0).ShouldBeBitEqual(-0.0, "plain");

        [Fact]
        public void Should_begin_a_fused_sum_at_zero() =>
            Value(new Expression.Sum([new(A)], Fused: true), -0.0).ShouldBeBitEqual(0, "fused");

        [Theory]
        [InlineData(0, 10)]
        [InlineData(-0.0, 10)]
        [InlineData(2, 30)]
        [InlineData(3, double.NaN)]
        [InlineData(-1, double.NaN)]
        [InlineData(1.5, double.NaN)]
        [InlineData(1e300, double.NaN)]
        [InlineData(double.NaN, double.NaN)]
        public void Should_choose_by_a_number_and_know_none_beyond(double index, double chosen) =>
            Value(new Expression.Selection(A, [10.0, 20.0, 30.0]), index).ShouldBe(chosen);

        [Fact]
        public void Should_match_equal_numbers_only()
        {
            Expression.Match match = new(A, B, 1.0, 2.0);
            Value(match, 3, 3).ShouldBe(1);
            Value(match, 0, -0.0).ShouldBe(1);
            Value(match, 3, double.BitIncrement(3)).ShouldBe(2);
            Value(match, double.NaN, double.NaN).ShouldBe(2);
        }

        [Theory]
        [InlineData(1, 2, 3, 2)]
        [InlineData(2, 3, 3, 1)]
        [InlineData(1, 1, 1, 0)]
        [InlineData(0.0, -0.0, -1, 0)]
        [InlineData(5, double.NaN, 9, 1)]
        [InlineData(double.NaN, 5, double.NaN, 0)]
        public void Should_find_the_first_of_the_greatest(double a, double b, double c, double position)
        {
            Value(new Expression.PositionOfMaximum([A, B, C]), a, b, c).ShouldBe(position);
            Value(new Expression.Maximum([A, B, C]), a, b, c).ShouldBe(new[] { a, b, c }[(int)position]);
        }

        [Fact]
        public void Should_know_the_other_formulas()
        {
            Value(A / B, 1, 4).ShouldBe(0.25);
            Value(-A, 3).ShouldBe(-3);
            Value(A - B, 3, 5).ShouldBe(-2);
            Value(new Expression.Square(A), -3).ShouldBe(9);
            Value(new Expression.Call(ElementaryFunction.Exponential, A), 1).ShouldBe(Math.E);
            Value(new Expression.Abbreviation("twice", A, A + A), 4).ShouldBe(8);
        }
    }

    public class TheDecidedMethod
    {
        private static readonly Expression.Selection Row = new(A, [B, C, B * C]);

        private static Expression Decide(Expression expression, params double[] values) => expression.Decided(operand => values[operand.Cell]);

        [Fact]
        public void Should_leave_what_is_chosen()
        {
            Decide(Row, 1).ShouldBe(C);
            Decide(Row + 1.0, 0).ShouldBeOfType<Expression.Sum>().Terms[0].Value.ShouldBe(B);
            Decide(Row, 7).ShouldBe(new Expression.Constant(double.NaN));
            Decide(new Expression.Match(A, 1.0, B, C), 1).ShouldBe(B);
            Decide(new Expression.Match(A, 1.0, B, Row), 2, 3, 4).ShouldBeOfType<Expression.Product>().Factors.ShouldBe([B, C]);
        }

        [Fact]
        public void Should_leave_out_the_terms_that_matches_take_away()
        {
            Expression.Sum sum = new([new(new Expression.Match(A, 1.0, B, 0.0)), new(new Expression.Match(A, 2.0, C, 0.0)), new(B, Negative: true)]);
            Decide(sum, 2).ShouldBeOfType<Expression.Sum>().Terms.ShouldBe([new(C), new(B, Negative: true)]);
            Decide(new Expression.Sum([new(new Expression.Match(A, 1.0, B, 0.0))]), 5).ShouldBe(new Expression.Constant(0));
        }

        [Fact]
        public void Should_change_no_value()
        {
            Expression formula = new Expression.Sum([new(new Expression.Match(A, 1.0, B, 0.0)), new(Row), new(Row * B)], Fused: true);
            foreach (double index in new[] { 0, 1, 2 })
            {
                double[] values = [index, 0.1, 0.7];
                Value(Decide(formula, values), values).ShouldBeBitEqual(Value(formula, values), $"index {index}");
            }
        }

        [Fact]
        public void Should_be_the_same_where_nothing_is_chosen()
        {
            Expression formula = (A * B) + new Expression.Choice(A, B, C, 0.0);
            formula.HasChoices.ShouldBeFalse();
            Decide(formula, 1, 2, 3).ShouldBeSameAs(formula);
        }
    }

    public class TheReplaceMethod
    {
        [Fact]
        public void Should_reach_every_operand_of_what_chooses()
        {
            Expression formula = new Expression.Selection(A, [B, new Expression.Match(A, B, C, 0.0), new Expression.PositionOfMaximum([A, B])]);
            formula.Replace(operand => operand with { Cell = operand.Cell + 10 }).Operands.Select(operand => operand.Cell)
                .ShouldBe([10, 11, 12, 10, 11, 10, 11]);
        }
    }

    public class TheOperandsProperty
    {
        [Fact]
        public void Should_list_operands_as_written()
        {
            Expression formula = (A * B) + new Expression.Square(C) - (A / 2.0);
            formula.Operands.ShouldBe([new(0, 0), new(0, 1), new(0, 2), new(0, 0)]);
        }

        [Fact]
        public void Should_list_only_what_counts_where_numbers_choose()
        {
            Expression formula = new Expression.Selection(A, [B, C]) + new Expression.Match(A, 1.0, B, 2.0 * C);
            formula.Operands.Select(operand => operand.Cell).ShouldBe([0, 1, 2, 1, 0, 2]);
            formula.OperandsOf(_ => 1).Select(operand => operand.Cell).ShouldBe([0, 2, 0, 1]);
            formula.OperandsOf(_ => 0).Select(operand => operand.Cell).ShouldBe([0, 1, 0, 2]);
        }

        [Fact]
        public void Should_not_look_into_the_body_of_an_abbreviation() =>
            new Expression.Abbreviation("twice", A, A + A).Operands.ShouldBe([new(0, 0)]);
    }
}
