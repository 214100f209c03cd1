using Engine.Planning;
using Engine.Time;
using Lessons.Exercises;
using Lessons.Exercises.Mistakes;
using Lessons.Quantities;

namespace Lessons.Tests.Exercises;

/// <summary>Wrong answers, made by plain arithmetic with one mistake in it, and what is said about them.</summary>
public sealed class SlipTests
{
    private static readonly Dictionary<string, HandNetwork> Networks = new()
    {
        ["worked"] = new HandNetwork
        {
            Activations = ["sigmoid", "sigmoid"],
            Kernels = [new[,] { { 0.3, 0.4 }, { 0.25, 0.35 } }, new[,] { { 0.45, 0.7 }, { 0.4, 0.6 } }],
            Biases = [[], []],
            Inputs = [[0.1, 0.2]],
            Targets = [[0.4, 0.6]],
            IsHalf = true,
            LearningRate = 0.5,
        },
        ["batch"] = new HandNetwork
        {
            Activations = ["tanh", "sigmoid"],
            Kernels = [new[,] { { 0.5, -0.3, 0.8 }, { 0.2, 0.7, -0.6 } }, new[,] { { 0.9, -0.4 }, { 0.35, 0.65 }, { -0.55, 0.15 } }],
            Biases = [[0.1, -0.2, 0.05], [0.3, -0.1]],
            Inputs = [[0.6, -0.9], [0.2, 0.4], [-0.7, 0.3]],
            Targets = [[0.2, 0.9], [0.7, 0.1], [0.5, 0.4]],
            IsHalf = false,
            LearningRate = 0.3,
        },
        ["deep"] = new HandNetwork
        {
            Activations = ["tanh", "sigmoid", "tanh"],
            Kernels = [new[,] { { 0.4, -0.7 }, { 0.9, 0.3 } }, new[,] { { 0.6, -0.2 }, { 0.5, 0.8 } }, new[,] { { 0.7, 0.25 }, { -0.45, 0.95 } }],
            Biases = [[0.2, -0.1], [0.05, 0.15], [-0.3, 0.1]],
            Inputs = [[0.8, -0.5], [-0.3, 0.9]],
            Targets = [[0.3, -0.6], [0.1, 0.7]],
            IsHalf = true,
            LearningRate = 0.4,
        },
    };

    public static TheoryData<string, string, string> Cases()
    {
        TheoryData<string, string, string> data = [];
        foreach (string network in Networks.Keys)
        {
            foreach (string slip in new[] { "WrongSign", "MissingActivationDerivative", "MissingActivationDerivative last", "MissingActivationDerivative all", "NewWeight", "OnePathOnly", "TransposedIndex", "TransposedIndex forward", "NotAveraged", "FactorOneHalf", "FactorOneHalf half" })
            {
                foreach (string asked in new[] { "weight", "updated" })
                {
                    // With one sample and a sum over the outputs nothing is averaged.
                    if (!(network == "worked" && slip == "NotAveraged"))
                    {
                        data.Add(network, slip, asked);
                    }
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_recognize_the_answer_that_a_slip_produces(string network, string slip, string asked)
    {
        HandNetwork hand = Networks[network];
        (Lesson lesson, Timeline timeline) = Open(network);
        int last = hand.Kernels.Length - 1;
        HandMistake mistake = slip switch
        {
            "MissingActivationDerivative" => new HandMistake { WithoutSlope = [0] },
            "MissingActivationDerivative last" => new HandMistake { WithoutSlope = [last] },
            "MissingActivationDerivative all" => new HandMistake { WithoutSlope = [.. Enumerable.Range(0, last + 1)] },
            "NewWeight" => new HandMistake { UsesNewWeights = true },
            "OnePathOnly" => new HandMistake { OnlyPath = 1 },
            "TransposedIndex" => new HandMistake { ExchangesBackward = true },
            "TransposedIndex forward" => new HandMistake { ExchangesForward = true },
            "NotAveraged" => new HandMistake { ForgetsMean = true },
            "FactorOneHalf" => new HandMistake { Factor = 2 },
            "FactorOneHalf half" => new HandMistake { Factor = 0.5 },
            _ => new HandMistake(),
        };
        var computed = hand.Compute(mistake);
        double[,] gradients = computed.KernelGradients[0];
        (string quantity, double wrong) = (slip, asked) switch
        {
            ("TransposedIndex forward", "weight") => (hand.Inputs.Length == 1 ? "z1[2]" : "z1[1,2]", computed.Sums[0][0][1]),
            ("TransposedIndex forward", _) => ("dE_total/dW1[2,1]", hand.Compute(new HandMistake()).KernelGradients[0][0, 1]),
            ("WrongSign", "weight") => ("dE_total/dW1[2,1]", -gradients[1, 0]),
            ("WrongSign", _) => ("W1[2,1]+", hand.Kernels[0][1, 0] + (hand.LearningRate * gradients[1, 0])),
            (_, "weight") => ("dE_total/dW1[2,1]", gradients[1, 0]),
            _ => ("W1[2,1]+", hand.Updated(computed.KernelGradients)[0][1, 0]),
        };
        PredictExercise exercise = Ask(lesson, quantity, 10);
        Math.Abs(wrong - exercise.Quantity.ValueIn(timeline.At(1))).ShouldBeGreaterThan(1e-9);

        Verdict verdict = exercise.Check(timeline, wrong.ToString("F10", System.Globalization.CultureInfo.InvariantCulture));

        verdict.Kind.ShouldBe(VerdictKind.Wrong);
        verdict.Slips.Select(found => $"{found.Kind}").ShouldContain(slip.Split(' ')[0]);
        verdict.Slips.ShouldAllBe(found => Math.Abs(found.Value - wrong) < 1e-9);
    }

    [Theory]
    [InlineData("worked")]
    [InlineData("batch")]
    [InlineData("deep")]
    public void Should_recognize_the_old_weights_of_the_iteration_before(string network)
    {
        HandNetwork hand = Networks[network];
        (Lesson lesson, Timeline timeline) = Open(network);
        double old = hand.Compute(new HandMistake()).Sums[0][0][0];

        Verdict verdict = Ask(lesson, hand.Inputs.Length == 1 ? "z1[1]@2" : "z1[1,1]@2", 10).Check(timeline, old.ToString("F10", System.Globalization.CultureInfo.InvariantCulture));

        verdict.Slips.Select(slip => slip.Kind).ShouldContain(SlipKind.OldWeight);
    }

    [Theory]
    [InlineData("worked")]
    [InlineData("batch")]
    [InlineData("deep")]
    public void Should_never_call_a_right_answer_a_slip(string network)
    {
        (Lesson lesson, Timeline timeline) = Open(network);
        foreach (int iteration in new[] { 1, 2 })
        {
            foreach (Symbol symbol in lesson.Plan.Symbols.Where(symbol => lesson.Plan.ProducerOf(symbol) is not null))
            {
                for (int cell = 0; cell < symbol.Shape.Size; cell++)
                {
                    PredictExercise exercise = Ask(new ResolvedQuantity(lesson.Plan, iteration, new Address(symbol.Index, cell)), PredictExercise.Unsaid);
                    string solution = exercise.SolutionIn(timeline);
                    Verdict verdict = exercise.Check(timeline, solution);
                    verdict.Kind.ShouldBe(VerdictKind.Right, $"{exercise.Quantity.Label} = {solution}");
                    verdict.Slips.ShouldBeEmpty();
                }
            }
        }
    }

    [Theory]
    [InlineData("worked")]
    [InlineData("batch")]
    [InlineData("deep")]
    public void Should_say_every_slip_that_leads_to_the_same_answer(string network)
    {
        (Lesson lesson, Timeline timeline) = Open(network);
        int together = 0;
        foreach (Symbol symbol in lesson.Plan.Symbols.Where(symbol => lesson.Plan.ProducerOf(symbol) is not null))
        {
            PredictExercise exercise = Ask(new ResolvedQuantity(lesson.Plan, 1, new Address(symbol.Index, 0)), 10);
            foreach (Slip slip in SlipFinder.SlipsOf(exercise.Quantity, timeline))
            {
                Verdict verdict = exercise.Check(timeline, slip.Value.ToString("F10", System.Globalization.CultureInfo.InvariantCulture));
                if (verdict.Kind == VerdictKind.Right)
                {
                    continue;
                }

                SlipKind[] same = [.. SlipFinder.SlipsOf(exercise.Quantity, timeline).Where(other => Math.Abs(other.Value - slip.Value) < 1e-12).Select(other => other.Kind).Distinct()];
                same.ShouldBeSubsetOf(verdict.Slips.Select(found => found.Kind), $"{exercise.Quantity.Label} {slip}");
                together += same.Length > 1 ? 1 : 0;
            }
        }

        // Two samples: forgetting their mean and a factor of 2 come to the same.
        (together > 0).ShouldBe(network == "deep");
    }

    [Theory]
    [InlineData("0.51998934", VerdictKind.Right)]
    [InlineData("0,51998934", VerdictKind.Right)]
    [InlineData(" +.51998934 ", VerdictKind.Right)]
    [InlineData("5.1998934e-1", VerdictKind.Right)]
    [InlineData("０．５１９９８９３４", VerdictKind.Right)]
    [InlineData("0.519989340", VerdictKind.Right)]
    [InlineData("0.52", VerdictKind.TooFewDigits)]
    [InlineData("0.5200", VerdictKind.TooFewDigits)]
    [InlineData("0.51998937", VerdictKind.RoundedOnTheWay)]
    [InlineData("0.6", VerdictKind.Wrong)]
    [InlineData("0.5", VerdictKind.Wrong)]
    [InlineData("−0.51998934", VerdictKind.Wrong)]
    [InlineData("", VerdictKind.Unreadable)]
    [InlineData("about a half", VerdictKind.Unreadable)]
    [InlineData("NaN", VerdictKind.Unreadable)]
    public void Should_accept_at_the_printed_precision(string answer, VerdictKind expected)
    {
        Lesson lesson = LessonLibrary.Find("backprop-2-2-2")!;

        Ask(lesson, "h1", 8).Check(lesson.NewTimeline(), answer).Kind.ShouldBe(expected);
    }

    [Theory]
    [InlineData(0.5, 4)]
    [InlineData(0.02592286, 5)]
    [InlineData(0.00000879, 9)]
    [InlineData(0, 4)]
    [InlineData(1234.5, 4)]
    public void Should_ask_for_as_many_decimals_as_show_the_number(double value, int decimals) =>
        PredictExercise.DecimalsFor(value).ShouldBe(decimals);

    private static (Lesson Lesson, Timeline Timeline) Open(string network)
    {
        Lesson lesson = Networks[network].ToLesson();
        return (lesson, lesson.NewTimeline());
    }

    private static PredictExercise Ask(Lesson lesson, string quantity, int decimals)
    {
        new QuantityResolver(lesson.NewTimeline()).TryResolve(quantity, 1, out ResolvedQuantity? resolved, out QuantityError? error).ShouldBeTrue(error?.Found);
        return Ask(resolved!, decimals);
    }

    private static PredictExercise Ask(ResolvedQuantity quantity, int decimals) =>
        new() { Id = "a", At = quantity, Quantity = quantity, Decimals = decimals, Question = new LocalizedText("a", "가") };
}
