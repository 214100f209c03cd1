namespace Lessons.Quantities;

/// <summary>What a quantity is, apart from when. The family is closed: a named value or a derivative.</summary>
/// <param name="Next">Whether the value after the update of its iteration is meant, written <c>w5+</c>.</param>
public abstract record Term(bool Next)
{
    private protected string Suffix => Next ? "+" : "";
}

/// <summary>A value by its name: <c>h1</c>, <c>w[2,1]</c>, <c>w5+</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Next">Whether the value after the update is meant.</param>
public sealed record NamedTerm(Name Name, bool Next = false) : Term(Next)
{
    /// <summary>The term as written in lessons.</summary>
    /// <returns><c>h1</c>, <c>w5+</c>.</returns>
    public override string ToString() => Name + Suffix;
}

/// <summary>The partial derivative of one value with respect to another: <c>dE_total/dw5</c>.</summary>
/// <param name="Of">The value that changes.</param>
/// <param name="WithRespectTo">The value that is moved.</param>
/// <param name="Next">Whether the derivative after the update is meant.</param>
public sealed record DerivativeTerm(Name Of, Name WithRespectTo, bool Next = false) : Term(Next)
{
    /// <summary>The term as written in lessons, in ASCII but for the letters of its names.</summary>
    /// <returns><c>dE_total/dw5</c>.</returns>
    public override string ToString() => $"d{Of}/d{WithRespectTo}{Suffix}";
}
