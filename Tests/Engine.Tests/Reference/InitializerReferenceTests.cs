using Engine.Initializers;
using Engine.Numbers;

namespace Engine.Tests.Reference;

/// <summary>The scale of random first values against the reference numbers, and what is drawn against the scale.</summary>
public sealed class InitializerReferenceTests
{
    private const string File = "init.json";

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        ReferenceCase entry = ReferenceCase.Of(File).First(candidate => candidate.Id == id);
        Shape shape = new([.. entry.Inputs.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())]);
        VarianceScaling initializer = Of(entry.Operation.Replace('_', '-'), 7);
        entry.ShouldMatch([initializer.VarianceFor(shape)], entry.Expected.GetProperty("variance"), "variance");
        entry.ShouldMatch([initializer.DeviationFor(shape)], entry.Expected.GetProperty("std"), "std");
        double bound = initializer.LimitFor(shape);
        if (entry.Expected.TryGetProperty("limit", out var limit))
        {
            entry.ShouldMatch([bound], limit, "limit");
        }
        else
        {
            bound = entry.Expected.GetProperty("truncatedBound").GetDouble();
        }

        double[] drawn = initializer.Values(shape).Values.ToArray();
        drawn.Select(Math.Abs).Max().ShouldBeLessThanOrEqualTo(bound);
        if (drawn.Length >= 100)
        {
            double deviation = Math.Sqrt(drawn.Sum(value => value * value) / drawn.Length);
            double expected = initializer.DeviationFor(shape);
            Math.Abs(deviation - expected).ShouldBeLessThan(4 * expected / Math.Sqrt(2 * drawn.Length));
        }
    }

    [Fact]
    public void Should_depend_on_seed_and_place_only()
    {
        Shape shape = new(5, 4);
        double[] drawn = Of("he-normal", 3).Values(shape, 2).Values.ToArray();
        Of("he-normal", 3).Values(shape, 2).Values.ToArray().ShouldBe(drawn);
        Of("he-normal", 4).Values(shape, 2).Values.ToArray().ShouldNotBe(drawn);
        Of("he-normal", 3).Values(shape, 3).Values.ToArray().ShouldNotBe(drawn);
        drawn.Distinct().Count().ShouldBe(drawn.Length);
    }

    [Fact]
    public void Should_refuse_what_has_no_fan() => Should.Throw<ShapeException>(() => Of("glorot-uniform", 0).Values(new Shape(3)));

    private static VarianceScaling Of(string name, int seed) => (VarianceScaling)Catalog.Create(
        Catalog.Find(typeof(Initializer), name).ShouldNotBeNull(name), new Dictionary<string, object?> { ["seed"] = seed });
}
