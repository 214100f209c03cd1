using System.Text;

namespace Simulator.Terminal;

/// <summary>Which characters a terminal is sent.</summary>
internal enum SymbolSet
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Only those whose width terminals agree on; others by stand-ins of one cell.</summary>
    Narrow,

    /// <summary>Symbols by ASCII characters.</summary>
    Ascii,
}

/// <summary>Writes characters as a terminal can show them, one cell for one cell.</summary>
internal static class SymbolSets
{
    /// <summary>What a text shows.</summary>
    public static string Write(this SymbolSet symbols, string text) => symbols == SymbolSet.All || Ascii.IsValid(text)
        ? text
        : string.Concat(text.EnumerateRunes().Select(rune => symbols == SymbolSet.Ascii ? AsciiSymbols.Map(rune) : AmbiguousWidth.Narrow(rune)));

    /// <summary>What a cell of a canvas shows. Clusters are put in their place by the encoder, so that their width does no harm.</summary>
    public static int Write(this SymbolSet symbols, int glyph, Canvas canvas) => symbols switch
    {
        SymbolSet.Ascii => AsciiSymbols.Map(glyph, canvas),
        SymbolSet.Narrow when Canvas.IsCluster(glyph) => AmbiguousWidth.Is(Rune.GetRuneAt(canvas.ClusterOf(glyph), 0)) ? '?' : glyph,
        SymbolSet.Narrow when glyph >= 0x80 => AmbiguousWidth.Narrow(new Rune(glyph)).Value,
        _ => glyph,
    };
}
