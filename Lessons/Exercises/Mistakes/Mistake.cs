using Engine.Formulas;
using Engine.Planning;

namespace Lessons.Exercises.Mistakes;

/// <summary>A rule that someone follows instead of the right one when computing by hand.</summary>
internal abstract class Mistake
{
    /// <summary>Which mistake it is.</summary>
    public abstract SlipKind Kind { get; }

    /// <summary>Whether a step may come out differently by it, all its inputs being right.</summary>
    public abstract bool Touches(Step step);

    /// <summary>The formula that is used, given the right one.</summary>
    /// <param name="explanation">The number that is computed.</param>
    /// <param name="about">The number that the mistake is about; null where the formula is right.</param>
    public virtual Expression FormulaOf(Explanation explanation, out Address? about)
    {
        about = null;
        return explanation.Formula;
    }

    /// <summary>The number that is looked up in place of an operand; null where the right one is.</summary>
    public virtual Substitute? InPlaceOf(Explanation explanation, Address operand) => null;
}

/// <summary>A number that is taken in place of another.</summary>
/// <param name="Address">The number.</param>
/// <param name="Origin">Where its value is from.</param>
internal readonly record struct Substitute(Address Address, Origin Origin = Origin.Mistaken);

/// <summary>Where the value of a number that is looked up is from.</summary>
internal enum Origin
{
    /// <summary>From the same calculation, so that it may be wrong itself.</summary>
    Mistaken,

    /// <summary>From the right calculation.</summary>
    Right,

    /// <summary>From the iteration before.</summary>
    Before,
}
