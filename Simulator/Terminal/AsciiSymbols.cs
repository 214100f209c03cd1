using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Simulator.Terminal;

/// <summary>
/// Writes symbols with ASCII characters, one cell for one cell, for terminals and readers that have nothing else. Letters of
/// any language stay, but for the Greek ones that formulas use. Meaning that a character alone carried (a hat, a raised
/// position) is lost: what must be told apart is told apart by words.
/// </summary>
internal static class AsciiSymbols
{
    private const int BrailleBlank = 0x2800;
    private const int BrailleLast = 0x28FF;

    private static readonly FrozenDictionary<int, char> Symbols = Pairs(
        "─-━-│|┃|╭+╮+╰+╯+┌+┐+└+┘+├+┤+┬+┴+┼+╋+┏+┓+┗+┛+╞+╡+═=║|╔+╗+╚+╝+╌-╎|┄-┆|┈-┊|╴-╵|╶-╷|╱/╲\\╳x" +
        "∂d∇D×*⋅*·.∙.•*⊙*⊗*⊕+−-–-—-‐-‑-±+÷/∕/√v∑S∏P∫S∞#≈~≃~≅=≠!≤<≥>≪<≫>≡=∝~∈e∘o°o′'″\"…." +
        "✓+✔+✗x✘x→>←<↑^↓v↔-↕|↗/↘\\⇒>⇐<↦>↳>↵<⏎<▶>◀<►>◄<▸>◂<▷>◁<▲^▴^▼v△A▽v▾v›>‹<»>«<●*○o◐~◉@◎@◆+◇x■#□D▪*▫o★*☆*" +
        "█#▉#▊#▋#▌#▍#▎|▏|▐#▀#▁_▂.▃-▄=▅+▆*▇%░:▒+▓*⋮:" +
        "αaβbγgδdεeϵeζzηnθtϑtιiκkλlμuµuνvξxπpρrσsςsτtυuφfϕfχxψyωwΓGΔDΘTΛLΞXΠPΣSΦFΨYΩW" +
        "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁼=⁽(⁾)ⁿnᵀTᵗt⊤T₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)ᵢiⱼjₖkₙnₜtₓxₘmₕhₗlₚpₛs" +
        "‘'’'“\"”\"ℓl½h¼qŷyŶYẑz");

    /// <summary>The character's stand-in, or itself.</summary>
    public static Rune Map(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x80)
        {
            return rune;
        }

        if (Symbols.TryGetValue(value, out var symbol))
        {
            return new Rune(symbol);
        }

        if (value is >= BrailleBlank and <= BrailleLast)
        {
            return new Rune(AsciiBraille.Map(value - BrailleBlank));
        }

        return Rune.IsLetterOrDigit(rune) || CellWidth.Of(rune) != 1 || IsMark(rune) ? rune : new Rune('?');
    }

    /// <summary>The same for a cell of a canvas: a letter with marks that are not part of it is written without them.</summary>
    internal static int Map(int glyph, Canvas canvas)
    {
        if (glyph is >= 0 and < 0x80 || Canvas.IsContinuation(glyph))
        {
            return glyph;
        }

        if (!Canvas.IsCluster(glyph))
        {
            return Map(new Rune(glyph)).Value;
        }

        var first = Rune.GetRuneAt(canvas.ClusterOf(glyph), 0);
        return first.IsAscii && CellWidth.Of(canvas.ClusterOf(glyph)) == 1 ? first.Value : glyph;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark;

    private static FrozenDictionary<int, char> Pairs(string pairs) => pairs.Chunk(2).ToFrozenDictionary(pair => (int)pair[0], pair => pair[1]);
}
