using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;
using Engine.Planning;

namespace Engine.Operations;

/// <summary>
/// An operation whose cells have formulas of their own, each written down by <see cref="Operation.Explain"/>. The numbers and the
/// way back follow from the formulas; for small tensors, where saying it once counts more than speed.
/// </summary>
public abstract class CellFormulas : Operation
{
    /// <summary>Made when they are first needed: an operation of a plan has inputs of the same shapes throughout.</summary>
    private ImmutableArray<Expression> formulas;

    internal sealed override void Compute(in Operands inputs, Span<double> output)
    {
        if (formulas.IsDefault)
        {
            Shape[] shapes = new Shape[inputs.Count];
            for (int input = 0; input < shapes.Length; input++)
            {
                shapes[input] = inputs.ShapeOf(input);
            }

            formulas = [.. Enumerable.Range(0, output.Length).Select(cell => Explain(cell, shapes))];
        }

        (double[] buffer, int[] offsets) = (inputs.Buffer, inputs.Offsets);
        for (int cell = 0; cell < output.Length; cell++)
        {
            output[cell] = formulas[cell].Evaluate(operand => buffer[offsets[operand.Input] + operand.Cell]);
        }
    }

    internal sealed override void Differentiate(Backpropagation context)
    {
        for (int input = 0; input < context.InputCount; input++)
        {
            if (context.Needs(input))
            {
                Symbol[] inputs = [context.Upstream, .. Enumerable.Range(0, context.InputCount).Select(context.Input)];
                context.Contribute(input, new CellFormulasGradient(this, input), inputs);
            }
        }
    }
}
