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

    public class TheOperandsProperty
    {
        [Fact]
        public void Should_list_operands_as_written()
        {
            Expression formula = (A * B) + new Expression.Square(C) - (A / 2.0);
            formula.Operands.ShouldBe([new(0, 0), new(0, 1), new(0, 2), new(0, 0)]);
        }

        [Fact]
        public void Should_not_look_into_the_body_of_an_abbreviation() =>
            new Expression.Abbreviation("twice", A, A + A).Operands.ShouldBe([new(0, 0)]);
    }
}
