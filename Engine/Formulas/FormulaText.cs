using System.Collections.Immutable;
using System.Text;

namespace Engine.Formulas;

/// <summary>A piece of a written formula. Where it stands for an operand, readers can select it and go there.</summary>
public readonly record struct FormulaSpan(string Text, Expression.Operand? Operand = null);

/// <summary>
/// Writes an <see cref="Expression"/> as text. What an operand looks like is the caller's choice: its symbol makes the
/// symbolic formula, its value the formula with numbers put in.
/// </summary>
public static class FormulaText
{
    private const int SumLevel = 1;
    private const int ProductLevel = 2;
    private const int AtomLevel = 3;
    private const int BaseLevel = 4;

    /// <summary>A table has more choices than anyone would read; the rule shows with a few.</summary>
    private const int MostChoices = 4;

    /// <summary>The formula in pieces.</summary>
    /// <param name="expression">The formula.</param>
    /// <param name="textOf">The text of each operand.</param>
    /// <param name="notation">How operators and constants are written.</param>
    /// <param name="mostTerms">
    /// Sums of more terms than this, and what else is a list, show their first and last ones and how many there are.
    /// </param>
    public static ImmutableArray<FormulaSpan> Spans(
        Expression expression, Func<Expression.Operand, string> textOf, Notation notation, int mostTerms = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(textOf);
        Writer writer = new(textOf, notation, Math.Max(2, mostTerms));
        writer.Write(expression, SumLevel);
        return writer.Finish();
    }

    /// <summary>The formula as one text; see <see cref="Spans"/>.</summary>
    public static string Of(
        Expression expression, Func<Expression.Operand, string> textOf, Notation notation, int mostTerms = int.MaxValue) =>
        string.Concat(Spans(expression, textOf, notation, mostTerms).Select(span => span.Text));

    private sealed class Writer(Func<Expression.Operand, string> textOf, Notation notation, int mostTerms)
    {
        private readonly ImmutableArray<FormulaSpan>.Builder spans = ImmutableArray.CreateBuilder<FormulaSpan>();
        private readonly StringBuilder text = new();

        private bool IsMathematical => notation == Notation.Mathematical;

        private string Minus => IsMathematical ? "−" : "-";

        private string Times => IsMathematical ? " × " : " * ";

        public ImmutableArray<FormulaSpan> Finish()
        {
            Flush();
            return spans.ToImmutable();
        }

        public void Write(Expression expression, int level)
        {
            bool parentheses = LevelOf(expression) < level;
            if (parentheses)
            {
                text.Append('(');
            }

            switch (expression)
            {
                case Expression.Constant constant:
                    text.Append(ConstantText(constant.Value));
                    break;
                case Expression.Operand operand:
                    WriteOperand(operand, level);
                    break;
                case Expression.Sum sum:
                    WriteSum(sum);
                    break;
                case Expression.Product product:
                    WriteProduct(product);
                    break;
                case Expression.Quotient quotient:
                    Write(quotient.Numerator, ProductLevel);
                    text.Append(" / ");
                    Write(quotient.Denominator, quotient.Denominator is Expression.Operand ? BaseLevel : AtomLevel);
                    break;
                case Expression.Negation negation:
                    text.Append(Minus);
                    Write(negation.Value, AtomLevel);
                    break;
                case Expression.Square square:
                    Write(square.Value, BaseLevel);
                    text.Append(IsMathematical ? "²" : "^2");
                    break;
                case Expression.Power power:
                    Write(power.Base, BaseLevel);
                    text.Append('^');
                    Write(power.Exponent, BaseLevel);
                    break;
                case Expression.Maximum maximum:
                    WriteList("max(", maximum.Candidates.Length, mostTerms, index => Write(maximum.Candidates[index], SumLevel), ")");
                    break;
                case Expression.PositionOfMaximum position:
                    WriteList("argmax(", position.Candidates.Length, mostTerms, index => Write(position.Candidates[index], SumLevel), ")");
                    break;
                case Expression.Choice choice:
                    WritePieces(choice.Then, choice.Left, !choice.OrEqual ? ">" : IsMathematical ? "≥" : ">=", choice.Right, choice.Otherwise);
                    break;
                case Expression.Match match:
                    WritePieces(match.Then, match.Left, "=", match.Right, match.Otherwise);
                    break;
                case Expression.Selection selection:
                    WriteSelection(selection);
                    break;
                case Expression.Equivalent equivalent:
                    Write(equivalent.Written, SumLevel);
                    break;
                case Expression.Call call:
                    WriteCall(call.Function.Name, call.Argument);
                    break;
                case Expression.Abbreviation abbreviation:
                    WriteCall(abbreviation.Name, abbreviation.Argument);
                    break;
            }

            if (parentheses)
            {
                text.Append(')');
            }
        }

        private static int LevelOf(Expression expression) => expression switch
        {
            Expression.Sum { Terms.Length: > 1 } or Expression.Negation => SumLevel,
            Expression.Sum { Terms: [var only] } => only.Negative ? SumLevel : LevelOf(only.Value),
            Expression.Product { Factors.Length: > 1 } or Expression.Quotient => ProductLevel,
            Expression.Constant { Value: < 0 } => SumLevel,
            Expression.Equivalent equivalent => LevelOf(equivalent.Written),
            Expression.Square or Expression.Power => AtomLevel,
            _ => BaseLevel,
        };

        private static bool IsHalf(Expression expression) => expression is Expression.Constant { Value: 0.5 };

        private void WriteSum(Expression.Sum sum)
        {
            int count = sum.Terms.Length;
            for (int index = 0; index < count; index++)
            {
                if (count > mostTerms && index == mostTerms - 1 && index < count - 1)
                {
                    text.Append(IsMathematical ? " + … " : " + ... ").Append('(').Append(count).Append(')');
                    index = count - 1;
                }

                (Expression value, bool negative) = sum.Terms[index];
                if (index == 0)
                {
                    text.Append(negative ? Minus : "");
                }
                else
                {
                    text.Append(negative ? $" {Minus} " : " + ");
                }

                Write(value, negative || index > 0 ? ProductLevel : SumLevel);
            }
        }

        private void WriteProduct(Expression.Product product)
        {
            for (int index = 0; index < product.Factors.Length; index++)
            {
                bool halfBefore = index > 0 && IsMathematical && IsHalf(product.Factors[index - 1]);
                text.Append(index == 0 ? "" : halfBefore ? " " : Times);
                Write(product.Factors[index], index == 0 ? ProductLevel : AtomLevel);
            }
        }

        /// <summary>Items with commas between; of more than <paramref name="most"/> the first, how many there are, and the last.</summary>
        private void WriteList(string begin, int count, int most, Action<int> write, string end)
        {
            text.Append(begin);
            for (int index = 0; index < count; index++)
            {
                text.Append(index == 0 ? "" : ", ");
                if (count > most && index == most - 1 && index < count - 1)
                {
                    text.Append(IsMathematical ? "… (" : "... (").Append(count).Append("), ");
                    index = count - 1;
                }

                write(index);
            }

            text.Append(end);
        }

        /// <summary>As a mathematician would say it: <c>{z1 if z1 > 0, else 0}</c>.</summary>
        private void WritePieces(Expression then, Expression left, string relation, Expression right, Expression otherwise)
        {
            text.Append('{');
            Write(then, SumLevel);
            text.Append(" if ");
            Write(left, SumLevel);
            text.Append(' ').Append(relation).Append(' ');
            Write(right, SumLevel);
            text.Append(", else ");
            Write(otherwise, SumLevel);
            text.Append('}');
        }

        /// <summary>In the same way, with a condition for each: <c>{w1 if x1 = 0, w2 if x1 = 1, w3 if x1 = 2}</c>.</summary>
        private void WriteSelection(Expression.Selection selection) => WriteList(
            "{",
            selection.Choices.Length,
            Math.Min(mostTerms, MostChoices),
            index =>
            {
                Write(selection.Choices[index], SumLevel);
                text.Append(" if ");
                Write(selection.Index, SumLevel);
                text.Append(" = ").Append(index);
            },
            "}");

        private void WriteCall(string name, Expression argument)
        {
            text.Append(name).Append('(');
            Write(argument, SumLevel);
            text.Append(')');
        }

        private void WriteOperand(Expression.Operand operand, int level)
        {
            string written = textOf(operand);
            bool negative = written.StartsWith('-');
            if (negative && IsMathematical)
            {
                written = "−" + written[1..];
            }

            // A negative number stands alone only at the beginning of a sum; of a derivative, a square would take only the end.
            bool bracket = ((negative || written.Contains(" via ", StringComparison.Ordinal)) && level > SumLevel)
                || (level == BaseLevel && written.Contains('/'));
            Flush();
            spans.Add(new FormulaSpan(bracket ? $"({written})" : written, operand));
        }

        private string ConstantText(double value) => IsMathematical switch
        {
            true when value == 0.5 => "½",
            true => NumberText.Short(value).Replace('-', '−'),
            false => NumberText.Short(value),
        };

        private void Flush()
        {
            if (text.Length > 0)
            {
                spans.Add(new FormulaSpan(text.ToString()));
                text.Clear();
            }
        }
    }
}
