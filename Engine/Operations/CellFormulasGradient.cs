using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Operations;

/// <summary>
/// The way back through <see cref="CellFormulas"/>: for each cell of one input, the sum over the cells made from it of the gradient
/// there times the derivative of its formula. Inputs: the gradient at the output, then the operation's inputs. Output: that
/// input's shape.
/// </summary>
public sealed class CellFormulasGradient(CellFormulas operation, int input) : CellFormulas
{
    private ImmutableArray<ImmutableArray<int>> users;

    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs[input + 1];
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Shape[] shapes = [.. inputs.Skip(1)];
        Expression.Operand variable = new(input, cell);
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        foreach (int user in UsersOf(shapes)[cell])
        {
            Expression slope = FormulaDerivative.Of(operation.Explain(user, shapes), variable);
            Expression upstream = new Expression.Operand(0, user);
            terms.Add(new Expression.Term(upstream * slope.Replace(operand => operand with { Input = operand.Input + 1 })));
        }

        return terms.Count == 0 ? 0.0 : new Expression.Sum(terms.ToImmutable(), Fused: true);
    }

    /// <summary>For each cell of the input the cells of the output that are made from it, in order.</summary>
    private ImmutableArray<ImmutableArray<int>> UsersOf(Shape[] shapes)
    {
        if (users.IsDefault)
        {
            List<int>[] found = [.. Enumerable.Range(0, shapes[input].Size).Select(_ => new List<int>())];
            for (int cell = 0; cell < operation.ShapeOf(shapes).Size; cell++)
            {
                foreach (Expression.Operand operand in operation.Explain(cell, shapes).Operands.Distinct())
                {
                    if (operand.Input == input)
                    {
                        found[operand.Cell].Add(cell);
                    }
                }
            }

            users = [.. found.Select(list => list.ToImmutableArray())];
        }

        return users;
    }
}
