using Engine.Formulas;

namespace Engine.Tests.Formulas;

public class FormulaTextTests
{
    private static readonly Expression A = new Expression.Operand(0, 0);
    private static readonly Expression B = new Expression.Operand(0, 1);
    private static readonly Expression C = new Expression.Operand(0, 2);

    private static readonly string[] Names = ["a", "b", "c"];

    private static string Plain(Expression formula, params string[] texts) =>
        FormulaText.Of(formula, operand => (texts.Length == 0 ? Names : texts)[operand.Cell], Notation.Plain);

    private static string Mathematical(Expression formula, params string[] texts) =>
        FormulaText.Of(formula, operand => (texts.Length == 0 ? Names : texts)[operand.Cell], Notation.Mathematical);

    public class Precedence
    {
        public static TheoryData<Expression, string, string> Formulas => new()
        {
            { A + B - C, "a + b - c", "a + b − c" },
            { A - (B + C), "a - (b + c)", "a − (b + c)" },
            { A - (B - C), "a - (b - c)", "a − (b − c)" },
            { (A + B) * C, "(a + b) * c", "(a + b) × c" },
            { A * (B + C), "a * (b + c)", "a × (b + c)" },
            { A * B * C, "a * b * c", "a × b × c" },
            { A * (B * C), "a * (b * c)", "a × (b × c)" },
            { A * (B / C), "a * (b / c)", "a × (b / c)" },
            { A * B / C, "a * b / c", "a × b / c" },
            { A / (B * C), "a / (b * c)", "a / (b × c)" },
            { A / B / C, "a / b / c", "a / b / c" },
            { A / (B / C), "a / (b / c)", "a / (b / c)" },
            { -A, "-a", "−a" },
            { -(A + B), "-(a + b)", "−(a + b)" },
            { -(A * B), "-(a * b)", "−(a × b)" },
            { -(-A), "-(-a)", "−(−a)" },
            { A + -B, "a + (-b)", "a + (−b)" },
            { -A + B, "-a + b", "−a + b" },
            { A * -B, "a * (-b)", "a × (−b)" },
            { new Expression.Square(A), "a^2", "a²" },
            { new Expression.Square(A - B), "(a - b)^2", "(a − b)²" },
            { new Expression.Square(A * B), "(a * b)^2", "(a × b)²" },
            { new Expression.Square(-A), "(-a)^2", "(−a)²" },
            { new Expression.Square(new Expression.Square(A)), "(a^2)^2", "(a²)²" },
            { A / new Expression.Square(B), "a / b^2", "a / b²" },
            { 0.5 * new Expression.Square(A - B), "0.5 * (a - b)^2", "½ (a − b)²" },
            { A * 0.5 * B, "a * 0.5 * b", "a × ½ × b" },
            { A + -2.0, "a + (-2)", "a + (−2)" },
            { -2.0 * A, "(-2) * a", "(−2) × a" },
            { 1.25e-7 * A, "1.25e-7 * a", "1.25e−7 × a" },
            { 1.0 / (1.0 + new Expression.Call(ElementaryFunction.Exponential, -A)), "1 / (1 + exp(-a))", "1 / (1 + exp(−a))" },
            { new Expression.Abbreviation("sigmoid", A + B, 0.0), "sigmoid(a + b)", "sigmoid(a + b)" },
            { new Expression.Square(new Expression.Abbreviation("sigmoid", A, 0.0)), "sigmoid(a)^2", "sigmoid(a)²" },
            { new Expression.Sum([new(A, Negative: true), new(B)]), "-a + b", "−a + b" },
            { new Expression.Sum([new(A)]) * B, "a * b", "a × b" },
            { new Expression.Sum([new(A, Negative: true)]) * B, "(-a) * b", "(−a) × b" },
            { new Expression.Sum([new(A + B, Negative: true)]), "-(a + b)", "−(a + b)" },
            { new Expression.Match(A, 2.0, B, 0.0) * C, "{b if a = 2, else 0} * c", "{b if a = 2, else 0} × c" },
            { new Expression.Selection(A, [B, B + C]) * 2.0, "{b if a = 0, b + c if a = 1} * 2", "{b if a = 0, b + c if a = 1} × 2" },
            { new Expression.PositionOfMaximum([A, -B]) + C, "argmax(a, -b) + c", "argmax(a, −b) + c" },
        };

        [Theory]
        [MemberData(nameof(Formulas))]
        public void Should_be_kept_by_parentheses(Expression formula, string plain, string mathematical)
        {
            Plain(formula).ShouldBe(plain);
            Mathematical(formula).ShouldBe(mathematical);
        }
    }

    public class NegativeNumbers
    {
        [Fact]
        public void Should_stand_in_parentheses_except_at_the_beginning()
        {
            string[] numbers = ["-0.3", "-1", "-2"];
            Plain(A + B - C, numbers).ShouldBe("-0.3 + (-1) - (-2)");
            Plain((A * B) + C, numbers).ShouldBe("(-0.3) * (-1) + (-2)");
            Mathematical(A - (B * C), numbers).ShouldBe("−0.3 − (−1) × (−2)");
            Mathematical(new Expression.Square(A), numbers).ShouldBe("(−0.3)²");
            Plain(-A, numbers).ShouldBe("-(-0.3)");
            Plain(new Expression.Call(ElementaryFunction.Exponential, A), numbers).ShouldBe("exp(-0.3)");
        }
    }

    public class Derivatives
    {
        [Fact]
        public void Should_be_in_parentheses_where_a_square_would_take_only_their_end() =>
            Plain(new Expression.Square(A), "dE_total/dw5").ShouldBe("(dE_total/dw5)^2");

        [Fact]
        public void Should_be_in_parentheses_where_they_are_divided_by() =>
            Plain(B / A, "dE_total/dw5", "b").ShouldBe("b / (dE_total/dw5)");

        [Fact]
        public void Should_be_in_parentheses_where_a_path_is_named() =>
            Plain(A * B, "dE_total/dh1 via z3", "b").ShouldBe("(dE_total/dh1 via z3) * b");

        [Fact]
        public void Should_stand_alone_in_a_chain() => Plain(A * B, "dE_total/do1", "do1/dz3").ShouldBe("dE_total/do1 * do1/dz3");
    }

    public class LongSums
    {
        private static string Elided(int terms, int mostTerms, Notation notation = Notation.Plain, bool negative = false)
        {
            var sum = Enumerable.Range(0, terms).Select(cell => new Expression.Term(new Expression.Operand(0, cell), negative && cell > 0));
            return FormulaText.Of(new Expression.Sum([.. sum]), operand => $"x{operand.Cell + 1}", notation, mostTerms);
        }

        [Theory]
        [InlineData(3, 3, "x1 + x2 + x3")]
        [InlineData(4, 3, "x1 + x2 + ... (4) + x4")]
        [InlineData(784, 4, "x1 + x2 + x3 + ... (784) + x784")]
        [InlineData(3, 2, "x1 + ... (3) + x3")]
        [InlineData(3, 0, "x1 + ... (3) + x3")]
        public void Should_show_their_beginning_their_length_and_their_end(int terms, int mostTerms, string text) =>
            Elided(terms, mostTerms).ShouldBe(text);

        [Fact]
        public void Should_follow_the_notation_and_keep_signs()
        {
            Elided(5, 3, Notation.Mathematical).ShouldBe("x1 + x2 + … (5) + x5");
            Elided(5, 3, Notation.Plain, negative: true).ShouldBe("x1 - x2 + ... (5) - x5");
        }
    }

    public class LongLists
    {
        private static readonly Expression[] Many = [.. Enumerable.Range(0, 5000).Select(cell => new Expression.Operand(0, cell))];

        private static string Elided(Expression formula, int mostTerms, Notation notation = Notation.Plain) =>
            FormulaText.Of(formula, operand => $"x{operand.Cell + 1}", notation, mostTerms);

        [Fact]
        public void Should_show_a_few_choices_and_how_many_there_are()
        {
            Expression.Selection selection = new(new Expression.Operand(0, 9), [.. Many]);
            Elided(selection, int.MaxValue).ShouldBe("{x1 if x10 = 0, x2 if x10 = 1, x3 if x10 = 2, ... (5000), x5000 if x10 = 4999}");
            Elided(selection, 2, Notation.Mathematical).ShouldBe("{x1 if x10 = 0, … (5000), x5000 if x10 = 4999}");
        }

        [Fact]
        public void Should_show_as_many_candidates_as_terms()
        {
            Elided(new Expression.PositionOfMaximum([.. Many[..5]]), 3).ShouldBe("argmax(x1, x2, ... (5), x5)");
            Elided(new Expression.Maximum([.. Many[..5]]), 3, Notation.Mathematical).ShouldBe("max(x1, x2, … (5), x5)");
            Elided(new Expression.Maximum([.. Many[..5]]), 5).ShouldBe("max(x1, x2, x3, x4, x5)");
        }
    }

    public class TheSpansMethod
    {
        [Fact]
        public void Should_mark_what_stands_for_an_operand()
        {
            FormulaSpan[] spans = [.. FormulaText.Spans((A * B) + C, operand => Names[operand.Cell], Notation.Plain)];
            spans.ShouldBe(
            [
                new("a", new(0, 0)),
                new(" * "),
                new("b", new(0, 1)),
                new(" + "),
                new("c", new(0, 2)),
            ]);
        }
    }
}
