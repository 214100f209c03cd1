using System.Collections.Immutable;
using Engine.Health;
using Engine.Planning;
using Engine.Running;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>One layer's numbers in the moment's iteration.</summary>
/// <param name="Activations">What the layer hands on.</param>
/// <param name="Gradients">
/// The loss's derivatives with respect to the layer's weighted sums, or where it has none to what it hands on; null where training computes none.
/// </param>
/// <param name="SaturatedShare">The part of the outputs at which the activation function is nearly flat; null while that is not known.</param>
/// <param name="Dead">How many units output 0 and learn nothing from any sample; null while that is not known.</param>
internal sealed record LayerNumbers(NumberSummary Activations, NumberSummary? Gradients, double? SaturatedShare, int? Dead);

/// <summary>
/// How large the activations and gradients of each layer are in the moment's iteration, so that gradients that vanish on their way back are
/// seen. Only what has been computed by the moment counts.
/// </summary>
internal sealed record HistogramModel : IPictureModel
{
    public required ImmutableArray<LayerNumbers> Layers { get; init; }

    /// <summary>The layer that is shown by itself, from 0; null for all.</summary>
    public required int? Chosen { get; init; }

    /// <summary>The layer that the number looked at belongs to, from 0; null where it belongs to none.</summary>
    public required int? Current { get; init; }

    /// <summary>The numbers of all layers, or of a chosen one.</summary>
    /// <param name="screen">The lesson at a moment.</param>
    /// <param name="subject">Which layer, from 0, of those that have numbers of their own; null for all.</param>
    public static PictureOrReason<HistogramModel> Of(StepScreen screen, int? subject = null)
    {
        ImmutableArray<Symbol> outputs = LayersOf(screen.Timeline.Plan);
        if (outputs.IsEmpty)
        {
            return new(null, words => words.Plots.NoLayer);
        }

        IterationTrace trace = screen.Timeline.At(screen.Moment.Iteration);
        ImmutableArray<ActivationHealth> health = NumericalHealth.ActivationsIn(trace);
        int? layer = LookedAt.AddressIn(screen) is { } address
            ? screen.Timeline.Plan.SymbolOf(screen.Timeline.Plan.SubjectOf(address)).Place.Layer
            : null;
        int current = outputs.Select(output => output.Place.Layer).ToList().IndexOf(layer ?? -1);
        return new HistogramModel
        {
            Layers = [.. outputs.Select(output => NumbersOf(screen, trace, output, health.FirstOrDefault(found => found.Activation == output)))],
            Chosen = subject is { } chosen && chosen >= 0 && chosen < outputs.Length ? chosen : null,
            Current = current < 0 ? null : current,
        };
    }

    /// <summary>The layers that make numbers, not only move them: those with parameters or an activation function of their own.</summary>
    private static ImmutableArray<Symbol> LayersOf(Plan plan)
    {
        HashSet<int> making = [.. plan.Parameters.Select(tensor => tensor.Layer)];
        ImmutableArray<Symbol> outputs = [.. plan.LayerOutputs.Where(output => output.Role == SymbolRole.Activation).Distinct()];
        ImmutableArray<Symbol> own =
        [
            .. outputs.Where(output => making.Contains(output.Place.Layer) || FunctionModel.IsFunction(plan.ProducerOf(output)!)),
        ];
        return own.IsEmpty ? outputs : own;
    }

    private static LayerNumbers NumbersOf(StepScreen screen, IterationTrace trace, Symbol output, ActivationHealth? health)
    {
        Plan plan = screen.Timeline.Plan;
        Symbol? sums = plan.Symbols.FirstOrDefault(symbol => symbol.Place == new Place(output.Place.Layer, LayerPart.PreActivation)
            && symbol.Role == SymbolRole.Activation
            && plan.ProducerOf(output)!.Inputs.Contains(symbol));
        Symbol? gradient = (sums is null ? null : GradientOf(plan, sums)) ?? GradientOf(plan, output);
        bool isHealthKnown = health is not null && LookedAt.KnownOf(screen, health.Slope) == health.Slope.Shape.Size;
        return new LayerNumbers(
            SummaryOf(screen, trace, output),
            gradient is null ? null : SummaryOf(screen, trace, gradient),
            isHealthKnown ? health!.SaturatedShare : null,
            isHealthKnown ? health!.DeadUnits.Count() : null);
    }

    private static Symbol? GradientOf(Plan plan, Symbol symbol) => plan.Symbols.FirstOrDefault(gradient =>
        gradient.Role == SymbolRole.Gradient && plan.SubjectOf(new Address(gradient.Index, 0)) == new Address(symbol.Index, 0));

    private static NumberSummary SummaryOf(StepScreen screen, IterationTrace trace, Symbol symbol) => new(
        symbol.Label.ToText(Engine.Formulas.Notation.Mathematical),
        symbol.Shape.Size,
        trace[symbol][..LookedAt.KnownOf(screen, symbol)]);
}
