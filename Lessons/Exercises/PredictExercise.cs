using System.Collections.Immutable;
using System.Globalization;
using Engine.Time;
using Lessons.Exercises.Mistakes;
using Lessons.Quantities;
using Lessons.Reading;

namespace Lessons.Exercises;

/// <summary>The learner says a number before it is shown.</summary>
public sealed record PredictExercise : Exercise
{
    /// <summary>How many units of the last digit an answer may be off that was rounded on the way.</summary>
    private const int UnitsByRounding = 5;
    private const int FewestDecimals = 4;
    private const int FewestSignificant = 4;
    private const int MostDecimals = 15;

    /// <summary>As <see cref="Decimals"/>: as many as show the number well.</summary>
    public const int Unsaid = -1;

    /// <summary>The number that is asked for.</summary>
    public required ResolvedQuantity Quantity { get; init; }

    /// <summary>How many digits behind the point are asked for; <see cref="Unsaid"/> for as many as show the number well.</summary>
    public required int Decimals { get; init; }

    /// <summary>How many digits behind the point show a number well: at least four, and more where the first ones are zeros.</summary>
    /// <param name="value">The number.</param>
    public static int DecimalsFor(double value)
    {
        double magnitude = Math.Abs(value);
        int leading = magnitude is > 0 and < 1 ? (int)Math.Floor(-Math.Log10(magnitude)) : 0;
        return Math.Min(MostDecimals, Math.Max(FewestDecimals, leading + FewestSignificant));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// An answer is right when it is within half a unit of the last digit asked for, however many digits it is written with. The
    /// decimal point may be a comma, the minus sign and the digits those of any keyboard.
    /// </remarks>
    public override Verdict Check(Timeline timeline, string answer)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(answer);
        if (!PrintedNumber.TryParse(Normalized(answer), exact: false, out PrintedNumber typed, out _))
        {
            return new Verdict(VerdictKind.Unreadable);
        }

        double right = ValueIn(timeline);
        PredictExercise asked = this with { Decimals = DecimalsIn(timeline) };
        return asked.Check(timeline, typed, right);
    }

    private Verdict Check(Timeline timeline, PrintedNumber typed, double right)
    {
        if (IsSame(typed.Value, right))
        {
            return new Verdict(VerdictKind.Right);
        }

        if (typed.Matches(right) && SignificantDigitsOf(typed.Text) >= 2)
        {
            return new Verdict(VerdictKind.TooFewDigits);
        }

        ImmutableArray<Slip> slips = [.. SlipFinder.SlipsOf(Quantity, timeline).Where(slip => !IsSame(slip.Value, right))];
        ImmutableArray<Slip> exact = [.. slips.Where(slip => IsSame(typed.Value, slip.Value) || IsShort(typed, slip.Value))];
        return !exact.IsEmpty ? new Verdict(VerdictKind.Wrong, exact)
            : IsNear(typed.Value, right) ? new Verdict(VerdictKind.RoundedOnTheWay)
            : new Verdict(VerdictKind.Wrong, [.. slips.Where(slip => IsNear(typed.Value, slip.Value))]);
    }

    /// <inheritdoc/>
    public override string SolutionIn(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return ValueIn(timeline).ToString($"F{DecimalsIn(timeline)}", CultureInfo.InvariantCulture);
    }

    /// <summary>How many digits behind the point are asked for.</summary>
    /// <param name="timeline">The lesson's own time.</param>
    public int DecimalsIn(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return Decimals == Unsaid ? DecimalsFor(ValueIn(timeline)) : Decimals;
    }

    private double ValueIn(Timeline timeline) => Quantity.ValueIn(timeline.At(Quantity.Iteration));

    /// <summary>The answer with the digits, sign and point that numbers are written with.</summary>
    private static string Normalized(string answer)
    {
        const int FromFullWidth = '！' - '!';
        string text = string.Concat(answer.Trim().Select(letter => letter is >= '！' and <= '～' ? (char)(letter - FromFullWidth) : letter))
            .Replace('−', '-').Replace('–', '-');
        return text.Contains('.') ? text : text.Replace(',', '.');
    }

    private static int SignificantDigitsOf(string text) =>
        text.TakeWhile(character => character is not ('e' or 'E')).Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count();

    /// <summary>Whether two numbers are the same with the digits that are asked for; what lies on the border of two counts as both.</summary>
    private bool IsSame(double typed, double value) => Math.Abs(typed - value) <= HalfUnit * (1 + 1e-9) + (Math.Abs(value) * 1e-15);

    /// <summary>Whether an answer with fewer digits than asked for, but at least three that count, is a number as far as it goes.</summary>
    private static bool IsShort(PrintedNumber typed, double value) => SignificantDigitsOf(typed.Text) >= 3 && typed.Matches(value);

    /// <summary>Whether rounding on the way can be all that is wrong; where few digits are asked for nobody rounds on the way.</summary>
    private bool IsNear(double typed, double value) => Decimals >= FewestDecimals && Math.Abs(typed - value) <= 2 * UnitsByRounding * HalfUnit;

    private double HalfUnit => 0.5 * Math.Pow(10, -Decimals);
}
