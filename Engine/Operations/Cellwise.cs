using System.Collections.Immutable;
using Engine.Formulas;
using Engine.Numbers;
using Engine.Planning;

namespace Engine.Operations;

/// <summary>
/// An operation in which each cell of the output is the same formula of the same cell of each input; an input that is a
/// single number serves every cell. The formula is all there is to write: it is compiled for computing, bound for explaining
/// and differentiated for the way back.
/// </summary>
public sealed class Cellwise : Operation
{
    /// <summary>So many numbers are worked out by walking the formula; more are worth the milliseconds of compiling it.</summary>
    private const int MostInterpreted = 256;

    private readonly Lazy<FormulaCompiler.Loop> loop;
    private readonly Lazy<FormulaCompiler.Loop?> vectorLoop;
    private readonly ImmutableDictionary<int, Expression> slopes;
    private int interpreted;

    /// <summary>An operation given by its formula.</summary>
    /// <param name="name">What the operation is called, for messages.</param>
    /// <param name="formula">The formula of a cell, made from <see cref="Input"/>s.</param>
    /// <param name="slopes">
    /// Derivatives as documents write them, by the number of the input: made from the inputs and the output, which is the
    /// input after the last, as in <c>h(1 − h)</c>. What is not given follows from the formula.
    /// </param>
    public Cellwise(string name, Expression formula, params IEnumerable<(int Input, Expression Slope)> slopes)
    {
        Name = name;
        Formula = formula;
        this.slopes = slopes.ToImmutableDictionary(entry => entry.Input, entry => entry.Slope);
        loop = new Lazy<FormulaCompiler.Loop>(() => FormulaCompiler.CompileLoop(formula));
        vectorLoop = new Lazy<FormulaCompiler.Loop?>(() => VectorCompiler.CompileLoop(formula));
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

    /// <inheritdoc/>
    public override Shape ShapeOf(params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Shape output = Shape.Scalar;
        foreach (Shape input in inputs)
        {
            if (input.Rank > 0 && output.Rank > 0 && !input.Equals(output))
            {
                throw new ShapeException(Name, $"the shape {output} of the other inputs", $"{input}");
            }

            output = input.Rank > 0 ? input : output;
        }

        return output;
    }

    /// <inheritdoc/>
    public override Expression Explain(int cell, params IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Formula.Replace(operand => operand with { Cell = inputs[operand.Input].Rank == 0 ? 0 : cell });
    }

    internal override bool HasSeparateRows(IReadOnlyList<Shape> inputs)
    {
        Shape output = ShapeOf(inputs);
        return inputs.All(input => input.Rank == 0 || input.Equals(output));
    }

    internal override bool ReadsRowForRow(int input, IReadOnlyList<Shape> inputs) => inputs[input].Rank > 0;

    internal override void Compute(in Operands inputs, Span<double> output)
    {
        // A plan may be shared between threads; that one of them counts too few only delays the compiling.
        if (!loop.IsValueCreated && !vectorLoop.IsValueCreated && interpreted + output.Length <= MostInterpreted)
        {
            interpreted += output.Length;
            Interpret(inputs, output);
            return;
        }

        FormulaCompiler.Loop run = (output.Length >= VectorCompiler.FewestCells ? vectorLoop.Value : null) ?? loop.Value;
        run(inputs.Buffer, inputs.Offsets, inputs.Strides, inputs.OutputOffset, output.Length);
    }

    internal override void Differentiate(Backpropagation context)
    {
        for (int input = 0; input < context.InputCount; input++)
        {
            Expression.Operand variable = new(input, 0);
            if (context.Needs(input) && Formula.Operands.Contains(variable))
            {
                EmitSlope(context, input, slopes.GetValueOrDefault(input) ?? FormulaDerivative.Of(Formula, variable));
            }
        }
    }

    private void Interpret(in Operands inputs, Span<double> output)
    {
        (double[] buffer, int[] offsets, int[] strides) = (inputs.Buffer, inputs.Offsets, inputs.Strides);
        for (int cell = 0; cell < output.Length; cell++)
        {
            int at = cell;
            output[cell] = Formula.Evaluate(operand => buffer[offsets[operand.Input] + (at * strides[operand.Input])]);
        }
    }

    /// <summary>Only the numbers that the derivative uses become inputs of its step.</summary>
    private void EmitSlope(Backpropagation context, int input, Expression derivative)
    {
        ImmutableArray<int> used = [.. derivative.Operands.Select(operand => operand.Input).Distinct().Order()];
        if (used.IsEmpty)
        {
            // The same number for every cell is no step of its own: a sum hands its gradient on.
            bool isOne = derivative is Expression.Constant { Value: 1 };
            Cellwise scaled = new($"{Name}'", isOne ? Input(0) : derivative * Input(0));
            context.Contribute(input, scaled, context.Upstream);
            return;
        }

        Expression renumbered = derivative.Replace(operand => operand with { Input = used.IndexOf(operand.Input) });
        Symbol[] symbols = [.. used.Select(index => index == context.InputCount ? context.Output : context.Input(index))];
        context.Chain(input, new Cellwise($"{Name}'", renumbered), symbols);
    }
}
