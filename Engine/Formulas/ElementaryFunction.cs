using System.Reflection;

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

    /// <summary>The natural logarithm; −∞ at 0, NaN below.</summary>
    public static ElementaryFunction Logarithm { get; } = new("log", Math.Log, x => 1.0 / x);

    /// <summary>log(1 + x), exact also where x is tiny.</summary>
    public static ElementaryFunction LogarithmOfOnePlus { get; } = new("log1p", OnePlusLog, x => 1.0 / (1.0 + x));

    /// <summary>exp(x) − 1, exact also where x is tiny.</summary>
    public static ElementaryFunction ExponentialMinusOne { get; } =
        new("expm1", ExpMinusOne, x => new Expression.Call(Exponential!, x));

    /// <summary>The square root; NaN below 0.</summary>
    public static ElementaryFunction SquareRoot { get; } =
        new("sqrt", Math.Sqrt, x => 1.0 / (2.0 * new Expression.Call(SquareRoot!, x)));

    /// <summary>The hyperbolic tangent.</summary>
    public static ElementaryFunction HyperbolicTangent { get; } =
        new("tanh", Math.Tanh, x => 1.0 - new Expression.Square(new Expression.Call(HyperbolicTangent!, x)));

    /// <summary>The absolute value. Its derivative at 0 is taken as 0, as Keras does.</summary>
    public static ElementaryFunction Absolute { get; } = new("abs", Math.Abs, x => new Expression.Call(Sign!, x));

    /// <summary>−1, 0 or 1. Its derivative is taken as 0 everywhere.</summary>
    public static ElementaryFunction Sign { get; } = new("sign", SignOf, _ => 0.0);

    /// <summary>The greatest whole number that is not greater. Its derivative is taken as 0 everywhere.</summary>
    public static ElementaryFunction Floor { get; } = new("floor", Math.Floor, _ => 0.0);

    /// <summary>The name as written in formulas: <c>exp</c>.</summary>
    public string Name { get; }

    /// <summary>The method behind the function, for compiled formulas.</summary>
    internal MethodInfo Method => value.Method;

    /// <summary>The function's value, as <see cref="Math"/> computes it.</summary>
    public double At(double x) => value(x);

    /// <summary>The derivative's formula at the given argument.</summary>
    public Expression DerivativeAt(Expression argument) => derivative(argument);

    /// <summary>log(1 + x) by Kahan's correction of the rounding of 1 + x.</summary>
    internal static double OnePlusLog(double x)
    {
        double sum = 1 + x;
        return sum == 1 || double.IsInfinity(sum) ? (double.IsInfinity(sum) ? sum : x) : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>exp(x) − 1 by Kahan's correction of the rounding of exp(x).</summary>
    internal static double ExpMinusOne(double x)
    {
        double power = Math.Exp(x);
        return power == 1 ? x : power - 1 == -1 ? -1 : double.IsInfinity(power) ? power : (power - 1) * (x / Math.Log(power));
    }

    internal static double SignOf(double x) => x > 0 ? 1 : x < 0 ? -1 : x;
}
