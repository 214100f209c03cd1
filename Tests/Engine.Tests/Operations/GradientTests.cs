using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;
using Oracles;

namespace Engine.Tests.Operations;

/// <summary>The gradients that derivative rules emit, all of them, against the tape.</summary>
public class GradientTests
{
    private const double Rounding = 1e-12;

    public static TheoryData<int, string> Cases
    {
        get
        {
            TheoryData<int, string> data = [];
            for (int index = 0; index < NetworkCases.All.Count; index++)
            {
                data.Add(index, NetworkCases.All[index].ToString());
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_compute_the_oracles_forward_pass(int index, string name)
    {
        IterationTrace trace = NetworkCases.All[index].FirstTrace();
        OraclePass pass = NetworkCases.All[index].FirstPass();
        foreach (Address address in trace.Plan.OracleAddresses(pass))
        {
            trace[address].ShouldAgree(pass.VariableOf(trace.Plan, address)!.Value, Rounding, $"{name}: {trace.Plan.LabelOf(address)}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree_with_the_tape(int index, string name)
    {
        NetworkCase network = NetworkCases.All[index];
        Check(network, name);
        GradientsOf(network.ToPlan()).Count(gradient => gradient.Naming is Naming.GradientOf { WithRespectTo.Role: SymbolRole.Parameter })
            .ShouldBe(network.Layers.Sum(layer => layer.HasBias ? 2 : 1), "every parameter has a gradient");
    }

    /// <summary>Compares every stored gradient and path of a network with the oracle's.</summary>
    internal static void Check(NetworkCase network, string name)
    {
        IterationTrace trace = network.FirstTrace();
        Plan plan = trace.Plan;
        OraclePass pass = network.FirstPass();
        double tolerance = Rounding * trace.Largest();
        foreach (Symbol symbol in plan.Symbols)
        {
            foreach (Address address in symbol.AllAddresses())
            {
                double? expected = symbol.Naming switch
                {
                    Naming.GradientOf => pass.Gradient(pass.VariableOf(plan, plan.SubjectOf(address))!),
                    Naming.LocalDerivativeOf local => pass.Derivative(
                        pass.VariableOf(plan, new Address(local.Of.Index, address.Cell))!, pass.VariableOf(plan, plan.SubjectOf(address))!),
                    Naming.PathTo => PathOf(plan, pass, address),
                    Naming.NextOf => Updated(network, pass.VariableOf(plan, plan.SubjectOf(address))!, pass),
                    Naming.PartOf => throw new InvalidOperationException("The oracle knows no network that uses a number twice."),
                    _ => null,
                };
                if (expected is { } value)
                {
                    trace[address].ShouldAgree(value, tolerance, $"{name}: {plan.LabelOf(address)}");
                }
            }
        }
    }

    private static IEnumerable<Symbol> GradientsOf(Plan plan) => plan.Symbols.Where(symbol => symbol.Role == SymbolRole.Gradient);

    private static double PathOf(Plan plan, OraclePass pass, Address address)
    {
        Variable via = pass.VariableOf(plan, plan.PathOf(address)!.Value)!;
        return pass.Gradient(via) * pass.Derivative(via, pass.VariableOf(plan, plan.SubjectOf(address))!);
    }

    private static double Updated(NetworkCase network, Variable parameter, OraclePass pass) =>
        parameter.Value - (network.LearningRate * pass.Gradient(parameter));
}
