using System.Globalization;
using Engine.Derivatives;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;

namespace Engine.Tests;

/// <summary>
/// Every number that 002_d82fa7d1bd0f4ce9.txt, chapter 6, prints, at the precision at which it prints it.
/// </summary>
public class WorkedExampleTests
{
    /// <summary>Iteration, quantity, what the document prints; steps 1 to 4 of the chapter, in its order.</summary>
    public static TheoryData<int, string, string> Printed => new()
    {
        { 1, "z1", "0.08" },
        { 1, "z2", "0.11" },
        { 1, "h1", "0.51998934" },
        { 1, "h2", "0.52747230" },
        { 1, "z3", "0.44498412" },
        { 1, "z4", "0.68047592" },
        { 1, "o1", "0.60944600" },
        { 1, "o2", "0.66384491" },
        { 1, "E_o1", "0.02193381" },
        { 1, "E_o2", "0.00203809" },
        { 1, "E_total", "0.02397190" },
        { 1, "dE_total/do1", "0.20944600" },
        { 1, "do1/dz3", "0.23802157" },
        { 1, "dz3/dw5", "0.51998934" },
        { 1, "dE_total/dw5", "0.02592286" },
        { 1, "w5+", "0.43703857" },
        { 1, "dE_o1/dh1", "0.02243370" },
        { 1, "dE_o2/dh1", "0.00997311" },
        { 1, "dE_total/dh1", "0.03240681" },
        { 1, "dh1/dz1", "0.24960043" },
        { 1, "dz1/dw1", "0.1" },
        { 2, "w1", "0.29959556" },
        { 2, "w2", "0.24919112" },
        { 2, "z1", "0.07979778" },
        { 2, "w3", "0.39964496" },
        { 2, "w4", "0.34928991" },
        { 2, "z2", "0.10982248" },
        { 2, "h1", "0.51993887" },
        { 2, "h2", "0.52742806" },
        { 2, "w5", "0.43703857" },
        { 2, "w6", "0.38685205" },
        { 2, "z3", "0.43126996" },
        { 2, "w7", "0.69629578" },
        { 2, "w8", "0.59624247" },
        { 2, "z4", "0.67650625" },
        { 2, "o1", "0.60617688" },
        { 2, "o2", "0.66295848" },
        { 2, "E_o1", "0.02125445" },
        { 2, "E_o2", "0.00198189" },
        { 2, "E_total", "0.02323634" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void Should_match_the_document(int iteration, string quantity, string printed)
    {
        IterationTrace trace = WorkedExample.Trace(iteration);
        decimal half = 0.5m * (decimal)Math.Pow(10, -(printed.Length - printed.IndexOf('.') - 1));
        decimal found = (decimal)Value(trace, quantity);
        Math.Abs(found - decimal.Parse(printed, CultureInfo.InvariantCulture)).ShouldBeLessThanOrEqualTo(half, $"{quantity} = {found}");
    }

    [Fact]
    public void Should_cover_forty_numbers() => Printed.Count.ShouldBe(40);

    [Theory]
    [InlineData("z1", "w1 × x1 + w2 × x2", "0.3 × 0.1 + 0.25 × 0.2")]
    [InlineData("h1", "sigmoid(z1)", "sigmoid(0.08)")]
    [InlineData("E_o1", "½ (target_o1 − o1)²", "½ (0.4 − 0.609446)²")]
    [InlineData("E_total", "E_o1 + E_o2", "0.02193381 + 0.00203809")]
    [InlineData("dE_total/do1", "−(target_o1 − o1)", "−(0.4 − 0.609446)")]
    [InlineData("do1/dz3", "o1 × (1 − o1)", "0.609446 × (1 − 0.609446)")]
    [InlineData("w5+", "w5 − α × ∂E_total/∂w5", "0.45 − 0.5 × 0.02592286")]
    public void Should_write_the_documents_formulas(string quantity, string symbolic, string substituted)
    {
        IterationTrace trace = WorkedExample.Trace();
        Explanation explanation = trace.Plan.Explain(trace.Plan.At(quantity));
        explanation.Symbolic(Notation.Mathematical).ShouldBe(symbolic);
        explanation.Substituted(trace, Notation.Mathematical).ShouldBe(substituted);
    }

    private static double Value(IterationTrace trace, string quantity)
    {
        if (LabelText.Resolve(trace.Plan, quantity) is { } stored)
        {
            return trace[stored];
        }

        (Address of, Address withRespectTo) = LabelText.Derivative(trace.Plan, quantity)!.Value;
        return CellDerivative.Between(trace, of, withRespectTo).Value;
    }
}
