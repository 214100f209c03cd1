using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Simulator.Views.Plots;

namespace Simulator.Tests.Views.Plots;

public sealed class PlotScaleTests
{
    private static double Parse(string text) => double.Parse(text.Replace('−', '-'), CultureInfo.InvariantCulture);

    public sealed class TheTicksMethod
    {
        [Theory]
        [InlineData(0, 1, 6, "0 0.2 0.4 0.6 0.8 1.0")]
        [InlineData(0, 1, 5, "0 0.5 1.0")]
        [InlineData(0, 1, 2, "0 1")]
        [InlineData(-1, 1, 3, "−1 0 1")]
        [InlineData(0.0025, 0.0097, 5, "0.004 0.006 0.008")]
        [InlineData(0, 2000, 5, "0 500 1000 1500 2000")]
        [InlineData(0, 2500000, 3, "0 1e6 2e6")]
        [InlineData(1.2e-7, 3.9e-7, 4, "2e−7 3e−7")]
        [InlineData(0.6931471, 0.6931475, 3, "0.6931472 0.6931474")]
        [InlineData(-250, -10, 3, "−200 −100")]
        [InlineData(-41461, 41378, 4, "0")]
        public void Should_be_multiples_of_1_2_or_5_and_as_many_as_fit(double minimum, double maximum, int most, string expected) =>
            string.Join(' ', PlotScale.Linear(minimum, maximum).Ticks(most).Select(tick => tick.Text)).ShouldBe(expected);

        [Theory]
        [InlineData(1, 4, 10, "1 2 3 4")]
        [InlineData(1, 1, 10, "1")]
        [InlineData(1, 10000, 4, "5000 10000")]
        public void Should_be_whole_where_there_are_no_others(double minimum, double maximum, int most, string expected) =>
            string.Join(' ', PlotScale.Linear(minimum, maximum).Ticks(most, isWhole: true).Select(tick => tick.Text)).ShouldBe(expected);

        [Theory]
        [InlineData(0.001, 1000, 7, "0.001 0.01 0.1 1 10 100 1000")]
        [InlineData(0.001, 1000, 4, "0.001 0.1 10 1000")]
        [InlineData(1e-9, 1e-3, 4, "1e−9 1e−7 1e−5 1e−3")]
        [InlineData(0.02, 0.9, 6, "0.02 0.05 0.1 0.2 0.5")]
        [InlineData(0.02, 0.9, 3, "0.03 0.1 0.3")]
        [InlineData(0.02, 0.9, 2, "0.5")]
        public void Should_be_powers_of_ten_on_a_logarithmic_scale(double minimum, double maximum, int most, string expected) =>
            string.Join(' ', PlotScale.Logarithmic(minimum, maximum).Ticks(most).Select(tick => tick.Text)).ShouldBe(expected);

        [Fact]
        public void Should_be_none_where_none_fits() => PlotScale.Linear(0, 1).Ticks(0).ShouldBeEmpty();

        [Fact]
        public void Should_lie_on_the_scale_evenly_and_be_told_apart()
        {
            Gen<(double, double, int)> scales =
                from middle in ArbMap.Default.GeneratorFor<NormalFloat>()
                from exponent in Gen.Choose(-9, 3)
                from most in Gen.Choose(1, 30)
                select ((double)middle, Math.Max(Math.Abs((double)middle), 1e-300) * Math.Pow(10, exponent), most);
            Prop.ForAll(scales.ToArbitrary(), ((double Middle, double Reach, int Most) given) =>
            {
                if (!double.IsFinite(given.Middle + given.Reach) || Math.Abs(given.Middle) > 1e300)
                {
                    return;
                }

                PlotScale scale = PlotScale.Linear(given.Middle - given.Reach, given.Middle + given.Reach);
                Tick[] ticks = [.. scale.Ticks(given.Most)];
                ticks.Length.ShouldBeLessThanOrEqualTo(given.Most);
                ticks.Select(tick => tick.Text).ShouldBeUnique();
                double slack = (scale.Maximum - scale.Minimum) * 1e-5;
                foreach (Tick tick in ticks)
                {
                    tick.Value.ShouldBeInRange(scale.Minimum - slack, scale.Maximum + slack);
                    Parse(tick.Text).ShouldBe(tick.Value, Math.Max(slack, Math.Abs(tick.Value) * 1e-12));
                }

                if (given.Most >= 3)
                {
                    ticks.Length.ShouldBeGreaterThanOrEqualTo(given.Most < 5 ? 1 : 2, $"{scale.Minimum:R} to {scale.Maximum:R}");
                }

                for (int index = 2; index < ticks.Length; index++)
                {
                    (ticks[index].Value - ticks[index - 1].Value).ShouldBe(ticks[1].Value - ticks[0].Value, slack);
                }
            }).QuickCheckThrowOnFailure();
        }
    }

    public sealed class TheForMethod
    {
        [Fact]
        public void Should_have_all_finite_numbers_on_it()
        {
            PlotScale scale = PlotScale.For([double.NaN, 3, double.PositiveInfinity, -2, double.NegativeInfinity, 1])!;
            (scale.Minimum, scale.Maximum, scale.IsLogarithmic).ShouldBe((-2, 3, false));
        }

        [Fact]
        public void Should_be_none_without_finite_numbers()
        {
            PlotScale.For([]).ShouldBeNull();
            PlotScale.For([double.NaN, double.PositiveInfinity]).ShouldBeNull();
        }

        [Theory]
        [InlineData(new[] { 1, 0.001 }, true)]
        [InlineData(new[] { 1, 0.5 }, false)]
        [InlineData(new[] { 1, 0.001, -1 }, false)]
        [InlineData(new[] { 1, 0.001, 0 }, true)]
        public void Should_be_logarithmic_where_numbers_spread(double[] values, bool expected) =>
            PlotScale.For(values, decades: 1.5)!.IsLogarithmic.ShouldBe(expected);

        [Theory]
        [InlineData(0)]
        [InlineData(5)]
        [InlineData(-1e-320)]
        [InlineData(1.7e308)]
        [InlineData(-1.7e308)]
        public void Should_have_one_number_inside(double value)
        {
            PlotScale scale = PlotScale.For([value, value])!;
            scale.Minimum.ShouldBeLessThan(scale.Maximum);
            scale.PlaceOf(value).ShouldBeInRange(0, 1);
        }
    }

    public sealed class ThePlaceOfMethod
    {
        [Fact]
        public void Should_be_even_on_a_linear_scale() => PlotScale.Linear(-1, 3).PlaceOf(0).ShouldBe(0.25);

        [Fact]
        public void Should_be_by_ratios_on_a_logarithmic_scale() => PlotScale.Logarithmic(0.01, 100).PlaceOf(0.1).ShouldBe(0.25, 1e-12);

        [Fact]
        public void Should_be_nowhere_for_what_is_on_no_scale()
        {
            PlotScale.Linear(0, 1).PlaceOf(double.NaN).ShouldBe(double.NaN);
            PlotScale.Linear(0, 1).PlaceOf(double.NegativeInfinity).ShouldBe(double.NaN);
            PlotScale.Logarithmic(0.1, 1).PlaceOf(0).ShouldBe(double.NaN);
            PlotScale.Logarithmic(0.1, 1).PlaceOf(-1).ShouldBe(double.NaN);
        }

        [Fact]
        public void Should_go_as_far_as_numbers_do() =>
            PlotScale.Linear(-double.MaxValue, double.MaxValue).PlaceOf(0).ShouldBe(0.5);

        [Theory]
        [InlineData(false)]
        [InlineData(true)]
        public void Should_lead_back(bool isLogarithmic)
        {
            PlotScale scale = isLogarithmic ? PlotScale.Logarithmic(0.003, 70) : PlotScale.Linear(0.003, 70);
            foreach (double value in new[] { 0.003, 0.1, 5, 70 })
            {
                scale.ValueAt(scale.PlaceOf(value)).ShouldBe(value, value * 1e-12);
            }
        }
    }
}
