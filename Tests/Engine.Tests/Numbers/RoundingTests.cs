using System.Globalization;
using Engine.Numbers;
using Engine.Tests.Support;

namespace Engine.Tests.Numbers;

public class RoundingTests
{
    public class ToDecimals
    {
        [Theory]
        [InlineData(0.51998934, 4, 0.52)]
        [InlineData(0.60944600, 4, 0.6094)]
        [InlineData(0.00005, 4, 0.0001)]
        [InlineData(0.00004999, 4, 0)]
        [InlineData(-0.00005, 4, -0.0001)]
        [InlineData(-0.00004, 4, 0)]
        [InlineData(2.675, 2, 2.68)]
        [InlineData(1.005, 2, 1.01)]
        [InlineData(-2.5, 0, -3)]
        [InlineData(0.5, 0, 1)]
        [InlineData(0.49999999999, 0, 0)]
        [InlineData(9.99996, 4, 10)]
        [InlineData(1234.5, 4, 1234.5)]
        [InlineData(1e-300, 15, 0)]
        [InlineData(5e-324, 4, 0)]
        [InlineData(123456789012.34567, 2, 123456789012.35)]
        public void Should_round_half_away_from_zero(double value, int decimals, double expected) =>
            Rounding.ToDecimals(decimals).Of(value).ShouldBeBitEqual(expected, $"{value:G17} to {decimals}");

        /// <summary>What is a tie by hand is one, on whichever side of it the double has come to lie.</summary>
        [Fact]
        public void Should_not_see_the_last_bits_of_a_tie()
        {
            Rounding four = Rounding.ToDecimals(4);
            double below = Math.BitDecrement(0.12345);
            double above = Math.BitIncrement(0.12345);
            four.Of(below).ShouldBe(0.1235);
            four.Of(0.12345).ShouldBe(0.1235);
            four.Of(above).ShouldBe(0.1235);
            four.Of(0.12344999999999).ShouldBe(0.1234, "that much less is less");
            Rounding.ToDecimals(1).Of(0.1 + 0.15).ShouldBe(0.3);
            Rounding.ToDecimals(15).Of(0.1 + 0.2).ShouldBe(0.3);
        }

        /// <summary>All products of two numbers of four decimals, of which many end in a tie, against exact decimal arithmetic.</summary>
        [Fact]
        public void Should_agree_with_decimal_arithmetic_on_products()
        {
            Rounding four = Rounding.ToDecimals(4);
            int ties = 0;
            for (int left = 1; left < 10_000; left += 7)
            {
                for (int right = 5; right < 10_000; right += 35)
                {
                    decimal exact = left / 10_000m * (right / 10_000m);
                    double expected = (double)Math.Round(exact, 4, MidpointRounding.AwayFromZero);
                    double found = four.Of(left / 10_000.0 * (right / 10_000.0));
                    ties += exact * 100_000m % 10 == 5 ? 1 : 0;
                    if (found != expected)
                    {
                        found.ShouldBe(expected, $"{left} and {right} ten-thousandths");
                    }
                }
            }

            ties.ShouldBeGreaterThan(100);
        }

        [Fact]
        public void Should_agree_with_decimal_arithmetic_on_any_numbers()
        {
            Random random = new(4);
            for (int trial = 0; trial < 20_000; trial++)
            {
                int decimals = random.Next(0, 9);
                double value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-4, 3));
                double expected = double.Parse(
                    Math.Round(decimal.Parse(value.ToString("F26", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), decimals, MidpointRounding.AwayFromZero)
                        .ToString(CultureInfo.InvariantCulture),
                    CultureInfo.InvariantCulture);
                double found = Rounding.ToDecimals(decimals).Of(value);
                found.ShouldBe(expected, $"{value:G17} to {decimals} decimals");
                Rounding.ToDecimals(decimals).Of(found).ShouldBe(found, "once is enough");
            }
        }
    }

    public class ToDigits
    {
        [Theory]
        [InlineData(0.0023235, 4, 0.002324)]
        [InlineData(1234.5, 2, 1200)]
        [InlineData(1250, 2, 1300)]
        [InlineData(-1250, 2, -1300)]
        [InlineData(0.99996, 4, 1)]
        [InlineData(999.96, 4, 1000)]
        [InlineData(1e-300, 3, 1e-300)]
        [InlineData(1.2345e-300, 3, 1.23e-300)]
        [InlineData(1.2355e-300, 4, 1.236e-300)]
        [InlineData(9.876e307, 2, 9.9e307)]
        [InlineData(double.MaxValue, 2, double.MaxValue)]
        [InlineData(4.94e-324, 1, 5e-324)]
        [InlineData(6.02214076e23, 3, 6.02e23)]
        [InlineData(100, 1, 100)]
        [InlineData(0.001, 1, 0.001)]
        public void Should_count_from_the_first_that_is_not_zero(double value, int digits, double expected) =>
            Rounding.ToDigits(digits).Of(value).ShouldBeBitEqual(expected, $"{value:G17} to {digits}");

        [Fact]
        public void Should_agree_with_the_printed_number_where_there_is_no_tie()
        {
            Random random = new(9);
            for (int trial = 0; trial < 20_000; trial++)
            {
                int digits = random.Next(1, 10);
                double value = (random.NextDouble() + 0.05) * Math.Pow(10, random.Next(-40, 40));
                string printed = value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
                Rounding.ToDigits(digits).Of(value).ShouldBe(double.Parse(printed, CultureInfo.InvariantCulture), $"{value:G17} to {digits} digits");
            }
        }
    }

    public class WhatHasNoDigits
    {
        [Theory]
        [InlineData(double.NaN)]
        [InlineData(double.PositiveInfinity)]
        [InlineData(double.NegativeInfinity)]
        [InlineData(1e300)]
        [InlineData(9007199254740993.0)]
        [InlineData(123456789012.34567)]
        public void Should_stay_as_it_is(double value) => Rounding.ToDecimals(4).Of(value).ShouldBeBitEqual(value, "passed");

        [Fact]
        public void Should_not_keep_the_sign_of_nothing()
        {
            Rounding.ToDecimals(4).Of(-0.0).ShouldBeBitEqual(0.0, "decimals");
            Rounding.ToDigits(4).Of(-0.0).ShouldBeBitEqual(0.0, "digits");
        }

        [Fact]
        public void Should_be_refused_as_a_setting()
        {
            Should.Throw<ArgumentOutOfRangeException>(() => Rounding.ToDecimals(-1));
            Should.Throw<ArgumentOutOfRangeException>(() => Rounding.ToDecimals(16));
            Should.Throw<ArgumentOutOfRangeException>(() => Rounding.ToDigits(0));
            Should.Throw<ArgumentOutOfRangeException>(() => Rounding.ToDigits(16));
        }
    }

    [Fact]
    public void Should_be_written_as_a_setting()
    {
        Rounding.ToDecimals(4).ToString().ShouldBe("decimals = 4");
        Rounding.ToDigits(3).ToString().ShouldBe("digits = 3");
        Rounding.ToDecimals(4).ShouldBe(Rounding.ToDecimals(4));
        Rounding.ToDecimals(4).ShouldNotBe(Rounding.ToDigits(4));
    }
}
