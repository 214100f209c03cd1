using System.Collections.Immutable;
using System.Linq.Expressions;
using Engine.Formulas;
using Engine.Planning;
using Expression = Engine.Formulas.Expression;
using Linq = System.Linq.Expressions.Expression;

namespace Engine.Running;

/// <summary>
/// A small plan as one piece of machine code: what passes from an iteration to the next, then every cell's explanation, one
/// after the other, without loops and calls between. It does the arithmetic of the steps in their order and so gives the same bits.
/// </summary>
internal static class StraightLine
{
    /// <summary>Above so many parts of formulas the operations' own loops are the better code.</summary>
    private const int MostParts = 4096;

    /// <summary>So many plans' code is kept: that of a training and of its branches is often the same, and takes long to compile.</summary>
    private const int MostKept = 8;

    private static readonly Lock Gate = new();

    /// <summary>The code that was asked for last, the latest first.</summary>
    private static ImmutableList<(ImmutableArray<Line> Lines, int BufferLength, Action<double[]> Method)> kept = [];

    /// <summary>
    /// The code of a plan's steps, for the plan's buffer; null where the plan is too large. The same method for plans that compute the
    /// same, whatever their settings and first values.
    /// </summary>
    public static Action<double[]>? Compile(Plan plan)
    {
        if (LinesOf(plan) is not { } lines)
        {
            return null;
        }

        Action<double[]> method = kept.Find(one => one.BufferLength == plan.BufferLength && one.Lines.SequenceEqual(lines)).Method
            ?? Compile(lines, plan.BufferLength);
        lock (Gate)
        {
            kept = [(lines, plan.BufferLength, method), .. kept.Where(one => one.Method != method).Take(MostKept - 1)];
        }

        return method;
    }

    private static Action<double[]> Compile(ImmutableArray<Line> lines, int bufferLength)
    {
        Code code = new(bufferLength);
        foreach (Line line in lines)
        {
            code.Store(line.Place, FormulaCompiler.Compile(line.Formula, operand => code.Load(operand.Input)));
        }

        return code.ToMethod();
    }

    /// <summary>What is handed on from the iteration before, then every cell of every step; null where that is too much.</summary>
    private static ImmutableArray<Line>? LinesOf(Plan plan)
    {
        // Numbers first: explaining a large plan only to find it large would take long.
        int parts = plan.Steps.Sum(step => step.Output.Shape.Size);
        var lines = ImmutableArray.CreateBuilder<Line>();
        foreach (Carry carry in parts > MostParts ? [] : plan.Carries)
        {
            for (int cell = 0; cell < carry.Current.Shape.Size; cell++)
            {
                lines.Add(new Line(plan.OffsetOf(carry.Current) + cell, new Expression.Operand(plan.OffsetOf(carry.Next) + cell, 0)));
            }
        }

        foreach (Explanation explanation in parts > MostParts ? [] : CellsOf(plan))
        {
            parts += PartsOf(explanation.Formula);
            if (parts > MostParts)
            {
                break;
            }

            Expression inBuffer = explanation.Formula.Replace(operand => new Expression.Operand(plan.OffsetOf(explanation.AddressOf(operand)), 0));
            lines.Add(new Line(plan.OffsetOf(explanation.Address), inBuffer));
        }

        return parts > MostParts ? null : lines.ToImmutable();
    }

    private static int PartsOf(Expression formula) => formula switch
    {
        Expression.Abbreviation abbreviation => PartsOf(abbreviation.Body),
        Expression.Equivalent equivalent => PartsOf(equivalent.Body),
        _ => 1 + formula.Parts.Sum(PartsOf),
    };

    private static IEnumerable<Explanation> CellsOf(Plan plan) =>
        from step in plan.Steps
        from cell in Enumerable.Range(0, step.Output.Shape.Size)
        select plan.Explain(new Address(step.Output.Index, cell));

    /// <summary>A place of the buffer and what is put there; operands are places too.</summary>
    private readonly record struct Line(int Place, Expression Formula);

    /// <summary>
    /// The lines of the method. Numbers are kept in variables beside the buffer: a number that has to come back from memory takes
    /// longer than the addition that waits for it.
    /// </summary>
    private sealed class Code(int bufferLength)
    {
        /// <summary>The compiler gives up on methods of many variables.</summary>
        private const int MostVariables = 512;

        private readonly ParameterExpression buffer = Linq.Parameter(typeof(double[]), "buffer");
        private readonly List<ParameterExpression> variables = [];
        private readonly Dictionary<int, ParameterExpression> latest = [];
        private readonly List<Linq> lines = [];

        /// <summary>The number at a place of the buffer.</summary>
        public Linq Load(int place)
        {
            if (!latest.TryGetValue(place, out ParameterExpression? variable))
            {
                variable = Keep(place, Linq.ArrayIndex(buffer, Linq.Constant(place)));
            }

            return variable ?? (Linq)Linq.ArrayIndex(buffer, Linq.Constant(place));
        }

        /// <summary>Puts a number at a place of the buffer.</summary>
        public void Store(int place, Linq value)
        {
            latest.Remove(place);
            lines.Add(Linq.Assign(Linq.ArrayAccess(buffer, Linq.Constant(place)), Keep(place, value) ?? value));
        }

        public Action<double[]> ToMethod()
        {
            // Once the last place is known to exist, the others need not be checked.
            Linq last = Linq.ArrayIndex(buffer, Linq.Constant(bufferLength - 1));
            return Linq.Lambda<Action<double[]>>(Linq.Block(typeof(void), variables, lines.Prepend(last)), buffer).Compile();
        }

        private ParameterExpression? Keep(int place, Linq value)
        {
            if (variables.Count == MostVariables)
            {
                return null;
            }

            ParameterExpression variable = Linq.Variable(typeof(double));
            variables.Add(variable);
            latest.Add(place, variable);
            lines.Add(Linq.Assign(variable, value));
            return variable;
        }
    }
}
