using System.Collections.Immutable;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// The sum of several inputs, cell by cell: a shortcut past other layers. Inputs and output have one shape.
/// </summary>
[Kind("add")]
public sealed class Add : Layer
{
    private readonly PartNames symbols;

    /// <summary>A layer that adds.</summary>
    /// <param name="symbols">What the lesson calls the layer's numbers: <c>output</c>.</param>
    public Add(PartNames? symbols = null)
    {
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["output"], nameof(symbols));
    }

    internal override Symbol Emit(LayerBuilder builder, ImmutableArray<Symbol> inputs)
    {
        if (inputs.Length < 2)
        {
            throw new ShapeException("add", "at least two inputs", inputs.IsEmpty ? "none" : "one input");
        }

        if (inputs.FirstOrDefault(input => !input.Shape.Equals(inputs[0].Shape)) is { } other)
        {
            throw new ShapeException("add", $"inputs of one shape, {inputs[0].Shape}", $"{other.Shape}");
        }

        return builder.Emit(Cellwise.Add(inputs.Length), LayerPart.Output, "output", symbols["output"] ?? builder.NameOfOutput, inputs);
    }
}
