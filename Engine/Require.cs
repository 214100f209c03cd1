namespace Engine;

/// <summary>
/// The ranges that arguments of kinds have. A refusal's message is the range, so that a lesson's reader can put it at the
/// right line.
/// </summary>
internal static class Require
{
    public static double AtLeastZero(double value, string argument) =>
        double.IsFinite(value) && value >= 0 ? value : throw Refusal(value, argument, "a finite number of at least 0");

    public static double Positive(double value, string argument) =>
        double.IsFinite(value) && value > 0 ? value : throw Refusal(value, argument, "a finite number greater than 0");

    public static double Finite(double value, string argument) =>
        double.IsFinite(value) ? value : throw Refusal(value, argument, "a finite number");

    /// <summary>A share of something, all of it included.</summary>
    public static double Share(double value, string argument) =>
        value is >= 0 and <= 1 ? value : throw Refusal(value, argument, "a number from 0 to 1");

    /// <summary>How much of an average is kept: keeping all of it would take in nothing new.</summary>
    public static double Decay(double value, string argument) =>
        value is >= 0 and < 1 ? value : throw Refusal(value, argument, "a number of at least 0 and below 1");

    public static int AtLeast(int least, int value, string argument) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(argument, value, $"an integer of at least {least}");

    private static ArgumentOutOfRangeException Refusal(double value, string argument, string range) => new(argument, value, range);
}
