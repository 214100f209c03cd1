using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Lessons.Quantities;
using Simulator.Explaining;

namespace Simulator.Screens.Stepping;

/// <summary>One line of the table of numbers.</summary>
/// <param name="Name">What the number is called.</param>
/// <param name="Value">Its value; null while it has not been computed.</param>
/// <param name="IsPrinted">Whether the document's number agrees; null where there is none or nothing to compare yet.</param>
/// <param name="IsCurrent">Whether it is computed at this moment.</param>
/// <param name="IsUsed">Whether the explanation uses it.</param>
internal readonly record struct ValueRow(string Name, string? Value, bool? IsPrinted, bool IsCurrent, bool IsUsed);

/// <summary>
/// The table of all numbers of the moment's iteration: first what is given, then every step's numbers in order. Lines are
/// made one by one, when they are shown, so that a large network costs no more than a small one.
/// </summary>
internal sealed class ValuesModel : Panels.IPanelModel
{
    /// <summary>How many characters a value has at most: enough for every number of the usual size with eight decimals.</summary>
    public const int MostCharacters = 11;

    private const int MostDigits = 8;
    private const int FewestDigits = 2;

    private readonly StepScreen screen;
    private readonly IterationTrace trace;
    private readonly NumberTable table;
    private readonly HashSet<Address> used;

    public ValuesModel(StepScreen screen, ExplanationModel explanation)
    {
        this.screen = screen;
        Plan plan = screen.Timeline.Plan;
        trace = screen.Timeline.At(screen.Moment.Iteration);
        table = new NumberTable(plan);
        used =
        [
            .. explanation.Choices
                .Where(choice => choice.Iteration == trace.Iteration && choice.Stored is not null)
                .Select(choice => choice.Stored!.Value),
        ];
        Address? shown = screen.Asked?.Stored is { } asked && screen.Asked.Iteration == trace.Iteration
            ? asked
            : screen.Here;
        Current = shown is { } address ? table.LineOf(plan, address) : -1;
    }

    /// <summary>How many lines there are.</summary>
    public int Count => table.Count;

    /// <summary>The line of the number that is looked at; −1 before the first step.</summary>
    public int Current { get; }

    public ValueRow this[int index]
    {
        get
        {
            Address address = table[index];
            string name = screen.Timeline.Plan.LabelOf(address).ToText(Notation.Mathematical);
            if (!screen.Knows(address))
            {
                return new ValueRow(name, null, null, screen.Terms > 0 && index == Current, false);
            }

            double value = trace[address];
            bool isGiven = screen.Timeline.Plan.ProducerOf(screen.Timeline.Plan.SymbolOf(address)) is null;
            string text = screen.Timeline.Training.Rounding is { } rounding && !isGiven && ValueText.Of(value, rounding) is { Length: <= MostCharacters } rounded
                ? rounded
                : TextOf(value, isGiven).Replace('-', '−');
            bool? isPrinted = screen.Lesson.ExpectationOf(NumberAt(index))?.Printed.Matches(value);
            return new ValueRow(name, text, isPrinted, index == Current, used.Contains(address));
        }
    }

    /// <summary>The number in a line.</summary>
    public ResolvedQuantity NumberAt(int index) => new(screen.Timeline.Plan, trace.Iteration, table[index]);

    /// <summary>The value with as many digits as have room. What is cut off instead may be the exponent, and the number is another.</summary>
    private static string TextOf(double value, bool isGiven)
    {
        string text = isGiven ? NumberText.Short(value, MostDigits) : NumberText.Fixed(value, MostDigits);
        for (int digits = MostDigits - 1; text.Length > MostCharacters && digits >= FewestDigits; digits--)
        {
            text = NumberText.Short(value, digits);
        }

        return text;
    }
}
