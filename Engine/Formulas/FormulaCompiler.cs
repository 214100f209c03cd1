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
    /// <summary>Cells are walked in this many nested loops.</summary>
    public const int Levels = 3;

    private static readonly MethodInfo Fused = Method(nameof(Math.FusedMultiplyAdd), 3);
    private static readonly MethodInfo Pow = Method(nameof(Math.Pow), 2);
    private static readonly MethodInfo Max = Method(nameof(Math.Max), 2);
    private static readonly MethodInfo Floor = Method(nameof(Math.Floor), 1);
    private static readonly MethodInfo IsGreater = ((Func<double, double, bool>)Expression.PositionOfMaximum.IsGreater).Method;

    /// <summary>Three nested loops over the cells of a formula.</summary>
    /// <param name="buffer">All numbers.</param>
    /// <param name="offsets">Where each input begins.</param>
    /// <param name="strides">For each input and then the output, how far one round of each loop goes on.</param>
    /// <param name="lengths">The rounds of each loop, outermost first.</param>
    /// <param name="output">Where the output begins.</param>
    public delegate void Loop(double[] buffer, int[] offsets, int[] strides, int[] lengths, int output);

    /// <summary>Compiles a formula of one cell, whose operands have cell 0, into loops over all cells.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="inputs">The number of inputs; the output's strides come after theirs.</param>
    /// <param name="accumulates">
    /// Whether the formula's values are added to the output, a product of two factors with one rounding, rather than stored.
    /// </param>
    public static Loop CompileLoop(Expression formula, int inputs, bool accumulates = false)
    {
        ParameterExpression buffer = Linq.Parameter(typeof(double[]), "buffer");
        ParameterExpression offsets = Linq.Parameter(typeof(int[]), "offsets");
        ParameterExpression strides = Linq.Parameter(typeof(int[]), "strides");
        ParameterExpression lengths = Linq.Parameter(typeof(int[]), "lengths");
        ParameterExpression output = Linq.Parameter(typeof(int), "output");
        int[] used = [.. formula.Operands.Select(operand => operand.Input).Distinct().Order()];
        Dictionary<int, ParameterExpression> values = used.ToDictionary(input => input, input => Linq.Variable(typeof(double), $"value{input}"));
        Linq[] starts = [.. used.Select(input => Linq.ArrayIndex(offsets, Linq.Constant(input))), output];
        int[] places = [.. used, inputs];
        Linq loops = Nest(0, starts);
        return Linq.Lambda<Loop>(loops, buffer, offsets, strides, lengths, output).Compile();

        BlockExpression Nest(int level, IReadOnlyList<Linq> begin)
        {
            ParameterExpression round = Linq.Variable(typeof(int), $"round{level}");
            ParameterExpression rounds = Linq.Variable(typeof(int), $"rounds{level}");
            ParameterExpression[] at = [.. places.Select(place => Linq.Variable(typeof(int), $"at{level}_{place}"))];
            ParameterExpression[] steps = [.. places.Select(place => Linq.Variable(typeof(int), $"step{level}_{place}"))];
            List<Linq> before = [Linq.Assign(round, Linq.Constant(0)), Linq.Assign(rounds, Linq.ArrayIndex(lengths, Linq.Constant(level)))];
            for (int index = 0; index < places.Length; index++)
            {
                before.Add(Linq.Assign(at[index], begin[index]));
                before.Add(Linq.Assign(steps[index], Linq.ArrayIndex(strides, Linq.Constant((Levels * places[index]) + level))));
            }

            LabelTarget end = Linq.Label($"end{level}");
            List<Linq> body = [Linq.IfThen(Linq.GreaterThanOrEqual(round, rounds), Linq.Break(end))];
            body.AddRange(level < Levels - 1 ? [Nest(level + 1, at)] : Cell(at));
            body.AddRange(at.Select((variable, index) => Linq.AddAssign(variable, steps[index])));
            body.Add(Linq.PreIncrementAssign(round));
            before.Add(Linq.Loop(Linq.Block(body), end));
            ParameterExpression[] here = level == Levels - 1 ? [.. values.Values] : [];
            return Linq.Block(typeof(void), [round, rounds, .. at, .. steps, .. here], before);
        }

        List<Linq> Cell(ParameterExpression[] at)
        {
            List<Linq> lines = [];
            for (int index = 0; index < used.Length; index++)
            {
                lines.Add(Linq.Assign(values[used[index]], Linq.ArrayIndex(buffer, at[index])));
            }

            Linq cell = Linq.ArrayAccess(buffer, at[^1]);
            Linq value = accumulates ? CompileTerm(formula, false, cell, operand => values[operand.Input]) : Compile(formula, operand => values[operand.Input]);
            lines.Add(Linq.Assign(cell, value));
            return lines;
        }
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
        Expression.PositionOfMaximum position => CompilePosition(position, load),
        Expression.Choice choice => CompileChoice(choice, load),
        Expression.Match match => Linq.Condition(
            Linq.Equal(Compile(match.Left, load), Compile(match.Right, load)), Compile(match.Then, load), Compile(match.Otherwise, load)),
        Expression.Selection selection => CompileSelection(selection, load),
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
            if (sum.Fused)
            {
                total = CompileTerm(term, negative, total, load);
                continue;
            }

            Linq value = Compile(term, load);
            total = index == 0 ? (negative ? Linq.Negate(value) : value) : negative ? Linq.Subtract(total, value) : Linq.Add(total, value);
        }

        return total;
    }

    /// <summary>A fused sum with one more term.</summary>
    private static Linq CompileTerm(Expression term, bool negative, Linq total, Func<Expression.Operand, Linq> load)
    {
        if (term is Expression.Product { Factors: [var left, var right] })
        {
            Linq factor = Compile(left, load);
            return Linq.Call(Fused, negative ? Linq.Negate(factor) : factor, Compile(right, load), total);
        }

        Linq value = Compile(term, load);
        return negative ? Linq.Subtract(total, value) : Linq.Add(total, value);
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

    private static BlockExpression CompilePosition(Expression.PositionOfMaximum formula, Func<Expression.Operand, Linq> load)
    {
        ParameterExpression position = Linq.Variable(typeof(double));
        ParameterExpression most = Linq.Variable(typeof(double));
        ParameterExpression candidate = Linq.Variable(typeof(double));
        List<Linq> lines = [Linq.Assign(position, Linq.Constant(0.0)), Linq.Assign(most, Compile(formula.Candidates[0], load))];
        for (int index = 1; index < formula.Candidates.Length; index++)
        {
            lines.Add(Linq.Assign(candidate, Compile(formula.Candidates[index], load)));
            lines.Add(Linq.IfThen(
                Linq.Call(IsGreater, candidate, most),
                Linq.Block(Linq.Assign(position, Linq.Constant((double)index)), Linq.Assign(most, candidate))));
        }

        lines.Add(position);
        return Linq.Block([position, most, candidate], lines);
    }

    private static BlockExpression CompileSelection(Expression.Selection selection, Func<Expression.Operand, Linq> load)
    {
        ParameterExpression index = Linq.Variable(typeof(double));
        Linq isPlace = Linq.AndAlso(
            Linq.AndAlso(
                Linq.GreaterThanOrEqual(index, Linq.Constant(0.0)), Linq.LessThan(index, Linq.Constant((double)selection.Choices.Length))),
            Linq.Equal(index, Linq.Call(Floor, index)));
        SwitchCase[] cases =
            [.. selection.Choices.Select((choice, place) => Linq.SwitchCase(Compile(choice, load), Linq.Constant(place)))];
        Linq chosen = Linq.Switch(Linq.Convert(index, typeof(int)), Linq.Constant(double.NaN), cases);
        return Linq.Block(
            [index],
            Linq.Assign(index, Compile(selection.Index, load)),
            Linq.Condition(isPlace, chosen, Linq.Constant(double.NaN)));
    }

    private static MethodInfo Method(string name, int arguments) =>
        typeof(Math).GetMethod(name, [.. Enumerable.Repeat(typeof(double), arguments)])!;
}
