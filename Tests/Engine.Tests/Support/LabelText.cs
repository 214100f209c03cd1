using System.Text.RegularExpressions;
using Engine.Planning;

namespace Engine.Tests.Support;

/// <summary>Reads the plain text of a label, as a learner types it: <c>w5</c>, <c>h1[2]</c>, <c>w5+</c>, <c>dE/dh1 via z3</c>.</summary>
internal static partial class LabelText
{
    /// <summary>The number that a text names; null where no step stores it.</summary>
    public static Address? Resolve(Plan plan, string text)
    {
        Match derivative = DerivativePattern().Match(text);
        if (!derivative.Success)
        {
            return Number(plan, text);
        }

        Address of = Number(plan, derivative.Groups["of"].Value)!.Value;
        Address withRespectTo = Number(plan, derivative.Groups["wrt"].Value)!.Value;
        return derivative.Groups["via"] is { Success: true, Value: var via }
            ? plan.FindPath(of, withRespectTo, Number(plan, via)!.Value)
            : plan.FindDerivative(of, withRespectTo);
    }

    /// <summary>The numbers of a derivative's text: what is differentiated and with respect to what; null for other texts.</summary>
    public static (Address Of, Address WithRespectTo)? Derivative(Plan plan, string text)
    {
        Match derivative = DerivativePattern().Match(text);
        return derivative.Success
            ? (Number(plan, derivative.Groups["of"].Value)!.Value, Number(plan, derivative.Groups["wrt"].Value)!.Value)
            : null;
    }

    private static Address? Number(Plan plan, string text)
    {
        Match name = NamePattern().Match(text);
        int[] positions = name.Groups["positions"].Success ? [.. name.Groups["positions"].Value.Split(',').Select(int.Parse)] : [];
        Address? found = plan.Find(name.Groups["name"].Value, positions).Address;
        return found is { } address && name.Groups["next"].Success
            ? plan.NextOf(plan.SymbolOf(address)) is { } next ? address with { Symbol = next.Index } : null
            : found;
    }

    [GeneratedRegex(@"^d(?<of>[^/]+)/d(?<wrt>[^ ]+)( via (?<via>.+))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DerivativePattern();

    [GeneratedRegex(@"^(?<name>[^\[\]+]+)(\[(?<positions>[\d,]+)\])?(?<next>\+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
