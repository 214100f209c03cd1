using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Lessons.Reading;

namespace Lessons.Tests.Reading;

public sealed class PrintedNumberTests
{
    private static PrintedNumber Parse(string text, bool exact = false)
    {
        PrintedNumber.TryParse(text, exact, out var printed, out var reason).ShouldBeTrue(reason);
        return printed;
    }

    public sealed class TheTryParseMethod
    {
        [Theory]
        [InlineData("0.08", 0.08, 0.005)]
        [InlineData("0.60944600", 0.609446, 5e-9)]
        [InlineData("0.609446", 0.609446, 5e-7)]
        [InlineData("95", 95, 0.5)]
        [InlineData("100", 100, 0.5)]
        [InlineData("1.2e-3", 0.0012, 0.00005)]
        [InlineData("1.2E+3", 1200, 50)]
        [InlineData("5e2", 500, 50)]
        [InlineData("-0.50", -0.5, 0.005)]
        [InlineData("+0.5", 0.5, 0.05)]
        [InlineData(".5", 0.5, 0.05)]
        [InlineData("-.25", -0.25, 0.005)]
        [InlineData("5.", 5, 0.5)]
        [InlineData("007", 7, 0.5)]
        [InlineData("0", 0, 0.5)]
        [InlineData("0.000", 0, 0.0005)]
        public void Should_Take_The_Tolerance_From_The_Last_Digit(string text, double value, double tolerance)
        {
            var printed = Parse(text);
            printed.Text.ShouldBe(text);
            printed.ToString().ShouldBe(text);
            printed.Value.ShouldBe(value);
            printed.Tolerance.ShouldBe(tolerance);
            printed.Exact.ShouldBeFalse();
        }

        [Theory]
        [InlineData("", "expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        [InlineData("x", "found 'x'; expected a finite decimal number; write a number such as 0.5, -2 or 1e-3")]
        [InlineData(".", "expected a finite decimal number")]
        [InlineData("-", "expected a finite decimal number")]
        [InlineData("1e", "expected a finite decimal number")]
        [InlineData("e5", "expected a finite decimal number")]
        [InlineData("1.2.3", "expected a finite decimal number")]
        [InlineData(" 1", "put commas between the numbers of a list")]
        [InlineData("1 2", "put commas between the numbers of a list")]
        [InlineData("0,5", "write the decimal point as '.'")]
        [InlineData("1_000", "leave out the underscores")]
        [InlineData("1/3", "write the fraction as a decimal number")]
        [InlineData("95%", "such as 0.95")]
        [InlineData("−0.5", "write the minus sign as '-'")]
        [InlineData("٣", "expected a finite decimal number")] // Arabic-Indic three
        [InlineData(".nan", "write a finite number")]
        [InlineData("NaN", "write a finite number")]
        [InlineData("-.inf", "write a finite number")]
        [InlineData("Infinity", "write a finite number")]
        [InlineData("0x10", "expected a finite decimal number")]
        [InlineData("1e999", "expected a number that a double holds (up to 1.797e308)")]
        [InlineData("-1e309", "expected a number that a double holds (up to 1.797e308)")]
        [InlineData("1e99999999999", "expected a number that a double holds (up to 1.797e308)")]
        [InlineData("0e401", "expected a number that a double holds (up to 1.797e308)")]
        [InlineData("1e-400", "expected 0 or a number that a double holds (from 4.941e-324)")]
        public void Should_Say_Why_A_Text_Is_Not_A_Number(string text, string reason)
        {
            PrintedNumber.TryParse(text, exact: false, out var printed, out var found).ShouldBeFalse();
            found.ShouldNotBeNull().ShouldContain(reason);
            printed.ShouldBe(default);
        }

        [Fact]
        public void Should_Refuse_A_Number_Of_Endless_Digits()
        {
            Parse("0." + new string('1', 398)).Text.Length.ShouldBe(400);
            PrintedNumber.TryParse("0." + new string('1', 399), exact: false, out _, out var reason).ShouldBeFalse();
            reason.ShouldNotBeNull().ShouldContain("at most 400 characters");
        }
    }

    public sealed class TheMatchesMethod
    {
        [Theory]
        [InlineData("0.08", 0.075, true)]
        [InlineData("0.08", 0.085, true)]
        [InlineData("0.08", 0.0749, false)]
        [InlineData("0.08", 0.0851, false)]
        [InlineData("0.60944600", 0.609446004, true)]
        [InlineData("0.60944600", 0.609446006, false)]
        [InlineData("0.609446", 0.609446006, true)]
        [InlineData("95", 94.5, true)]
        [InlineData("95", 95.5, true)]
        [InlineData("95", 95.50000000000003, false)]
        [InlineData("95", 94.49999999999997, false)]
        [InlineData("-0.50", -0.504, true)]
        [InlineData("-0.50", 0.5, false)]
        [InlineData("0.0", -0.04, true)]
        [InlineData("0", 0, true)]
        [InlineData("1.2e-3", 0.00115, true)]
        [InlineData("1.2e-3", 0.00126, false)]
        [InlineData("1e300", 1.4e300, true)]
        [InlineData("1e300", 1.6e300, false)]
        [InlineData("5e-324", 5e-324, true)]
        [InlineData("0.1", 1.7976931348623157e308, false)]
        public void Should_Allow_Half_A_Unit_Of_The_Last_Digit(string text, double computed, bool expected) =>
            Parse(text).Matches(computed).ShouldBe(expected);

        [Theory]
        [InlineData("0.1", 0.15)]
        [InlineData("0.2", 0.15)] // the double lies below 0.15, so more than 0.05 away
        [InlineData("0.1", 0.05)]
        [InlineData("0.0", 0.05)]
        [InlineData("0.3", 0.35)]
        [InlineData("0.4", 0.35)]
        [InlineData("1.0", 1.05)]
        [InlineData("1.1", 1.05)]
        [InlineData("2.67", 2.675)]
        [InlineData("2.68", 2.675)]
        [InlineData("-0.2", -0.15)]
        public void Should_Accept_Exactly_Half_A_Unit_On_Both_Sides(string text, double computed) =>
            Parse(text).Matches(computed).ShouldBeTrue();

        [Fact]
        public void Should_Accept_Half_A_Unit_That_A_Sum_Missed_By_One_Bit() =>
            Parse("0.1").Matches(0.1 + 0.05).ShouldBeTrue(); // 0.15000000000000002

        [Theory]
        [InlineData(double.NaN)]
        [InlineData(double.PositiveInfinity)]
        [InlineData(double.NegativeInfinity)]
        public void Should_Never_Match_What_Is_Not_Finite(double computed)
        {
            Parse("0.5").Matches(computed).ShouldBeFalse();
            Parse("0.5", exact: true).Matches(computed).ShouldBeFalse();
        }

        [Fact]
        public void Should_Compare_Bits_When_Exact()
        {
            var exact = Parse("0.3", exact: true);
            exact.Exact.ShouldBeTrue();
            exact.Tolerance.ShouldBe(0);
            exact.Matches(0.3).ShouldBeTrue();
            exact.Matches(0.1 + 0.2).ShouldBeFalse(); // 0.30000000000000004
            Parse("0", exact: true).Matches(-0.0).ShouldBeFalse();
            Parse("-0", exact: true).Matches(-0.0).ShouldBeTrue();
        }

        [Fact]
        public void Should_Match_Every_Number_Printed_With_Any_Digits() =>
            Prop.ForAll(
                ArbMap.Default.ArbFor<NormalFloat>(),
                Gen.Choose(0, 17).ToArbitrary(),
                (number, digits) =>
                {
                    var text = number.Item.ToString("E" + digits, CultureInfo.InvariantCulture);
                    return Parse(text).Matches(number.Item);
                }).QuickCheckThrowOnFailure();

        [Fact]
        public void Should_Refuse_What_Is_A_Whole_Unit_Away() =>
            Prop.ForAll(
                Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(),
                thousandths =>
                {
                    var printed = Parse((thousandths / 1000m).ToString("F3", CultureInfo.InvariantCulture));
                    return !printed.Matches((thousandths + 1) / 1000.0) && !printed.Matches((thousandths - 1) / 1000.0);
                }).QuickCheckThrowOnFailure();
    }

    public sealed class TheDifferenceMethod
    {
        [Fact]
        public void Should_Be_Computed_Minus_Printed()
        {
            Parse("0.5").Difference(0.75).ShouldBe(0.25);
            Parse("0.5").Difference(0.25).ShouldBe(-0.25);
            Parse("0.5").Difference(double.NaN).ShouldBe(double.NaN);
        }
    }

    public sealed class TheDefaultValue
    {
        [Fact]
        public void Should_Be_Zero()
        {
            PrintedNumber zero = default;
            zero.Text.ShouldBe("0");
            zero.Tolerance.ShouldBe(0.5);
            zero.Matches(0.25).ShouldBeTrue();
        }
    }
}
