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
    private readonly Shape output;
    private readonly int firstRow;
    private readonly Broadcasting? layout;
    private readonly Rounding? rounding;

    /// <summary>A step of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="step">The step.</param>
    /// <param name="rounding">How its output is rounded; null for not at all.</param>
    public PreparedStep(Plan plan, Step step, Rounding? rounding = null)
        : this(
            step.Operation,
            [.. step.Inputs.Select(plan.OffsetOf)],
            [.. step.Inputs.Select(input => input.Shape)],
            plan.OffsetOf(step.Output),
            step.Output.Shape,
            rounding: rounding)
    {
    }

    /// <summary>An operation whose inputs and output lie in one buffer.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="offsets">Where each input begins.</param>
    /// <param name="shapes">The shapes of the inputs.</param>
    /// <param name="outputOffset">Where the output begins.</param>
    /// <param name="output">The shape of the output.</param>
    /// <param name="firstRow">Which of the whole output's rows it begins with.</param>
    /// <param name="rounding">How the output is rounded; null for not at all.</param>
    public PreparedStep(
        Operation operation, int[] offsets, Shape[] shapes, int outputOffset, Shape output, int firstRow = 0, Rounding? rounding = null)
    {
        this.rounding = rounding;
        this.operation = operation;
        this.offsets = offsets;
        this.shapes = shapes;
        this.outputOffset = outputOffset;
        this.output = output;
        this.firstRow = firstRow;
        layout = operation.LayoutOf(shapes);
    }

    /// <summary>Whether the rows can be computed apart from each other.</summary>
    public bool HasSeparateRows => output is { Rank: > 0, Size: > 0 } && operation.HasSeparateRows(shapes);

    /// <summary>Whether a row reads no other row of an input than the same one.</summary>
    public bool ReadsRowForRow(int input) => operation.ReadsRowForRow(input, shapes);

    /// <summary>Some of the rows, where they can be computed apart from each other.</summary>
    public PreparedStep Part(int first, int count)
    {
        int[] partOffsets = [.. offsets];
        Shape[] partShapes = [.. shapes];
        for (int input = 0; input < shapes.Length; input++)
        {
            if (ReadsRowForRow(input))
            {
                partOffsets[input] += first * (shapes[input].Size / shapes[input][0]);
                partShapes[input] = shapes[input].WithFirst(count);
            }
        }

        int width = output.Size / output[0];
        return new PreparedStep(operation, partOffsets, partShapes, outputOffset + (first * width), output.WithFirst(count), first, rounding);
    }

    /// <summary>Computes it.</summary>
    public void Run(double[] buffer)
    {
        Span<double> cells = buffer.AsSpan(outputOffset, output.Size);
        operation.Compute(new Operands(buffer, offsets, shapes, outputOffset, layout, firstRow), cells);
        rounding?.Apply(cells);
    }
}
