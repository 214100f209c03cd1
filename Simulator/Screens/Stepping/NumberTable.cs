using Engine.Planning;

namespace Simulator.Screens.Stepping;

/// <summary>
/// All numbers of an iteration in the order of a table: first what is given, then every step's. Lines are found when they are asked
/// for, so that a large network costs no more than a small one.
/// </summary>
internal sealed class NumberTable
{
    private readonly Symbol[] symbols;
    private readonly int[] starts;

    public NumberTable(Plan plan)
    {
        symbols =
        [
            .. plan.Symbols.Where(symbol => plan.ProducerOf(symbol) is null),
            .. plan.Steps.Select(step => step.Output),
        ];
        starts = new int[symbols.Length + 1];
        for (int index = 0; index < symbols.Length; index++)
        {
            starts[index + 1] = starts[index] + symbols[index].Shape.Size;
        }
    }

    /// <summary>How many lines there are.</summary>
    public int Count => starts[^1];

    /// <summary>The number in a line.</summary>
    public Address this[int line]
    {
        get
        {
            int at = Array.BinarySearch(starts, line);
            at = at >= 0 ? at : ~at - 1;

            // An empty symbol begins where the next one does.
            while (starts[at + 1] == line)
            {
                at++;
            }

            return new Address(symbols[at].Index, line - starts[at]);
        }
    }

    /// <summary>The line of a number; −1 where it has none.</summary>
    public int LineOf(Plan plan, Address address) =>
        Array.IndexOf(symbols, plan.SymbolOf(address)) is >= 0 and var at ? starts[at] + address.Cell : -1;
}
