using System.Collections.Immutable;

namespace Engine.Formulas;

/// <summary>Derivatives of formulas, exact: by the rules of calculus, not by differences.</summary>
public static class FormulaDerivative
{
    /// <summary>
    /// Reverse-mode differentiation of one formula: hands each operand the derivative of the formula with respect to it,
    /// times <paramref name="seed"/>. An operand that occurs twice is handed two parts; their sum is its derivative.
    /// </summary>
    public static void Accumulate(
        Expression expression, double seed, Func<Expression.Operand, double> valueOf, Action<Expression.Operand, double> receive)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(valueOf);
        ArgumentNullException.ThrowIfNull(receive);
        switch (expression)
        {
            case Expression.Operand operand:
                receive(operand, seed);
                break;
            case Expression.Sum sum:
                foreach ((Expression term, bool negative) in sum.Terms)
                {
                    Accumulate(term, negative ? -seed : seed, valueOf, receive);
                }

                break;
            case Expression.Product product:
                AccumulateProduct(product, seed, valueOf, receive);
                break;
            case Expression.Quotient quotient:
                double denominator = quotient.Denominator.Evaluate(valueOf);
                Accumulate(quotient.Numerator, seed / denominator, valueOf, receive);
                double ratio = quotient.Numerator.Evaluate(valueOf) / denominator;
                Accumulate(quotient.Denominator, -seed * ratio / denominator, valueOf, receive);
                break;
            case Expression.Negation negation:
                Accumulate(negation.Value, -seed, valueOf, receive);
                break;
            case Expression.Square square:
                Accumulate(square.Value, 2 * seed * square.Value.Evaluate(valueOf), valueOf, receive);
                break;
            case Expression.Call call:
                double slope = call.Function.DerivativeAt(call.Argument).Evaluate(valueOf);
                Accumulate(call.Argument, seed * slope, valueOf, receive);
                break;
            case Expression.Power power:
                AccumulatePower(power, seed, valueOf, receive);
                break;
            case Expression.Maximum maximum:
                double most = maximum.Evaluate(valueOf);
                Accumulate(maximum.Candidates.First(candidate => candidate.Evaluate(valueOf).Equals(most)), seed, valueOf, receive);
                break;
            case Expression.Choice choice:
                Accumulate(choice.IsMet(valueOf) ? choice.Then : choice.Otherwise, seed, valueOf, receive);
                break;
            case Expression.Match match:
                Accumulate(match.IsMet(valueOf) ? match.Then : match.Otherwise, seed, valueOf, receive);
                break;
            case Expression.Selection selection:
                Accumulate(selection.ChosenBy(valueOf) ?? double.NaN, seed, valueOf, receive);
                break;
            case Expression.Equivalent equivalent:
                Accumulate(equivalent.Body, seed, valueOf, receive);
                break;
            case Expression.Abbreviation { Slope: { } known } abbreviation:
                Accumulate(abbreviation.Argument, seed * known.Evaluate(valueOf), valueOf, receive);
                break;
            case Expression.Abbreviation abbreviation:
                Accumulate(abbreviation.Body, seed, valueOf, receive);
                break;
        }
    }

    /// <summary>The formula of the derivative of <paramref name="expression"/> with respect to one operand, simplified.</summary>
    public static Expression Of(Expression expression, Expression.Operand variable)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression switch
        {
            Expression.Operand operand => operand == variable ? 1.0 : 0.0,
            Expression.Sum sum => OfSum(sum, variable),
            Expression.Product product => OfProduct(product, variable),
            Expression.Quotient quotient => OfQuotient(quotient, variable),
            Expression.Negation negation => Negate(Of(negation.Value, variable)),
            Expression.Square square => Multiply(Multiply(2.0, square.Value), Of(square.Value, variable)),
            Expression.Call call => Multiply(call.Function.DerivativeAt(call.Argument), Of(call.Argument, variable)),
            Expression.Power power => OfPower(power, variable),
            Expression.Maximum maximum => OfMaximum(maximum, variable),
            Expression.Choice choice => OfChoice(choice, variable),
            Expression.Match match => OfMatch(match, variable),
            Expression.Selection selection => OfSelection(selection, variable),
            Expression.Equivalent equivalent => Of(equivalent.Body, variable),
            Expression.Abbreviation { Slope: { } known } abbreviation => Multiply(known, Of(abbreviation.Argument, variable)),
            Expression.Abbreviation abbreviation => Of(abbreviation.Body, variable),
            _ => 0.0,
        };
    }

    private static void AccumulateProduct(
        Expression.Product product, double seed, Func<Expression.Operand, double> valueOf, Action<Expression.Operand, double> receive)
    {
        for (int index = 0; index < product.Factors.Length; index++)
        {
            double others = seed;
            for (int other = 0; other < product.Factors.Length; other++)
            {
                if (other != index)
                {
                    others *= product.Factors[other].Evaluate(valueOf);
                }
            }

            Accumulate(product.Factors[index], others, valueOf, receive);
        }
    }

    private static Expression OfSum(Expression.Sum sum, Expression.Operand variable)
    {
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        foreach ((Expression term, bool negative) in sum.Terms)
        {
            Expression derivative = Of(term, variable);
            if (!IsConstant(derivative, 0))
            {
                terms.Add(new Expression.Term(derivative, negative));
            }
        }

        return terms.Count switch
        {
            0 => 0.0,
            1 => terms[0].Negative ? Negate(terms[0].Value) : terms[0].Value,
            _ => new Expression.Sum(terms.ToImmutable()),
        };
    }

    private static Expression OfProduct(Expression.Product product, Expression.Operand variable)
    {
        var terms = ImmutableArray.CreateBuilder<Expression.Term>();
        for (int index = 0; index < product.Factors.Length; index++)
        {
            Expression derivative = Of(product.Factors[index], variable);
            if (IsConstant(derivative, 0))
            {
                continue;
            }

            for (int other = 0; other < product.Factors.Length; other++)
            {
                if (other != index)
                {
                    derivative = Multiply(derivative, product.Factors[other]);
                }
            }

            terms.Add(new Expression.Term(derivative));
        }

        return terms.Count switch
        {
            0 => 0.0,
            1 => terms[0].Value,
            _ => new Expression.Sum(terms.ToImmutable()),
        };
    }

    private static Expression OfQuotient(Expression.Quotient quotient, Expression.Operand variable)
    {
        Expression above = Of(quotient.Numerator, variable);
        Expression below = Of(quotient.Denominator, variable);
        if (IsConstant(below, 0))
        {
            return IsConstant(above, 0) ? 0.0 : above / quotient.Denominator;
        }

        Expression second = Multiply(quotient.Numerator, below);
        Expression difference = IsConstant(above, 0) ? Negate(second) : Multiply(above, quotient.Denominator) - second;
        return difference / new Expression.Square(quotient.Denominator);
    }

    private static void AccumulatePower(
        Expression.Power power, double seed, Func<Expression.Operand, double> valueOf, Action<Expression.Operand, double> receive)
    {
        double number = power.Base.Evaluate(valueOf);
        double exponent = power.Exponent.Evaluate(valueOf);
        Accumulate(power.Base, seed * exponent * Math.Pow(number, exponent - 1), valueOf, receive);
        if (power.Exponent.Operands.Any())
        {
            Accumulate(power.Exponent, seed * Math.Pow(number, exponent) * Math.Log(number), valueOf, receive);
        }
    }

    private static Expression OfPower(Expression.Power power, Expression.Operand variable)
    {
        Expression inner = Of(power.Base, variable);
        Expression outer = Of(power.Exponent, variable);
        Expression first = Multiply(Multiply(power.Exponent, new Expression.Power(power.Base, power.Exponent - 1.0)), inner);
        Expression second = Multiply(Multiply(power, new Expression.Call(ElementaryFunction.Logarithm, power.Base)), outer);
        return IsConstant(outer, 0) ? first : IsConstant(inner, 0) ? second : first + second;
    }

    /// <summary>The derivative of whichever is the greatest, the first of equal ones.</summary>
    private static Expression OfMaximum(Expression.Maximum maximum, Expression.Operand variable)
    {
        Expression result = Of(maximum.Candidates[^1], variable);
        for (int index = maximum.Candidates.Length - 2; index >= 0; index--)
        {
            Expression part = Of(maximum.Candidates[index], variable);
            Expression rest = new Expression.Maximum(maximum.Candidates[(index + 1)..]);
            result = IsConstant(part, 0) && IsConstant(result, 0)
                ? result
                : new Expression.Choice(maximum.Candidates[index], rest, part, result, OrEqual: true);
        }

        return result;
    }

    private static Expression OfChoice(Expression.Choice choice, Expression.Operand variable)
    {
        Expression then = Of(choice.Then, variable);
        Expression otherwise = Of(choice.Otherwise, variable);
        return AreSame(then, otherwise) ? then : choice with { Then = then, Otherwise = otherwise };
    }

    private static Expression OfMatch(Expression.Match match, Expression.Operand variable)
    {
        Expression then = Of(match.Then, variable);
        Expression otherwise = Of(match.Otherwise, variable);
        return AreSame(then, otherwise) ? then : match with { Then = then, Otherwise = otherwise };
    }

    /// <summary>The derivative of whichever is chosen; written short where only one choice has the variable in it.</summary>
    private static Expression OfSelection(Expression.Selection selection, Expression.Operand variable)
    {
        ImmutableArray<Expression> parts = [.. selection.Choices.Select(choice => Of(choice, variable))];
        int[] places = [.. Enumerable.Range(0, parts.Length).Where(place => !IsConstant(parts[place], 0)).Take(2)];
        return places switch
        {
            [] => 0.0,
            [var only] => new Expression.Match(selection.Index, only, parts[only], 0.0),
            _ => selection with { Choices = parts },
        };
    }

    private static bool AreSame(Expression left, Expression right) =>
        left is Expression.Constant a && right is Expression.Constant b && a.Value.Equals(b.Value);

    private static bool IsConstant(Expression expression, double value) =>
        expression is Expression.Constant constant && constant.Value == value;

    private static Expression Negate(Expression value) => value switch
    {
        Expression.Constant constant => -constant.Value,
        Expression.Negation negation => negation.Value,
        _ => new Expression.Negation(value),
    };

    /// <summary>The product with signs and constants gathered at the front, so that ½ × 2 × (t − o) reads (t − o).</summary>
    private static Expression Multiply(Expression left, Expression right)
    {
        double constant = 1;
        var factors = ImmutableArray.CreateBuilder<Expression>();
        Gather(left);
        Gather(right);
        if (constant == 0 || factors.Count == 0)
        {
            return constant;
        }

        bool negative = constant < 0;
        if (Math.Abs(constant) != 1)
        {
            factors.Insert(0, Math.Abs(constant));
        }

        Expression product = factors.Count == 1 ? factors[0] : new Expression.Product(factors.ToImmutable());
        return negative ? new Expression.Negation(product) : product;

        void Gather(Expression factor)
        {
            switch (factor)
            {
                case Expression.Constant number:
                    constant *= number.Value;
                    break;
                case Expression.Negation negation:
                    constant = -constant;
                    Gather(negation.Value);
                    break;
                case Expression.Product product:
                    foreach (Expression part in product.Factors)
                    {
                        Gather(part);
                    }

                    break;
                default:
                    factors.Add(factor);
                    break;
            }
        }
    }
}
