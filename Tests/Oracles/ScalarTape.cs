namespace Oracles;

/// <summary>
/// Reverse-mode differentiation of scalars, as textbooks write it: each operation notes its operands and its slopes, and a
/// sweep from the last note to the first hands the derivative back. Plain double arithmetic, one number at a time.
/// </summary>
public sealed class ScalarTape
{
    private readonly List<(int Operand, double Slope)[]> notes = [];

    /// <summary>A number to differentiate with respect to.</summary>
    public Variable Variable(double value) => Record(value);

    /// <summary>The derivatives of one number with respect to all numbers noted before it, by their places on the tape.</summary>
    public IReadOnlyList<double> Differentiate(Variable of)
    {
        ArgumentNullException.ThrowIfNull(of);
        double[] adjoints = new double[notes.Count];
        if (of.Tape is null)
        {
            return adjoints;
        }

        adjoints[of.Place] = 1;
        for (int place = of.Place; place >= 0; place--)
        {
            foreach ((int operand, double slope) in notes[place])
            {
                adjoints[operand] += adjoints[place] * slope;
            }
        }

        return adjoints;
    }

    /// <summary>The derivative of one number with respect to another.</summary>
    public double Derivative(Variable of, Variable withRespectTo)
    {
        ArgumentNullException.ThrowIfNull(withRespectTo);
        return withRespectTo.Tape is null ? 0 : Differentiate(of)[withRespectTo.Place];
    }

    internal Variable Record(double value, params (Variable Operand, double Slope)[] operands)
    {
        notes.Add([.. operands.Where(part => part.Operand.Tape is not null).Select(part => (part.Operand.Place, part.Slope))]);
        return new Variable(this, notes.Count - 1, value);
    }
}
