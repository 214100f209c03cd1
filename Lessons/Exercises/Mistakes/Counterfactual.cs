using Engine.Formulas;
using Engine.Planning;
using Engine.Running;

namespace Lessons.Exercises.Mistakes;

/// <summary>An iteration as it comes out for someone who makes a mistake: numbers are worked out from their formulas when they are asked for.</summary>
internal sealed class Counterfactual
{
    /// <summary>What a mistake leads to in a network of a million numbers is nobody's answer.</summary>
    private const int MostOperands = 60_000;

    private readonly IterationTrace trace;
    private readonly IterationTrace? before;
    private readonly Mistake? mistake;
    private readonly Address? only;
    private readonly HashSet<int> changed = [];
    private readonly Dictionary<Address, double> values = [];
    private readonly HashSet<Address> begun = [];
    private int operands;

    /// <summary>An iteration with a mistake in it.</summary>
    /// <param name="trace">The iteration as it is.</param>
    /// <param name="before">The iteration before it; null where there is none.</param>
    /// <param name="mistake">The mistake; null for none.</param>
    /// <param name="only">The one number at which it is made; null where it is made everywhere.</param>
    public Counterfactual(IterationTrace trace, IterationTrace? before, Mistake? mistake, Address? only = null)
    {
        (this.trace, this.before, this.mistake, this.only) = (trace, before, mistake, only);
        Plan = trace.Plan;
        FindChanged();
    }

    public Plan Plan { get; }

    /// <summary>The number that the mistake was about where it was made first; null where it was not made, or is about none.</summary>
    public Address? About { get; private set; }

    /// <summary>Whether working out a number went beyond any measure, so that values are not to be relied on.</summary>
    public bool IsTooMuch => operands > MostOperands;

    /// <summary>Goes on with a number as if it was this one.</summary>
    public void Set(Address address, double value)
    {
        values[address] = value;
        changed.Add(address.Symbol);
        FindChanged();
    }

    /// <summary>A number as it comes out.</summary>
    public double ValueOf(Address address)
    {
        if (values.TryGetValue(address, out double known))
        {
            return known;
        }

        Symbol symbol = Plan.SymbolOf(address);
        if (!changed.Contains(address.Symbol) || IsTooMuch || Plan.ProducerOf(symbol) is null)
        {
            return trace[address];
        }

        // A new weight whose own gradient takes it, as that of a penalty does: nobody can have taken what is not there yet.
        if (!begun.Add(address))
        {
            return trace[address];
        }

        Explanation explanation = Plan.Explain(address);
        double value = FormulaOf(explanation).Evaluate(operand =>
        {
            operands++;
            return ValueOf(explanation, explanation.AddressOf(operand));
        });
        values[address] = value;
        return value;
    }

    /// <summary>The formula by which a number is worked out.</summary>
    public Expression FormulaOf(Explanation explanation)
    {
        if (!IsMadeAt(explanation))
        {
            return explanation.Formula;
        }

        Expression formula = mistake!.FormulaOf(explanation, out Address? about);
        About ??= about;
        return formula;
    }

    /// <summary>What is looked up for an operand: the number itself, or another one in its place.</summary>
    public Substitute LookedUp(Explanation explanation, Address operand)
    {
        if (!IsMadeAt(explanation) || mistake!.InPlaceOf(explanation, operand) is not { } substitute)
        {
            return new Substitute(operand);
        }

        About ??= operand;
        return substitute;
    }

    /// <summary>The value of an operand where it is looked up.</summary>
    public double ValueOf(Explanation explanation, Address operand)
    {
        Substitute substitute = LookedUp(explanation, operand);
        return substitute.Origin switch
        {
            Origin.Before => (before ?? trace)[substitute.Address],
            Origin.Right => trace[substitute.Address],
            _ => ValueOf(substitute.Address),
        };
    }

    private bool IsMadeAt(Explanation explanation) =>
        mistake is not null && (only is null || explanation.Address == only) && mistake.Touches(explanation.Step);

    private void FindChanged()
    {
        foreach (Step step in Plan.Steps)
        {
            bool isTouched = mistake is not null && (only is null || only.Value.Symbol == step.Output.Index) && mistake.Touches(step);
            if (isTouched || step.Inputs.Any(input => changed.Contains(input.Index)))
            {
                changed.Add(step.Output.Index);
            }
        }
    }
}
