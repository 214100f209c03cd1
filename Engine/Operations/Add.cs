using System.Collections.Immutable;
using Engine.Formulas;

namespace Engine.Operations;

/// <summary>The sum of two or more tensors of one shape, cell by cell, from the first to the last.</summary>
public sealed class Add : CellwiseOperation
{
    internal override void Compute(in Operands inputs, Span<double> output)
    {
        inputs[0].CopyTo(output);
        for (int input = 1; input < inputs.Count; input++)
        {
            ReadOnlySpan<double> summand = inputs[input];
            for (int cell = 0; cell < output.Length; cell++)
            {
                output[cell] += summand[cell];
            }
        }
    }

    private protected override Expression Formula(ReadOnlySpan<Expression> inputs)
    {
        var terms = ImmutableArray.CreateBuilder<Expression.Term>(inputs.Length);
        foreach (Expression input in inputs)
        {
            terms.Add(new Expression.Term(input));
        }

        return new Expression.Sum(terms.ToImmutable());
    }
}
