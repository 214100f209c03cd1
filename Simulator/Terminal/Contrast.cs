namespace Simulator.Terminal;

/// <summary>How well one colour can be read on another, as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).</summary>
internal static class Contrast
{
    /// <summary>The relative luminance of an sRGB colour whose parts go from 0 to 1.</summary>
    public static double Luminance(double red, double green, double blue) =>
        (0.2126 * Linear(red)) + (0.7152 * Linear(green)) + (0.0722 * Linear(blue));

    /// <summary>A part of an sRGB colour as light.</summary>
    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
}
