using Engine.Formulas;
using Engine.Planning;
using Engine.Running;

namespace Engine.Time.Search;

/// <summary>Reads a condition's formulas once an iteration, when the last of their numbers has been computed.</summary>
internal sealed class QuantityWatch : Watch
{
    private readonly Condition condition;
    private readonly Training training;
    private readonly Plan plan;
    private readonly Expression left;
    private readonly Expression right;
    private readonly Func<Expression.Operand, double> valueOf;

    /// <summary>The moment of the reading, in the first row; null where there is none after the start.</summary>
    private readonly (int Step, int Cell, int RowSize)? place;

    private Iteration? read;
    private int row;

    public QuantityWatch(Condition condition, Training training)
    {
        this.condition = condition;
        this.training = training;
        plan = training.Plan;
        (Expression first, Expression second) = condition switch
        {
            Condition.Comparison comparison => (comparison.Left, comparison.Right),
            Condition.SignChange change => (change.Quantity, 0.0),
            Condition.Crossing crossing => (crossing.Quantity, 0.0),
            Condition.Change change => (change.Quantity, 0.0),
            Condition.Computation computation => (computation.Quantity, 0.0),
            Condition.NonFinite { Quantity: { } quantity } => (quantity, 0.0),
            _ => throw new ArgumentException($"{condition.GetType().Name} has no quantity.", nameof(condition)),
        };
        Symbol[] symbols = [.. first.Operands.Concat(second.Operands).Select(SymbolOf)];
        bool isState = symbols.All(symbol => plan.InitialValuesOf(symbol) is not null);
        if (isState && !IsAlways)
        {
            // What is there at the start has not been computed.
            double number = first.Evaluate(FirstValueOf);
            First = new Reading(0, Moment.Start.Step, Moment.Start.Cell, ValueOf(number, second.Evaluate(FirstValueOf)), number);
        }

        (left, right) = (InBuffer(first, isState), InBuffer(second, isState));
        place = PlaceOf(first.Operands.Concat(second.Operands), isState);
        valueOf = operand => read![operand.Input + (row * operand.Cell)];
    }

    public override int Lookback => condition.Sample is null ? 1 : BetweenVisits(training);

    public override bool IsChange => condition.IsChange;

    public override bool IsAlways => condition is Condition.Computation;

    public override Reading? First { get; }

    public override int Read(Iteration machine, Span<Reading> readings)
    {
        if (place is not var (step, cell, rowSize))
        {
            return 0;
        }

        row = 0;
        if (condition.Sample is { } sample)
        {
            while (machine.SampleOf(row) != sample)
            {
                if (++row == plan.BatchSize)
                {
                    return 0;
                }
            }
        }

        read = machine;
        double number = left.Evaluate(valueOf);
        readings[0] = new Reading(0, step, cell + (row * rowSize), ValueOf(number, right.Evaluate(valueOf)), number);
        return 1;
    }

    public override bool Changes(double previous, double current) => condition switch
    {
        Condition.SignChange => !double.IsNaN(previous) && !double.IsNaN(current) && Math.Sign(previous) != Math.Sign(current),
        Condition.Crossing { Level: var level } => (previous < level && current >= level) || (previous > level && current <= level),
        _ => !previous.Equals(current),
    };

    private double ValueOf(double one, double other) => condition switch
    {
        Condition.Comparison { Relation: var relation } => (relation switch
        {
            Relation.Less => one < other,
            Relation.LessOrEqual => one <= other,
            Relation.Greater => one > other,
            _ => one >= other,
        }) ? 1 : 0,
        Condition.NonFinite { Kind: var kind } => NonFiniteWatch.Is(kind, one) ? 1 : 0,
        _ => one,
    };

    private Symbol SymbolOf(Expression.Operand operand)
    {
        if (operand.Input < 0 || operand.Input >= plan.Symbols.Length
            || operand.Cell < 0 || operand.Cell >= plan.Symbols[operand.Input].Shape.Size)
        {
            throw new ArgumentException($"The plan has no number at {new Address(operand.Input, operand.Cell)}.", nameof(operand));
        }

        return plan.Symbols[operand.Input];
    }

    private double FirstValueOf(Expression.Operand operand) => training.InitialValuesOf(SymbolOf(operand))[operand.Cell];

    /// <summary>The symbol whose numbers are read: of a state, the new one.</summary>
    private Symbol ReadSymbolOf(Expression.Operand operand, bool isState) =>
        isState && plan.NextOf(SymbolOf(operand)) is { } next ? next : SymbolOf(operand);

    /// <summary>The formula with places in the buffer for operands: where the number is, and how far the next row's.</summary>
    private Expression InBuffer(Expression formula, bool isState) => formula.Replace(operand =>
    {
        Symbol symbol = ReadSymbolOf(operand, isState);
        int rowSize = RowSizeOf(symbol);
        return new Expression.Operand(plan.OffsetOf(symbol) + (rowSize > 0 ? operand.Cell % rowSize : operand.Cell), rowSize);
    });

    /// <summary>How many numbers a sample has, where the condition is confined to one and the symbol has a row for each; otherwise 0.</summary>
    private int RowSizeOf(Symbol symbol) =>
        condition.Sample is not null && symbol.HasBatchAxis ? symbol.Shape.Size / plan.BatchSize : 0;

    private (int Step, int Cell, int RowSize)? PlaceOf(IEnumerable<Expression.Operand> operands, bool isState)
    {
        (int Step, int Cell, int RowSize)? last = null;
        foreach (Expression.Operand operand in operands)
        {
            Symbol symbol = ReadSymbolOf(operand, isState);
            if (plan.ProducerOf(symbol) is { } step)
            {
                int rowSize = RowSizeOf(symbol);
                int cell = rowSize > 0 ? operand.Cell % rowSize : operand.Cell;
                last = last is { } other && (other.Step, other.Cell).CompareTo((step.Index, cell)) > 0 ? other : (step.Index, cell, rowSize);
            }
        }

        // Data are there when the iteration begins; what never changes has been read at the start.
        return last ?? (isState || plan.Steps.IsEmpty ? null : (0, 0, 0));
    }
}
