using Engine.Formulas;

namespace Engine.Operations;

/// <summary>
/// Computes one formula for every cell of inputs that are laid out together. The first few numbers are worked out by walking
/// the formula, unless it has been compiled for another plan; more are worth the milliseconds of compiling it. Both give the same bits.
/// </summary>
internal sealed class CellLoop
{
    private const int MostInterpreted = 256;

    private readonly Expression formula;
    private readonly bool accumulates;
    private FormulaCompiler.Loop? compiled;
    private FormulaCompiler.Loop? inVectors;
    private bool isTriedInVectors;
    private int interpreted;

    /// <summary>A loop over a formula's cells.</summary>
    /// <param name="formula">The formula of one cell.</param>
    /// <param name="accumulates">Whether values are added to the output, which the caller clears, rather than stored.</param>
    public CellLoop(Expression formula, bool accumulates)
    {
        this.formula = formula;
        this.accumulates = accumulates;
    }

    public void Run(in Operands operands)
    {
        Broadcasting layout = operands.Layout!;
        int cells = layout.Full.Size;

        if (interpreted == 0)
        {
            compiled ??= CompiledLoops.Find(formula, operands.Count, accumulates);
        }

        // A plan may be shared between threads; that one of them counts too few only delays the compiling.
        if (compiled is null && inVectors is null && interpreted + cells <= MostInterpreted)
        {
            interpreted += cells;
            Interpret(operands.Buffer, operands.Offsets, layout, operands.OutputOffset);
            return;
        }

        if (!accumulates && SuitsVectors(layout, operands.Count))
        {
            if (!isTriedInVectors)
            {
                inVectors = CompiledLoops.InVectors(formula, operands.Count);
                isTriedInVectors = true;
            }

            if (inVectors is not null)
            {
                inVectors(operands.Buffer, operands.Offsets, layout.Strides, layout.Lengths, operands.OutputOffset);
                return;
            }
        }

        compiled ??= CompiledLoops.Of(formula, operands.Count, accumulates);
        compiled(operands.Buffer, operands.Offsets, layout.Strides, layout.Lengths, operands.OutputOffset);
    }

    /// <summary>Whether the innermost loop is long enough, and the output is not repeated along it.</summary>
    private static bool SuitsVectors(Broadcasting layout, int inputs) =>
        layout.Lengths[^1] >= VectorCompiler.FewestCells && layout.Strides[(Broadcasting.Levels * (inputs + 1)) - 1] == 1;

    private void Interpret(double[] buffer, int[] offsets, Broadcasting layout, int output)
    {
        for (int cell = 0; cell < layout.Full.Size; cell++)
        {
            int at = cell;
            double Value(Expression.Operand operand) => buffer[offsets[operand.Input] + layout.CellOf(operand.Input, at)];
            ref double target = ref buffer[output + layout.CellOf(offsets.Length, cell)];
            target = accumulates ? Sum(target, Value) : formula.Evaluate(Value);
        }
    }

    private double Sum(double before, Func<Expression.Operand, double> valueOf) =>
        formula is Expression.Product { Factors: [var left, var right] }
            ? Math.FusedMultiplyAdd(left.Evaluate(valueOf), right.Evaluate(valueOf), before)
            : before + formula.Evaluate(valueOf);
}
