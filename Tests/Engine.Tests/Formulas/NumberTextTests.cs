using Engine.Formulas;

namespace Engine.Tests.Formulas;

public class NumberTextTests
{
    public class TheShortMethod
    {
        [Theory]
        [InlineData(0, "0")]
        [InlineData(-0.0, "0")]
        [InlineData(1, "1")]
        [InlineData(0.3, "0.3")]
        [InlineData(-0.25, "-0.25")]
        [InlineData(0.609446, "0.609446")]
        [InlineData(0.123456789, "0.12345679")]
        [InlineData(0.1 + 0.2, "0.3")]
        [InlineData(123456789.5, "123456789.5")]
        [InlineData(1e-8, "0.00000001")]
        [InlineData(1.25e-7, "1.25e-7")]
        [InlineData(-1.25e-12, "-1.25e-12")]
        [InlineData(1e9, "1e9")]
        [InlineData(-2.5e300, "-2.5e300")]
        [InlineData(5e-324, "4.9406565e-324")]
        [InlineData(double.MaxValue, "1.7976931e308")]
        [InlineData(double.NaN, "NaN")]
        [InlineData(double.PositiveInfinity, "inf")]
        [InlineData(double.NegativeInfinity, "-inf")]
        public void Should_write(double value, string text) => NumberText.Short(value).ShouldBe(text);

        [Theory]
        [InlineData(0.5199893401555818, 4, "0.52")]
        [InlineData(0.5199893401555818, 2, "0.52")]
        [InlineData(0.5199893401555818, 12, "0.519989340156")]
        [InlineData(0.30000000000000004, 16, "0.3")]
        [InlineData(1e200, 16, "1e200")]
        [InlineData(2e9, 16, "2e9")]
        [InlineData(-1.25e-20, 16, "-1.25e-20")]
        [InlineData(1e-15, 16, "0.000000000000001")]
        public void Should_round_to_the_digits_asked_for(double value, int digits, string text) =>
            NumberText.Short(value, digits).ShouldBe(text);
    }

    public class TheFixedMethod
    {
        [Theory]
        [InlineData(0.60944600, "0.60944600")]
        [InlineData(0, "0.00000000")]
        [InlineData(-0.0, "0.00000000")]
        [InlineData(1, "1.00000000")]
        [InlineData(-0.5, "-0.50000000")]
        [InlineData(1.25e-7, "1.25e-7")]
        [InlineData(2e9, "2e9")]
        [InlineData(double.NaN, "NaN")]
        [InlineData(double.NegativeInfinity, "-inf")]
        public void Should_write(double value, string text) => NumberText.Fixed(value).ShouldBe(text);
    }

    public class TheExactMethod
    {
        [Theory]
        [InlineData(0.1)]
        [InlineData(1.0 / 3)]
        [InlineData(5e-324)]
        [InlineData(double.MaxValue)]
        [InlineData(-0.0)]
        public void Should_read_back_as_the_same_number(double value) =>
            BitConverter.DoubleToInt64Bits(double.Parse(NumberText.Exact(value))).ShouldBe(BitConverter.DoubleToInt64Bits(value));
    }

    [Theory]
    [InlineData(0.3, "0.3")]
    [InlineData(0.29959556, "0.300")]
    [InlineData(0.51998934, "0.520")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(-0.0239719, "-0.0240")]
    [InlineData(0, "0")]
    public void Should_keep_zeros_only_where_something_was_rounded_away(double value, string text) =>
        NumberText.Significant(value, 3).ShouldBe(text);
}
