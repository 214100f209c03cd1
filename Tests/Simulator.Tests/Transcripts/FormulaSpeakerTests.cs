using Engine.Formulas;
using Engine.Tests.Operations;
using Lessons;
using Simulator.Resources;
using Simulator.Transcripts;

namespace Simulator.Tests.Transcripts;

/// <summary>Formulas in words.</summary>
public sealed class FormulaSpeakerTests
{
    private static readonly Expression A = new Expression.Operand(0, 0);
    private static readonly Expression B = new Expression.Operand(0, 1);
    private static readonly Expression C = new Expression.Operand(0, 2);

    public static TheoryData<string, string, string> Sentences() => new()
    {
        { "a sum of products", "a times b plus c", "a 곱하기 b 더하기 c" },
        { "a product of a sum", "the quantity a plus b, end quantity, times c", "괄호 열기 a 더하기 b 괄호 닫기 곱하기 c" },
        { "a difference of a sum", "a minus the quantity b plus c, end quantity", "a 빼기 괄호 열기 b 더하기 c 괄호 닫기" },
        { "a fraction below", "a divided by the quantity b times c, end quantity", "a 나누기 괄호 열기 b 곱하기 c 괄호 닫기" },
        { "a fraction above", "a times b divided by c", "a 곱하기 b 나누기 c" },
        { "a square of a sign", "the quantity minus a, end quantity, squared", "괄호 열기 마이너스 a 괄호 닫기 제곱" },
        { "a sign of a square", "minus a squared", "마이너스 a 제곱" },
        { "a root of a sum", "the square root of the quantity a plus b, end quantity", "루트 괄호 열기 a 더하기 b 괄호 닫기" },
        { "a root and a sum", "the square root of a, plus b", "루트 a, 더하기 b" },
        { "a power", "a to the power of the quantity b plus c, end quantity", "a의 괄호 열기 b 더하기 c 괄호 닫기 제곱" },
        { "a choice", "a if b is greater than c, otherwise 0", "b가 c보다 크면 a, 아니면 0" },
        { "a choice in a product", "c times the quantity a if b is at least 0, otherwise 0, end quantity", "c 곱하기 괄호 열기 b가 0보다 크거나 같으면 a, 아니면 0 괄호 닫기" },
        { "the greatest", "the greatest of: a; b; c", "다음 가운데 가장 큰 값: a; b; c" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Should_say_what_belongs_together(string formula, string english, string korean)
    {
        Expression expression = formula switch
        {
            "a sum of products" => (A * B) + C,
            "a product of a sum" => (A + B) * C,
            "a difference of a sum" => A - (B + C),
            "a fraction below" => A / (B * C),
            "a fraction above" => A * B / C,
            "a square of a sign" => new Expression.Square(-A),
            "a sign of a square" => -new Expression.Square(A),
            "a root of a sum" => new Expression.Call(ElementaryFunction.SquareRoot, A + B),
            "a root and a sum" => new Expression.Call(ElementaryFunction.SquareRoot, A) + B,
            "a power" => new Expression.Power(A, B + C),
            "a choice" => new Expression.Choice(B, C, A, 0.0),
            "a choice in a product" => C * new Expression.Choice(B, 0.0, A, 0.0, OrEqual: true),
            _ => new Expression.Maximum([A, B, C]),
        };
        Say(expression, Language.English).ShouldBe(english);
        Say(expression, Language.Korean).ShouldBe(korean);
    }

    [Theory]
    [InlineData(Language.English, "and 778 more terms")]
    [InlineData(Language.Korean, "그리고 항 778개 더")]
    public void Should_shorten_long_sums(Language language, string more)
    {
        Expression sum = new Expression.Sum([.. Enumerable.Repeat(new Expression.Term(A * B), 784)]);
        string spoken = Say(sum, language);
        spoken.ShouldEndWith(more);
        spoken.Split('a').Length.ShouldBeLessThan(20);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Korean)]
    public void Should_have_words_for_every_operation(Language language)
    {
        OperationTable.Cases.Count.ShouldBeGreaterThan(50);
        foreach (OperationCase operation in OperationTable.Cases)
        {
            int cells = operation.Operation.ShapeOf(operation.Inputs).Size;
            for (int cell = 0; cell < Math.Min(cells, 6); cell++)
            {
                string spoken = Say(operation.Operation.Explain(cell, operation.Inputs), language);
                spoken.ShouldNotBeNullOrWhiteSpace(operation.ToString());
                spoken.Where(letter => !char.IsLetterOrDigit(letter) && !" ,.;:".Contains(letter)).ShouldBeEmpty($"{operation}: {spoken}");
            }
        }
    }

    [Theory]
    [InlineData("-0.05", "minus 0.05", "마이너스 0.05")]
    [InlineData("1.25e-7", "1.25 times 10 to the power of minus 7", "1.25 곱하기 10의 마이너스 7제곱")]
    [InlineData("NaN", "not a number", "숫자가 아닌 값")]
    [InlineData("-inf", "minus infinity", "마이너스 무한대")]
    public void Should_say_numbers(string written, string english, string korean)
    {
        SpokenNumber.Of(written, SpeechWords.English).ShouldBe(english);
        SpokenNumber.Of(written, SpeechWords.Korean).ShouldBe(korean);
    }

    [Theory]
    [InlineData("The first two together are ∂E_total/∂z3.", Language.English, "The first two together are the derivative of E total with respect to z3.")]
    [InlineData("곱한 것이 ∂E_total/∂z3입니다.", Language.Korean, "곱한 것이 z3에 대한 E total의 미분입니다.")]
    [InlineData("∂E_total/∂w5를 α와 곱합니다.", Language.Korean, "w5에 대한 E total의 미분을 알파와 곱합니다.")]
    [InlineData("dE_o2/dh1의 값은", Language.Korean, "h1에 대한 E o2의 미분의 값은")]
    [InlineData("w5⁺는 0.4 → 0.3", Language.Korean, "새 w5는 0.4 다음은 0.3")]
    [InlineData("a − b is −1", Language.English, "a minus b is minus 1")]
    [InlineData("오차는 −16, 1, −1이고 a−b와 a − b입니다", Language.Korean, "오차는 마이너스 16, 1, 마이너스 1이고 a 빼기 b와 a 빼기 b입니다")]
    [InlineData("it falls −5 below", Language.English, "it falls minus 5 below")]
    [InlineData("앞에 붙은 ½은", Language.Korean, "앞에 붙은 2분의 1은")]
    [InlineData("mhat_w5 and W1[2,1]", Language.English, "m hat w5 and W1 at position 2, 1")]
    public void Should_say_running_text(string text, Language language, string expected) => SpokenText.Of(text, language).ShouldBe(expected);

    private static string Say(Expression expression, Language language)
    {
        SpeechWords words = Words.In(language).Transcript.Speech;
        return new FormulaSpeaker(words, operand => new SpokenOperand($"{(char)('a' + (operand.Cell % 26))}", OperandKind.Name)).Say(expression);
    }
}
