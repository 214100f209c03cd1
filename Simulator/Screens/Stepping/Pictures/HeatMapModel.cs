using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;
using Engine.Planning;
using Lessons.Quantities;
using Simulator.Resources;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>
/// A tensor of the moment's iteration as rows and columns, with a cursor. Of a tensor with more than two axes the last two are
/// shown, at the leading positions of the cursor's cell. Cells are looked up when they are drawn.
/// </summary>
internal sealed class HeatMapModel : IPictureModel
{
    private readonly PictureNumbers numbers;
    private readonly Symbol symbol;
    private readonly int first;
    private readonly Symbol? rowUnits;
    private readonly Symbol? columnUnits;

    private HeatMapModel(StepScreen screen, Symbol symbol)
    {
        numbers = new PictureNumbers(screen);
        this.symbol = symbol;
        (Rows, Columns) = ExtentOf(symbol);
        int? cell = numbers.Looked is { } looked && looked.Symbol == symbol.Index ? looked.Cell : null;
        first = (cell ?? 0) / (Rows * Columns) * (Rows * Columns);
        Cursor = cell is { } at ? ((at - first) / Columns, at % Columns) : null;
        Known = numbers.KnownOf(symbol);
        Largest = numbers.LargestOf(symbol);
        (rowUnits, columnUnits) = UnitsOf();
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The cell under the cursor, counted from 0; null where the number looked at is another tensor's.</summary>
    public (int Row, int Column)? Cursor { get; }

    /// <summary>How many of the tensor's numbers are known, from its first cell on.</summary>
    public int Known { get; }

    /// <summary>The largest finite magnitude of the tensor's known numbers, not only of those shown; 0 where there is none.</summary>
    public double Largest { get; }

    /// <summary>What the tensor is called.</summary>
    public string Name => symbol.Label.ToText(Notation.Mathematical);

    public Shape Shape => symbol.Shape;

    /// <summary>Whether each row is a sample and each column a unit.</summary>
    public bool IsSamplesByUnits => symbol.Shape.Rank == 2 && About is { HasBatchAxis: true, Shape.Rank: 2 };

    /// <summary>The positions on the axes before the last two, from 1.</summary>
    public ImmutableArray<int> Leading => symbol.Shape.Rank <= 2
        ? []
        : [.. symbol.Shape.PositionOf(first).Take(symbol.Shape.Rank - 2).Select(position => position + 1)];

    /// <summary>A number; null while it has not been computed.</summary>
    public double? this[int row, int column]
    {
        get
        {
            int cell = CellOf(row, column);
            return cell < Known ? numbers.Trace[symbol][cell] : null;
        }
    }

    /// <summary>What there is to see; null where no tensor has more than one number.</summary>
    public static HeatMapModel? Of(StepScreen screen)
    {
        ImmutableArray<Symbol> subjects = SubjectSymbols(screen.Timeline.Plan);
        return subjects.IsEmpty ? null : new HeatMapModel(screen, subjects[SubjectOf(screen)]);
    }

    /// <summary>How many tensors there are to choose from.</summary>
    public static int SubjectsOf(StepScreen screen) => SubjectSymbols(screen.Timeline.Plan).Length;

    /// <summary>Which tensor is shown, from 0: the one chosen, otherwise that of the number looked at, or the last one before it.</summary>
    public static int SubjectOf(StepScreen screen)
    {
        ImmutableArray<Symbol> subjects = SubjectSymbols(screen.Timeline.Plan);
        if (screen.Subject is { } chosen)
        {
            return Math.Clamp(chosen, 0, Math.Max(0, subjects.Length - 1));
        }

        int? looked = new PictureNumbers(screen).Looked?.Symbol;
        int found = -1;
        for (int index = 0; index < subjects.Length && looked is not null; index++)
        {
            found = subjects[index].Index <= looked ? index : found;
        }

        // At the start nothing is looked at yet; the first weights are something to see.
        int parameter = subjects.ToList().FindIndex(subject => subject.Role == SymbolRole.Parameter);
        return found >= 0 ? found : Math.Max(0, parameter);
    }

    /// <summary>
    /// The screen looking at a cell beside the cursor's: so many columns to the right and rows down, as far as there are any. Past
    /// the last row come the rows at the next leading position. Where there is no cursor yet, it appears.
    /// </summary>
    public static StepScreen? Move(StepScreen screen, int columns, int rows)
    {
        if (Of(screen) is not { } map)
        {
            return null;
        }

        int allRows = map.symbol.Shape.Size / map.Columns;
        (int row, int column) = map.Cursor is { } cursor ? (cursor.Row + (map.first / map.Columns) + rows, cursor.Column + columns) : (0, 0);
        int cell = (Math.Clamp(row, 0, allRows - 1) * map.Columns) + Math.Clamp(column, 0, map.Columns - 1);
        return screen with { Asked = map.numbers.NumberAt(new Address(map.symbol.Index, cell)), Focus = null };
    }

    /// <summary>What is shown, as the panel's title.</summary>
    public string TitleOf(Words words)
    {
        string title = $"{words.Drawings.HeatMap} · {Name}";
        string at = Leading.IsEmpty ? "" : $" [{string.Join(", ", Leading)}, :, :]";
        return $"{title}{at} · {symbol.Shape}";
    }

    /// <summary>The number at a cell.</summary>
    public ResolvedQuantity NumberAt(int row, int column) => numbers.NumberAt(new Address(symbol.Index, CellOf(row, column)));

    /// <summary>What the number at a cell is called.</summary>
    public string NameOf(int row, int column) =>
        numbers.Plan.LabelOf(new Address(symbol.Index, CellOf(row, column))).ToText(Notation.Mathematical);

    /// <summary>A row's name: the unit's where units have names of their own, otherwise its number, from 1.</summary>
    public string RowName(int row) => NameOf(rowUnits, row) ?? $"{row + 1}";

    /// <summary>A column's name in the same way.</summary>
    public string ColumnName(int column) => NameOf(columnUnits, column) ?? $"{column + 1}";

    /// <summary>What the tensor is a gradient or new value of, otherwise itself.</summary>
    private Symbol About => numbers.Plan.SymbolOf(numbers.Plan.SubjectOf(new Address(symbol.Index, 0)));

    private static ImmutableArray<Symbol> SubjectSymbols(Plan plan) => [.. plan.Symbols.Where(symbol => symbol.Shape.Size > 1)];

    private static (int Rows, int Columns) ExtentOf(Symbol symbol) => symbol.Shape.Rank < 2 ? (1, symbol.Shape.Size) : (symbol.Shape[^2], symbol.Shape[^1]);

    private int CellOf(int row, int column) => first + (row * Columns) + column;

    private string? NameOf(Symbol? units, int unit)
    {
        if (units is null)
        {
            return null;
        }

        string name = numbers.Plan.LabelOf(new Address(units.Index, unit)).ToText(Notation.Mathematical);

        // With several samples the first position is the sample; only a name without other positions is the unit's own.
        int bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? name : name[bracket..].Contains(',', StringComparison.Ordinal) || numbers.Plan.BatchSize == 1 ? null : name[..bracket];
    }

    /// <summary>Whose names the rows and columns have: of a kernel the units on both sides, of what has a row a sample its own.</summary>
    private (Symbol? Rows, Symbol? Columns) UnitsOf()
    {
        Symbol about = About;
        if (about.Shape.Size != symbol.Shape.Size || about.Shape.Rank > 2)
        {
            return (null, null);
        }

        if (about.HasBatchAxis)
        {
            return (null, about);
        }

        Step? use = about is { Role: SymbolRole.Parameter, Place.Part: LayerPart.Kernel or LayerPart.Bias }
            ? numbers.Plan.Steps.FirstOrDefault(step => step.Phase == Phase.Forward && step.Inputs.Contains(about))
            : null;
        return use is { Output.Shape.Rank: 2 } && use.Inputs[0].Shape.Rank == 2 && use.Output.Shape[^1] == about.Shape[^1]
            ? (about.Shape.Rank == 2 && use.Inputs[0].Shape[^1] == about.Shape[0] ? use.Inputs[0] : null, use.Output)
            : (null, null);
    }
}
