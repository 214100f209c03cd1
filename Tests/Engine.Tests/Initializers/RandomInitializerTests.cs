using Engine.Initializers;
using Engine.Numbers;

namespace Engine.Tests.Initializers;

/// <summary>What is drawn evenly or normally, against what such numbers must look like.</summary>
public class RandomInitializerTests
{
    private static readonly Shape Many = new(100, 100);

    [Fact]
    public void Should_spread_numbers_evenly_between_bounds()
    {
        double[] drawn = new Uniform(-1, 3, 5).Values(Many).Values.ToArray();
        drawn.ShouldAllBe(value => value >= -1 && value < 3);
        for (int part = 0; part < 4; part++)
        {
            // A quarter of 10000, give or take five standard deviations.
            drawn.Count(value => value >= part - 1 && value < part).ShouldBeInRange(2500 - 220, 2500 + 220);
        }
    }

    [Fact]
    public void Should_draw_from_a_normal_distribution()
    {
        double[] drawn = new Normal(2, 0.5, 5).Values(Many).Values.ToArray();
        drawn.Average().ShouldBe(2, 5 * 0.5 / 100);
        Math.Sqrt(drawn.Average(value => (value - 2) * (value - 2))).ShouldBe(0.5, 5 * 0.5 / Math.Sqrt(2 * 10_000));

        // Not cut: of 10000, 27 are expected beyond three standard deviations, 6827 within one.
        drawn.Count(value => Math.Abs(value - 2) > 1.5).ShouldBeInRange(5, 60);
        drawn.Count(value => Math.Abs(value - 2) < 0.5).ShouldBeInRange(6827 - 240, 6827 + 240);
    }

    [Fact]
    public void Should_depend_on_seed_and_place_only()
    {
        Shape shape = new(4);
        foreach (Func<int, Initializer> make in new Func<int, Initializer>[] { seed => new Uniform(seed: seed), seed => new Normal(seed: seed) })
        {
            double[] drawn = make(3).Values(shape, 2).Values.ToArray();
            make(3).Values(shape, 2).Values.ToArray().ShouldBe(drawn);
            make(4).Values(shape, 2).Values.ToArray().ShouldNotBe(drawn);
            make(3).Values(shape, 3).Values.ToArray().ShouldNotBe(drawn);
        }
    }

    [Fact]
    public void Should_begin_where_keras_begins()
    {
        new Uniform().Values(Many).Values.ToArray().Select(Math.Abs).Max().ShouldBeInRange(0.0495, 0.05);
        double[] drawn = new Normal().Values(Many).Values.ToArray();
        Math.Sqrt(drawn.Average(value => value * value)).ShouldBe(0.05, 0.002);
    }

    [Fact]
    public void Should_take_one_number_for_bounds_that_meet() => new Uniform(0.3, 0.3).Values(new Shape(2)).Values.ToArray().ShouldBe([0.3, 0.3]);

    [Fact]
    public void Should_refuse_what_is_no_distribution()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Uniform(1, 0)).ParamName.ShouldBe("maximum");
        Should.Throw<ArgumentOutOfRangeException>(() => new Uniform(double.NaN)).ParamName.ShouldBe("minimum");
        Should.Throw<ArgumentOutOfRangeException>(() => new Normal(0, -1)).ParamName.ShouldBe("standardDeviation");
    }
}
