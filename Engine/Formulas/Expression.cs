using System.Collections.Immutable;

namespace Engine.Formulas;

/// <summary>
/// How one number comes from others: a tree whose leaves are constants and <see cref="Operand"/>s. One tree is read three
/// ways: as the formula with symbols, as the formula with numbers put in, and as the value. Evaluating it does the same
/// arithmetic in the same order as the operation that made the number, so the result is equal to it bit for bit.
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
    public IEnumerable<Operand> Operands => this is Operand self ? [self] : Parts.SelectMany(part => part.Operands);

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

    /// <summary>A number that belongs to the formula, such as the 1 in <c>h1(1 − h1)</c>.</summary>
    public sealed record Constant(double Value) : Expression
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [];

        /// <inheritdoc/>
        public override double Evaluate(Func<Operand, double> valueOf) => Value;
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
}
