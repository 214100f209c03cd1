using System.Collections.Immutable;

namespace Engine.Formulas;

/// <summary>
/// The name of one number: a symbol, a derivative, or a value after the update. The plain text of a label is what a
/// learner types to go there.
/// </summary>
public abstract record Label
{
    private static readonly ImmutableDictionary<string, string> Greek = new Dictionary<string, string>
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ε",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["theta"] = "θ",
    }.ToImmutableDictionary();

    private Label()
    {
    }

    /// <summary>A symbol's name as it is typed, where it was written with a Greek letter: <c>alpha</c> for <c>α</c>.</summary>
    public static string Spelled(string name) => Greek.FirstOrDefault(pair => pair.Value == name).Key ?? name;

    /// <summary>The label as text in the given notation.</summary>
    public abstract string ToText(Notation notation);

    /// <summary>The label in <see cref="Notation.Plain"/>.</summary>
    public sealed override string ToString() => ToText(Notation.Plain);

    /// <summary>A symbol's own name, such as <c>w5</c> or <c>h1[2]</c>. Greek letters are spelled out: <c>alpha</c>.</summary>
    public sealed record Name(string Text) : Label
    {
        /// <inheritdoc/>
        public override string ToText(Notation notation) =>
            notation == Notation.Mathematical && Greek.TryGetValue(Text, out string? letter) ? letter : Text;
    }

    /// <summary>
    /// A derivative of one number with respect to another: <c>dE_total/dh1</c>. With <paramref name="Via"/> it is the part
    /// of that derivative which passes through one intermediate number: <c>dE_total/dh1 via z3</c>.
    /// </summary>
    public sealed record Derivative(Label Of, Label WithRespectTo, Label? Via = null) : Label
    {
        /// <inheritdoc/>
        public override string ToText(Notation notation)
        {
            string d = notation == Notation.Mathematical ? "∂" : "d";
            string via = Via is null ? "" : " via " + Via.ToText(notation);
            return $"{d}{Of.ToText(notation)}/{d}{WithRespectTo.ToText(notation)}{via}";
        }
    }

    /// <summary>The value that a parameter or optimizer slot takes after this iteration's update: <c>w5+</c>.</summary>
    public sealed record Next(Label Current) : Label
    {
        /// <inheritdoc/>
        public override string ToText(Notation notation) =>
            Current.ToText(notation) + (notation == Notation.Mathematical ? "⁺" : "+");
    }
}
