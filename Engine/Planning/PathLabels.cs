using Engine.Formulas;
using Engine.Operations;

namespace Engine.Planning;

/// <summary>
/// Names the parts of gradients by path. Where a part is the derivative of one loss term, it is called so:
/// <c>∂E_o1/∂h1</c>. That needs a path that leads to this term only, no other path that leads there, and a loss that is the
/// terms' plain sum. Otherwise it is named by the number it passes: <c>∂E_total/∂h1 via z3</c>.
/// </summary>
internal sealed class PathLabels
{
    private const int Several = -1;

    /// <summary>For each number of the forward pass the one loss term that depends on it, or <see cref="Several"/>.</summary>
    private readonly Dictionary<Address, int> onlyTerm = [];
    private readonly Plan plan;
    private readonly Symbol? terms;

    public PathLabels(Plan plan)
    {
        this.plan = plan;
        terms = plan.Symbols.FirstOrDefault(symbol => symbol.Role == SymbolRole.LossTerm);
        int firstVia = plan.Symbols
            .Select(symbol => symbol.Naming)
            .OfType<Naming.PathTo>()
            .Select(path => path.Via.Index)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        if (terms is null || firstVia == int.MaxValue || !IsPlainSum(terms))
        {
            return;
        }

        for (int cell = 0; cell < terms.Shape.Size; cell++)
        {
            onlyTerm.Add(new Address(terms.Index, cell), cell);
        }

        // Backwards from the terms, as far as the first number that a path passes through.
        foreach (Step step in plan.Steps.Reverse())
        {
            if (step.Phase <= Phase.Loss && step.Output.Index > firstVia)
            {
                Follow(step);
            }
        }
    }

    public static int WithRespectToCell(Naming.PathTo path, int cell) => cell / path.Via.Shape[^1];

    public static int ViaCell(Naming.PathTo path, int cell)
    {
        int units = path.Via.Shape[^1];
        int sample = cell / units / path.WithRespectTo.Shape[^1];
        return (sample * units) + (cell % units);
    }

    /// <summary>The part's cell, or null where the two numbers belong to different samples.</summary>
    public static int? CellOf(Naming.PathTo path, int withRespectTo, int via)
    {
        int units = path.Via.Shape[^1];
        return withRespectTo / path.WithRespectTo.Shape[^1] == via / units ? (withRespectTo * units) + (via % units) : null;
    }

    public Label LabelOf(Naming.PathTo path, int cell)
    {
        Address via = new(path.Via.Index, ViaCell(path, cell));
        Label subject = plan.LabelOf(new Address(path.WithRespectTo.Index, WithRespectToCell(path, cell)));
        return onlyTerm.TryGetValue(via, out int term) && UnitOf(path, WithRespectToCell(path, cell), term) is not null
            ? new Label.Derivative(plan.LabelOf(new Address(terms!.Index, term)), subject)
            : new Label.Derivative(plan.LabelOf(new Address(path.Loss.Index, 0)), subject, plan.LabelOf(via));
    }

    /// <summary>The part that is the derivative of one loss term with respect to a number, or null.</summary>
    public Address? FindPath(Symbol parts, Naming.PathTo path, Address of, int withRespectTo) =>
        of.Symbol == terms?.Index && UnitOf(path, withRespectTo, of.Cell) is { } unit
            ? new Address(parts.Index, (withRespectTo * path.Via.Shape[^1]) + unit)
            : null;

    /// <summary>The unit through which all of a term's derivative passes and nothing else; null where there is none.</summary>
    private int? UnitOf(Naming.PathTo path, int withRespectTo, int term)
    {
        int? found = null;
        for (int unit = 0; unit < path.Via.Shape[^1]; unit++)
        {
            Address via = new(path.Via.Index, ViaCell(path, (withRespectTo * path.Via.Shape[^1]) + unit));
            if (!onlyTerm.TryGetValue(via, out int reached) || (reached != term && reached != Several))
            {
                continue;
            }

            if (reached == Several || found is not null)
            {
                return null;
            }

            found = unit;
        }

        return found;
    }

    /// <summary>Whether the loss's derivative with respect to each of its terms is 1: no mean over samples, for example.</summary>
    private bool IsPlainSum(Symbol lossTerms) => plan.Steps.All(step =>
        step.Output.Naming is not Naming.GradientOf gradient || gradient.WithRespectTo != lossTerms || step.Operation is One);

    private void Follow(Step step)
    {
        var shapes = step.Inputs.Select(input => input.Shape).ToArray();
        for (int cell = 0; cell < step.Output.Shape.Size; cell++)
        {
            if (!onlyTerm.TryGetValue(new Address(step.Output.Index, cell), out int term))
            {
                continue;
            }

            foreach (Expression.Operand operand in step.Operation.Explain(cell, shapes).Operands)
            {
                Address address = new(step.Inputs[operand.Input].Index, operand.Cell);
                bool first = onlyTerm.TryAdd(address, term);
                if (!first && onlyTerm[address] != term)
                {
                    onlyTerm[address] = Several;
                }
            }
        }
    }
}
