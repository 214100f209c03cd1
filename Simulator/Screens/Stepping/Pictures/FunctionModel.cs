using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Operations;
using Engine.Planning;
using Engine.Running;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>
/// An activation function and its derivative as the engine computes them, and where on them the unit is that is looked at.
/// </summary>
internal sealed record FunctionModel : IPictureModel
{
    /// <summary>What is shown of the function at least, to both sides of 0.</summary>
    private const double LeastReach = 6;
    private const int MostOthers = 1024;

    private readonly Expression formula;
    private readonly Expression derivative;

    private FunctionModel(Expression.Abbreviation formula)
    {
        Expression.Operand sum = new(0, 0);
        this.formula = formula;
        derivative = formula.Slope ?? FormulaDerivative.Of(formula.Body, sum);
        Name = formula.Name;
    }

    /// <summary>The function's name: <c>sigmoid</c>.</summary>
    public string Name { get; }

    public required string SumName { get; init; }

    public required string ValueName { get; init; }

    public required string SlopeName { get; init; }

    /// <summary>The unit's weighted sum; null while it has not been computed.</summary>
    public required double? Sum { get; init; }

    /// <summary>What the function makes of it; null while that has not been computed.</summary>
    public required double? Value { get; init; }

    /// <summary>The derivative there; null while that has not been computed.</summary>
    public required double? Slope { get; init; }

    /// <summary>The sums of the same layer's other units that are known.</summary>
    public required ImmutableArray<double> Others { get; init; }

    /// <summary>How far the function is shown, to both sides of 0.</summary>
    public required double Reach { get; init; }

    /// <summary>How many activation functions the network has to choose from.</summary>
    public required int Subjects { get; init; }

    /// <summary>The function, by its own formula.</summary>
    public double At(double sum) => formula.Evaluate(_ => sum);

    /// <summary>Its derivative, by its own formula.</summary>
    public double SlopeAt(double sum) => derivative.Evaluate(_ => sum);

    /// <summary>The function of the unit that is looked at, or of the first unit of a chosen layer.</summary>
    /// <param name="screen">The lesson at a moment.</param>
    /// <param name="subject">Which of the network's activation functions, from 0; null for that of the number looked at.</param>
    public static PictureOrReason<FunctionModel> Of(StepScreen screen, int? subject = null)
    {
        Plan plan = screen.Timeline.Plan;
        ImmutableArray<Step> functions = [.. plan.Steps.Where(step => IsFunction(step))];
        if (subject is { } chosen && chosen >= 0 && chosen < functions.Length)
        {
            return Of(screen, functions[chosen], FirstCellOf(screen, functions[chosen].Output), functions.Length);
        }

        if (LookedAt.AddressIn(screen) is not { } address)
        {
            return functions.IsEmpty ? WhyNone(plan, null) : Of(screen, functions[0], 0, functions.Length);
        }

        // The sum may feed several functions, of which the output's own counts first.
        Address about = plan.SubjectOf(address);
        Symbol symbol = plan.SymbolOf(about);
        Step? here = functions.FirstOrDefault(step => step.Output == symbol) ?? functions.FirstOrDefault(step => step.Inputs[0] == symbol);
        if (here is not null)
        {
            return Of(screen, here, about.Cell, functions.Length);
        }

        Step? ofLayer = functions.FirstOrDefault(step => step.Output.Place.Layer == symbol.Place.Layer);
        return ofLayer is null ? WhyNone(plan, symbol) : Of(screen, ofLayer, UnitCell(screen, ofLayer.Output, symbol, about.Cell), functions.Length);
    }

    /// <summary>Whether a step is a function of each cell by itself that has a name, and goes forward.</summary>
    public static bool IsFunction(Step step) =>
        step.Phase == Phase.Forward
        && step.Inputs.Length == 1
        && step.Operation is Cellwise { Formula: Expression.Abbreviation { Argument: Expression.Operand } };

    private static PictureOrReason<FunctionModel> WhyNone(Plan plan, Symbol? symbol)
    {
        bool isWholeLayer = plan.Steps.Any(step =>
            step.Operation is SoftmaxRows or LogSoftmaxRows && (symbol is null || step.Output.Place.Layer == symbol.Place.Layer));
        return isWholeLayer
            ? new(null, words => words.Plots.FunctionOfWholeLayer)
            : new(null, words => symbol is null ? words.Plots.NoFunction : words.Plots.NoFunctionHere);
    }

    private static PictureOrReason<FunctionModel> Of(StepScreen screen, Step step, int cell, int subjects)
    {
        Plan plan = screen.Timeline.Plan;
        IterationTrace trace = screen.Timeline.At(screen.Moment.Iteration);
        (Symbol sums, Symbol values) = (step.Inputs[0], step.Output);
        (Address sum, Address value) = (new(sums.Index, cell), new(values.Index, cell));
        Expression.Abbreviation function = (Expression.Abbreviation)((Cellwise)step.Operation).Formula;
        int width = values.Shape.Size / (values.HasBatchAxis ? values.Shape[0] : 1);
        int first = cell / width * width;
        int known = LookedAt.KnownOf(screen, sums);
        ImmutableArray<double> others =
        [
            .. Enumerable.Range(first, Math.Min(width, MostOthers))
                .Where(other => other != cell && other < known)
                .Select(other => trace[new Address(sums.Index, other)])
                .Where(double.IsFinite),
        ];
        double? at = cell < known ? trace[sum] : null;
        bool isKnown = screen.Knows(value);
        double farthest = others.Append(at ?? 0).Where(double.IsFinite).Max(Math.Abs);
        FunctionModel model = new(function)
        {
            SumName = NameOf(sum),
            ValueName = NameOf(value),
            SlopeName = new Label.Derivative(plan.LabelOf(value), plan.LabelOf(sum)).ToText(Notation.Mathematical),
            Sum = at,
            Value = isKnown ? trace[value] : null,
            Slope = null,
            Others = others,
            Reach = Math.Max(LeastReach, farthest * 1.15),
            Subjects = subjects,
        };
        return model with { Slope = SlopeOf(screen, model, value, sum) };

        string NameOf(Address address) => plan.LabelOf(address).ToText(Notation.Mathematical);
    }

    /// <summary>The derivative where the training stores it, as soon as it is known; where it does not, as soon as the value is.</summary>
    private static double? SlopeOf(StepScreen screen, FunctionModel model, Address value, Address sum) =>
        screen.Timeline.Plan.FindDerivative(value, sum) is { } stored
            ? screen.Knows(stored) ? screen.Timeline.At(screen.Moment.Iteration)[stored] : null
            : model.Value is null ? null : model.SlopeAt(model.Sum!.Value);

    /// <summary>The first unit, of the sample that is looked at.</summary>
    private static int FirstCellOf(StepScreen screen, Symbol symbol) =>
        symbol.HasBatchAxis ? Math.Min(LookedAt.RowIn(screen), symbol.Shape[0] - 1) * (symbol.Shape.Size / symbol.Shape[0]) : 0;

    /// <summary>The unit that a number of the same layer belongs to: of a kernel or bias the one that it leads to.</summary>
    private static int UnitCell(StepScreen screen, Symbol values, Symbol symbol, int cell)
    {
        int units = values.Shape.Rank == 0 ? 1 : values.Shape[^1];
        bool isUnits = symbol.Shape.Rank > 0 && symbol.Shape[^1] == units;
        return FirstCellOf(screen, values) + (isUnits ? cell % units : 0);
    }
}
