using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;
using Engine.Schedules;

namespace Engine.Optimizers;

/// <summary>
/// How the weights of a single dense layer changed before there was backpropagation: by what a unit says or should have said,
/// and by what came in. No gradient is computed. <c>d = α·signal</c> for each unit, <c>Δw = d·x</c> and <c>Δb = d</c> (a bias is a weight
/// whose input is 1), <c>w⁺ = w + Δw</c>; the changes of several samples are added up.
/// </summary>
/// <remarks>
/// All arithmetic is that of plain doubles, so a weighted sum that would be 0 exactly may come out a little above or below:
/// 0.1 + 0.2 − 0.3 does.
/// </remarks>
public abstract class LearningRule : Optimizer
{
    private readonly Schedule learningRate;

    private protected LearningRule(Schedule learningRate)
    {
        ArgumentNullException.ThrowIfNull(learningRate);
        this.learningRate = learningRate;
    }

    internal sealed override bool UsesGradients => false;

    /// <summary>The signal that drives the change, one number for each unit of each sample.</summary>
    private protected abstract Symbol Signal(UpdateBuilder builder, Symbol prediction, Symbol target);

    internal sealed override void Emit(UpdateBuilder builder, ImmutableArray<(Symbol Parameter, Symbol Gradient)> parameters)
    {
        (ImmutableArray<Symbol> weighted, Symbol prediction, Symbol target) = RequireSingleLayer(builder);
        Symbol rate = learningRate.Emit(builder);
        Symbol signal = Signal(builder, prediction, target);
        Symbol part = builder.Emit(Cellwise.Multiply(), "d", prediction, rate, signal);
        EmitChange(builder, weighted[1], new KernelGradient(), weighted[0], part);
        if (weighted.Length > 2)
        {
            EmitChange(builder, weighted[2], new BiasGradient(), part);
        }
    }

    private static void EmitChange(UpdateBuilder builder, Symbol parameter, Operation operation, params ReadOnlySpan<Symbol> inputs)
    {
        Symbol change = builder.Emit(operation, "Delta", parameter, inputs);
        builder.EmitUpdated(Cellwise.Add(2), parameter, parameter, change);
    }

    /// <summary>The inputs of the network's only weighted sums, its answers and its targets.</summary>
    /// <exception cref="ShapeException">The network is another.</exception>
    private (ImmutableArray<Symbol> Weighted, Symbol Prediction, Symbol Target) RequireSingleLayer(UpdateBuilder builder)
    {
        string name = Catalog.NameOf(this);
        Step[] forward = [.. builder.Steps.Where(step => step.Phase == Phase.Forward)];
        Step[] products = [.. forward.Where(step => step.Operation is DenseProduct)];
        bool isSingle = products is [{ Inputs: [{ Role: SymbolRole.Input, Shape.Rank: 2 }, { Role: SymbolRole.Parameter }, ..] }]
            && builder.Predictions.Length == 1
            && (forward is [_] || (forward is [var sums, { Operation: Cellwise, Inputs: [var only] }] && only == sums.Output));
        if (!isSingle)
        {
            string found = products.Length == 1 ? "another network" : $"{products.Length} dense layers";
            throw new ShapeException(name, "a network of one dense layer, whose activation acts on each unit by itself", found);
        }

        if (builder.HasPenalties)
        {
            throw new ShapeException(name, "a layer without regularizers: the rule does not follow from the loss", "a regularizer");
        }

        (Symbol prediction, Symbol target) = (builder.Predictions[0], builder.Targets[0]);
        return target.Shape.Equals(prediction.Shape)
            ? (products[0].Inputs, prediction, target)
            : throw new ShapeException(name, $"a target for each unit, {prediction.Shape.WithoutFirst()}", $"{target.Shape.WithoutFirst()}");
    }
}
