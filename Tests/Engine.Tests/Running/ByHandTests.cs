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

namespace Engine.Tests.Running;

/// <summary>A training whose numbers are rounded after each step, as by hand.</summary>
public class ByHandTests
{
    /// <summary>
    /// The 2-2-2 example (002_d82fa7d1bd0f4ce9.txt, chapter 6) in decimal arithmetic, every number rounded as it is written down.
    /// </summary>
    private sealed class DecimalExample(int decimals)
    {
        private readonly Dictionary<string, decimal> numbers = new()
        {
            ["x1"] = 0.1m,
            ["x2"] = 0.2m,
            ["w1"] = 0.3m,
            ["w2"] = 0.25m,
            ["w3"] = 0.4m,
            ["w4"] = 0.35m,
            ["w5"] = 0.45m,
            ["w6"] = 0.4m,
            ["w7"] = 0.7m,
            ["w8"] = 0.6m,
            ["target_o1"] = 0.4m,
            ["target_o2"] = 0.6m,
            ["alpha"] = 0.5m,
        };

        public IReadOnlyDictionary<string, decimal> Numbers => numbers;

        private decimal this[string name]
        {
            get => numbers[name];
            set => numbers[name] = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        }

        public void Iterate()
        {
            Sum("z1", ("w1", "x1"), ("w2", "x2"));
            Sum("z2", ("w3", "x1"), ("w4", "x2"));
            this["h1"] = Sigmoid(this["z1"]);
            this["h2"] = Sigmoid(this["z2"]);
            Sum("z3", ("w5", "h1"), ("w6", "h2"));
            Sum("z4", ("w7", "h1"), ("w8", "h2"));
            this["o1"] = Sigmoid(this["z3"]);
            this["o2"] = Sigmoid(this["z4"]);
            foreach (string o in new[] { "o1", "o2" })
            {
                decimal error = this["target_" + o] - this[o];
                this["E_" + o] = 0.5m * error * error;
                this["dE_total/d" + o] = -error;
            }

            this["E_total"] = this["E_o1"] + this["E_o2"];
            this["do1/dz3"] = this["o1"] * (1 - this["o1"]);
            this["do2/dz4"] = this["o2"] * (1 - this["o2"]);
            Sum("dE_total/dz3", ("dE_total/do1", "do1/dz3"));
            Sum("dE_total/dz4", ("dE_total/do2", "do2/dz4"));
            Sum("dE_total/dw5", ("dE_total/dz3", "h1"));
            Sum("dE_total/dw6", ("dE_total/dz3", "h2"));
            Sum("dE_total/dw7", ("dE_total/dz4", "h1"));
            Sum("dE_total/dw8", ("dE_total/dz4", "h2"));
            Sum("dE_o1/dh1", ("dE_total/dz3", "w5"));
            Sum("dE_o2/dh1", ("dE_total/dz4", "w7"));
            Sum("dE_o1/dh2", ("dE_total/dz3", "w6"));
            Sum("dE_o2/dh2", ("dE_total/dz4", "w8"));
            this["dE_total/dh1"] = this["dE_o1/dh1"] + this["dE_o2/dh1"];
            this["dE_total/dh2"] = this["dE_o1/dh2"] + this["dE_o2/dh2"];
            this["dh1/dz1"] = this["h1"] * (1 - this["h1"]);
            this["dh2/dz2"] = this["h2"] * (1 - this["h2"]);
            Sum("dE_total/dz1", ("dE_total/dh1", "dh1/dz1"));
            Sum("dE_total/dz2", ("dE_total/dh2", "dh2/dz2"));
            Sum("dE_total/dw1", ("dE_total/dz1", "x1"));
            Sum("dE_total/dw2", ("dE_total/dz1", "x2"));
            Sum("dE_total/dw3", ("dE_total/dz2", "x1"));
            Sum("dE_total/dw4", ("dE_total/dz2", "x2"));
            for (int weight = 1; weight <= 8; weight++)
            {
                this[$"w{weight}+"] = this[$"w{weight}"] - (this["alpha"] * this[$"dE_total/dw{weight}"]);
            }
        }

        public void Update()
        {
            for (int weight = 1; weight <= 8; weight++)
            {
                numbers[$"w{weight}"] = numbers[$"w{weight}+"];
            }
        }

        private void Sum(string name, params (string Left, string Right)[] products) =>
            this[name] = products.Sum(product => this[product.Left] * this[product.Right]);

        private static decimal Sigmoid(decimal z) => 1 / (1 + Exponential(-z));

        /// <summary>The power series, until its terms are too small for a decimal.</summary>
        private static decimal Exponential(decimal x)
        {
            (decimal sum, decimal term) = (1, 1);
            for (int n = 1; term != 0; n++)
            {
                term *= x / n;
                sum += term;
            }

            return sum;
        }
    }

    public class TheWorkedExample
    {
        [Theory]
        [InlineData(2)]
        [InlineData(3)]
        [InlineData(4)]
        [InlineData(6)]
        [InlineData(8)]
        public void Should_agree_with_decimal_arithmetic_number_by_number(int decimals)
        {
            Timeline line = new(WorkedExample.ToTraining().With(Rounding.ToDecimals(decimals)), 2);
            DecimalExample example = new(decimals);
            for (int iteration = 1; iteration <= 2; iteration++)
            {
                example.Iterate();
                IterationTrace trace = line.At(iteration);
                HashSet<Address> seen = [];
                foreach ((string name, decimal expected) in example.Numbers)
                {
                    Address address = line.Plan.At(name);
                    seen.Add(address);
                    ((decimal)trace[address]).ShouldBe(expected, $"{name}@{iteration}");
                }

                seen.Count.ShouldBe(line.Plan.AllAddresses().Count(), "every number of the plan");
                example.Update();
            }
        }

        [Fact]
        public void Should_part_from_full_precision()
        {
            // 002, chapter 6, steps 1 and 4: in full precision h1 is 0.51998934 and w5 becomes 0.43703857.
            Timeline line = new(WorkedExample.ToTraining().With(Rounding.ToDecimals(4)), 2);
            line.At(1)[line.Plan.At("h1")].ShouldBe(0.52);
            line.At(2)[line.Plan.At("w5")].ShouldBe(0.4371, "0.45 − 0.5 × 0.0259 is 0.43705, a tie");
            line.At(2)[line.Plan.At("x1")].ShouldBe(0.1);
            Timeline coarse = new(WorkedExample.ToTraining().With(Rounding.ToDecimals(1)), 2);
            coarse.At(1)[coarse.Plan.At("w2")].ShouldBe(0.25, "what is given stays");
            coarse.At(2)[coarse.Plan.At("w2")].ShouldBe(0.3, "what the update makes is rounded: 0.25 has one decimal too many");
        }
    }

    public class EveryNumber
    {
        private static Training Noisy()
        {
            Network network = Network.Sequential(
                new Shape(2),
                [
                    new Dense(3, new GlorotUniform(1), new HyperbolicTangent()),
                    new BatchNormalization(),
                    new Dropout(0.4, 1),
                    new Dense(2, new GlorotUniform(2), new Softmax()),
                ],
                new CategoricalCrossentropy(),
                new Adam(0.01));
            return new Training(
                Planner.Build(network, 3),
                Tensor.Matrix([[0.1, -0.4], [0.7, 0.3], [-0.2, 0.9]]),
                Tensor.Matrix([[1, 0], [0, 1], [0, 1]]));
        }

        public static TheoryData<int, bool> Roundings => new() { { 3, true }, { 5, true }, { 4, false }, { 7, false } };

        [Theory]
        [MemberData(nameof(Roundings))]
        public void Should_be_its_explanation_rounded(int digits, bool isSignificant)
        {
            Rounding rounding = isSignificant ? Rounding.ToDigits(digits) : Rounding.ToDecimals(digits);
            Training training = Noisy().With(rounding);
            Timeline line = new(training, 300);
            int rounded = 0;

            // Beyond the iteration at which a plan that is not rounded is compiled as a whole.
            foreach (int iteration in new[] { 1, 2, 40, 299, 300 })
            {
                IterationTrace trace = line.At(iteration);
                foreach (Address address in line.Plan.AllAddresses())
                {
                    if (line.Plan.ProducerOf(line.Plan.SymbolOf(address)) is { } step)
                    {
                        double exact = line.Plan.Explain(address).Evaluate(trace);
                        double expected = training.RoundingOf(step)?.Of(exact) ?? exact;
                        trace[address].ShouldBeBitEqual(expected, $"{line.Plan.LabelOf(address)}@{iteration}");
                        rounded += expected.Equals(exact) ? 0 : 1;
                    }
                }
            }

            rounded.ShouldBeGreaterThan(100);
        }

        [Fact]
        public void Should_leave_counts_and_places_alone()
        {
            Timeline line = new(Noisy().With(Rounding.ToDigits(1)), 120);
            line.At(120)[line.Plan.At("updates")].ShouldBe(119, "to one digit it would stay 10 for ever");
            Network network = Network.Sequential(
                new Shape(40, 1),
                [new GlobalMaxPooling1D(), new Dense(1, new Constant(0.5))],
                new HalfSquaredError(),
                new GradientDescent(0.1));
            Training training = new Training(
                Planner.Build(network),
                new Tensor(new Shape(1, 40, 1), [.. Enumerable.Range(0, 40).Select(place => place == 37 ? 2.0 : 0.0)]),
                Tensor.Matrix([[1]])).With(Rounding.ToDigits(1));
            Iteration machine = new(training);
            machine.Run();
            Step place = training.Plan.Steps.Single(step => step.Operation.GivesPlaces);
            machine.Trace()[place.Output][0].ShouldBe(37);
        }

        [Theory]
        [InlineData(2)]
        [InlineData(3)]
        public void Should_be_the_same_on_any_number_of_threads(int threads)
        {
            Training training = LargeTraining.Make(45, 2).With(Rounding.ToDecimals(4));
            (Iteration one, Iteration several) = (new(training, 1), new(training, threads));
            for (int run = 0; run < 4; run++)
            {
                one.Run();
                several.Run();
                foreach (Symbol symbol in training.Plan.Symbols)
                {
                    several[symbol].ShouldBeBitEqual(one[symbol], $"{symbol.Label}, iteration {run + 1}");
                }
            }
        }

        [Fact]
        public void Should_be_the_same_when_it_is_come_back_to()
        {
            Timeline line = new(Noisy().With(Rounding.ToDecimals(4)), 300, checkpointBytes: 0);
            double[] loss = [.. Enumerable.Range(1, 300).Select(iteration => line.At(iteration)[line.Plan.Loss][0])];
            Timeline branch = new(line.Training.From(line.StateBefore(100)), 300);
            branch.Training.Rounding.ShouldBe(Rounding.ToDecimals(4));
            Random random = new(2);
            for (int jump = 0; jump < 40; jump++)
            {
                int iteration = random.Next(100, 301);
                line.At(iteration)[line.Plan.Loss][0].ShouldBe(loss[iteration - 1]);
                branch.At(iteration)[line.Plan.Loss][0].ShouldBe(loss[iteration - 1]);
            }

            branch.Training.With(null).Rounding.ShouldBeNull();
            branch.Training.With(null).FirstIteration.ShouldBe(100);
        }
    }
}
