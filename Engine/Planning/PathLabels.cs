using Engine.Formulas;

namespace Engine.Planning;

/// <summary>
/// Names the parts of gradients by path. Where all that a path's number feeds is one loss term, the part is that term's own
/// derivative: <c>∂E_o1/∂h1</c>. Otherwise it is named by the number it passes: <c>∂E_total/∂h1 via z3</c>.
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
        if (terms is null || firstVia == int.MaxValue)
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
        return onlyTerm.TryGetValue(via, out int term) && term != Several
            ? new Label.Derivative(plan.LabelOf(new Address(terms!.Index, term)), subject)
            : new Label.Derivative(plan.LabelOf(new Address(path.Loss.Index, 0)), subject, plan.LabelOf(via));
    }

    /// <summary>The part that is the derivative of one loss term with respect to a number, or null.</summary>
    public Address? FindPath(Symbol parts, Naming.PathTo path, Address of, int withRespectTo)
    {
        // A term's derivative may also be spread over several paths; then no part is all of it.
        Address? found = null;
        for (int unit = 0; unit < path.Via.Shape[^1]; unit++)
        {
            int cell = (withRespectTo * path.Via.Shape[^1]) + unit;
            Address via = new(path.Via.Index, ViaCell(path, cell));
            if (!onlyTerm.TryGetValue(via, out int term))
            {
                continue;
            }

            bool reaches = term == Several || new Address(terms!.Index, term) == of;
            if (reaches && (term == Several || found is not null))
            {
                return null;
            }

            found = reaches ? new Address(parts.Index, cell) : found;
        }

        return found;
    }

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
