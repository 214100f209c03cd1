namespace Oracles;

/// <summary>A number on a <see cref="ScalarTape"/>; a plain double turns into one that is on no tape.</summary>
public sealed class Variable
{
    internal Variable(ScalarTape? tape, int place, double value)
    {
        Tape = tape;
        Place = place;
        Value = value;
    }

    /// <summary>The number.</summary>
    public double Value { get; }

    internal ScalarTape? Tape { get; }

    internal int Place { get; }

    /// <summary>A constant.</summary>
    public static implicit operator Variable(double value) => new(null, -1, value);

    public static Variable operator +(Variable left, Variable right) => Note(left.Value + right.Value, (left, 1), (right, 1));

    public static Variable operator -(Variable left, Variable right) => Note(left.Value - right.Value, (left, 1), (right, -1));

    public static Variable operator *(Variable left, Variable right) =>
        Note(left.Value * right.Value, (left, right.Value), (right, left.Value));

    public static Variable operator /(Variable left, Variable right) => Note(
        left.Value / right.Value, (left, 1 / right.Value), (right, -left.Value / (right.Value * right.Value)));

    public static Variable operator -(Variable value) => Note(-value.Value, (value, -1));

    /// <summary>e to this power.</summary>
    public Variable Exp() => Note(Math.Exp(Value), (this, Math.Exp(Value)));

    /// <summary>This number times itself.</summary>
    public Variable Square() => Note(Value * Value, (this, 2 * Value));

    /// <summary>
    /// The logistic function, in the form that never divides by infinity: with e = exp(−|x|), it is 1/(1 + e) or e/(1 + e)
    /// and its slope e/(1 + e)².
    /// </summary>
    public Variable Sigmoid()
    {
        double e = Math.Exp(-Math.Abs(Value));
        return Note((Value < 0 ? e : 1) / (1 + e), (this, e / ((1 + e) * (1 + e))));
    }

    private static Variable Note(double value, params (Variable Operand, double Slope)[] operands)
    {
        ScalarTape? tape = operands.Select(part => part.Operand.Tape).FirstOrDefault(found => found is not null);
        return tape is null ? new Variable(null, -1, value) : tape.Record(value, operands);
    }
}
