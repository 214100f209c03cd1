using System.Collections.Immutable;
using System.Text;

namespace Engine.Formulas;

/// <summary>
/// The name of one number: a symbol, a derivative, or a value after the update. The plain text of a label is what a
/// learner types to go there.
/// </summary>
public abstract record Label
{
    /// <summary>What stands above a letter, by the word behind the letter: <c>m̂</c> is typed <c>mhat</c>.</summary>
    private static readonly ImmutableDictionary<string, char> Marks = new Dictionary<string, char>
    {
        ["hat"] = '\u0302',
        ["tilde"] = '\u0303',
    }.ToImmutableDictionary();

    private static readonly ImmutableDictionary<string, string> Greek = new Dictionary<string, string>
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["Delta"] = "Δ",
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

    /// <summary>
    /// A symbol's name as it is typed, where it was written with Greek letters, hats or tildes: <c>alpha_0</c> for <c>α_0</c>, <c>mhat_w5</c> for
    /// <c>m̂_w5</c>.
    /// </summary>
    public static string Spelled(string name) => Rewrite(name, word => word switch
    {
        [var letter, var mark] when Marks.ContainsValue(mark) => letter + Marks.First(pair => pair.Value == mark).Key,
        _ => Greek.FirstOrDefault(pair => pair.Value == word).Key ?? word,
    });

    /// <summary>The label as text in the given notation.</summary>
    public abstract string ToText(Notation notation);

    /// <summary>A name with some of its words written in another way. A word is letters between other characters.</summary>
    private static string Rewrite(string name, Func<string, string> rewrite)
    {
        StringBuilder text = new(name.Length);
        int start = 0;
        for (int at = 0; at <= name.Length; at++)
        {
            if (at < name.Length && (char.IsLetter(name[at]) || Marks.ContainsValue(name[at])))
            {
                continue;
            }

            text.Append(at > start ? rewrite(name[start..at]) : "").Append(name.AsSpan(at, Math.Min(1, name.Length - at)));
            start = at + 1;
        }

        return text.ToString();
    }

    /// <summary>The label in <see cref="Notation.Plain"/>.</summary>
    public sealed override string ToString() => ToText(Notation.Plain);

    /// <summary>
    /// A symbol's own name, such as <c>w5</c> or <c>h1[2]</c>. Greek letters, hats and tildes are spelled out, as words of their own: <c>alpha</c>,
    /// <c>beta1</c>, <c>mhat_w5</c>.
    /// </summary>
    public sealed record Name(string Text) : Label
    {
        /// <inheritdoc/>
        public override string ToText(Notation notation) => notation == Notation.Mathematical ? Rewrite(Text, WithSigns) : Text;

        private static string WithSigns(string word) =>
            Greek.TryGetValue(word, out string? letter) ? letter
            : word.Length > 1 && Marks.TryGetValue(word[1..], out char mark) ? $"{word[0]}{mark}"
            : word;
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
