using System.Linq.Expressions;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Linq = System.Linq.Expressions.Expression;

namespace Engine.Formulas;

/// <summary>
/// Turns formulas into loops that compute several cells at once, in the lanes of vectors. Each lane does the arithmetic of
/// <see cref="FormulaCompiler"/>'s loop in the same order, and what vectors can do is rounded as single numbers are, so both give
/// the same bits.
/// </summary>
/// <remarks>
/// What vectors can do is + − × ÷, fused multiply-add, the square root, the absolute value and choices. Of a choice both sides are computed and
/// one is kept. Exponentials and the like are not rounded alike in vectors: formulas with them have no such loop.
/// </remarks>
internal static class VectorCompiler
{
    private static readonly MethodInfo Load = ((Func<double[], int, int, int, Vector<double>>)LoadLanes).Method;
    private static readonly MethodInfo Store = ((Action<double[], int, Vector<double>>)StoreLanes).Method;
    private static readonly MethodInfo Fused = ((Func<Vector<double>, Vector<double>, Vector<double>, Vector<double>>)Vector.FusedMultiplyAdd).Method;
    private static readonly MethodInfo Root = ((Func<Vector<double>, Vector<double>>)Vector.SquareRoot).Method;
    private static readonly MethodInfo Absolute = ((Func<Vector<double>, Vector<double>>)Vector.Abs).Method;
    private static readonly MethodInfo IfGreater = ((Func<Vector<double>, Vector<double>, Vector<double>, Vector<double>, Vector<double>>)WhereGreater).Method;
    private static readonly MethodInfo IfAtLeast = ((Func<Vector<double>, Vector<double>, Vector<double>, Vector<double>, Vector<double>>)WhereAtLeast).Method;

    /// <summary>How many rounds the innermost loop must have: as many as there are lanes.</summary>
    public static int FewestCells => Vector<double>.Count;

    /// <summary>
    /// Compiles a formula of one cell, whose operands have cell 0, into loops over all cells, the innermost of at least
    /// <see cref="FewestCells"/> rounds; null where vectors cannot compute the formula. In the innermost loop the output goes on by 1 and
    /// each input by 1 or 0. The output must not overlap the inputs.
    /// </summary>
    /// <param name="formula">The formula.</param>
    /// <param name="inputs">The number of inputs; the output's strides come after theirs.</param>
    public static FormulaCompiler.Loop? CompileLoop(Expression formula, int inputs)
    {
        if (!CanCompile(formula))
        {
            return null;
        }

        ParameterExpression buffer = Linq.Parameter(typeof(double[]), "buffer");
        ParameterExpression offsets = Linq.Parameter(typeof(int[]), "offsets");
        ParameterExpression strides = Linq.Parameter(typeof(int[]), "strides");
        ParameterExpression lengths = Linq.Parameter(typeof(int[]), "lengths");
        ParameterExpression output = Linq.Parameter(typeof(int), "output");
        ParameterExpression outer = Linq.Variable(typeof(int), "outer");
        ParameterExpression middle = Linq.Variable(typeof(int), "middle");
        int[] used = [.. formula.Operands.Select(operand => operand.Input).Distinct().Order()];
        Linq row = Row();
        row = Repeat(middle, 1, row);
        row = Repeat(outer, 0, row);
        return Linq.Lambda<FormulaCompiler.Loop>(Linq.Block(typeof(void), [outer, middle], row), buffer, offsets, strides, lengths, output).Compile();

        BlockExpression Repeat(ParameterExpression round, int level, Linq body)
        {
            LabelTarget end = Linq.Label();
            return Linq.Block(
                Linq.Assign(round, Linq.Constant(0)),
                Linq.Loop(
                    Linq.Block(
                        Linq.IfThen(Linq.GreaterThanOrEqual(round, Linq.ArrayIndex(lengths, Linq.Constant(level))), Linq.Break(end)),
                        body,
                        Linq.PreIncrementAssign(round)),
                    end));
        }

        Linq StrideOf(int place, int level) => Linq.ArrayIndex(strides, Linq.Constant((FormulaCompiler.Levels * place) + level));

        Linq StartOf(int place, Linq begin) => Linq.Add(
            begin, Linq.Add(Linq.Multiply(outer, StrideOf(place, 0)), Linq.Multiply(middle, StrideOf(place, 1))));

        BlockExpression Row()
        {
            ParameterExpression cell = Linq.Variable(typeof(int), "cell");
            ParameterExpression last = Linq.Variable(typeof(int), "last");
            ParameterExpression target = Linq.Variable(typeof(int), "target");
            Dictionary<int, ParameterExpression> starts = used.ToDictionary(input => input, input => Linq.Variable(typeof(int), $"start{input}"));
            Dictionary<int, ParameterExpression> steps = used.ToDictionary(input => input, input => Linq.Variable(typeof(int), $"step{input}"));
            Dictionary<int, ParameterExpression> values = used.ToDictionary(input => input, input => Linq.Variable(typeof(Vector<double>), $"value{input}"));
            List<Linq> before =
            [
                Linq.Assign(last, Linq.Subtract(Linq.ArrayIndex(lengths, Linq.Constant(FormulaCompiler.Levels - 1)), Linq.Constant(Vector<double>.Count))),
                Linq.Assign(target, StartOf(inputs, output)),
                Linq.Assign(cell, Linq.Constant(0)),
            ];
            List<Linq> round = [];
            foreach (int input in used)
            {
                before.Add(Linq.Assign(starts[input], StartOf(input, Linq.ArrayIndex(offsets, Linq.Constant(input)))));
                before.Add(Linq.Assign(steps[input], StrideOf(input, FormulaCompiler.Levels - 1)));
                round.Add(Linq.Assign(values[input], Linq.Call(Load, buffer, starts[input], steps[input], cell)));
            }

            LabelTarget end = Linq.Label();
            round.Add(Linq.Call(Store, buffer, Linq.Add(target, cell), Compile(formula, operand => values[operand.Input])));
            round.Add(Linq.IfThen(Linq.GreaterThanOrEqual(cell, last), Linq.Break(end)));

            // The last vector begins where it still fits; what it computes again comes out the same.
            Linq next = Linq.Add(cell, Linq.Constant(Vector<double>.Count));
            round.Add(Linq.Assign(cell, Linq.Condition(Linq.GreaterThan(next, last), last, next)));
            before.Add(Linq.Loop(Linq.Block(round), end));
            return Linq.Block(typeof(void), [cell, last, target, .. starts.Values, .. steps.Values, .. values.Values], before);
        }
    }

    private static bool CanCompile(Expression formula) => formula switch
    {
        Expression.Constant or Expression.Operand => true,
        Expression.Sum or Expression.Product or Expression.Quotient or Expression.Negation or Expression.Square or Expression.Choice =>
            formula.Parts.All(CanCompile),
        Expression.Call call =>
            (call.Function == ElementaryFunction.SquareRoot || call.Function == ElementaryFunction.Absolute) && CanCompile(call.Argument),
        Expression.Abbreviation abbreviation => CanCompile(abbreviation.Body),
        Expression.Equivalent equivalent => CanCompile(equivalent.Body),
        _ => false,
    };

    private static Linq Compile(Expression formula, Func<Expression.Operand, Linq> load) => formula switch
    {
        Expression.Constant constant => InAllLanes(constant.Value),
        Expression.Operand operand => load(operand),
        Expression.Sum sum => CompileSum(sum, load),
        Expression.Product product => product.Factors.Select(factor => Compile(factor, load)).Aggregate(Linq.Multiply),
        Expression.Quotient quotient => Linq.Divide(Compile(quotient.Numerator, load), Compile(quotient.Denominator, load)),
        Expression.Negation negation => Linq.Negate(Compile(negation.Value, load)),
        Expression.Square square => CompileSquare(square, load),
        Expression.Choice choice => Linq.Call(
            choice.OrEqual ? IfAtLeast : IfGreater,
            Compile(choice.Left, load),
            Compile(choice.Right, load),
            Compile(choice.Then, load),
            Compile(choice.Otherwise, load)),
        Expression.Call call => Linq.Call(call.Function == ElementaryFunction.SquareRoot ? Root : Absolute, Compile(call.Argument, load)),
        Expression.Abbreviation abbreviation => Compile(abbreviation.Body, load),
        Expression.Equivalent equivalent => Compile(equivalent.Body, load),
        _ => throw new NotSupportedException($"No vector code for {formula.GetType().Name}."),
    };

    private static Linq CompileSum(Expression.Sum sum, Func<Expression.Operand, Linq> load)
    {
        Linq total = InAllLanes(0);
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
        ParameterExpression value = Linq.Variable(typeof(Vector<double>));
        return Linq.Block([value], Linq.Assign(value, Compile(square.Value, load)), Linq.Multiply(value, value));
    }

    private static NewExpression InAllLanes(double value) =>
        Linq.New(typeof(Vector<double>).GetConstructor([typeof(double)])!, Linq.Constant(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> LoadLanes(double[] buffer, int start, int step, int cell)
    {
        ref double first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buffer), start);
        return step == 0 ? new Vector<double>(first) : Vector.LoadUnsafe(ref first, (nuint)cell);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLanes(double[] buffer, int start, Vector<double> value) =>
        value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(buffer), (nuint)start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> WhereGreater(Vector<double> left, Vector<double> right, Vector<double> then, Vector<double> otherwise) =>
        Vector.ConditionalSelect(Vector.GreaterThan<double>(left, right), then, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> WhereAtLeast(Vector<double> left, Vector<double> right, Vector<double> then, Vector<double> otherwise) =>
        Vector.ConditionalSelect(Vector.GreaterThanOrEqual<double>(left, right), then, otherwise);
}
