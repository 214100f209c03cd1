using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The sum, or mean, of one formula's values over the cells that share a place in a smaller shape: a mean over a batch, a
/// squared norm, the gradient of a bias. Inputs fit each other and the smaller shape as a <see cref="Cellwise"/>'s do.
/// Output: the smaller shape.
/// </summary>
/// <remarks>Sums run in the order of the cells, from 0; a product of two factors is taken in with one rounding.</remarks>
public sealed class Reduction : Operation, IEquatable<Reduction>
{
    private readonly CellLoop loop;
    private readonly Shape output;
    private readonly int divisor;

    /// <summary>A sum of a formula's values.</summary>
    /// <param name="name">What the operation is called, for messages.</param>
    /// <param name="formula">The formula of one term, made from <see cref="Cellwise.Input"/>s.</param>
    /// <param name="output">The shape of the sums: axes that are summed over are missing or have length 1.</param>
    /// <param name="divisor">What each sum is divided by; 1 for the sum itself.</param>
    public Reduction(string name, Expression formula, Shape output, int divisor = 1)
    {
        Name = name;
        Formula = formula;
        this.output = output;
        this.divisor = divisor;
        loop = new CellLoop(formula, accumulates: true);
    }

    /// <summary>What the operation is called.</summary>
    public string Name { get; }

    /// <summary>The formula of one term; the operand's number is the input's, its cell is 0.</summary>
    public Expression Formula { get; }

    /// <summary>Whether the other computes the same.</summary>
    public bool Equals(Reduction? other) =>
        other is not null && Name == other.Name && Formula.Equals(other.Formula) && output.Equals(other.output) && divisor == other.divisor;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Reduction);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Formula, output, divisor);

    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        LayoutOf(inputs);
        return output;
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        Broadcasting layout = LayoutOf(inputs);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        foreach (int at in layout.CellsOf(inputs.Count, cell))
        {
            terms.Add(new Expression.Term(Formula.Replace(operand => operand with { Cell = layout.CellOf(operand.Input, at) })));
        }

        Expression sum = new Expression.Sum(terms.ToImmutable(), Fused: true);
        return divisor == 1 ? sum : sum / divisor;
    }

    internal override IEnumerable<int> CellsUsing(int input, int cell, IReadOnlyList<Shape> inputs)
    {
        Broadcasting layout = LayoutOf(inputs);
        return Formula.Operands.Any(operand => operand.Input == input)
            ? layout.CellsOf(input, cell).Select(at => layout.CellOf(inputs.Count, at)).Distinct().Order()
            : [];
    }

    internal override Broadcasting LayoutOf(IReadOnlyList<Shape> inputs) => Broadcasting.Of(Name, [.. inputs, output]);

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        output.Clear();
        loop.Run(inputs);
        if (divisor != 1)
        {
            for (int cell = 0; cell < output.Length; cell++)
            {
                output[cell] /= divisor;
            }
        }
    }

    internal override void Differentiate(Backpropagation context)
    {
        for (int input = 0; input < context.InputCount; input++)
        {
            Expression.Operand variable = new(input, 0);
            if (context.Needs(input) && Formula.Operands.Contains(variable))
            {
                Expression slope = FormulaDerivative.Of(Formula, variable);
                context.ContributeSlope(Name, input, divisor == 1 ? slope : slope / divisor);
            }
        }
    }
}
