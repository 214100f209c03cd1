using System.Text.Json;
using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;

namespace Engine.Tests.Reference;

/// <summary>
/// The perceptron rule, sample by sample, against the reference numbers. Where exact and plain double arithmetic take different
/// decisions the reference has both, and the engine, whose numbers are plain doubles, must take those of the second.
/// </summary>
public sealed class PerceptronReferenceTests
{
    private const string File = "perceptron.json";

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        ReferenceCase entry = ReferenceCase.Of(File).First(candidate => candidate.Id == id);
        int mostEpochs = entry.Parameters.GetProperty("maxEpochs").GetInt32();
        int[] order = [.. entry.Parameters.GetProperty("order").EnumerateArray().Select(row => row.GetInt32())];
        Training training = TrainingOf(entry, order);
        PerceptronConvergence convergence = PerceptronConvergence.Of(training, mostEpochs);
        foreach (JsonProperty expected in entry.PlainDoubles.EnumerateObject())
        {
            Compare(entry, training, order, convergence, expected);
        }
    }

    private static void Compare(ReferenceCase entry, Training training, int[] order, PerceptronConvergence convergence, JsonProperty expected)
    {
        ReadOnlySpan<double> end = convergence.States[^1].Values.AsSpan();
        switch (expected.Name)
        {
            case "steps":
                CompareSteps(entry, training, order, convergence.ErrorsPerEpoch.Length, expected.Value);
                break;
            case "errorsPerEpoch":
                convergence.ErrorsPerEpoch.ShouldBe(expected.Value.EnumerateArray().Select(count => count.GetInt32()), entry.Id);
                break;
            case "convergedEpoch":
                convergence.ConvergedEpoch.ShouldBe(expected.Value.ValueKind == JsonValueKind.Null ? null : expected.Value.GetInt32(), entry.Id);
                break;
            case "convergedWithin":
                (convergence.ConvergedEpoch is not null).ShouldBe(expected.Value.GetBoolean(), entry.Id);
                break;
            case "lastUpdateEpoch":
                convergence.LastUpdateEpoch.ShouldBe(expected.Value.GetInt32(), entry.Id);
                break;
            case "finalWeights":
                entry.ShouldMatch(end[..^1], expected.Value, expected.Name);
                break;
            case "finalBias":
                entry.ShouldMatch(end[^1..], expected.Value, expected.Name);
                break;
            case "cycle":
                CompareCycle(entry, convergence, expected.Value);
                break;
            default:
                throw new NotSupportedException(expected.Name);
        }
    }

    private static void CompareSteps(ReferenceCase entry, Training training, int[] order, int epochs, JsonElement expected)
    {
        Plan plan = training.Plan;
        Iteration iteration = new(training);
        expected.GetArrayLength().ShouldBe(epochs * training.Samples);
        foreach (JsonElement step in expected.EnumerateArray())
        {
            iteration.Run();
            IterationTrace trace = iteration.Trace();
            foreach (JsonProperty part in step.EnumerateObject())
            {
                string what = $"{part.Name} of step {trace.Iteration}";
                switch (part.Name)
                {
                    case "epoch":
                        training.EpochOf(trace.Iteration).ShouldBe(part.Value.GetInt32(), what);
                        break;
                    case "sample":
                        order[training.RowsOf(trace.Iteration)[0]].ShouldBe(part.Value.GetInt32(), what);
                        break;
                    default:
                        entry.ShouldMatch(NumbersOf(trace, part.Name), part.Value, what);
                        break;
                }
            }
        }
    }

    private static ReadOnlySpan<double> NumbersOf(IterationTrace trace, string part)
    {
        Plan plan = trace.Plan;
        return part switch
        {
            "net" => trace[SymbolOf("z1")],
            "y" => trace[plan.Predictions[0]],
            "error" => trace[SymbolOf("error_o1")],
            "w" => trace[plan.NextOf(SymbolOf("W1"))!],
            "b" => trace[plan.NextOf(SymbolOf("b1"))!],
            _ => throw new NotSupportedException(part),
        };

        Symbol SymbolOf(string name) => plan.Symbols.Single(symbol => symbol.Label.ToString() == name);
    }

    private static void CompareCycle(ReferenceCase entry, PerceptronConvergence convergence, JsonElement expected)
    {
        EpochCycle cycle = convergence.Cycle.ShouldNotBeNull(entry.Id);
        foreach (JsonProperty part in expected.EnumerateObject())
        {
            switch (part.Name)
            {
                case "startEpoch":
                    cycle.StartEpoch.ShouldBe(part.Value.GetInt32(), entry.Id);
                    break;
                case "periodEpochs":
                    cycle.Period.ShouldBe(part.Value.GetInt32(), entry.Id);
                    break;
                case "states":
                    part.Value.GetArrayLength().ShouldBe(cycle.Period);
                    for (int index = 0; index < cycle.Period; index++)
                    {
                        ReadOnlySpan<double> state = convergence.States[cycle.StartEpoch + index].Values.AsSpan();
                        entry.ShouldMatch(state[..^1], part.Value[index].GetProperty("w"), $"weights {index} of the cycle");
                        entry.ShouldMatch(state[^1..], part.Value[index].GetProperty("b"), $"bias {index} of the cycle");
                    }

                    break;
                default:
                    throw new NotSupportedException(part.Name);
            }
        }
    }

    private static Training TrainingOf(ReferenceCase entry, int[] order)
    {
        entry.Parameters.EnumerateObject().Select(property => property.Name)
            .Except(["learningRate", "stepAtZero", "maxEpochs", "order", "gate"]).ShouldBeEmpty();
        double[][] x = [.. entry.Inputs.GetProperty("x").EnumerateArray().Select(row => ReferenceCase.TensorOf(row).Values.ToArray())];
        double[] t = ReferenceCase.TensorOf(entry.Inputs.GetProperty("t")).Values.ToArray();
        Tensor w = ReferenceCase.TensorOf(entry.Inputs.GetProperty("w"));
        Dense unit = new(
            1,
            new Given(new Tensor(new Shape(w.Shape.Size, 1), [.. w.Values])),
            new Heaviside(entry.Parameters.GetProperty("stepAtZero").GetDouble()),
            bias: new Given(Tensor.Vector(entry.Inputs.GetProperty("b").GetDouble())));
        Network network = Network.Sequential(
            new Shape(w.Shape.Size),
            [unit],
            new HalfSquaredError(),
            new PerceptronRule(entry.Parameters.GetProperty("learningRate").GetDouble()));
        return new Training(
            Planner.Build(network),
            Tensor.Matrix([.. order.Select(row => x[row])]),
            Tensor.Matrix([.. order.Select(row => new[] { t[row] })]));
    }
}
