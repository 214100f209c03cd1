using System.Linq.Expressions;
using System.Reflection;
using Linq = System.Linq.Expressions.Expression;

namespace Engine.Formulas;

/// <summary>
/// Turns formulas into machine code that does the same arithmetic in the same order as <see cref="Expression.Evaluate"/>, so
/// that both give the same bits.
/// </summary>
internal static class FormulaCompiler
{
    private static readonly MethodInfo Fused = Method(nameof(Math.FusedMultiplyAdd), 3);
    private static readonly MethodInfo Pow = Method(nameof(Math.Pow), 2);
    private static readonly MethodInfo Max = Method(nameof(Math.Max), 2);

    /// <summary>A loop over the cells of a cellwise formula.</summary>
    /// <param name="buffer">All numbers.</param>
    /// <param name="offsets">Where each input begins.</param>
    /// <param name="strides">1 where an input has a number for each cell, 0 where it is a single number.</param>
    /// <param name="output">Where the output begins.</param>
    /// <param name="count">How many cells there are.</param>
    public delegate void Loop(double[] buffer, int[] offsets, int[] strides, int output, int count);

    /// <summary>Compiles a formula of one cell, whose operands have cell 0, into a loop over all cells.</summary>
    public static Loop CompileLoop(Expression formula)
    {
        ParameterExpression buffer = Linq.Parameter(typeof(double[]), "buffer");
        ParameterExpression offsets = Linq.Parameter(typeof(int[]), "offsets");
        ParameterExpression strides = Linq.Parameter(typeof(int[]), "strides");
        ParameterExpression output = Linq.Parameter(typeof(int), "output");
        ParameterExpression count = Linq.Parameter(typeof(int), "count");
        ParameterExpression cell = Linq.Variable(typeof(int), "cell");
        LabelTarget end = Linq.Label("end");
        int inputs = formula.Operands.Select(operand => operand.Input).DefaultIfEmpty(-1).Max() + 1;
        ParameterExpression[] starts = [.. Enumerable.Range(0, inputs).Select(input => Linq.Variable(typeof(int), $"start{input}"))];
        ParameterExpression[] steps = [.. Enumerable.Range(0, inputs).Select(input => Linq.Variable(typeof(int), $"step{input}"))];
        ParameterExpression[] values = [.. Enumerable.Range(0, inputs).Select(input => Linq.Variable(typeof(double), $"value{input}"))];
        List<Linq> body = [];
        for (int input = 0; input < inputs; input++)
        {
            body.Add(Linq.Assign(starts[input], Linq.ArrayIndex(offsets, Linq.Constant(input))));
            body.Add(Linq.Assign(steps[input], Linq.ArrayIndex(strides, Linq.Constant(input))));
        }

        List<Linq> loop = [Linq.IfThen(Linq.GreaterThanOrEqual(cell, count), Linq.Break(end))];
        for (int input = 0; input < inputs; input++)
        {
            Linq index = Linq.Add(starts[input], Linq.Multiply(cell, steps[input]));
            loop.Add(Linq.Assign(values[input], Linq.ArrayIndex(buffer, index)));
        }

        loop.Add(Linq.Assign(
            Linq.ArrayAccess(buffer, Linq.Add(output, cell)), Compile(formula, operand => values[operand.Input])));
        loop.Add(Linq.PreIncrementAssign(cell));
        body.Add(Linq.Assign(cell, Linq.Constant(0)));
        body.Add(Linq.Loop(Linq.Block(loop), end));
        Linq block = Linq.Block([cell, .. starts, .. steps, .. values], body);
        return Linq.Lambda<Loop>(block, buffer, offsets, strides, output, count).Compile();
    }

    /// <summary>The code of one formula.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="load">The code that loads an operand.</param>
    public static Linq Compile(Expression formula, Func<Expression.Operand, Linq> load) => formula switch
    {
        Expression.Constant constant => Linq.Constant(constant.Value),
        Expression.Operand operand => load(operand),
        Expression.Sum sum => CompileSum(sum, load),
        Expression.Product product => product.Factors.Select(factor => Compile(factor, load)).Aggregate(Linq.Multiply),
        Expression.Quotient quotient => Linq.Divide(Compile(quotient.Numerator, load), Compile(quotient.Denominator, load)),
        Expression.Negation negation => Linq.Negate(Compile(negation.Value, load)),
        Expression.Square square => CompileSquare(square, load),
        Expression.Power power => Linq.Call(Pow, Compile(power.Base, load), Compile(power.Exponent, load)),
        Expression.Maximum maximum => maximum.Candidates
            .Select(candidate => Compile(candidate, load))
            .Aggregate((left, right) => Linq.Call(Max, left, right)),
        Expression.Choice choice => CompileChoice(choice, load),
        Expression.Call call => Linq.Call(call.Function.Method, Compile(call.Argument, load)),
        Expression.Abbreviation abbreviation => Compile(abbreviation.Body, load),
        Expression.Equivalent equivalent => Compile(equivalent.Body, load),
        _ => throw new NotSupportedException($"No code for {formula.GetType().Name}."),
    };

    private static Linq CompileSum(Expression.Sum sum, Func<Expression.Operand, Linq> load)
    {
        Linq total = Linq.Constant(0.0);
        for (int index = 0; index < sum.Terms.Length; index++)
        {
            (Expression term, bool negative) = sum.Terms[index];
            if (sum.Fused && term is Expression.Product { Factors: [var left, var right] })
            {
                Linq factor = Compile(left, load);
                total = Linq.Call(Fused, negative ? Linq.Negate(factor) : factor, Compile(right, load), total);
                continue;
            }

            Linq value = Compile(term, load);
            total = index == 0 && !sum.Fused
                ? (negative ? Linq.Negate(value) : value)
                : negative ? Linq.Subtract(total, value) : Linq.Add(total, value);
        }

        return total;
    }

    private static BlockExpression CompileSquare(Expression.Square square, Func<Expression.Operand, Linq> load)
    {
        ParameterExpression value = Linq.Variable(typeof(double));
        return Linq.Block([value], Linq.Assign(value, Compile(square.Value, load)), Linq.Multiply(value, value));
    }

    private static ConditionalExpression CompileChoice(Expression.Choice choice, Func<Expression.Operand, Linq> load)
    {
        Linq left = Compile(choice.Left, load);
        Linq right = Compile(choice.Right, load);
        Linq condition = choice.OrEqual ? Linq.GreaterThanOrEqual(left, right) : Linq.GreaterThan(left, right);
        return Linq.Condition(condition, Compile(choice.Then, load), Compile(choice.Otherwise, load));
    }

    private static MethodInfo Method(string name, int arguments) =>
        typeof(Math).GetMethod(name, [.. Enumerable.Repeat(typeof(double), arguments)])!;
}
