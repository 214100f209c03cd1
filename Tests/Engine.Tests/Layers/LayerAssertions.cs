using Engine.Derivatives;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;

namespace Engine.Tests.Layers;

/// <summary>What every layer owes.</summary>
internal static class LayerAssertions
{
    /// <summary>Holds every stored gradient against the derivative that follows from the explanations of the way forward.</summary>
    public static void ShouldStoreTheDerivatives(this IterationTrace trace)
    {
        Plan plan = trace.Plan;
        Address loss = new(plan.Loss.Index, 0);
        double tolerance = 1e-12 * trace.Largest();
        Symbol[] gradients = [.. plan.Symbols.Where(symbol => symbol.Naming is Naming.GradientOf)];
        gradients.ShouldNotBeEmpty();
        foreach (Symbol gradient in gradients)
        {
            int withRespectTo = ((Naming.GradientOf)gradient.Naming).WithRespectTo.Index;
            for (int cell = 0; cell < gradient.Shape.Size; cell++)
            {
                double expected = CellDerivative.Between(trace, loss, new Address(withRespectTo, cell)).Value;
                trace[new Address(gradient.Index, cell)].ShouldAgree(expected, tolerance, plan.LabelOf(new Address(gradient.Index, cell)).ToString());
            }
        }
    }
}
