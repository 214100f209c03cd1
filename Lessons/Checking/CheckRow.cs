using Lessons.Reading;

namespace Lessons.Checking;

/// <summary>One printed number held against the engine.</summary>
/// <param name="Lesson">The lesson's id.</param>
/// <param name="Quantity">What the number is, such as <c>dE_total/dw5</c> or <c>parameters</c>.</param>
/// <param name="Iteration">The iteration, from 1; null for what is known before any number is computed.</param>
/// <param name="Printed">The number as the document prints it.</param>
/// <param name="Computed">The engine's number.</param>
/// <param name="Source">Document and section.</param>
/// <param name="Line">The line of the lesson file.</param>
public sealed record CheckRow(
    string Lesson, string Quantity, int? Iteration, PrintedNumber Printed, double Computed, string Source, int Line)
{
    /// <summary>Computed minus printed.</summary>
    public double Difference => Printed.Difference(Computed);

    /// <summary>How far the two may be apart: half a unit of the last printed digit, or 0 where the lesson asks for equality.</summary>
    public double Tolerance => Printed.Tolerance;

    /// <summary>Whether they agree.</summary>
    public bool IsMatch => Printed.Matches(Computed);
}
