using Engine.Numbers;
using Lessons.Text;

namespace Lessons.Tests.Text;

public sealed class TokenizerTests
{
    public sealed class TheFitMethod
    {
        [Fact]
        public void Should_Refuse_To_Keep_Fewer_Than_One_Word() =>
            Should.Throw<ArgumentOutOfRangeException>(() => Tokenizer.Fit(["a"], numWords: 0)).Message.ShouldContain("at least 1");

        [Fact]
        public void Should_Refuse_Texts_Without_Words()
        {
            Should.Throw<ArgumentException>(() => Tokenizer.Fit([])).ParamName.ShouldBe("texts");
            Should.Throw<ArgumentException>(() => Tokenizer.Fit(["", " ?!"])).ParamName.ShouldBe("texts");
        }

        [Fact]
        public void Should_Refuse_An_Out_Of_Vocabulary_Token_That_Is_A_Word() =>
            Should.Throw<ArgumentException>(() => Tokenizer.Fit(["so unknown"], oovToken: "unknown")).ParamName.ShouldBe("oovToken");
    }

    public sealed class TheWordsOfMethod
    {
        [Theory]
        [InlineData("", "")]
        [InlineData(" Ab  aB ", "ab|ab")]
        [InlineData("a!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\nb", "a|b")]
        [InlineData("it's", "it's")]
        [InlineData("a\rb c\u00A0d", "a\rb|c\u00A0d")]
        [InlineData("ÀÉ Ж", "àé|ж")]
        [InlineData("길고, 노란 바나나.", "길고|노란|바나나")]
        public void Should_Part_As_Keras_Does(string text, string expected) => string.Join('|', Tokenizer.WordsOf(text)).ShouldBe(expected);
    }

    public sealed class TheTextsToMatrixMethod
    {
        /// <summary>
        /// The texts of the same exercise in the book whose seventh chapter the document presents (딥 러닝을 이용한 자연어 처리 입문); the
        /// document prints the matrices only.
        /// </summary>
        private static readonly string[] Texts = ["먹고 싶은 사과", "먹고 싶은 바나나", "길고 노란 바나나 바나나", "저는 과일이 좋아요"];

        /// <summary>
        /// What 002_d82fa7d1bd0f4ce9.txt, "1. 퍼셉트론 - 다층 퍼셉트론(MLP) 실습", prints: ten columns, two decimals. The document's text has
        /// lost a zero or two in the last row of each matrix and at the end of the second row of frequencies; they are put back here.
        /// </summary>
        public static TheoryData<TextMatrixMode, string[]> Printed => new()
        {
            {
                TextMatrixMode.Count,
                [
                    "0. 0. 1. 1. 1. 0. 0. 0. 0. 0.",
                    "0. 1. 1. 1. 0. 0. 0. 0. 0. 0.",
                    "0. 2. 0. 0. 0. 1. 1. 0. 0. 0.",
                    "0. 0. 0. 0. 0. 0. 0. 1. 1. 1.",
                ]
            },
            {
                TextMatrixMode.Binary,
                [
                    "0. 0. 1. 1. 1. 0. 0. 0. 0. 0.",
                    "0. 1. 1. 1. 0. 0. 0. 0. 0. 0.",
                    "0. 1. 0. 0. 0. 1. 1. 0. 0. 0.",
                    "0. 0. 0. 0. 0. 0. 0. 1. 1. 1.",
                ]
            },
            {
                TextMatrixMode.TfIdf,
                [
                    "0. 0. 0.85 0.85 1.1 0. 0. 0. 0. 0.",
                    "0. 0.85 0.85 0.85 0. 0. 0. 0. 0. 0.",
                    "0. 1.43 0. 0. 0. 1.1 1.1 0. 0. 0.",
                    "0. 0. 0. 0. 0. 0. 0. 1.1 1.1 1.1",
                ]
            },
            {
                TextMatrixMode.Frequency,
                [
                    "0. 0. 0.33 0.33 0.33 0. 0. 0. 0. 0.",
                    "0. 0.33 0.33 0.33 0. 0. 0. 0. 0. 0.",
                    "0. 0.5 0. 0. 0. 0.25 0.25 0. 0. 0.",
                    "0. 0. 0. 0. 0. 0. 0. 0.33 0.33 0.33",
                ]
            },
        };

        [Theory]
        [MemberData(nameof(Printed))]
        public void Should_Give_What_The_Document_Prints(TextMatrixMode mode, string[] printed)
        {
            Tensor matrix = Tokenizer.Fit(Texts).TextsToMatrix(Texts, mode);
            matrix.Shape.ShouldBe(new Shape(4, 10));
            matrix.Values.ToArray().Select(value => Math.Round(value, 2))
                .ShouldBe(printed.SelectMany(row => row.Split(' ')).Select(double.Parse));
        }

        [Fact]
        public void Should_Leave_Column_0_Alone_Where_No_Word_Is_Kept()
        {
            Tensor matrix = Tokenizer.Fit(["a b"], numWords: 1, oovToken: "<OOV>").TextsToMatrix(["a b", ""], TextMatrixMode.Count);
            matrix.Shape.ShouldBe(new Shape(2, 1));
            matrix.Values.ToArray().ShouldBe([0, 0]);
        }

        [Fact]
        public void Should_Refuse_A_Mode_That_Is_Not_Known() =>
            Should.Throw<ArgumentOutOfRangeException>(() => Tokenizer.Fit(["a"]).TextsToMatrix([], (TextMatrixMode)4))
                .Message.ShouldContain("binary, count, frequency or tf-idf");
    }
}
