using Engine.Activations;
using Engine.Formulas;
using Engine.Tests.Support;
using Oracles;

namespace Engine.Tests.Formulas;

public class FormulaDerivativeTests
{
    private static readonly Expression A = new Expression.Operand(0, 0);
    private static readonly Expression B = new Expression.Operand(0, 1);
    private static readonly Expression C = new Expression.Operand(0, 2);

    private static Expression.Call Exp(Expression argument) => new Expression.Call(ElementaryFunction.Exponential, argument);

    private static Expression.Square Squared(Expression value) => new Expression.Square(value);

    private static string Text(Expression formula) => FormulaText.Of(formula, operand => $"{"abc"[operand.Cell]}", Notation.Plain);

    public class EveryKindOfFormula
    {
        public static TheoryData<Expression> Formulas => new()
        {
            2.0,
            A,
            A + B - C,
            -(A - B),
            A * B * C,
            new Expression.Product([A, B, C]),
            new Expression.Product([A, A, A]),
            new Expression.Product([A, -B, 3.0 * C]),
            (A * A) + (A * B),
            A / B,
            2.0 / A,
            A / 4.0,
            A / A,
            (A + B) / Squared(B + 5.0),
            Squared(A),
            Squared(Squared(A - B)),
            0.5 * Squared(A - B),
            Exp(A),
            Exp(-A * B),
            1.0 / (1.0 + Exp(-A)),
            new Expression.Abbreviation("f", A * B, Exp(A * B) - C),
            new Expression.Abbreviation("f", A * B, Exp(A * B), Exp(A * B)),
            new Expression.Sum([new(A * B, Negative: true), new(C * A), new(B)], Fused: true),
            new Expression.Sum([new(Exp(A), Negative: true)]),
            Exp(A) * Exp(B) / (1.0 + Squared(C)),
            new Expression.Selection(1.0, [A, A * B, C]),
            new Expression.Selection(2.0, [A, A * B, C]) * A,
            new Expression.Selection(0.0, [B, 2.0]),
            new Expression.Match(1.0, 1.0, A * B, C),
            new Expression.Match(1.0, 2.0, A * B, C),
            new Expression.Match(A, 0.123, B, C * B),
        };

        [Theory]
        [MemberData(nameof(Formulas))]
        public void Should_agree_with_central_differences(Expression formula)
        {
            foreach (double[] point in new double[][] { [0.3, -1.2, 0.7], [-2, 1.5, 1], [1, 1, 1], [1.5, 0.25, 0], [1, -1, -2] })
            {
                double[] expected = CentralDifferences.Gradient(values => formula.Evaluate(operand => values[operand.Cell]), point);
                double[] reverse = new double[3];
                FormulaDerivative.Accumulate(formula, 1, operand => point[operand.Cell], (operand, part) => reverse[operand.Cell] += part);
                double[] scaled = new double[3];
                FormulaDerivative.Accumulate(formula, -2.5, operand => point[operand.Cell], (operand, part) => scaled[operand.Cell] += part);
                for (int cell = 0; cell < 3; cell++)
                {
                    string where = $"d({Text(formula)})/d{"abc"[cell]}";
                    double symbolic = FormulaDerivative.Of(formula, new Expression.Operand(0, cell)).Evaluate(operand => point[operand.Cell]);
                    symbolic.ShouldAgree(expected[cell], 1e-8, where + " symbolic");
                    reverse[cell].ShouldAgree(expected[cell], 1e-8, where + " reverse");
                    scaled[cell].ShouldAgree(-2.5 * expected[cell], 1e-8, where + " with a seed");
                }
            }
        }
    }

    public class TheOfMethod
    {
        [Fact]
        public void Should_tell_inputs_apart() =>
            FormulaDerivative.Of(A, new Expression.Operand(1, 0)).ShouldBe(new Expression.Constant(0));

        [Fact]
        public void Should_simplify_as_people_do()
        {
            Expression.Operand a = new(0, 0);
            Expression.Operand b = new(0, 1);
            Text(FormulaDerivative.Of(A * B, a)).ShouldBe("b");
            Text(FormulaDerivative.Of(0.5 * Squared(A - B), b)).ShouldBe("-(a - b)");
            Text(FormulaDerivative.Of((A * B) + (C * B), a)).ShouldBe("b");
            Text(FormulaDerivative.Of(A - (B * C), b)).ShouldBe("-c");
            Text(FormulaDerivative.Of(A / 4.0, a)).ShouldBe("1 / 4");
            Text(FormulaDerivative.Of(A + B, new Expression.Operand(0, 2))).ShouldBe("0");
        }

        [Fact]
        public void Should_say_when_a_choice_is_the_variable()
        {
            Expression.Selection selection = new(A, [B, C]);
            Text(FormulaDerivative.Of(selection, new Expression.Operand(0, 1))).ShouldBe("{1 if a = 0, else 0}");
            Text(FormulaDerivative.Of(new Expression.Match(A, 3.0, B, 0.0), new Expression.Operand(0, 1))).ShouldBe("{1 if a = 3, else 0}");
            Text(FormulaDerivative.Of(new Expression.PositionOfMaximum([A, B]), new Expression.Operand(0, 1))).ShouldBe("0");
        }

        [Fact]
        public void Should_use_the_slope_of_an_abbreviation() =>
            Text(FormulaDerivative.Of(new Sigmoid().Of(A), new Expression.Operand(0, 0))).ShouldBe("sigmoid(a) * (1 - sigmoid(a))");
    }

    public class TheAccumulateMethod
    {
        [Fact]
        public void Should_hand_an_operand_one_part_an_occurrence()
        {
            List<double> parts = [];
            FormulaDerivative.Accumulate(A * A, 1, _ => 3, (_, part) => parts.Add(part));
            parts.ShouldBe([3, 3]);
        }
    }
}
