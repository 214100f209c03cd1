using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// One kind of computation between tensors: its shape rule, its arithmetic, its explanation and its derivative, side by
/// side. An operation has no state; the numbers are in the plan's buffer.
/// </summary>
public abstract class Operation
{
    /// <summary>The shape of the output.</summary>
    /// <exception cref="ShapeException">The inputs do not fit each other.</exception>
    public abstract Shape ShapeOf(params IReadOnlyList<Shape> inputs);

    /// <summary>Whether a gradient can pass: not through what only counts or compares, such as the position of a maximum.</summary>
    internal virtual bool IsDifferentiable => true;

    /// <summary>
    /// For an input that must hold whole numbers from 0, such as words' places in a vocabulary, how many there are to choose from;
    /// null where any number will do.
    /// </summary>
    internal virtual int? WholeBelow(int input, IReadOnlyList<Shape> inputs) => null;

    /// <summary>Whether the output says where something is, so that it means nothing when rounded.</summary>
    internal virtual bool GivesPlaces => false;

    /// <summary>How inputs and output are walked cell by cell, worked out once for a plan; null where the operation has no use for it.</summary>
    internal virtual Broadcasting? LayoutOf(IReadOnlyList<Shape> inputs) => null;

    /// <summary>
    /// Computes every cell of the output, or of a part of its rows where <see cref="HasSeparateRows"/>. Allocates nothing.
    /// </summary>
    internal abstract void Compute(in Operands inputs, Span<double> output);

    /// <summary>
    /// Whether the output's rows (along its first axis) can be computed in parts, at the same time, on several threads. Then
    /// <see cref="Compute"/> is handed a part of the output and finds in <see cref="Operands.FirstRow"/> where it begins.
    /// </summary>
    /// <param name="inputs">The shapes of the inputs.</param>
    internal virtual bool HasSeparateRows(IReadOnlyList<Shape> inputs) => false;

    /// <summary>
    /// Whether a row of the output depends on no other row of an input than the same one. Then the part of the output comes
    /// with the same rows of that input only, as if there were no others; otherwise with the whole input.
    /// </summary>
    /// <param name="input">The number of the input; where the answer is yes, it has as many rows as the output.</param>
    /// <param name="inputs">The shapes of the inputs.</param>
    internal virtual bool ReadsRowForRow(int input, IReadOnlyList<Shape> inputs) => false;

    /// <summary>
    /// How one cell of the output comes from cells of the inputs. Needs shapes only, no numbers. Evaluated, it equals what
    /// <see cref="Compute"/> stores, bit for bit.
    /// </summary>
    /// <param name="cell">The cell of the output, from 0.</param>
    /// <param name="inputs">The shapes of the inputs.</param>
    public abstract Expression Explain(int cell, params IReadOnlyList<Shape> inputs);

    /// <summary>
    /// Which cells of the output have a cell of an input in their formula, as <see cref="Explain"/> writes it; ascending, found one by one.
    /// Operations that know say so; otherwise the formulas are looked at, of the same row only where others cannot have it.
    /// </summary>
    /// <param name="input">The number of the input.</param>
    /// <param name="cell">The input's cell, from 0.</param>
    /// <param name="inputs">The shapes of the inputs.</param>
    internal virtual IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        Expression.Operand operand = new(input, cell);
        Shape output = ShapeOf([.. inputs]);
        (int from, int to) = (0, output.Size);
        if (output.Rank > 0 && HasSeparateRows(inputs) && ReadsRowForRow(input, inputs))
        {
            (int row, int rowSize) = (cell / (inputs[input].Size / output[0]), output.Size / output[0]);
            (from, to) = (row * rowSize, (row + 1) * rowSize);
        }

        return Enumerable.Range(from, to - from).Where(at => Explain(at, [.. inputs]).Operands.Contains(operand));
    }

    /// <summary>
    /// Emits the steps that carry the loss's gradient from the output back to the inputs.
    /// </summary>
    /// <exception cref="NotSupportedException">The operation occurs only in backward and update steps.</exception>
    internal virtual void Differentiate(Backpropagation context) =>
        throw new NotSupportedException($"{GetType().Name} is not differentiated in a plan.");
}
