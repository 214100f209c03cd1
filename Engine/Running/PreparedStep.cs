using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Running;

/// <summary>A step, or a part of its rows, with all that its computation needs looked up beforehand.</summary>
internal sealed class PreparedStep
{
    private readonly Operation operation;
    private readonly int[] offsets;
    private readonly Shape[] shapes;
    private readonly int outputOffset;
    private readonly int outputSize;
    private readonly int firstRow;
    private readonly Broadcasting? layout;

    /// <summary>A whole step.</summary>
    public PreparedStep(Plan plan, Step step)
    {
        operation = step.Operation;
        offsets = [.. step.Inputs.Select(plan.OffsetOf)];
        shapes = [.. step.Inputs.Select(input => input.Shape)];
        outputOffset = plan.OffsetOf(step.Output);
        outputSize = step.Output.Shape.Size;
        layout = operation.LayoutOf(shapes);
    }

    /// <summary>Some rows of a step whose operation has separate ones.</summary>
    public PreparedStep(Plan plan, Step step, int firstRow, int rows)
        : this(plan, step)
    {
        int width = outputSize / step.Output.Shape[0];
        this.firstRow = firstRow;
        outputOffset += firstRow * width;
        outputSize = rows * width;
        Shape[] whole = [.. shapes];
        for (int input = 0; input < shapes.Length; input++)
        {
            if (operation.ReadsRowForRow(input, whole))
            {
                offsets[input] += firstRow * (whole[input].Size / whole[input][0]);
                shapes[input] = new Shape([rows, .. whole[input].Lengths[1..]]);
            }
        }

        layout = operation.LayoutOf(shapes);
    }

    /// <summary>Computes it.</summary>
    public void Run(double[] buffer) =>
        operation.Compute(new Operands(buffer, offsets, shapes, outputOffset, layout, firstRow), buffer.AsSpan(outputOffset, outputSize));
}
