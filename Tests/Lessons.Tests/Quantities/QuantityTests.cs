using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Lessons.Quantities;

namespace Lessons.Tests.Quantities;

public sealed class QuantityTests
{
    private static Quantity Parse(string text)
    {
        Quantity.TryParse(text, out var quantity, out var error).ShouldBeTrue(error?.ToString());
        error.ShouldBeNull();
        return quantity.ShouldNotBeNull();
    }

    private static Quantity Named(string identifier, params int[] indices) => new(new NamedTerm(new Name(identifier, [.. indices])));

    private static Quantity Derivative(string of, string withRespectTo) => new(new DerivativeTerm(new Name(of), new Name(withRespectTo)));

    public sealed class TheTryParseMethod
    {
        [Theory]
        [InlineData("h1")]
        [InlineData("E_total")]
        [InlineData("_x")]
        [InlineData("d")]
        [InlineData("d1")]
        [InlineData("delta")]
        [InlineData("dE_total")]
        [InlineData("σ")]
        [InlineData("δ1")]
        [InlineData("가중치1")]
        [InlineData("hidden.z")]
        [InlineData("block.1.kernel")]
        public void Should_Read_A_Name(string text) => Parse(text).ShouldBe(Named(text));

        [Fact]
        public void Should_Read_Indices()
        {
            Parse("hidden.z[2,1]").ShouldBe(Named("hidden.z", 2, 1));
            Parse("x[ 3 , 10,1 ]").ShouldBe(Named("x", 3, 10, 1));
            Parse("x[2,1]").ShouldNotBe(Named("x", 1, 2));
        }

        [Theory]
        [InlineData("dE_total/dw5", "E_total", "w5")]
        [InlineData("∂E_o1/∂h1", "E_o1", "h1")]
        [InlineData("do1/dz3", "o1", "z3")]
        [InlineData("∂E/dw", "E", "w")]
        [InlineData(" dE / dw ", "E", "w")]
        [InlineData("dd1/ddelta", "d1", "delta")]
        [InlineData("∂δ/∂σ", "δ", "σ")]
        [InlineData("∂오차/∂가중치", "오차", "가중치")]
        [InlineData("dhidden.a/dhidden.z", "hidden.a", "hidden.z")]
        public void Should_Read_A_Derivative(string text, string of, string withRespectTo) =>
            Parse(text).ShouldBe(Derivative(of, withRespectTo));

        [Fact]
        public void Should_Read_Indices_In_A_Derivative() =>
            Parse("dE[1]/dw[2,1]").Term.ShouldBe(new DerivativeTerm(new Name("E", [1]), new Name("w", [2, 1])));

        [Theory]
        [InlineData("w5+")]
        [InlineData("w5⁺")]
        [InlineData("w5 +")]
        public void Should_Read_The_Value_After_The_Update(string text) =>
            Parse(text).Term.ShouldBe(new NamedTerm(new Name("w5"), Next: true));

        [Theory]
        [InlineData("w5+@3")]
        [InlineData(" w5 + @ 3 ")]
        [InlineData("w5⁺@003")]
        public void Should_Read_The_Iteration(string text) =>
            Parse(text).ShouldBe(new Quantity(new NamedTerm(new Name("w5"), Next: true), 3));

        [Fact]
        public void Should_Read_The_Iteration_Of_A_Derivative()
        {
            Parse("dE/dw+@0").ShouldBe(new Quantity(new DerivativeTerm(new Name("E"), new Name("w"), Next: true), 0));
            Parse("dE/dw@2147483647").Iteration.ShouldBe(int.MaxValue);
        }

        [Theory]
        [InlineData("", 1, "the end", "a quantity", "write a name such as h1, or a derivative such as dE/dw5")]
        [InlineData("   ", 4, "the end", "a quantity", "write a name such as h1, or a derivative such as dE/dw5")]
        [InlineData("1h", 1, "'1'", "a name", "begin a name with a letter or an underscore")]
        [InlineData("[1]", 1, "'['", "a name", "begin a name with a letter or an underscore")]
        [InlineData("+", 1, "'+'", "a name", "begin a name with a letter or an underscore")]
        [InlineData("h1'", 3, "'''", "'+', '@' or the end", "write one quantity at a time; names hold letters, digits, underscores and dots")]
        [InlineData("h1 h2", 4, "'h'", "'+', '@' or the end", "write one quantity at a time; names hold letters, digits, underscores and dots")]
        [InlineData("h.", 2, "'.'", "'+', '@' or the end", "write one quantity at a time; names hold letters, digits, underscores and dots")]
        [InlineData("h😀", 2, "'😀'", "'+', '@' or the end", "write one quantity at a time; names hold letters, digits, underscores and dots")]
        [InlineData("E/dw", 2, "'/'", "a derivative such as dE/dw5", "write d or ∂ before both names")]
        [InlineData("dE/w", 4, "'w'", "d or ∂", "write d or ∂ before both names")]
        [InlineData("dE/", 4, "the end", "d or ∂", "write d or ∂ before both names")]
        [InlineData("dE/d", 5, "the end", "a name", "begin a name with a letter or an underscore")]
        [InlineData("dE/d5", 5, "'5'", "a name", "begin a name with a letter or an underscore")]
        [InlineData("d/dw", 2, "'/'", "the name of the value to differentiate, right after d", "begin a name with a letter or an underscore")]
        [InlineData("d1/dw", 2, "'1'", "the name of the value to differentiate, right after d", "begin a name with a letter or an underscore")]
        [InlineData("∂E", 3, "the end", "'/'", "write a derivative as ∂E/∂w5 or dE/dw5")]
        [InlineData("∂", 2, "the end", "a name", "begin a name with a letter or an underscore")]
        [InlineData("dE/dw/dx", 6, "'/'", "'+', '@' or the end", "write one quantity at a time; names hold letters, digits, underscores and dots")]
        [InlineData("w[", 3, "the end", "an index of at least 1", "write indices as w[2,1], counted from 1")]
        [InlineData("w[]", 3, "']'", "an index of at least 1", "write indices as w[2,1], counted from 1")]
        [InlineData("w[1,]", 5, "']'", "an index of at least 1", "write indices as w[2,1], counted from 1")]
        [InlineData("w[-1]", 3, "'-'", "an index of at least 1", "write indices as w[2,1], counted from 1")]
        [InlineData("w[0]", 3, "'0'", "an index of at least 1, up to 2147483647", "write indices as w[2,1], counted from 1")]
        [InlineData("w[9999999999]", 3, "'9999999999'", "an index of at least 1, up to 2147483647", "write indices as w[2,1], counted from 1")]
        [InlineData("w[1", 4, "the end", "',' or ']'", "close the indices with ]")]
        [InlineData("w[1;2]", 4, "';'", "',' or ']'", "close the indices with ]")]
        [InlineData("w [1]", 3, "'['", "the name's indices in one bracket", "write w[2,1], without a space before [")]
        [InlineData("w[1][2]", 5, "'['", "the name's indices in one bracket", "write w[2,1], without a space before [")]
        [InlineData("w@", 3, "the end", "the number of an iteration", "write the iteration after the @, such as @3")]
        [InlineData("w@x", 3, "'x'", "the number of an iteration", "write the iteration after the @, such as @3")]
        [InlineData("w@-1", 3, "'-'", "the number of an iteration", "write the iteration after the @, such as @3")]
        [InlineData("w@2147483648", 3, "'2147483648'", "the number of an iteration, up to 2147483647", "write the iteration after the @, such as @3")]
        [InlineData("w@3+", 4, "'+'", "the end", "write the + before the @")]
        [InlineData("w@3@4", 4, "'@'", "the end", "leave out what follows the iteration")]
        [InlineData("w@1.5", 4, "'.'", "the end", "leave out what follows the iteration")]
        [InlineData("w++", 3, "'+'", "one +", "leave out the second")]
        public void Should_Say_Where_And_What_To_Do(string text, int column, string found, string expected, string remedy)
        {
            Quantity.TryParse(text, out var quantity, out var error).ShouldBeFalse();
            quantity.ShouldBeNull();
            error.ShouldBe(new QuantityError(column, found, expected, remedy));
        }

        [Fact]
        public void Should_Read_Or_Report_Any_Text() =>
            Prop.ForAll(
                Gen.Elements("d∂Ew1[],/+@ ⁺.가\0\uD800'".ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary(),
                text => Quantity.TryParse(text, out var quantity, out var error)
                    ? Parse(quantity.ToString()) == quantity
                    : error.Column >= 1 && error.Column <= text.Length + 1).CheckThousandfold();
    }

    public sealed class TheToStringMethod
    {
        [Theory]
        [InlineData("w5⁺ @ 03", "w5+@3")]
        [InlineData("∂E_o1 / ∂h1", "dE_o1/dh1")]
        [InlineData("w[ 2, 1 ]", "w[2,1]")]
        [InlineData("∂E/∂w[1]+@2", "dE/dw[1]+@2")]
        public void Should_Be_Canonical(string text, string expected) => Parse(text).ToString().ShouldBe(expected);

        [Fact]
        public void Should_Be_Read_Back() =>
            Prop.ForAll(Quantities().ToArbitrary(), quantity => Parse(quantity.ToString()) == quantity).CheckThousandfold();

        private static Gen<Quantity> Quantities() =>
            from derivative in Gen.Elements(true, false)
            from next in Gen.Elements(true, false)
            from one in Names()
            from other in Names()
            from iteration in Gen.Choose(-1, 1000)
            let term = derivative ? (Term)new DerivativeTerm(one, other, next) : new NamedTerm(one, next)
            select new Quantity(term, iteration < 0 ? null : iteration);

        private static Gen<Name> Names() =>
            from first in Gen.Elements("dEw_가δ".ToCharArray())
            from rest in Gen.Elements("d", "1", "_", "Z", ".x", ".2", "중").ListOf()
            from indices in Gen.Choose(1, 30).ListOf()
            select new Name(first + string.Concat(rest), indices.ToImmutableArray());
    }

    public sealed class TheConstructor
    {
        [Fact]
        public void Should_Refuse_A_Negative_Iteration() =>
            Should.Throw<ArgumentOutOfRangeException>(() => new Quantity(new NamedTerm(new Name("w")), -1));
    }
}

internal static class PropertyChecks
{
    public static void CheckThousandfold(this Property property) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), property);
}
