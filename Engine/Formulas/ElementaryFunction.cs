namespace Engine.Formulas;

/// <summary>
/// A function of one number that formulas use without taking it apart further. Each carries its derivative as a formula,
/// so that formulas can be differentiated.
/// </summary>
public sealed class ElementaryFunction
{
    private readonly Func<double, double> value;
    private readonly Func<Expression, Expression> derivative;

    private ElementaryFunction(string name, Func<double, double> value, Func<Expression, Expression> derivative)
    {
        Name = name;
        this.value = value;
        this.derivative = derivative;
    }

    /// <summary>The exponential function, base e.</summary>
    public static ElementaryFunction Exponential { get; } = new("exp", Math.Exp, x => new Expression.Call(Exponential!, x));

    /// <summary>The name as written in formulas: <c>exp</c>.</summary>
    public string Name { get; }

    /// <summary>The function's value, as <see cref="Math"/> computes it.</summary>
    public double At(double x) => value(x);

    /// <summary>The derivative's formula at the given argument.</summary>
    public Expression DerivativeAt(Expression argument) => derivative(argument);
}
