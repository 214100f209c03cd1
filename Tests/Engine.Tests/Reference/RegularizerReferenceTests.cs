using System.Text.Json;
using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Regularizers;
using Engine.Running;

namespace Engine.Tests.Reference;

/// <summary>
/// Penalties on a kernel, and the gradients that they add, against the reference numbers. The data are all 0, so that nothing
/// else pulls at the kernel.
/// </summary>
public sealed class RegularizerReferenceTests
{
    private const string File = "losses.json";

    public static TheoryData<string> Cases =>
        [.. ReferenceCase.Of(File).Where(entry => entry.Operation.EndsWith("_penalty", StringComparison.Ordinal)).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        ReferenceCase entry = ReferenceCase.Of(File).First(candidate => candidate.Id == id);
        Tensor w = ReferenceCase.TensorOf(entry.Inputs.GetProperty("w"));
        Dense layer = new(w.Shape[1], new Given(w), new Linear(), useBias: false, kernelRegularizer: RegularizerOf(entry));
        Network network = Network.Sequential(new Shape(w.Shape[0]), [layer], new HalfSquaredError(), new GradientDescent(0.1));
        Plan plan = Planner.Build(network);
        Iteration iteration = new(new Training(plan, Tensor.Filled(new Shape(1, w.Shape[0]), 0), Tensor.Filled(new Shape(1, w.Shape[1]), 0)));
        iteration.Run();
        IterationTrace trace = iteration.Trace();
        entry.ShouldMatch([trace[plan.Find("R_W1").Address.ShouldNotBeNull()]], entry.Expected.GetProperty("penalty"), "penalty");
        entry.ShouldMatch(trace[plan.Loss], entry.Expected.GetProperty("penalty"), "loss");
        Symbol kernel = plan.Parameters.ShouldHaveSingleItem().Symbols.ShouldHaveSingleItem();
        double[] gradients =
        [
            .. Enumerable.Range(0, w.Shape.Size).Select(cell =>
                trace[plan.FindDerivative(new Address(plan.Loss.Index, 0), new Address(kernel.Index, cell)).ShouldNotBeNull()]),
        ];
        entry.ShouldMatch(gradients, entry.Expected.GetProperty("gradW"), "gradW");
    }

    private static Regularizer RegularizerOf(ReferenceCase entry)
    {
        string name = entry.Operation.Replace("_penalty", "", StringComparison.Ordinal).Replace('_', '-');
        CatalogEntry kind = Catalog.Find(typeof(Regularizer), name).ShouldNotBeNull(name);
        Dictionary<string, object?> arguments = [];
        foreach (JsonProperty parameter in entry.Parameters.EnumerateObject())
        {
            (string argument, object value) = parameter.Name switch
            {
                "l1" or "l2" or "alpha" => (parameter.Name, parameter.Value.GetDouble()),
                "l1Ratio" => ("l1-ratio", parameter.Value.GetDouble()),
                "half" => ("half", (object)parameter.Value.GetBoolean()),
                var other => throw new NotSupportedException(other),
            };
            kind.Arguments.ShouldContain(known => known.Name == argument);
            arguments.Add(argument, value);
        }

        return (Regularizer)Catalog.Create(kind, arguments);
    }
}
