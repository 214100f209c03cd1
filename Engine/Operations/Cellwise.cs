using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// An operation in which each cell of the output is the same formula of the cells of the inputs in the same place; an input
/// that lacks an axis, or has length 1 along it, is repeated along it. The formula is all there is to write: it is compiled
/// for computing, bound for explaining and differentiated for the way back.
/// </summary>
public sealed class Cellwise : Operation, IEquatable<Cellwise>
{
    private readonly CellLoop loop;
    private readonly ImmutableDictionary<int, Expression> slopes;
    private readonly Shape shape;

    /// <summary>An operation given by its formula.</summary>
    /// <param name="name">What the operation is called, for messages.</param>
    /// <param name="formula">The formula of a cell, made from <see cref="Input"/>s.</param>
    /// <param name="slopes">
    /// Derivatives as documents write them, by the number of the input: made from the inputs and the output, which is the
    /// input after the last, as in <c>h(1 − h)</c>. What is not given follows from the formula.
    /// </param>
    public Cellwise(string name, Expression formula, params IEnumerable<(int Input, Expression Slope)> slopes)
        : this(name, formula, Shape.Scalar, slopes)
    {
    }

    /// <summary>An operation given by its formula, with a shape along whose axes all inputs may be repeated.</summary>
    /// <param name="name">What the operation is called, for messages.</param>
    /// <param name="formula">The formula of a cell.</param>
    /// <param name="shape">The shape of the output where that of the inputs is smaller.</param>
    /// <param name="slopes">Derivatives as documents write them.</param>
    internal Cellwise(string name, Expression formula, Shape shape, params IEnumerable<(int Input, Expression Slope)> slopes)
    {
        Name = name;
        Formula = formula;
        this.shape = shape;
        this.slopes = slopes.ToImmutableDictionary(entry => entry.Input, entry => entry.Slope);
        loop = new CellLoop(formula, accumulates: false);
    }

    /// <summary>The product of two tensors, or of a tensor and a number: one link of the chain rule.</summary>
    public static Cellwise Multiply() => new("product", Input(0) * Input(1));

    /// <summary>The sum of two or more tensors of one shape, from the first to the last.</summary>
    public static Cellwise Add(int inputs) =>
        new("sum", new Expression.Sum([.. Enumerable.Range(0, inputs).Select(input => new Expression.Term(Input(input)))]));

    /// <summary>What the operation is called.</summary>
    public string Name { get; }

    /// <summary>The formula of a cell; the operand's number is the input's, its cell is 0.</summary>
    public Expression Formula { get; }

    /// <summary>A placeholder for an input in a formula.</summary>
    public static Expression Input(int index) => new Expression.Operand(index, 0);

    /// <summary>Whether the other computes the same and leads gradients back in the same way.</summary>
    public bool Equals(Cellwise? other) =>
        other is not null
        && Name == other.Name
        && Formula.Equals(other.Formula)
        && shape.Equals(other.shape)
        && slopes.Count == other.slopes.Count
        && slopes.All(entry => entry.Value.Equals(other.slopes.GetValueOrDefault(entry.Key)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Cellwise);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Formula, shape);

    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Broadcasting.Of(Name, [.. inputs, shape]).Full;
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Broadcasting layout = LayoutOf(inputs);
        return Formula.Replace(operand => operand with { Cell = layout.CellOf(operand.Input, cell) });
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs) =>
        Formula.Operands.Any(operand => operand.Input == input) ? LayoutOf(inputs).CellsOf(input, cell) : [];

    internal override Broadcasting LayoutOf(IReadOnlyList<Shape> inputs) => Broadcasting.Of(Name, [.. inputs, ShapeOf(inputs)]);

    // Along the axes of a shape of its own, inputs are repeated: parts of them would still make the whole shape.
    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs) => shape.Rank == 0;

    internal override bool ReadsRowForRow(int input, IReadOnlyList<Shape> inputs)
    {
        Shape output = ShapeOf(inputs);
        return output.Rank > 0 && inputs[input].Rank == output.Rank && inputs[input][0] == output[0];
    }

    internal override void Compute(in Operands inputs, Span<double> output) => loop.Run(inputs);

    internal override void Differentiate(Backpropagation context)
    {
        for (int input = 0; input < context.InputCount; input++)
        {
            Expression.Operand variable = new(input, 0);
            if (context.Needs(input) && Formula.Operands.Contains(variable))
            {
                context.ContributeSlope(Name, input, slopes.GetValueOrDefault(input) ?? FormulaDerivative.Of(Formula, variable));
            }
        }
    }
}
