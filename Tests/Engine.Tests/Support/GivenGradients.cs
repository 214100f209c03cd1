using System.Collections.Immutable;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Operations;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;

namespace Engine.Tests.Support;

/// <summary>A tensor of parameters, written as one and possibly kept in several pieces along the last axis.</summary>
public sealed record GivenParameter(string Name, Tensor Values, int Pieces = 1);

/// <summary>
/// Optimizers alone: a loss that is the sum of all parameters times the data, number by number, so that the data of an
/// iteration are its gradients.
/// </summary>
internal static class GivenGradients
{
    /// <summary>A training in which each row has the gradients of an update, parameter after parameter and piece after piece.</summary>
    public static Training Of(Optimizer optimizer, ImmutableArray<GivenParameter> parameters, double[][] rows)
    {
        Network network = Network.Sequential(new Shape(rows[0].Length), [new Weights(parameters)], new PlainSum(), optimizer);
        return new Training(Planner.Build(network), Tensor.Matrix(rows), Tensor.Matrix([.. rows.Select(row => new double[row.Length])]));
    }

    private sealed class Weights(ImmutableArray<GivenParameter> parameters) : SingleInputLayer
    {
        private protected override Symbol Emit(LayerBuilder builder, Symbol input)
        {
            List<Symbol> rows = [];
            var runs = ImmutableArray.CreateBuilder<(int Start, int Length)>();
            int start = 0;
            foreach (GivenParameter parameter in parameters)
            {
                ImmutableArray<SymbolNames> names = parameter.Pieces == 1
                    ? [SymbolNames.Indexed(parameter.Name)]
                    : [.. Enumerable.Range(1, parameter.Pieces).Select(piece => SymbolNames.Indexed($"{parameter.Name}{piece}"))];
                foreach (Symbol symbol in builder.Parameters(
                    LayerPart.None, parameter.Name, parameter.Values.Shape, new Given(parameter.Values), names))
                {
                    int size = symbol.Shape.Size;
                    rows.Add(builder.EmitForBatch(new Reshape(new Shape(1, size)), "row", SymbolNames.Indexed($"row_{symbol.Label}"), symbol));
                    runs.Add((start, size));
                    start += size;
                }
            }

            Join join = new(new Shape(1, start), 1, runs.ToImmutable());
            Symbol all = builder.EmitForBatch(join, "all", SymbolNames.Indexed("all"), [.. rows]);
            return builder.Emit(Cellwise.Multiply(), LayerPart.Output, "output", SymbolNames.Indexed("y"), all, input);
        }
    }

    /// <summary>The sum of all predictions, whatever the targets are.</summary>
    private sealed class PlainSum : Loss
    {
        internal override Symbol Emit(LossBuilder builder, Symbol prediction, Symbol target) => builder.EmitTotal(new SumAll(), null, prediction);
    }
}
