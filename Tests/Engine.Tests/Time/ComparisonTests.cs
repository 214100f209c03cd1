using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;
using Engine.Time;

namespace Engine.Tests.Time;

public class ComparisonTests
{
    private const int Iterations = 60;

    private static Timeline Xor(double rate) => new(XorLoop.ToTraining(rate), Iterations);

    private static Training Network(int units, Activation? activation, Optimizer optimizer, int batch = 1) => new(
        Planner.Build(
            Engine.Planning.Network.Sequential(
                new Shape(2),
                [new Dense(units, new GlorotUniform(1), activation), new Dense(1, new GlorotUniform(2), new Sigmoid())],
                new HalfSquaredError(),
                optimizer),
            batch),
        Tensor.Matrix([[0.5, -0.25], [0.75, 0.125], [-1, 0.5], [0.25, 0.5], [1, 1], [-0.5, 0.75]]),
        Tensor.Matrix([[1], [0], [1], [0], [1], [1]]));

    private static string NameOf(Plan plan, Address address) => plan.LabelOf(address).ToString();

    /// <summary>What a comparison should say, straight from the labels of all numbers.</summary>
    private static IterationDifference Slowly(Timeline one, Timeline other, int iteration, Moment? upTo = null)
    {
        (IterationTrace trace, IterationTrace otherTrace) = (one.At(iteration), other.At(iteration));
        Dictionary<string, Address> names = other.Plan.AllAddresses()
            .Where(address => other.Plan.ProducerOf(other.Plan.SymbolOf(address)) is not null)
            .GroupBy(address => NameOf(other.Plan, address))
            .ToDictionary(group => group.Key, group => group.First());
        List<Difference> differences = [];
        int compared = 0;
        foreach (Address address in one.Plan.AllAddresses())
        {
            if (one.MomentOf(iteration, address) is { } moment && !(moment > upTo) && names.TryGetValue(NameOf(one.Plan, address), out Address there))
            {
                compared++;
                Difference difference = new(moment, address, there, trace[address], otherTrace[there]);
                if (difference.Value != difference.OtherValue && !(double.IsNaN(difference.Value) && double.IsNaN(difference.OtherValue)))
                {
                    differences.Add(difference);
                }
            }
        }

        differences = [.. differences.OrderBy(difference => difference.Moment)];
        return new IterationDifference(
            differences.Count == 0 ? null : differences[0],
            differences.Count == 0 ? null : differences.MaxBy(difference => double.IsNaN(difference.Value - difference.OtherValue) ? double.PositiveInfinity : Math.Abs(difference.Value - difference.OtherValue)),
            differences.Count,
            compared);
    }

    public static TheoryData<string> Pairs => ["rate", "activation", "optimizer", "units", "batch", "hand", "branch"];

    private static (Timeline One, Timeline Other) PairOf(string name)
    {
        Timeline Line(Training training) => new(training, Iterations);
        GradientDescent sgd = new(0.5);
        Timeline plain = Line(Network(3, new Sigmoid(), sgd));
        return name switch
        {
            "rate" => (Xor(0.5), Xor(2)),
            "activation" => (plain, Line(Network(3, new RectifiedLinear(), sgd))),
            "optimizer" => (plain, Line(Network(3, new Sigmoid(), new Adam(0.01)))),
            "units" => (plain, Line(Network(4, new Sigmoid(), sgd))),
            "batch" => (Line(Network(3, new Sigmoid(), sgd, 2)), Line(Network(3, new Sigmoid(), sgd, 3))),
            "hand" => (plain, Line(plain.Training.With(Rounding.ToDecimals(3)))),
            _ => (plain, new Timeline(Network(3, new Sigmoid(), new GradientDescent(2)).From(plain.StateBefore(20)), Iterations)),
        };
    }

    public class OfAnIteration
    {
        [Theory]
        [MemberData(nameof(Pairs), MemberType = typeof(ComparisonTests))]
        public void Should_say_what_a_look_at_every_label_says(string name)
        {
            (Timeline one, Timeline other) = PairOf(name);
            Comparison comparison = new(one, other);
            foreach (int iteration in new[] { 20, 21, 40, Iterations })
            {
                IterationDifference expected = Slowly(one, other, iteration);
                comparison.In(iteration).ShouldBe(expected, $"iteration {iteration}");
                expected.Compared.ShouldBeGreaterThan(20);
                Random random = new(iteration);
                for (int trial = 0; trial < 10; trial++)
                {
                    long ordinal = one.OrdinalOf(Moment.Before(iteration)) + random.Next(0, one.NumbersPerIteration + 1);
                    Moment upTo = one.MomentAt(ordinal);
                    comparison.In(iteration, upTo).ShouldBe(Slowly(one, other, iteration, upTo), $"up to {upTo}");
                }
            }
        }

        [Fact]
        public void Should_begin_with_the_update_where_the_learning_rate_is_another()
        {
            (XorLoop one, XorLoop other) = (new(0.5), new(2));
            one.Run();
            other.Run();
            Timeline line = Xor(0.5);
            IterationDifference found = new Comparison(line, Xor(2)).In(1).ShouldNotBeNull();
            NameOf(line.Plan, found.First.ShouldNotBeNull().Number).ShouldBe("w1+");
            found.First.Value.Value.ShouldAgree(one.Weights[0], 1e-14, "w1+");
            found.First.Value.OtherValue.ShouldAgree(other.Weights[0], 1e-14, "w1+ of the other");
            found.Differing.ShouldBe(9, "the nine weights");

            // The largest is that of the weight with the greatest gradient.
            int largest = Enumerable.Range(0, 9).MaxBy(weight => Math.Abs(one.Weights[weight] - other.Weights[weight]));
            NameOf(line.Plan, found.Largest.ShouldNotBeNull().Number).ShouldBe(XorLoop.Names[largest] + "+");
            found.Largest.Value.Size.ShouldAgree(Math.Abs(one.Weights[largest] - other.Weights[largest]), 1e-14, "the largest");
        }

        [Fact]
        public void Should_be_nothing_where_both_are_the_same()
        {
            IterationDifference found = new Comparison(Xor(0.5), Xor(0.5)).In(30).ShouldNotBeNull();
            found.First.ShouldBeNull();
            found.Largest.ShouldBeNull();
            found.Differing.ShouldBe(0);
            found.Compared.ShouldBe(Xor(0.5).NumbersPerIteration);
        }

        [Fact]
        public void Should_not_be_of_an_iteration_that_one_does_not_have()
        {
            (Timeline one, Timeline branch) = PairOf("branch");
            new Comparison(one, branch).In(19).ShouldBeNull();
            new Comparison(branch, one).In(19).ShouldBeNull();
            new Comparison(one, branch).In(Iterations + 1).ShouldBeNull();
        }

        [Theory]
        [InlineData(double.NaN, double.NaN, 0)]
        [InlineData(double.NaN, 1, double.PositiveInfinity)]
        [InlineData(double.PositiveInfinity, double.PositiveInfinity, 0)]
        [InlineData(double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity)]
        [InlineData(3, double.NaN, double.PositiveInfinity)]
        [InlineData(0.0, -0.0, 0)]
        [InlineData(2, -1.5, 3.5)]
        public void Should_be_infinite_between_a_number_and_none(double value, double otherValue, double size) =>
            new Difference(Moment.Start, default, default, value, otherValue).Size.ShouldBe(size);
    }

    public class OfATraining
    {
        [Theory]
        [MemberData(nameof(Pairs), MemberType = typeof(ComparisonTests))]
        public void Should_find_the_first_number_that_is_another(string name)
        {
            (Timeline one, Timeline other) = PairOf(name);
            Difference? expected = Enumerable.Range(Math.Max(one.FirstIteration, other.FirstIteration), 3)
                .Select(iteration => Slowly(one, other, iteration).First).FirstOrDefault(first => first is not null);
            IterationTrace before = one.At(33);
            new Comparison(one, other).FirstParting().ShouldBe(expected);
            expected.ShouldNotBeNull();
            one.At(33).ShouldBeSameAs(before);
        }

        [Fact]
        public void Should_find_a_parting_far_on_and_none_where_there_is_none()
        {
            const int Long = 5000;
            Training training = XorLoop.ToTraining(0.5);
            Timeline one = new(training, Long);
            Comparison same = new(one, new Timeline(XorLoop.ToTraining(0.5), Long));
            ReplayLog log = new();
            same.FirstParting(log).ShouldBeNull();
            log.ShouldGrowTo(Long + 1);
            new Comparison(one, one).FirstParting().ShouldBeNull();

            // A difference in the last bit of a weight is one.
            TrainingState state = one.StateBefore(4000);
            Timeline branch = new(training.From(state with { Values = state.Values.SetItem(8, Math.BitIncrement(state.Values[8])) }), Long);
            Difference found = new Comparison(one, branch).FirstParting().ShouldNotBeNull();
            found.Moment.Iteration.ShouldBeInRange(4000, 4001);
        }

        [Fact]
        public void Should_be_given_up()
        {
            using CancellationTokenSource source = new();
            source.Cancel();
            Timeline one = Xor(0.5);
            IterationTrace before = one.At(7);
            Should.Throw<OperationCanceledException>(() => new Comparison(one, Xor(0.5)).FirstParting(null, source.Token));
            one.At(7).ShouldBeSameAs(before);
            new Comparison(one, Xor(0.5)).In(8).ShouldNotBeNull().Differing.ShouldBe(0);
        }
    }

    public class TheMomentOfTheOther
    {
        [Theory]
        [MemberData(nameof(Pairs), MemberType = typeof(ComparisonTests))]
        public void Should_be_that_of_the_same_number_or_of_the_last_before_it(string name)
        {
            (Timeline one, Timeline other) = PairOf(name);
            Comparison comparison = new(one, other);
            Dictionary<string, Address> names = other.Plan.AllAddresses().GroupBy(address => NameOf(other.Plan, address)).ToDictionary(group => group.Key, group => group.First());
            Moment expected = Moment.Before(25);
            Moment moment = Moment.Before(25);
            comparison.MomentInOther(moment).ShouldBe(expected);
            for (int number = 0; number < one.NumbersPerIteration; number++)
            {
                moment = one.Next(moment, Level.Cell);
                Address address = one.AddressAt(moment)!.Value;
                expected = names.TryGetValue(NameOf(one.Plan, address), out Address there) && other.MomentOf(25, there) is { } found ? found : expected;
                comparison.MomentInOther(moment).ShouldBe(expected, NameOf(one.Plan, address));
                if (other.AddressAt(expected) is { } number2 && NameOf(other.Plan, number2) == NameOf(one.Plan, address))
                {
                    comparison.MomentInOne(expected).ShouldBe(moment);
                    comparison.InOther(address).ShouldBe(number2);
                    comparison.InOne(number2).ShouldBe(address);
                }
            }
        }

        [Fact]
        public void Should_be_the_nearest_where_the_other_does_not_have_the_iteration()
        {
            (Timeline one, Timeline branch) = PairOf("branch");
            Comparison comparison = new(one, branch);
            comparison.MomentInOther(new Moment(3, 2, 0)).ShouldBe(branch.Start);
            comparison.MomentInOne(branch.Start).ShouldBe(Moment.Before(20));
            Comparison shorter = new(one, new Timeline(one.Training, 5));
            shorter.MomentInOther(new Moment(6, 0, 0)).ShouldBe(new Timeline(one.Training, 5).End);
        }

        [Fact]
        public void Should_not_take_names_for_the_same_that_are_not()
        {
            // One sample has no position in names: h1[1] is a unit there, and a sample where each unit has a name.
            Training one = (new NetworkCase(2, [new(2), new(1)]) { IsNamed = true, BatchSize = 1, Batches = 2 }).ToTraining();
            Training two = (new NetworkCase(2, [new(2), new(1)]) { IsNamed = true, BatchSize = 2 }).ToTraining();
            Comparison comparison = new(new Timeline(one, 2), new Timeline(two, 2));
            comparison.InOther(one.Plan.At("w1")).ShouldBe(two.Plan.At("w1"));
            comparison.InOther(one.Plan.At("h1")).ShouldBeNull();
        }
    }
}
