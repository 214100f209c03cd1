using Engine.Numbers;
using MathNet.Numerics.Statistics;

namespace Engine.Tests.Numbers;

public class NoiseTests
{
    [Fact]
    public void Should_be_a_function_of_its_arguments_alone()
    {
        double value = Noise.Uniform(1, 2, 3, 4);
        Noise.Uniform(1, 2, 3, 4).ShouldBe(value);
        double[] others = [Noise.Uniform(2, 2, 3, 4), Noise.Uniform(1, 3, 3, 4), Noise.Uniform(1, 2, 4, 4), Noise.Uniform(1, 2, 3, 5), Noise.Uniform(4, 3, 2, 1)];
        others.ShouldNotContain(value);
        others.Distinct().Count().ShouldBe(others.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(int.MaxValue)]
    public void Should_be_even_from_0_to_1(int seed)
    {
        double[] values = [.. Enumerable.Range(0, 40_000).Select(index => Noise.Uniform(seed, index % 200, 1, index / 200))];
        values.ShouldAllBe(value => value >= 0 && value < 1);

        // Mean ½ and variance 1/12, within four of their own deviations.
        values.Mean().ShouldBe(0.5, 4 * Math.Sqrt(1 / 12.0 / values.Length));
        values.Variance().ShouldBe(1 / 12.0, 4 * Math.Sqrt(1 / 180.0 / values.Length));

        // Neighbours know nothing of each other.
        Correlation.Pearson(values[..^1], values[1..]).ShouldBe(0, 4 / Math.Sqrt(values.Length));
        int[] tenths = [.. Enumerable.Range(0, 10).Select(tenth => values.Count(value => (int)(value * 10) == tenth))];
        tenths.ShouldAllBe(count => Math.Abs(count - 4000) < 4 * Math.Sqrt(3600));
    }

    [Fact]
    public void Should_stay_as_it_is_so_that_lessons_keep_their_numbers() =>
        // SplitMix64's finalizer over seed, purpose, iteration and index, worked out apart from this program.
        Noise.Uniform(42, 1, 0, 0).ShouldBe(Expected(42, 1, 0, 0));

    private static double Expected(int seed, ulong iteration, ulong purpose, ulong index)
    {
        System.Numerics.BigInteger modulus = System.Numerics.BigInteger.One << 64;
        System.Numerics.BigInteger state = 0;
        foreach (ulong part in new[] { (ulong)seed, purpose, iteration, index })
        {
            state = (state + part + System.Numerics.BigInteger.Parse("11400714819323198485")) % modulus;
            state = (state ^ (state >> 30)) * System.Numerics.BigInteger.Parse("13787848793156543929") % modulus;
            state = (state ^ (state >> 27)) * System.Numerics.BigInteger.Parse("10723151780598845931") % modulus;
            state ^= state >> 31;
        }

        return (double)(state >> 11) / Math.Pow(2, 53);
    }
}
