using System.Collections.Immutable;

namespace Engine.Formulas;

/// <summary>
/// How one number comes from others: a tree whose leaves are constants and <see cref="Operand"/>s. One tree is read three
/// ways: as the formula with symbols, as the formula with numbers put in, and as the value. Evaluating it does the same
/// arithmetic in the same order as the operation that made the number, so the result is equal to it bit for bit. Trees of
/// equal parts are equal.
/// </summary>
public abstract record Expression
{
    private Expression()
    {
    }

    /// <summary>The value of the formula, given the value of each operand.</summary>
    public abstract double Evaluate(Func<Operand, double> valueOf);

    /// <summary>The formula's direct parts, left to right.</summary>
    public abstract IEnumerable<Expression> Parts { get; }

    /// <summary>The operands of the whole tree in the order they are written; one written twice comes twice.</summary>
    public IEnumerable<Operand> Operands
    {
        get
        {
            List<Operand> found = [];
            Collect(found, null);
            return found;
        }
    }

    /// <summary>Whether numbers choose which parts of the formula count: there is a <see cref="Selection"/> or a <see cref="Match"/>.</summary>
    public bool HasChoices => this is Selection or Match || Parts.Any(part => part.HasChoices);

    /// <summary>The same formula with other operands.</summary>
    public Expression Replace(Func<Operand, Expression> replacement)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        return this is Operand operand ? replacement(operand) : Rebuild(part => part.Replace(replacement));
    }

    /// <summary>
    /// The formula with what numbers choose already chosen: of a <see cref="Selection"/> or <see cref="Match"/> only the formula
    /// that is taken, and of a sum only the terms that are not a match's plain 0. The same formula where nothing is chosen.
    /// </summary>
    public Expression Decided(Func<Operand, double> valueOf)
    {
        ArgumentNullException.ThrowIfNull(valueOf);
        return !HasChoices ? this : this switch
        {
            Selection selection => selection.ChosenBy(valueOf)?.Decided(valueOf) ?? double.NaN,
            Match match => (match.IsMet(valueOf) ? match.Then : match.Otherwise).Decided(valueOf),
            Sum sum => DecidedSum(sum, valueOf),
            _ => Rebuild(part => part.Decided(valueOf)),
        };
    }

    /// <summary>
    /// The operands that count where numbers choose: of a <see cref="Selection"/> or <see cref="Match"/> those that choose, and
    /// those of the formula that is taken.
    /// </summary>
    public IEnumerable<Operand> OperandsOf(Func<Operand, double> valueOf)
    {
        ArgumentNullException.ThrowIfNull(valueOf);
        List<Operand> found = [];
        Collect(found, valueOf);
        return found;
    }

    /// <summary>The sum of two formulas, rounded after the addition.</summary>
    public static Expression operator +(Expression left, Expression right) => new Sum([new Term(left), new Term(right)]);

    /// <summary>The difference of two formulas.</summary>
    public static Expression operator -(Expression left, Expression right) =>
        new Sum([new Term(left), new Term(right, Negative: true)]);

    /// <summary>The product of two formulas.</summary>
    public static Expression operator *(Expression left, Expression right) => new Product([left, right]);

    /// <summary>The quotient of two formulas.</summary>
    public static Expression operator /(Expression left, Expression right) => new Quotient(left, right);

    /// <summary>The formula with the other sign.</summary>
    public static Expression operator -(Expression value) => new Negation(value);

    /// <summary>A number that the formula itself contains.</summary>
    public static implicit operator Expression(double value) => new Constant(value);

    private static int HashOf<T>(ImmutableArray<T> parts)
    {
        HashCode hash = default;
        foreach (T part in parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }

    private void Collect(List<Operand> found, Func<Operand, double>? valueOf)
    {
        switch (this)
        {
            case Operand self:
                found.Add(self);
                break;
            case Selection selection when valueOf is not null:
                selection.Index.Collect(found, valueOf);
                selection.ChosenBy(valueOf)?.Collect(found, valueOf);
                break;
            case Match match when valueOf is not null:
                match.Left.Collect(found, valueOf);
                match.Right.Collect(found, valueOf);
                (match.IsMet(valueOf) ? match.Then : match.Otherwise).Collect(found, valueOf);
                break;
            default:
                foreach (Expression part in Parts)
                {
                    part.Collect(found, valueOf);
                }

                break;
        }
    }

    private static Expression DecidedSum(Sum sum, Func<Operand, double> valueOf)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        foreach (Term term in sum.Terms)
        {
            Expression decided = term.Value.Decided(valueOf);
            if (term.Value is not Match || decided is not Constant { Value: 0 })
            {
                terms.Add(term with { Value = decided });
            }
        }

        return terms.Count == 0 ? 0.0 : sum with { Terms = terms.ToImmutable() };
    }

    /// <summary>The same formula made of other direct parts.</summary>
    private Expression Rebuild(Func<Expression, Expression> rebuilt) => this switch
    {
        Sum sum => sum with { Terms = [.. sum.Terms.Select(term => term with { Value = rebuilt(term.Value) })] },
        Product product => product with { Factors = [.. product.Factors.Select(rebuilt)] },
        Quotient quotient => new Quotient(rebuilt(quotient.Numerator), rebuilt(quotient.Denominator)),
        Negation negation => new Negation(rebuilt(negation.Value)),
        Square square => new Square(rebuilt(square.Value)),
        Power power => new Power(rebuilt(power.Base), rebuilt(power.Exponent)),
        Maximum maximum => new Maximum([.. maximum.Candidates.Select(rebuilt)]),
        PositionOfMaximum position => new PositionOfMaximum([.. position.Candidates.Select(rebuilt)]),
        Choice choice => choice with
        {
            Left = rebuilt(choice.Left),
            Right = rebuilt(choice.Right),
            Then = rebuilt(choice.Then),
            Otherwise = rebuilt(choice.Otherwise),
        },
        Match match => new Match(rebuilt(match.Left), rebuilt(match.Right), rebuilt(match.Then), rebuilt(match.Otherwise)),
        Selection selection => new Selection(rebuilt(selection.Index), [.. selection.Choices.Select(rebuilt)]),
        Call call => call with { Argument = rebuilt(call.Argument) },
        Abbreviation abbreviation => abbreviation with
        {
            Argument = rebuilt(abbreviation.Argument),
            Body = rebuilt(abbreviation.Body),
            Slope = abbreviation.Slope is { } slope ? rebuilt(slope) : null,
        },
        Equivalent equivalent => new Equivalent(rebuilt(equivalent.Written), rebuilt(equivalent.Body)),
        _ => this,
    };

    /// <summary>A number that belongs to the formula, such as the 1 in <c>h1(1 − h1)</c>.</summary>
    public sealed record Constant(double Value) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => Value;

        /// <summary>Whether it is the same double, the sign of zero included.</summary>
        public bool Equals(Constant? other) =>
            other is not null && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

        /// <inheritdoc/>
        public override int GetHashCode() => BitConverter.DoubleToInt64Bits(Value).GetHashCode();
    }

    /// <summary>Another number: a cell of one of the operation's inputs, both counted from 0.</summary>
    public sealed record Operand(int Input, int Cell) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => valueOf(this);
    }

    /// <summary>One summand and its sign.</summary>
    public readonly record struct Term(Expression Value, bool Negative = false);

    /// <summary>
    /// A sum, from left to right. A fused sum begins at 0 and takes in each product of two factors with one rounding
    /// (fused multiply-add), as the kernels of matrix products do; a plain one rounds each product and each addition.
    /// </summary>
    public sealed record Sum(ImmutableArray<Term> Terms, bool Fused = false) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => Terms.Select(term => term.Value);

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf)
        {
            double sum = 0;
            for (int index = 0; index < Terms.Length; index++)
            {
                (Expression term, bool negative) = Terms[index];
                if (Fused && term is Product { Factors: [var left, var right] })
                {
                    double factor = left.Evaluate(valueOf);
                    sum = Math.FusedMultiplyAdd(negative ? -factor : factor, right.Evaluate(valueOf), sum);
                }
                else
                {
                    double value = term.Evaluate(valueOf);
                    sum = index == 0 && !Fused ? (negative ? -value : value) : negative ? sum - value : sum + value;
                }
            }

            return sum;
        }

        /// <inheritdoc/>
        public bool Equals(Sum? other) => other is not null && Fused == other.Fused && Terms.SequenceEqual(other.Terms);

        /// <inheritdoc/>
        public override int GetHashCode() => HashOf(Terms);
    }

    /// <summary>A product, from left to right, rounded after each factor.</summary>
    public sealed record Product(ImmutableArray<Expression> Factors) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => Factors;

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf)
        {
            double product = Factors[0].Evaluate(valueOf);
            for (int index = 1; index < Factors.Length; index++)
            {
                product *= Factors[index].Evaluate(valueOf);
            }

            return product;
        }

        /// <inheritdoc/>
        public bool Equals(Product? other) => other is not null && Factors.SequenceEqual(other.Factors);

        /// <inheritdoc/>
        public override int GetHashCode() => HashOf(Factors);
    }

    /// <summary>A fraction.</summary>
    public sealed record Quotient(Expression Numerator, Expression Denominator) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Numerator, Denominator];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => Numerator.Evaluate(valueOf) / Denominator.Evaluate(valueOf);
    }

    /// <summary>A formula with the other sign.</summary>
    public sealed record Negation(Expression Value) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Value];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => -Value.Evaluate(valueOf);
    }

    /// <summary>A formula times itself, its base evaluated once.</summary>
    public sealed record Square(Expression Value) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Value];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf)
        {
            double value = Value.Evaluate(valueOf);
            return value * value;
        }
    }

    /// <summary>An elementary function of a formula: <c>exp(−z1)</c>.</summary>
    public sealed record Call(ElementaryFunction Function, Expression Argument) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Argument];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => Function.At(Argument.Evaluate(valueOf));
    }

    /// <summary>
    /// A formula with a name of its own: <c>sigmoid(z1)</c> stands for <c>1/(1 + exp(−z1))</c>. Written short, evaluated as
    /// its body.
    /// </summary>
    /// <param name="Name">The name as written in formulas.</param>
    /// <param name="Argument">What the body is a function of.</param>
    /// <param name="Body">The arithmetic.</param>
    /// <param name="Slope">
    /// The derivative with respect to the argument, such as <c>sigmoid(z1) × (1 − sigmoid(z1))</c>. Needed where
    /// differentiating the body goes by way of infinity, as <c>exp(−z1)</c> does for very negative sums; where null, the body
    /// is differentiated.
    /// </param>
    public sealed record Abbreviation(string Name, Expression Argument, Expression Body, Expression? Slope = null) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Argument];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => Body.Evaluate(valueOf);
    }

    /// <summary>A formula to the power of another, as <see cref="Math.Pow"/> computes it.</summary>
    public sealed record Power(Expression Base, Expression Exponent) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Base, Exponent];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => Math.Pow(Base.Evaluate(valueOf), Exponent.Evaluate(valueOf));
    }

    /// <summary>The greatest of several; of equal ones the first counts. NaN if one of them is.</summary>
    public sealed record Maximum(ImmutableArray<Expression> Candidates) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => Candidates;

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf)
        {
            double most = Candidates[0].Evaluate(valueOf);
            for (int index = 1; index < Candidates.Length; index++)
            {
                most = Math.Max(most, Candidates[index].Evaluate(valueOf));
            }

            return most;
        }

        /// <inheritdoc/>
        public bool Equals(Maximum? other) => other is not null && Candidates.SequenceEqual(other.Candidates);

        /// <inheritdoc/>
        public override int GetHashCode() => HashOf(Candidates);
    }

    /// <summary>
    /// Which of several is the greatest, by its number, counted from 0; the first of equal ones. The first NaN where there is
    /// one, so that the number found is always <see cref="Maximum"/>'s. Its derivative is taken as 0 everywhere.
    /// </summary>
    public sealed record PositionOfMaximum(ImmutableArray<Expression> Candidates) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => Candidates;

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf)
        {
            int position = 0;
            double most = Candidates[0].Evaluate(valueOf);
            for (int index = 1; index < Candidates.Length; index++)
            {
                double candidate = Candidates[index].Evaluate(valueOf);
                if (IsGreater(candidate, most))
                {
                    (position, most) = (index, candidate);
                }
            }

            return position;
        }

        /// <inheritdoc/>
        public bool Equals(PositionOfMaximum? other) => other is not null && Candidates.SequenceEqual(other.Candidates);

        /// <inheritdoc/>
        public override int GetHashCode() => HashOf(Candidates);

        /// <summary>Whether a later number takes the place of an earlier one.</summary>
        internal static bool IsGreater(double later, double earlier) => later > earlier || (double.IsNaN(later) && !double.IsNaN(earlier));
    }

    /// <summary>
    /// One of two formulas, by whether one number is greater than another: a function in pieces. Where a comparison with NaN
    /// decides, the second is taken.
    /// </summary>
    /// <param name="Left">The number that must be greater.</param>
    /// <param name="Right">Than this one.</param>
    /// <param name="Then">The value where it is.</param>
    /// <param name="Otherwise">The value where it is not.</param>
    /// <param name="OrEqual">Whether being equal is enough.</param>
    public sealed record Choice(Expression Left, Expression Right, Expression Then, Expression Otherwise, bool OrEqual = false) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Then, Left, Right, Otherwise];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => (IsMet(valueOf) ? Then : Otherwise).Evaluate(valueOf);

        /// <summary>Whether the first formula is taken.</summary>
        public bool IsMet(Func<Operand, double> valueOf)
        {
            double left = Left.Evaluate(valueOf);
            double right = Right.Evaluate(valueOf);
            return OrEqual ? left >= right : left > right;
        }
    }

    /// <summary>
    /// One of two formulas, by whether two numbers are equal: what happens in one place only. NaN equals nothing.
    /// </summary>
    /// <param name="Left">The number.</param>
    /// <param name="Right">What it must be.</param>
    /// <param name="Then">The value where it is.</param>
    /// <param name="Otherwise">The value where it is not.</param>
    public sealed record Match(Expression Left, Expression Right, Expression Then, Expression Otherwise) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Then, Left, Right, Otherwise];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => (IsMet(valueOf) ? Then : Otherwise).Evaluate(valueOf);

        /// <summary>Whether the first formula is taken.</summary>
        public bool IsMet(Func<Operand, double> valueOf) => Left.Evaluate(valueOf) == Right.Evaluate(valueOf);
    }

    /// <summary>
    /// One of several formulas, chosen by its number: a row of a table, the greatest of several. NaN where no choice has that
    /// number, which is then outside its range or not whole.
    /// </summary>
    /// <param name="Index">The number of the choice, counted from 0.</param>
    /// <param name="Choices">What there is to choose from.</param>
    public sealed record Selection(Expression Index, ImmutableArray<Expression> Choices) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Index, .. Choices];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => ChosenBy(valueOf)?.Evaluate(valueOf) ?? double.NaN;

        /// <summary>The formula that is chosen; null where there is none of that number.</summary>
        public Expression? ChosenBy(Func<Operand, double> valueOf) =>
            PlaceOf(Index.Evaluate(valueOf), Choices.Length) is { } place ? Choices[place] : null;

        /// <inheritdoc/>
        public bool Equals(Selection? other) => other is not null && Index.Equals(other.Index) && Choices.SequenceEqual(other.Choices);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Index, HashOf(Choices));

        /// <summary>A number as a place among so many, from 0; null where it is none of them.</summary>
        internal static int? PlaceOf(double number, int places) =>
            number >= 0 && number < places && number == Math.Floor(number) ? (int)number : null;
    }

    /// <summary>
    /// A formula written as textbooks do and evaluated by another that has the same value but no overflow: softmax is written
    /// without the maximum that its evaluation subtracts.
    /// </summary>
    public sealed record Equivalent(Expression Written, Expression Body) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Written];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => Body.Evaluate(valueOf);
    }
}
